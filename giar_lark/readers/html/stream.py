"""What a page shows, in the order of its mark-up: stretches of text, and what stands between them.

Kept flat and small, for a page may be very long: what it all is in the end, a row or two columns of a layout, is known only
where a row ends, and then written over what was noted.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from giar_lark.lean.records import dataclass, field

# a stretch of text; white space, and white space with a line break in it; the end of a block; the beginning of a cell
TEXT, SPACE, BREAK, LINE, CELL = range(5)
# line breaks and tabs that stand as they are; the number of a list's item; brackets around a note; a place to be told of
HARD_LINE, HARD_TAB, NUMBER, OPEN_NOTE, CLOSE_NOTE, FLAG, NOTHING = range(5, 12)
# a link begins, a link ends; a picture, its width one of `pictures.py`; a stretch of text that nobody sees
LINK, END_LINK, PICTURE, UNSEEN = 12, 13, 14, 15

Entry = tuple[int, int, int]


@dataclass(slots=True)
class Stream:
    """The entries: of each its kind, and where in the document it stands; `spelled` has the text of those whose text in the
    document is another, by that place."""

    document: str
    kinds: array[int] = field(default_factory=lambda: array("b"))
    origins: array[int] = field(default_factory=lambda: array("L"))
    widths: array[int] = field(default_factory=lambda: array("L"))
    spelled: dict[int, str] = field(default_factory=dict)
    has_pictures: bool = False

    def __len__(self) -> int:
        return len(self.kinds)

    def add(self, kind: int, origin: int, width: int = 0) -> None:
        """Add an entry."""
        self.kinds.append(kind)
        self.origins.append(origin)
        self.widths.append(width)

    def text(self, number: int) -> str:
        """The text of an entry that has one."""
        origin = self.origins[number]
        return self.spelled.get(origin) or self.document[origin : origin + self.widths[number]]

    def words(self, start: int, end: int) -> str:
        """The texts between two entries, without white space."""
        kinds = self.kinds
        return "".join([self.text(at).strip() for at in range(start, end) if kinds[at] == TEXT])

    def replace(self, start: int, end: int, old: Sequence[int], new: int) -> None:
        """Make another kind of some kinds between two entries."""
        kinds = self.kinds
        for at in range(start, end):
            if kinds[at] in old:
                kinds[at] = new

    def insert(self, at: int, entries: Sequence[Entry]) -> None:
        """Put entries in front of another one, near the end."""
        for column, values in zip((self.kinds, self.origins, self.widths), zip(*entries, strict=True), strict=True):
            column[at:at] = array(column.typecode, values)

    def rearrange(self, parts: Sequence[tuple[int, int]]) -> None:
        """Put the last entries, which are in parts, into another order."""
        first = min(start for start, _ in parts)
        for column in (self.kinds, self.origins, self.widths):
            moved = array(column.typecode)
            for start, end in parts:
                moved += column[start:end]
            column[first:] = moved
