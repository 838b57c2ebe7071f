"""A table without its numbers. Reports that come from one form differ in nothing else, so what it says is found once.

A number that stands alone between separators is a number whichever it is: the short way looks at none. So the tokens that
it finds are those of every table with the same words, blanks, marks and separators in front of, between and behind the numbers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter

from giar_lark.named_tuple import NamedTuple
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


class _Place(NamedTuple):
    """A token that is no number: its position, and the pieces in which it begins and ends, each with how far in."""

    position: int
    first: int
    before: int
    last: int
    within: int

    def among(self, bounds: Sequence[int]) -> tuple[int, int]:
        """Where it begins and ends, given where the pieces do."""
        return bounds[self.first] + self.before, bounds[self.last] + self.within


@dataclass(frozen=True, eq=False)
class Stencil:
    """The tokens of table `t2`, `t3` or `t4`, told by the pieces that its numbers cut it into: words, number, words, ….

    `words` has how many characters each piece of words has, `numbers` has the positions of the tokens that are numbers, in order, `blanks` those cells that are none with what they
    read as. `lead` and `rest` are how many characters stand in front of the first token and behind the last.
    Without slots, so that whoever keeps something of it need not keep it alive.
    """

    table: str
    types: tuple[str, ...]
    words: tuple[int, ...]
    numbers: tuple[int, ...]
    labels: tuple[_Place, ...]
    blanks: tuple[tuple[_Place, CellText], ...]
    lead: int
    rest: int

    @cached_property
    def cells(self) -> tuple[int, ...]:
        """The positions of all cells."""
        return tuple(sorted((*self.numbers, *(place.position for place, _ in self.blanks))))

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Where each of its cells, in order, is found among its numbers and, behind them, its blanks."""
        found = (*self.numbers, *(place.position for place, _ in self.blanks))
        numbers = {position: number for number, position in enumerate(found)}
        return tuple([numbers[position] for position in self.cells])


class RegularTable:
    """A table from `start` to `end`, of whose own only the numbers are kept; its tokens are made when they are asked for."""

    __slots__ = ("_numbers", "end", "start", "stencil")

    def __init__(self, stencil: Stencil, pieces: Sequence[str], start: int, end: int) -> None:
        self.stencil, self.start, self.end = stencil, start, end
        self._numbers = tuple(map(read_cell, pieces[1::2]))

    @property
    def types(self) -> tuple[str, ...]:
        """The types of its tokens."""
        return self.stencil.types

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(self.start + self.stencil.lead, self.end - self.stencil.rest)

    def readings(self) -> tuple[CellText, ...]:
        """What its cells read as, in their order."""
        found = [*self._numbers, *(reading for _, reading in self.stencil.blanks)]
        return tuple(map(found.__getitem__, self.stencil.order))

    def cell_places(self) -> list[tuple[int, int]]:
        """Where its cells begin and end, in their order."""
        bounds = self._bounds()
        found = [
            *zip(bounds[1::2], bounds[2::2], strict=False),
            *(place.among(bounds) for place, _ in self.stencil.blanks),
        ]
        return list(map(found.__getitem__, self.stencil.order))

    def label_places(self) -> dict[int, tuple[int, int]]:
        """Where its other tokens begin and end, by their positions."""
        bounds = self._bounds()
        return {place.position: place.among(bounds) for place in self.stencil.labels}

    def tokens(self) -> list[Token]:
        """Its tokens."""
        labels = [(position, place, None) for position, place in self.label_places().items()]
        cells = zip(self.stencil.cells, self.cell_places(), self.readings(), strict=True)
        return [
            Token(self.types[position], *place, reading)
            for position, place, reading in sorted([*labels, *cells], key=itemgetter(0))
        ]

    def _bounds(self) -> list[int]:
        words = self.stencil.words
        sizes = [0] * (len(words) + len(self._numbers))
        sizes[::2] = words
        sizes[1::2] = [len(number.raw) for number in self._numbers]
        return list(accumulate(sizes, initial=self.start))


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


def known_table(pieces: Sequence[str], start: int, end: int, table: str) -> RegularTable | None:
    """The table from `start` to `end` that is cut to these pieces, if one with the same stencil has been learned; None else."""
    stencil = _known.stencils.get((table, _CUT.join(pieces[::2]))) if pieces else None
    return RegularTable(stencil, pieces, start, end) if stencil is not None else None


def learned_table(
    tokens: Sequence[Token], pieces: Sequence[str], start: int, end: int, table: str
) -> RegularTable | None:
    """The table from `start` to `end` with these tokens and pieces, remembered for the next one like it.

    None if not every number is a cell of its own.
    """
    stencil = _stencil(tokens, pieces, start, end, table) if pieces else None
    if stencil is None:
        return None
    _known.keep((table, _CUT.join(pieces[::2])), stencil)
    return RegularTable(stencil, pieces, start, end)


def cut_by_numbers(text: str, start: int, end: int) -> Sequence[str]:
    """What the numbers of a table cut it into, each of them a piece, too; nothing where it can have no stencil.

    It is too long, has the sign of a cut, or begins within a line, so that the line of its first row has words of others.
    """
    region = text[start:end]
    if end - start > _KEPT_CHARS or _CUT in region or text[start - 1 : start].strip("\n"):
        return ()
    return _NUMBER.split(region)


def _stencil(tokens: Sequence[Token], pieces: Sequence[str], start: int, end: int, table: str) -> Stencil | None:
    """The stencil of a table with these tokens.

    None if a number stands in a label or in no token, or if most values are none of the numbers: no other table is like it.
    """
    bounds = list(accumulate(map(len, pieces), initial=start))
    cuts = dict(zip(bounds[1::2], bounds[2::2], strict=False))
    numbers, labels, blanks = list[int](), list[_Place](), list[tuple[_Place, CellText]]()
    for position, token in enumerate(tokens):
        if token.cell is not None and cuts.get(token.start) == token.end:
            numbers.append(position)
            continue
        place = _Place(position, *_piece_at(bounds, token.start), *_piece_at(bounds, token.end))
        if place.first % 2 or place.last % 2:
            return None
        if token.cell is None:
            labels.append(place)
        else:
            blanks.append((place, token.cell))
    values = sum(token.cell is not None and token.cell.value is not None for token in tokens)
    if [tokens[number].start for number in numbers] != list(cuts) or values > 2 * len(numbers):
        return None
    return Stencil(
        table=table,
        types=tuple(token.type for token in tokens),
        words=tuple(map(len, pieces[::2])),
        numbers=tuple(numbers),
        labels=tuple(labels),
        blanks=tuple(blanks),
        lead=tokens[0].start - start,
        rest=end - tokens[-1].end,
    )


def _piece_at(bounds: Sequence[int], offset: int) -> tuple[int, int]:
    """The piece that an offset is in, and how far."""
    piece = min(bisect_right(bounds, offset) - 1, len(bounds) - 2)
    return piece, offset - bounds[piece]
