"""Tables without rules around their cells: values that stand below one another are a column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.pdf.blocks import Block, Entry, Row, Table, TextLine
from giar_lark.readers.pdf.lines import Line
from giar_lark.readers.pdf.official import is_head, is_label

_VALUE = lazy_pattern(r"[-+－]?[\d０-９][\d０-９,，.．]*(?:件|条|个|万元|元)?$|[-－—–/／]+$|无$")
# a lone value stands so far behind its label, in sizes of the writing
_ALONE = 2.0
# the middle of a value is so near to that of its column's head, in sizes of the writing; so many values tell a row of heads
_MIDDLE, _LEAST_VALUES = 0.6, 3

Span = tuple[float, float]


class _Parts:
    """A line as a row: the words of its labels and its values."""

    def __init__(self, text: TextLine) -> None:
        words = [part for word in text.line.words() for part in _parted(word)]
        count = len(words)
        while count and _VALUE.match(words[count - 1].text):
            count -= 1
        self.text = text
        self.values = words[count:]
        self.labels = words[:count]

    def is_head(self) -> bool:
        """Whether a table or a block of one begins here: with a heading, a caption, or official labels beside one another."""
        if self.values or not self.labels:
            return False
        many = len(self.labels) > 1 and all(is_label(label.text) for label in self.labels)
        return many or is_head(self.text.line.text)

    def is_row(self) -> bool:
        """Whether the line can only be a row of a table."""
        if len(self.values) != 1 or not self.labels:
            return bool(self.values)
        gap = self.values[0].box[0] - self.labels[-1].box[2]
        return gap > _ALONE * self.text.line.size

    def is_official(self) -> bool:
        """Whether it is a row beyond doubt, though it be the only one: with several values, or an official label."""
        return self.is_row() and (len(self.values) > 1 or (bool(self.labels) and is_label(self.labels[-1].text)))


def _parted(word: Line) -> Iterator[Line]:
    """A word, or a label and the value that stands too near behind it."""
    glyphs = word.glyphs
    value = next((at for at in range(1, len(glyphs)) if _VALUE.match("".join(g.text for g in glyphs[at:]))), 0)
    if value and is_label("".join(glyph.text for glyph in glyphs[:value])):
        yield from (Line(glyphs[:value]), Line(glyphs[value:]))
    else:
        yield word


def with_rows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a page, lines that are rows of tables without rules put into tables."""
    out: list[Block] = []
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, TextLine):
            lines.append(block)
        else:
            out += [*_rows(lines), block]
            lines = []
    return [*out, *_rows(lines)]


def _rows(lines: Sequence[TextLine]) -> Iterator[Block]:
    body: list[_Parts] = []
    for line in lines:
        part = _Parts(line)
        if part.is_head():
            yield from _placed(body)
            body = []
        body.append(part)
    yield from _placed(body)


def _placed(body: Sequence[_Parts]) -> Iterator[Block]:
    """What stands below a heading: the rows of a table with each value in its column, if there are any, and lines."""
    rows = [number for number, part in enumerate(body) if part.is_row()]
    if not any(body[number].is_official() for number in rows):
        yield from (part.text for part in body)
        return
    in_rows = [body[number] for number in rows]
    columns = _headed(body[: rows[0]], in_rows) or _columns(in_rows)
    for number, part in enumerate(body):
        labels = [_entry(part.text, word) for word in part.labels]
        if number in rows:
            yield _table(part, [*labels, *_in_columns(part, columns)])
        elif len(labels) > 1 and number < rows[-1]:
            yield _table(part, labels)
        else:
            yield part.text


def _columns(rows: Sequence[_Parts]) -> list[Span]:
    """Where columns begin and end: values that lie over one another are of one. None where no row has a value in each."""
    columns = _run_together(_across(value) for row in rows for value in row.values)
    return columns if any(len(row.values) == len(columns) for row in rows) else []


def _headed(lines: Sequence[_Parts], rows: Sequence[_Parts]) -> list[Span]:
    """The columns below heads, if all values of some rows stand in the middle below one of them; none if they do not."""
    begin = max((row.labels[-1].box[2] for row in rows if row.labels), default=0.0)
    heads = [head for head in _lowest_heads(lines) if head[0] > begin]
    under = [[_head_over(value, heads) for value in row.values] for row in rows]
    found = [head for row in under for head in row]
    is_told = len(found) >= _LEAST_VALUES and len(set(found)) > 1 and None not in found
    return heads if is_told and all(len(set(row)) == len(row) for row in under) else []


def _lowest_heads(lines: Sequence[_Parts]) -> list[Span]:
    """The heads with no other below them, from the left."""
    lowest: list[Span] = []
    for line in reversed(lines):
        spans = map(_across, line.labels)
        lowest += [span for span in spans if not any(span[0] < other[1] and other[0] < span[1] for other in lowest)]
    return sorted(lowest)


def _head_over(value: Line, heads: Sequence[Span]) -> Span | None:
    """The head over the middle of a value; what is set with tabs begins below it and has another middle."""
    middle = (value.box[0] + value.box[2]) / 2
    near = (head for head in heads if abs((head[0] + head[1]) / 2 - middle) < _MIDDLE * value.size)
    return next((head for head in near if head[0] <= value.box[0]), None)


def _across(word: Line) -> Span:
    return word.box[0], word.box[2]


def _run_together(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for left, right in sorted(spans):
        if out and left < out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], right))
        else:
            out.append((left, right))
    return out


def _in_columns(part: _Parts, columns: Sequence[Span]) -> list[Entry]:
    """The cells of a row, blank ones with them; all values in one where that does not tell their columns.

    Nor does it where a label reaches beyond the first column: tabs stop further on then, in the columns of others.
    """
    own = [number for value in part.values for number, span in enumerate(columns) if span[0] <= value.box[0] <= span[1]]
    is_over = bool(part.labels and columns) and part.labels[-1].box[2] > columns[0][0]
    if is_over or len(set(own)) < len(part.values):
        whole = Line(tuple(glyph for value in part.values for glyph in value.glyphs))
        return [_entry(part.text, whole)]
    top, bottom = part.text.line.box[1], part.text.line.box[3]
    shown = part.text.page.shown
    cells = [Entry("", shown((left, top, right, bottom)), (left, top, right, bottom)) for left, right in columns]
    for number, value in zip(own, part.values, strict=True):
        cells[number] = _entry(part.text, value)
    return cells


def _entry(text: TextLine, word: Line) -> Entry:
    return Entry(word.text, text.page.shown(word.box), word.box)


def _table(part: _Parts, row: Row) -> Table:
    return Table(part.text.page, part.text.line.box, [row], ruled=False)
