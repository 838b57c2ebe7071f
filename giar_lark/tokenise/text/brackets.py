"""Brackets around every cell of the tables to white space, and what stands between two of them to a mark that parts cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, zip_longest

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

_PAIRS = tuple(zip("『「【〖〔〈《“‘«[(（{＜<⟨｢［｛﹝", "』」】〗〕〉》”’»])）}＞>⟩｣］｝﹞", strict=True))
# the cells of a table are so many, and prose never has as many numbers in brackets of one kind
_CELLS, _NUMBERS = 40, 20
# bars make rows of lines however many there are, and stay
_BARS = "|│"
# in front of the first cell of a line and behind the last, no letter and no digit
_LEAD = lazy_pattern(r"(?:_|[^\w\n])*")


class _Cells(NamedTuple):
    """The cells of a line: where the first begins and the last ends, and what stands between them, from bracket to bracket."""

    start: int
    gaps: Sequence[re.Match[str]]
    end: int

    def held(self, line: str) -> list[str]:
        """What the cells hold."""
        bounds = [self.start + 1, *(gap.end() for gap in self.gaps)], [*(gap.start() for gap in self.gaps), self.end]
        return [line[first:last] for first, last in zip(*bounds, strict=True)]


def without_brackets(text: str) -> str:
    """A text of the same length, the brackets around its cells as white space, and a tab or bars between two of them."""
    for opening, closing in _PAIRS:
        if closing in text and text.count(closing) >= _CELLS and _holds_numbers(text, opening, closing):
            return "\n".join(_lines_without(text, opening, closing))
    return text


@cache
def _number_in(opening: str, closing: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(opening)}[ \t]*\d[\d,.]*[ \t]*{re.escape(closing)}")


@cache
def _gap_between(opening: str, closing: str) -> re.Pattern[str]:
    """Any signs between two cells: the brackets hold together what is a cell, so that whatever else stands there parts them."""
    first, second = re.escape(opening), re.escape(closing)
    return re.compile(rf"{second}(?P<gap>(?:_|[^\w\n{first}{second}]){{0,20}}){first}")


def _holds_numbers(text: str, opening: str, closing: str) -> bool:
    return sum(1 for _ in _number_in(opening, closing).finditer(text)) >= _NUMBERS


def _lines_without(text: str, opening: str, closing: str) -> Iterator[str]:
    """The lines of a text; where most have one cell, a tab begins each, so that a blank one can be seen."""
    lines = text.split("\n")
    cells = [_cells_of(line, opening, closing) for line in lines]
    wrapped = [found.gaps for found in cells if found is not None]
    alone = sum(not gaps for gaps in wrapped) * 2 > len(wrapped)
    parting = min({gap["gap"].strip() for gaps in wrapped for gap in gaps} - {""}, key=len, default="")
    for line, found in zip(lines, cells, strict=True):
        yield line if found is None else _bare(line, found, "\t" if alone else " ", parting)


def _cells_of(line: str, opening: str, closing: str) -> _Cells | None:
    """The cells of a line; None if it is not made of cells in brackets."""
    start, end = line.find(opening), line.rfind(closing)
    if not 0 <= start < end or not (_LEAD.fullmatch(line, 0, start) and _LEAD.fullmatch(line, end + 1)):
        return None
    gaps = list(_gap_between(opening, closing).finditer(line))
    cells = _Cells(start, gaps, end)
    return cells if all(_is_balanced(cell, opening, closing) for cell in cells.held(line)) else None


def _is_balanced(cell: str, opening: str, closing: str) -> bool:
    """Whether brackets within a cell (危及“三安全一稳定”) are closed in it, so that the outer ones are the cell's own."""
    depth = 0
    for char in cell:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return False
    return depth == 0


def _bare(line: str, cells: _Cells, lead: str, parting: str) -> str:
    """A line without its brackets: bars stay, everything else that parts two cells is a tab."""
    start, gaps, end = cells
    parted = [" " + _parted(gap["gap"], parting) for gap in gaps]
    body = "".join(chain.from_iterable(zip_longest(cells.held(line), parted, fillvalue="")))
    return _bars_of(line[:start]) + lead + body + " " + _bars_of(line[end + 1 :])


def _parted(gap: str, parting: str) -> str:
    """What stands between two cells, with the bracket that opens the second: a tab in its place, so that a blank is within.

    What parts two cells parts others that have no brackets, where it stands there several times.
    """
    if any(char in gap for char in _BARS):
        return _bars_of(gap) + " "
    places = [found.start() for found in re.finditer(re.escape(parting), gap)][1:] if parting else []
    return "".join("\t" if place in places else " " for place in range(len(gap))) + "\t"


def _bars_of(signs: str) -> str:
    return "".join(char if char in _BARS or char.isspace() else " " for char in signs)
