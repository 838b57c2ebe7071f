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

Span = tuple[float, float]


class _Parts:
    """A line as a row: the words of its labels and its values."""

    def __init__(self, text: TextLine) -> None:
        words = text.line.words()
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
    columns = _columns([body[number] for number in rows])
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
    """The cells of a row, blank ones with them; all values in one where that does not tell their columns."""
    own = [number for value in part.values for number, span in enumerate(columns) if span[0] <= value.box[0] <= span[1]]
    if len(set(own)) < len(part.values):
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
