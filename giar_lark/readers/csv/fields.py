"""An exported table to rows of fields: which mark parts them, and what each says once its quotation marks are off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

# the marks that programs part cells with
_MARKS = (",", ";", "\t")
# what Excel takes for the separator, whatever it usually is
_ANNOUNCED = lazy_pattern(r"\ufeff?(?:\"sep=([,;\t|])\"|sep=([,;\t|]))[ ]*(?:\r\n?|\n)", re.IGNORECASE)
# how spreadsheets are told to leave a number as it is written
_FORMULA_TEXT = lazy_pattern(r'="([^"]*)"$')
# a cell with more line breaks is a quotation mark that was never closed
_MOST_LINES = 40
_ROWS_TO_JUDGE = 2_000
# no title or sentence has so many separators
_FEW_FIELDS = 3
_FEW_ROWS = 3
_WIDE_ROW = 10
_END = r"(?P<end>{}|\r\n?|\n|\Z)"
_SENTENCE = lazy_pattern(r"。|[^\s]{80}")


class Separator(NamedTuple):
    """The mark between cells, and the offset at which the first row begins."""

    mark: str
    start: int


class RawField(NamedTuple):
    """A field: where it stands with its quotation marks, where its text begins, how wide that is, and the text itself."""

    start: int
    end: int
    inner: int
    width: int
    text: str


def separator_of(text: str) -> Separator | None:
    """The separator of an exported table; None where the text is no such table, or one that needs no second look.

    Tabs without any quotation mark are what every text has between its cells.
    """
    announced = _ANNOUNCED.match(text)
    if announced:
        return Separator(announced[1] or announced[2], announced.end())
    counts = {mark: _wide_rows(text, mark) for mark in _MARKS if mark in text}
    best = max(counts, key=lambda mark: counts[mark], default="")
    if not best or counts[best] < _FEW_ROWS or (best == "\t" and '"' not in text):
        return None
    return Separator(best, 0)


def _wide_rows(text: str, mark: str) -> int:
    rows = [len(row) for row in islice(rows_of(text, Separator(mark, 0)), _ROWS_TO_JUDGE)]
    return sum(width >= _FEW_FIELDS for width in rows) + _FEW_ROWS * any(width >= _WIDE_ROW for width in rows)


def rows_of(text: str, separator: Separator) -> Iterator[Sequence[RawField]]:
    """The rows from top to bottom; a sentence whose own commas were not protected is one field."""
    mark, at = separator
    row: list[RawField] = []
    while at < len(text):
        found = _quoted(mark).match(text, at)
        if found is None or found["text"].count("\n") > _MOST_LINES:
            found = _bare(mark).match(text, at)
            assert found is not None
        row.append(_field_of(found))
        at = found.end()
        if found["end"] != mark:
            yield _whole_sentence(text, row, mark) or row
            row = []
    if row:
        # the last line ends with a separator: one more blank cell
        yield [*row, RawField(at, at, at, 0, "")]


def _field_of(found: re.Match[str]) -> RawField:
    start, end, inner, written = found.start(), found.start("end"), found.start("text"), found["text"]
    is_quoted = inner > start
    value = written.replace('""', '"') if is_quoted else written
    formula = _FORMULA_TEXT.match(value)
    if formula is None:
        return RawField(start, end, inner, len(written), value)
    return RawField(start, end, inner + (3 if is_quoted else 2), len(formula[1]), formula[1])


def _whole_sentence(text: str, row: Sequence[RawField], mark: str) -> Sequence[RawField] | None:
    """The one field that a row is, if it is a sentence with separators of its own; None if it is not."""
    quoted = any(field.inner != field.start for field in row)
    if len(row) == 1 or quoted or not any(_SENTENCE.search(field.text) for field in row):
        return None
    start, end = row[0].start, row[-1].end
    written = text[start:end].rstrip(f"{mark} ")
    return [RawField(start, end, start, len(written), written)]


@cache
def _quoted(mark: str) -> re.Pattern[str]:
    return re.compile(rf'[ ]*"(?P<text>[^"]*(?:""[^"]*)*)"[ ]*{_END.format(re.escape(mark))}')


@cache
def _bare(mark: str) -> re.Pattern[str]:
    mark = re.escape(mark)
    return re.compile(rf"(?P<text>[^{mark}\r\n]*){_END.format(mark)}")
