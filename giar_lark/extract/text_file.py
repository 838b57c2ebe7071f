"""A dataset as text: a line a row, each field with something in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, repeat
from pathlib import Path

from giar_lark.extract.rows import Plain, Rows
from giar_lark.extract.schema import Column, Kind
from giar_lark.extract.sink import Sink
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How rows are written: what stands in front of each field and behind the last, in the place of no value, and how values
    of some kinds are `quoted`. Those of the others are written as they are.
    """

    fronts: Sequence[str]
    end: str
    nothing: str
    quoted: Callable[[Sequence[str]], Sequence[str]]
    quoted_kinds: frozenset[Kind]


class _Frame(NamedTuple):
    """What stands in front of a number and, with its state, behind it; and what stands there if there is neither."""

    front: str
    behind: str
    absent: str


class TextSink(Sink):
    """UTF-8. What all rows of a document have alike is made once for all of them."""

    def __init__(self, path: Path, columns: Sequence[Column], notation: Notation, head: str = "") -> None:
        """Begin a file with what stands above the rows."""
        super().__init__(path, columns)
        self._notation = notation
        self._are_quoted = [column.kind in notation.quoted_kinds for column in columns]
        self._frames: dict[Plain, list[_Frame]] = {}
        self._file = self.part.open("w", encoding="utf-8", newline="")
        self._file.write(head)

    def write(self, rows: Rows) -> None:
        """Add the rows of a document."""
        if rows.numbers is None:
            columns = [repeat(one, rows.height) if isinstance(one, str) else one for one in self._pieces(rows)]
            pieces = [*chain.from_iterable(zip(*columns, strict=True))]
        elif isinstance(rows.states, list):
            [row] = rows.each()
            pieces = [*self._row(row), self._notation.end]
        else:
            frames = self._frames_of(rows.states, len(rows.told))
            cells = [
                absent if number is None else f"{front}{number}{behind}"
                for number, (front, behind, absent) in zip(rows.numbers, frames, strict=True)
            ]
            pieces = [*self._row(rows.told), *cells, self._notation.end]
        self._file.write("".join(pieces))

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

    discard = finish

    def _row(self, values: Sequence[Plain]) -> Iterator[str]:
        """The first fields of a row, and what stands in front of each."""
        fields = self._fields(values, self._are_quoted)
        return chain.from_iterable(zip(self._notation.fronts, fields, strict=False))

    def _frames_of(self, state: Plain, told: int) -> list[_Frame]:
        """What stands around each number of a report, behind what is told of it, if all have this state."""
        if state not in self._frames:
            fronts, nothing = self._notation.fronts[told:], self._notation.nothing
            [field] = self._fields([state], [True])
            self._frames[state] = [
                _Frame(front, f"{behind}{field}", f"{front}{nothing}{behind}{nothing}")
                for front, behind in zip(fronts[::2], fronts[1::2], strict=True)
            ]
        return self._frames[state]

    def _pieces(self, rows: Rows) -> Iterator[str | Sequence[str]]:
        """What many rows are put together of: texts that all of them have, and between them the fields of columns."""
        alike = ""
        for front, column, is_quoted in zip(self._notation.fronts, rows.in_full(), self._are_quoted, strict=True):
            alike += front
            if column is None or isinstance(column, str):
                alike += self._fields([column], [is_quoted])[0]
            else:
                yield alike
                yield self._column(column, is_quoted)
                alike = ""
        yield alike + self._notation.end

    def _column(self, values: Sequence[Plain], is_quoted: bool) -> Sequence[str]:
        """The fields of a column."""
        texts = [value for value in values if value is not None]
        if len(texts) < len(values):
            return self._fields(values, [is_quoted] * len(values))
        return self._notation.quoted(texts) if is_quoted else texts

    def _fields(self, values: Sequence[Plain], are_quoted: Sequence[bool]) -> list[str]:
        """Values as fields. All texts are quoted together, which is sooner done than one by one."""
        texts = [value for value in compress(values, are_quoted) if value is not None]
        nothing, quoted = self._notation.nothing, iter(self._notation.quoted(texts))
        return [
            nothing if value is None else next(quoted) if is_quoted else value
            for value, is_quoted in zip(values, are_quoted, strict=False)
        ]
