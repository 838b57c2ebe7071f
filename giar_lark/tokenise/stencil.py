"""A table without its numbers. Reports that come from one form differ in nothing else, so what it says is found once.

A number that stands alone between separators is a number whichever it is: the short way looks at none. So the tokens that
it finds are those of every table with the same words, blanks, marks and separators in front of, between and behind the numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from giar_lark.pattern import lazy_pattern
from giar_lark.records import dataclass
from giar_lark.span import Span
from giar_lark.tokenise.cell_text import CellText, read_cell
from giar_lark.tokenise.token import Token

# what `read_cell` reads as a given number, digit for digit; the first digit leads, so that the search skips all else
_NUMBER = lazy_pattern(r"([0-9](?<=[\t\n |\xa0\u3000][0-9])[0-9]{0,14}(?:\.[0-9]{1,14})?)(?=[\t\n |\xa0\u3000])")
_CUT = "\0"
# so many stencils are kept, of tables no longer than this; an official one has some two thousand characters
_KEPT = 512
_LONGEST = 10_000


class _Place(NamedTuple):
    """An end of a token: the piece of the table that it is in, and how far from the beginning of that."""

    piece: int
    chars: int


@dataclass(frozen=True, slots=True, eq=False)
class Stencil:
    """The tokens of table `t2`, `t3` or `t4`, told by the pieces that its numbers cut it into: words, number, words, ….

    `numbers` has the positions of the tokens that are numbers, in order; `readings` has None for those, and for what is no
    cell. `rest` is how many characters stand behind the last token.
    """

    table: str
    types: tuple[str, ...]
    starts: tuple[_Place, ...]
    ends: tuple[_Place, ...]
    readings: tuple[CellText | None, ...]
    numbers: tuple[int, ...]
    rest: int


class Laid(NamedTuple):
    """The tokens of a table side by side: where each begins, where it ends, and what it reads as (labels as None)."""

    starts: list[int]
    ends: list[int]
    readings: list[CellText | None]


class RegularTable:
    """A table of `text` that has a stencil; its tokens are made when they are asked for."""

    __slots__ = ("end", "start", "stencil", "text")

    def __init__(self, stencil: Stencil, text: str, start: int, end: int) -> None:
        self.stencil, self.text, self.start, self.end = stencil, text, start, end

    @property
    def types(self) -> tuple[str, ...]:
        """The types of its tokens."""
        return self.stencil.types

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(self.start + self.stencil.starts[0].chars, self.end - self.stencil.rest)

    def laid(self) -> Laid:
        """Where its tokens stand, and what they read as."""
        pieces = _NUMBER.split(self.text[self.start : self.end])
        bounds = list(accumulate(map(len, pieces), initial=self.start))
        stencil = self.stencil
        readings = list(stencil.readings)
        for token, reading in zip(stencil.numbers, map(read_cell, pieces[1::2]), strict=True):
            readings[token] = reading
        starts = [bounds[piece] + chars for piece, chars in stencil.starts]
        return Laid(starts, [bounds[piece] + chars for piece, chars in stencil.ends], readings)

    def tokens(self) -> list[Token]:
        """Its tokens."""
        return [
            Token(kind, start, end, reading) for kind, start, end, reading in zip(self.types, *self.laid(), strict=True)
        ]


_stencils: dict[tuple[str, str], Stencil] = {}


def known_table(text: str, start: int, end: int, table: str) -> RegularTable | None:
    """The table in `text[start:end]`, if one with the same stencil has been learned; None else."""
    key = _key(text, start, end, table)
    stencil = _stencils.get(key) if key is not None else None
    return RegularTable(stencil, text, start, end) if stencil is not None else None


def learn(tokens: Sequence[Token], text: str, start: int, end: int, table: str) -> None:
    """Remember the tokens of a regular table for the next one like it, if each number is a cell of its own."""
    key = _key(text, start, end, table)
    stencil = _stencil(tokens, text, start, end, table) if key is not None else None
    if key is None or stencil is None:
        return
    if len(_stencils) >= _KEPT:
        _stencils.clear()
    _stencils[key] = stencil


def _key(text: str, start: int, end: int, table: str) -> tuple[str, str] | None:
    region = text[start:end]
    if len(region) > _LONGEST or _CUT in region:
        return None
    return table, _NUMBER.sub(_CUT, region)


def _stencil(tokens: Sequence[Token], text: str, start: int, end: int, table: str) -> Stencil | None:
    """The stencil of a table with these tokens; None if a number stands in a label or in no token, or most are cut off by other marks."""
    pieces = _NUMBER.split(text[start:end])
    bounds = list(accumulate(map(len, pieces), initial=start))
    starts = [_place(bounds, token.start) for token in tokens]
    ends = [_place(bounds, token.end) for token in tokens]
    numbers = tuple(number for number, place in enumerate(starts) if place.piece % 2)
    cells = [tokens[number] for number in numbers if tokens[number].cell is not None]
    if [(cell.start, cell.end) for cell in cells] != list(zip(bounds[1:-1:2], bounds[2::2], strict=True)):
        return None
    if any(place.piece % 2 for place in ends):
        return None
    others = sum(token.cell is not None and token.cell.value is not None for token in tokens) - len(numbers)
    if others > len(numbers):
        return None  # no other table would be like this one
    types = tuple(token.type for token in tokens)
    readings = tuple(None if place.piece % 2 else token.cell for place, token in zip(starts, tokens, strict=True))
    return Stencil(table, types, tuple(starts), tuple(ends), readings, numbers, end - tokens[-1].end)


def _place(bounds: Sequence[int], offset: int) -> _Place:
    piece = min(bisect_right(bounds, offset) - 1, len(bounds) - 2)
    return _Place(piece, offset - bounds[piece])
