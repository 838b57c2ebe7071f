"""A table without its numbers. Reports that come from one form differ in nothing else, so what it says is found once.

A number that stands alone between separators is a number whichever it is: the short way looks at none. So the tokens that
it finds are those of every table that comes out when other numbers are put in their places.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from operator import itemgetter

from giar_lark.lean.later import kept_property
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText, is_plain_number, read_count, read_number
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.whole_table import WholeTable

# what stands between white space or bars, and what in a text is of the signs that plain numbers are made of
_FIELD = lazy_pattern(r"[^\s|]+")
_DIGITS = lazy_pattern(r"[0-9.]+")
# every byte of a text in UTF-8, but for those signs, as a blank
_ALL_BUT_DIGITS = bytes(sign if sign in b"0123456789." else ord(" ") for sign in range(256))


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


class Numbers(NamedTuple):
    """The numbers of a table as they are written, in order, and what they count if all cells are counts, else read as.

    They are kept on one line, for a model of many tables has to be small.
    """

    line: bytes
    counts: tuple[int, ...] | None
    readings: tuple[CellText, ...] = ()

    @property
    def written(self) -> list[bytes]:
        """Each number."""
        return self.line.split()


@dataclass(frozen=True, eq=False)
class Stencil:
    """The text of table `t2`, `t3` or `t4` with gaps for numbers, and its tokens, told by the pieces: words, number, words, ….

    `words` has the pieces of words in UTF-8, `sizes` how many characters each has. `pick` takes the numbers out of all runs
    of digits in such a table, `numbers` has the positions of the tokens that they are, in order, `blanks` those cells that are
    none with what they read as; `is_counted` is whether no cell is blank or has a fraction. `lead` and `rest` are how many
    characters stand in front of the first token and behind the last.
    Without slots, so that whoever keeps something of it need not keep it alive.
    """

    table: str
    words: tuple[bytes, ...]
    sizes: tuple[int, ...]
    pick: Callable[[Sequence[bytes]], tuple[bytes, ...]]
    types: tuple[str, ...]
    numbers: tuple[int, ...]
    labels: tuple[_Place, ...]
    blanks: tuple[tuple[_Place, CellText], ...]
    is_counted: bool
    lead: int
    rest: int

    def numbers_in(self, text: bytes) -> Numbers | None:
        """The numbers with which it comes to a text in UTF-8; None if there are none."""
        try:
            numbers = self.pick(text.translate(_ALL_BUT_DIGITS).split())
            if self._with(numbers) != text:
                return None
            if self.is_counted:
                return Numbers(b" ".join(numbers), tuple(map(read_count, numbers)))
            return Numbers(b" ".join(numbers), None, tuple(map(read_number, numbers)))
        except (IndexError, ValueError):  # fewer runs of digits, or one that is no number
            return None

    def _with(self, numbers: Sequence[bytes]) -> bytes:
        pieces = [b""] * (len(self.words) + len(numbers))
        pieces[::2], pieces[1::2] = self.words, numbers
        return b"".join(pieces)

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


class RegularTable(WholeTable):
    """A table from `start` to `end`, of whose own only the numbers are kept; its tokens are made when they are asked for."""

    __slots__ = ("_numbers", "end", "start", "stencil")

    def __init__(self, stencil: Stencil, numbers: Numbers, start: int, end: int) -> None:
        self.stencil, self._numbers, self.start, self.end = stencil, numbers, start, end

    @property
    def key(self) -> str:
        """Which table it is."""
        return self.stencil.table

    @property
    def type(self) -> tuple[str, ...]:
        """The types of its tokens."""
        return self.stencil.types

    @property
    def span(self) -> Span:
        """From its first token to its last."""
        return Span(self.start + self.stencil.lead, self.end - self.stencil.rest)

    @property
    def counts(self) -> tuple[int, ...] | None:
        """What its cells count, in their order; None where one is blank or has a fraction."""
        return self._numbers.counts

    def readings(self) -> tuple[CellText, ...]:
        """What its cells read as, in their order."""
        numbers = self._numbers.readings or tuple(map(read_number, self._numbers.written))
        if not self.stencil.blanks:
            return numbers
        found = [*numbers, *(reading for _, reading in self.stencil.blanks)]
        return tuple(map(found.__getitem__, self.stencil.order))

    def raw(self) -> Sequence[str]:
        """What stands in its cells, in their order: in most, nothing but the numbers."""
        return super().raw() if self.stencil.blanks else self._numbers.line.decode("ascii").split()

    def cell(self, number: int) -> tuple[CellText, tuple[int, int]] | None:
        """What one of its cells reads as, and where it begins and ends; None where the blanks among them have to be placed first."""
        if self.stencil.blanks:
            return None
        *before, written = self._numbers.written[: number + 1]
        start = self.start + sum(self.stencil.sizes[: number + 1]) + sum(map(len, before))
        return read_number(written), (start, start + len(written))

    def cell_starts(self) -> Sequence[int]:
        """Where its cells begin, in their order."""
        return super().cell_starts() if self.stencil.blanks else self._bounds()[1:-1:2]

    def cell_places(self) -> list[tuple[int, int]]:
        """Where its cells begin and end, in their order."""
        bounds = self._bounds()
        found = list(zip(bounds[1::2], bounds[2::2], strict=False))
        if not self.stencil.blanks:
            return found
        found += [place.among(bounds) for place, _ in self.stencil.blanks]
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
            Token(self.type[position], *place, reading)
            for position, place, reading in sorted([*labels, *cells], key=itemgetter(0))
        ]

    def _bounds(self) -> list[int]:
        words, numbers = self.stencil.sizes, self._numbers.written
        sizes = [0] * (len(words) + len(numbers))
        sizes[::2], sizes[1::2] = words, map(len, numbers)
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
    blanks = tuple((place, cell) for place in places if (cell := tokens[place.position].cell) is not None)
    if values > 2 * len(fields) or any(place.first % 2 or place.last % 2 for place in places):
        return None
    return Stencil(
        table=table,
        words=tuple(map(in_utf8, pieces[::2])),
        sizes=tuple(map(len, pieces[::2])),
        pick=_picker(tuple(fields.values())),
        types=tuple(token.type for token in tokens),
        numbers=tuple(fields),
        labels=tuple(place for place in places if tokens[place.position].cell is None),
        blanks=blanks,
        is_counted=not blanks and all(number.isdigit() for number in pieces[1::2]),
        lead=tokens[0].start - start,
        rest=start + len(text) - tokens[-1].end,
    )


def in_utf8(text: str) -> bytes:
    """A text in UTF-8, in which no byte of a digit is part of anything else; half a character stays what it is."""
    return text.encode("utf-8", "surrogatepass")


def _numbers_at(tokens: Sequence[Token], text: str, start: int) -> dict[int, int]:
    """The positions of those tokens that are all of a field and a plain number, each with which run of digits it is."""
    fields = {start + field.start(): field[0] for field in _FIELD.finditer(text)}
    runs = {start + digits.start(): number for number, digits in enumerate(_DIGITS.finditer(text))}
    found: dict[int, int] = {}
    for position, token in enumerate(tokens):
        field = fields.get(token.start, "")
        if token.cell is not None and len(field) == token.end - token.start and is_plain_number(field):
            found[position] = runs[token.start]
    return found


def _picker(places: Sequence[int]) -> Callable[[Sequence[bytes]], tuple[bytes, ...]]:
    """What takes the runs of digits at some places out of all."""
    if len(places) > 1:
        return itemgetter(*places)
    return lambda runs: tuple([runs[place] for place in places])


def _piece_at(bounds: Sequence[int], offset: int) -> tuple[int, int]:
    """The piece that an offset is in, and how far."""
    piece = min(bisect_right(bounds, offset) - 1, len(bounds) - 2)
    return piece, offset - bounds[piece]
