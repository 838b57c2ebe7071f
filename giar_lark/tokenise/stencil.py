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
_NUMBER = lazy_pattern(r"([0-9](?<=[\s|][0-9])[0-9]{0,14}(?:\.[0-9]{1,14})?)(?=[\s|])")
_CUT = "\0"
# all tables whose stencils are kept have no more characters together; an official one has some two thousand
_KEPT_CHARS = 2_000_000


class _Other(NamedTuple):
    """A token that is no number: its position, the pieces in which it begins and ends, each with how far in, its reading."""

    position: int
    first: int
    before: int
    last: int
    within: int
    reading: CellText | None


@dataclass(frozen=True, slots=True, eq=False)
class Stencil:
    """The tokens of table `t2`, `t3` or `t4`, told by the pieces that its numbers cut it into: words, number, words, ….

    `numbers` has the positions of the tokens that are numbers, in order. `lead` and `rest` are how many characters stand in
    front of the first token and behind the last.
    """

    table: str
    types: tuple[str, ...]
    numbers: tuple[int, ...]
    others: tuple[_Other, ...]
    lead: int
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
        return Span(self.start + self.stencil.lead, self.end - self.stencil.rest)

    def laid(self) -> Laid:
        """Where its tokens stand, and what they read as."""
        pieces = _NUMBER.split(self.text[self.start : self.end])
        bounds = list(accumulate(map(len, pieces), initial=self.start))
        size = len(self.types)
        laid = Laid([0] * size, [0] * size, [None] * size)
        starts, ends, readings = laid
        numbers = zip(self.stencil.numbers, bounds[1::2], bounds[2::2], map(read_cell, pieces[1::2]), strict=False)
        for position, start, end, reading in numbers:
            starts[position], ends[position], readings[position] = start, end, reading
        for position, first, before, last, within, known in self.stencil.others:
            starts[position], ends[position], readings[position] = bounds[first] + before, bounds[last] + within, known
        return laid

    def tokens(self) -> list[Token]:
        """Its tokens."""
        return [
            Token(kind, start, end, reading) for kind, start, end, reading in zip(self.types, *self.laid(), strict=True)
        ]


class _Memory:
    """The stencils that are kept, by what they are of: a table, and its text without the numbers."""

    def __init__(self) -> None:
        self.stencils: dict[tuple[str, str], Stencil] = {}
        self.chars = 0

    def keep(self, key: tuple[str, str], stencil: Stencil) -> None:
        """Keep one more, and give up the oldest where they become too many."""
        while self.chars + len(key[1]) > _KEPT_CHARS and self.stencils:
            oldest = next(iter(self.stencils))
            del self.stencils[oldest]
            self.chars -= len(oldest[1])
        self.stencils[key] = stencil
        self.chars += len(key[1])

    def forget(self) -> None:
        """Keep none."""
        self.stencils.clear()
        self.chars = 0


_known = _Memory()


def known_table(text: str, start: int, end: int, table: str) -> RegularTable | None:
    """The table in `text[start:end]`, if one with the same stencil has been learned; None else."""
    key = _key(text, start, end, table)
    stencil = _known.stencils.get(key) if key is not None else None
    return RegularTable(stencil, text, start, end) if stencil is not None else None


def learned_table(tokens: Sequence[Token], text: str, start: int, end: int, table: str) -> RegularTable | None:
    """The table in `text[start:end]` with these tokens, remembered for the next one like it.

    None if not every number is a cell of its own.
    """
    key = _key(text, start, end, table)
    stencil = _stencil(tokens, text, start, end, table) if key is not None else None
    if key is None or stencil is None:
        return None
    _known.keep(key, stencil)
    return RegularTable(stencil, text, start, end)


def _key(text: str, start: int, end: int, table: str) -> tuple[str, str] | None:
    region = text[start:end]
    return (table, _NUMBER.sub(_CUT, region)) if end - start <= _KEPT_CHARS and _CUT not in region else None


def _stencil(tokens: Sequence[Token], text: str, start: int, end: int, table: str) -> Stencil | None:
    """The stencil of a table with these tokens.

    None if a number stands in a label or in no token, or if most values are none of the numbers: no other table is like it.
    """
    bounds = list(accumulate(map(len, _NUMBER.split(text[start:end])), initial=start))
    pieces, numbers, others = list[int](), list[int](), list[_Other]()
    for position, token in enumerate(tokens):
        first, before = _place(bounds, token.start)
        last, within = _place(bounds, token.end)
        if first % 2 == 0 and last % 2 == 0:
            others.append(_Other(position, first, before, last, within, token.cell))
        elif token.cell is not None and (token.start, token.end) == (bounds[first], bounds[first + 1]):
            numbers.append(position)
            pieces.append(first)
    values = sum(token.cell is not None and token.cell.value is not None for token in tokens)
    if (
        pieces != list(range(1, len(bounds) - 1, 2))
        or len(numbers) + len(others) < len(tokens)
        or values > 2 * len(numbers)
    ):
        return None
    types = tuple(token.type for token in tokens)
    return Stencil(table, types, tuple(numbers), tuple(others), tokens[0].start - start, end - tokens[-1].end)


def _place(bounds: Sequence[int], offset: int) -> tuple[int, int]:
    """The piece that an offset is in, and how far."""
    piece = min(bisect_right(bounds, offset) - 1, len(bounds) - 2)
    return piece, offset - bounds[piece]
