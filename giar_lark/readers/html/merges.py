"""Cells over several rows or columns: where a row's own cells stand, and what a merged one holds in each place that it covers."""

from __future__ import annotations

import re
from functools import lru_cache

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.stream import CELL, NOTHING, TEXT, Entry, Stream

# no table of a report has more columns; what is merged beyond them is not followed
MOST_COLUMNS = 60
# no page repeats so much by its merges
_MOST_REPEATED = 20_000
_UNITS = "万元|亿元|元|件|条|项|份|个|起|次|宗|人次"
_NUMBER = lazy_pattern(rf"[+\-−－~]?[\d０-９][\d０-９,，.．\s]*(?:{_UNITS})?$")
_WORD = lazy_pattern(r"[^\W\d_]")
_MARK = lazy_pattern(r"无|不适用|不涉及|暂无|没有|N/?A", re.IGNORECASE)


class TooManyMerges(Exception):
    """Merged cells repeat more than any report has."""


def is_number(text: str) -> bool:
    """Whether a cell holds a number, so that it has one place and no more."""
    return _NUMBER.match(text) is not None


@lru_cache(maxsize=4096)
def is_label(text: str) -> bool:
    """Whether a cell holds words that say what stands beside or below it."""
    return _WORD.search(text) is not None and not is_number(text) and not _MARK.fullmatch(text)


class Content(NamedTuple):
    """A cell of a row: its first entry, its columns and rows (0: all that are left), the entry behind its last one, its entries
    of text, and its words without white space, empty if it is blank."""

    mark: int
    columns: int
    rows: int
    end: int
    texts: tuple[int, ...]
    words: str


@dataclass(slots=True)
class Carried:
    """A cell that reaches into rows below its own: its column, how many of those rows are left, what it holds.

    A label is not said again in those rows; anything else takes a place in each of them.
    """

    column: int
    rows: int
    content: Content
    label: bool


@dataclass(slots=True)
class Columns:
    """The columns of a table: the cells that reach into the next row, and the number of the label above each column."""

    carried: list[Carried] = field(default_factory=list)
    heads: list[int] = field(default_factory=lambda: [0] * MOST_COLUMNS)
    labels: int = 0

    def head(self, column: int, columns: int) -> None:
        """A label stands over some columns."""
        self.labels += 1
        last = min(column + columns, MOST_COLUMNS)
        self.heads[column:last] = [self.labels] * max(last - column, 0)

    def places(self, column: int, columns: int) -> int:
        """How many places a cell over some columns takes: as many as have labels of their own."""
        return max(len(set(self.heads[column : column + columns]) - {0}), 1)

    def next_row(self, new: list[Carried]) -> None:
        """A row is at its end."""
        for cell in self.carried:
            cell.rows -= 1
        if new or self.carried:
            left = [cell for cell in (*self.carried, *new) if cell.rows > 0 and cell.column < MOST_COLUMNS]
            self.carried = sorted(left, key=lambda cell: cell.column)


@dataclass(slots=True)
class Merges:
    """The numbers of a page that stand for several cells, by their place in the document; how many places were filled so."""

    numbers: dict[int, str] = field(default_factory=dict)
    repeated: int = 0


@dataclass(slots=True)
class Placing:
    """The cells of a row on their way into their columns."""

    stream: Stream
    columns: Columns
    merges: Merges

    def place(self, row: list[Content], end: int) -> None:
        """Repeat in a row what stands there by a merge and is no label, and note what its cells leave to the next rows.

        Raises: TooManyMerges.
        """
        column, carried = 0, []
        new: list[tuple[int, list[Entry]]] = []
        for content in row:
            if self.columns.carried:
                column = self._from_above(column, content.mark, new)
            label = is_label(content.words)
            if label:
                self.columns.head(column, content.columns)
            elif content.columns > 1 and (places := self.columns.places(column, content.columns)) > 1:
                new.append((content.end, self._again(content, places - 1)))
            if content.rows != 1:
                rows = content.rows - 1 if content.rows else 1 << 16
                carried.append(Carried(column, rows, content, label))
            column += content.columns
        self._from_above(column, end, new)
        for at, entries in reversed(new):
            self.stream.insert(at, entries)
        for cell in carried if new else ():
            cell.content = _moved(cell.content, new)
        self.columns.next_row(carried)

    def _from_above(self, column: int, at: int, new: list[tuple[int, list[Entry]]]) -> int:
        """The next free column of a row; what is no label takes a place in it."""
        for cell in self.columns.carried:
            if cell.column <= column < cell.column + cell.content.columns:
                column = cell.column + cell.content.columns
                if not cell.label:
                    new.append((at, self._again(cell.content, 1)))
        return column

    def _again(self, content: Content, times: int) -> list[Entry]:
        """The entries of a cell, to be put into other places that it covers; a number is read in none, and told."""
        stream, mark = self.stream, content.mark
        self.merges.repeated += times
        if self.merges.repeated > _MOST_REPEATED:
            raise TooManyMerges
        if is_number(content.words):
            self._unread(content)
        texts = [(TEXT, stream.origins[at], stream.widths[at]) for at in content.texts if stream.kinds[at] == TEXT]
        return [(CELL, stream.origins[mark], stream.widths[mark]), *texts] * times

    def _unread(self, content: Content) -> None:
        """Make of a number what is none."""
        stream, first, last = self.stream, content.texts[0], content.texts[-1]
        origin = stream.origins[first]
        if origin not in self.merges.numbers:
            self.merges.numbers[origin] = content.words
            stream.spelled[origin] = f"{content.words}?"
            stream.widths[first] = stream.origins[last] + stream.widths[last] - origin
            for at in content.texts[1:]:
                stream.kinds[at] = NOTHING


def _moved(content: Content, new: list[tuple[int, list[Entry]]]) -> Content:
    """What a cell holds, its entries where they are after others were put in front of them."""
    shift = sum(len(entries) for at, entries in new if at <= content.mark)
    texts = tuple(at + shift for at in content.texts)
    return content._replace(mark=content.mark + shift, end=content.end + shift, texts=texts)
