"""Tables over pages: what a page repeats of the page before is left out, and what the end of a page cuts is one again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.readers.pdf.blocks import Block, Entry, Row, Table
from giar_lark.readers.pdf.lines import joined
from giar_lark.readers.pdf.official import is_label, is_rest

# edges of two pages are the same if they differ by less
_SAME = 4.0
# the beginning of a row that the end of a page cuts above its first line is lower
_STRIP = 10.0
# what ends within so many points of the edge of the paper was meant to go on
_AT_EDGE = 2.0
# a cell of a number, of a mark for none, or of nothing
_VALUE = lazy_pattern(r"[\s\d.,，．％%+\-−—/\\]*$")


def join_tables(pages: Sequence[Sequence[Block]]) -> None:
    """Mend the tables that go on from one page to the next, in place."""
    chain: _Chain | None = None
    for before, after in itertools.pairwise(pages):
        above, below = before[-1] if before else None, after[0] if after else None
        if not isinstance(above, Table) or not isinstance(below, Table):
            chain = None
            continue
        if chain is None or len(before) > 1:
            chain = _Chain(above)
        if _are_as_wide(above, below) or chain.lacks_columns(below):
            chain.add(above, below)
        else:
            chain = None


def _are_as_wide(above: Table, below: Table) -> bool:
    apart = (above.box[2] - above.box[0]) - (below.box[2] - below.box[0])
    return above.ruled and below.ruled and abs(apart) < _SAME


@dataclass(slots=True)
class _Chain:
    """A table over pages: its first part, where its cells begin from the left, and the labels, by row and place in it, that reach
    the end of the last page."""

    first: Table
    labels: list[tuple[Row, int]] = field(default_factory=list)
    _lefts: set[float] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Note the cells of the first part."""
        self._note(self.first)

    def lacks_columns(self, below: Table) -> bool:
        """Whether a part goes on without the first columns: programs draw no rules around what of a merged cell is empty there."""
        is_as_far = below.ruled and self.first.ruled and abs(below.box[2] - self.first.box[2]) <= _SAME
        return is_as_far and any(abs(left - below.box[0]) < _SAME for left in self._lefts)

    def _note(self, part: Table) -> None:
        self._lefts |= {entry.cell[0] for row in part.rows for entry in row}

    def add(self, above: Table, below: Table) -> None:
        """Take the part on the next page into the chain."""
        self._note(below)
        _leave_out_what_lies_off_the_page(above, below)
        del below.rows[: self._repeated(below)]
        while above.rows and _is_strip(above.rows[-1]):
            del above.rows[-1]
        while below.rows and _is_strip(below.rows[0]):
            del below.rows[0]
        if not above.rows or not below.rows:
            return
        self.labels += [(row, at) for row in above.rows for at, entry in enumerate(row[:-1]) if _is_open(entry, above)]
        self._take_lone_label(below)
        if _is_drawn_again(above, below):
            cut = above.rows.pop()
            self.labels = [(owner, at) for owner, at in self.labels if owner is not cut]
        row = below.rows[0]
        if len(row) == len(above.rows[-1]) and _take_rest(above, below):
            self.labels = [(owner, at) for owner, at in self.labels if at < len(row) and row[at].open]
            return
        taken = [(owner, at) for owner, at in self.labels if owner[at].cell[2] < below.box[0] + _SAME]
        others = [*above.rows[:-1], *below.rows[1:]]
        while _has_label(row[1:]) and not _is_blank_itself(row[0], others) and (place := self._label_of(row[0])):
            owner, at = place
            if row[0].open:
                taken.append(place)
            owner[at] = _whole(owner[at], row.pop(0))
        _take_rest(above, below)
        self.labels = taken

    def _take_lone_label(self, below: Table) -> None:
        """Give a group the label that stands on the next page beside nothing, its row being on the page before."""
        if len(below.rows) < 2 or len(below.rows[0]) > 1 or (place := self._label_of(below.rows[0][0])) is None:
            return
        owner, at = place
        owner[at] = _whole(owner[at], below.rows.pop(0)[0])

    def _repeated(self, below: Table) -> int:
        """How many rows at the top of a page are the header of the table again."""
        count = 0
        for row, again in zip(self.first.rows, below.rows, strict=False):
            texts = [entry.text for entry in row]
            if texts != [entry.text for entry in again] or any(_VALUE.match(text) for text in texts):
                break
            count += 1
        return count

    def _label_of(self, entry: Entry) -> tuple[Row, int] | None:
        """The label that a cell at the beginning of a page continues: with nothing, with its rest, or with all of it."""
        for row, at in self.labels:
            label = row[at]
            if _are_one_column(label, entry) and _has_label(row[at + 1 :]):
                whole = not entry.text or not label.text or is_rest(label.text, entry.text)
                return (row, at) if whole else None
        return None


def _take_rest(above: Table, below: Table) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before, which is whole then.

    Blanks in front of it are those of groups that go on.
    """
    row, rest = above.rows[-1], below.rows[0]
    groups = max(len(rest) - len(row), 0)
    if any(entry.text for entry in rest[:groups]) or not _is_cut(row, rest := rest[groups:]):
        return False
    row[:] = [_whole(entry, other) for entry, other in zip(row, rest, strict=True)]
    del below.rows[0]
    return True


def _is_blank_itself(entry: Entry, rows: Sequence[Row]) -> bool:
    """Whether a blank cell is none that goes on: its column has others that are no higher than their rows."""
    beside = (
        (other, row[-1]) for row in rows for other in row[:-1] if _are_one_column(entry, other) and not other.text
    )
    return not entry.text and any(_height(other) < _height(value) + _SAME for other, value in beside)


def _height(entry: Entry) -> float:
    return entry.cell[3] - entry.cell[1]


def _has_label(row: Row) -> bool:
    return not all(_VALUE.match(entry.text) for entry in row)


def _is_open(entry: Entry, table: Table) -> bool:
    return entry.open or entry.cell[3] > table.page.height - _AT_EDGE


def _leave_out_what_lies_off_the_page(above: Table, below: Table) -> None:
    """Some programs draw a table over the end of the page, and on the next page from above its top: nobody sees that."""
    while above.rows and all(
        not entry.text and entry.cell[1] > above.page.height - _AT_EDGE for entry in above.rows[-1]
    ):
        del above.rows[-1]
    while below.rows and all(not entry.text and entry.cell[1] < _AT_EDGE for entry in below.rows[0]):
        del below.rows[0]


def _is_drawn_again(above: Table, below: Table) -> bool:
    """Whether the end of the page cuts through a row that the next page has whole."""
    row, again = [entry.text for entry in above.rows[-1]], [entry.text for entry in below.rows[0]]
    while row and not row[0]:
        del row[0]
    is_cut = any(entry.cell[3] > above.page.height - _AT_EDGE for entry in above.rows[-1])
    return is_cut and _has_label(above.rows[-1]) and row == again[len(again) - len(row) :]


def _is_strip(row: Row) -> bool:
    """Whether a row is a strip that the end of a page leaves: without room for writing, or without rules between its cells."""
    if any(entry.text for entry in row):
        return False
    return len(row) == 1 or all(entry.cell[3] - entry.cell[1] < _STRIP for entry in row)


def _is_cut(row: Row, rest: Row) -> bool:
    """Whether a row is the rest of the one that ends the page before: its label says so, and a value in both was wrapped.

    Or one has the label and no value, and the other values and no label.
    """
    if len(row) != len(rest) or not all(map(_are_one_column, row, rest)):
        return False
    both = [(entry.text, other.text) for entry, other in zip(row, rest, strict=True) if entry.text and other.text]
    if not both:
        return _has_label(row) != _has_label(rest)
    words = [(text, other) for text, other in both if not (text.isdigit() and other.isdigit())]
    if len(words) < len(both) and not _is_wrapped(row, rest):
        return False
    if not words:
        return _has_label(row) and not _has_label(rest)
    return any(is_rest(*pair) for pair in words) and all(is_label(text + other) for text, other in words)


def _is_wrapped(row: Row, rest: Row) -> bool:
    """Whether the figures of a row go on in its rest because their cells are too narrow: all of those that fill them."""
    figures = [(entry.text, other.text) for entry, other in zip(row, rest, strict=True) if entry.text.isdigit()]
    width = max((len(text) for text, _ in figures), default=0)
    return width > 1 and all(not other or (len(text) == width >= len(other)) for text, other in figures)


def _whole(entry: Entry, rest: Entry) -> Entry:
    place = entry if entry.text else rest
    return replace(place, text=joined([entry.text, rest.text]))


def _are_one_column(entry: Entry, other: Entry) -> bool:
    return abs(entry.cell[0] - other.cell[0]) < _SAME and abs(entry.cell[2] - other.cell[2]) < _SAME
