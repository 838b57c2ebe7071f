"""A table without its numbers. Reports that come from one form differ in nothing else, so what it says is found once.

A number that stands alone between separators is a number whichever it is: the short way looks at none. So the tokens that
it finds are those of every table that comes out when other numbers are put in their places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter

from giar_lark.later import kept_property
from giar_lark.named_tuple import NamedTuple
from giar_lark.pattern import lazy_pattern
from giar_lark.records import dataclass
from giar_lark.span import Span
from giar_lark.tokenise.cell_text import CellText, is_plain_number, read_number
from giar_lark.tokenise.token import Token

# what stands between white space or bars: what `_fields` gives
_FIELD = lazy_pattern(r"[^\s|]+")


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
    """The text of table `t2`, `t3` or `t4` with gaps for numbers, and its tokens, told by the pieces: words, number, words, ….

    `text` has `%s` for each number, which `pick` takes out of the fields of a table. `words` has how many characters each
    piece of words has, `numbers` the positions of the tokens that are numbers, in order, `blanks` those cells that are none
    with what they read as. `lead` and `rest` are how many characters stand in front of the first token and behind the last.
    Without slots, so that whoever keeps something of it need not keep it alive.
    """

    table: str
    text: str
    pick: Callable[[Sequence[str]], tuple[str, ...]]
    types: tuple[str, ...]
    words: tuple[int, ...]
    numbers: tuple[int, ...]
    labels: tuple[_Place, ...]
    blanks: tuple[tuple[_Place, CellText], ...]
    lead: int
    rest: int

    def numbers_in(self, text: str) -> tuple[CellText, ...] | None:
        """The numbers with which it comes to a text; None if there are none."""
        try:
            numbers = self.pick(_fields(text))
            return tuple(map(read_number, numbers)) if self.text % numbers == text else None
        except (IndexError, ValueError):  # fewer fields, or one that is no number
            return None

    @kept_property
    def cells(self) -> tuple[int, ...]:
        """The positions of all cells."""
        return tuple(sorted((*self.numbers, *(place.position for place, _ in self.blanks))))

    @kept_property
    def order(self) -> tuple[int, ...]:
        """Where each of its cells, in order, is found among its numbers and, behind them, its blanks."""
        found = (*self.numbers, *(place.position for place, _ in self.blanks))
        numbers = {position: number for number, position in enumerate(found)}
        return tuple([numbers[position] for position in self.cells])


class RegularTable:
    """A table from `start` to `end`, of whose own only the numbers are kept; its tokens are made when they are asked for."""

    __slots__ = ("_numbers", "end", "start", "stencil")

    def __init__(self, stencil: Stencil, numbers: tuple[CellText, ...], start: int, end: int) -> None:
        self.stencil, self._numbers, self.start, self.end = stencil, numbers, start, end

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
        if not self.stencil.blanks:
            return self._numbers
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


def stencil_of(tokens: Sequence[Token], text: str, start: int, table: str) -> Stencil | None:
    """The stencil of a table with these tokens, whose text begins at an offset.

    None if most values are none of the numbers: no other table is like it.
    """
    fields = _numbers_at(tokens, text, start)
    bounds = [start, *(bound for position in fields for bound in tokens[position].span), start + len(text)]
    pieces = [text[first - start : last - start] for first, last in pairwise(bounds)]
    places = [
        _Place(position, *_piece_at(bounds, token.start), *_piece_at(bounds, token.end))
        for position, token in enumerate(tokens)
        if position not in fields
    ]
    values = sum(token.cell is not None and token.cell.value is not None for token in tokens)
    if values > 2 * len(fields) or any(place.first % 2 or place.last % 2 for place in places):
        return None
    return Stencil(
        table=table,
        text="%s".join(words.replace("%", "%%") for words in pieces[::2]),
        pick=_picker(tuple(fields.values())),
        types=tuple(token.type for token in tokens),
        words=tuple(map(len, pieces[::2])),
        numbers=tuple(fields),
        labels=tuple(place for place in places if tokens[place.position].cell is None),
        blanks=tuple((place, cell) for place in places if (cell := tokens[place.position].cell) is not None),
        lead=tokens[0].start - start,
        rest=start + len(text) - tokens[-1].end,
    )


def _fields(text: str) -> list[str]:
    return text.replace("|", " ").split()


def _numbers_at(tokens: Sequence[Token], text: str, start: int) -> dict[int, int]:
    """The positions of those tokens that are all of a field and a plain number, each with which field it is."""
    fields = {start + field.start(): (number, field[0]) for number, field in enumerate(_FIELD.finditer(text))}
    found: dict[int, int] = {}
    for position, token in enumerate(tokens):
        number, field = fields.get(token.start, (0, ""))
        if token.cell is not None and len(field) == token.end - token.start and is_plain_number(field):
            found[position] = number
    return found


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What takes the fields at some places out of all."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda fields: tuple([fields[place] for place in places])


def _piece_at(bounds: Sequence[int], offset: int) -> tuple[int, int]:
    """The piece that an offset is in, and how far."""
    piece = min(bisect_right(bounds, offset) - 1, len(bounds) - 2)
    return piece, offset - bounds[piece]
