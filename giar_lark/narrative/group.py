"""The words around a number as a group: their run of terminals, and what only the words themselves tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.narrative.figure import When
from giar_lark.narrative.run import Run, run_of
from giar_lark.narrative.tree import Item

_PART = frozenset({"MONTH", "PART_OF_YEAR"})
# a word or two of no weight may stand between a noun and its number: 余 in 其余的, 着, 起
_SHORT_GAP = 1


class Group(NamedTuple):
    """Items that belong together, and their run."""

    items: Sequence[Item]
    run: Run

    def between(self, start: int, end: int) -> Group:
        """The group of some of the items."""
        return Group(self.items[start:end], run_of(self.run.types[start:end]))

    @property
    def is_unclear(self) -> bool:
        """Whether unknown words stand where a noun would narrow down what is counted.

        Between the last known word and the number, or directly before the noun or the outcome.
        """
        run = self.run
        return run.has_unknown and (
            self.chars_of(run.loose) > _SHORT_GAP or any(self.chars_of((at,)) > _SHORT_GAP for at in run.narrowing)
        )

    def chars_of(self, places: Iterable[int]) -> int:
        """How many characters the items at some places have."""
        return sum([self.items[at].end - self.items[at].start for at in places])

    def time(self, text: str, year: int | None, inherited: When) -> When:
        """The year that the items are of: the last time among them, else that of the words before."""
        return self._latest(self.run.times, text, year, inherited)

    def year(self, text: str, year: int | None, inherited: When) -> When:
        """The year that the items name by its number, or as the present one; else that of the words before."""
        return self._latest(self.run.years, text, year, inherited)

    def is_dated(self, text: str, year: int | None) -> bool:
        """Whether some items name the year reported on."""
        return self.year(text, year, When.OTHER) is When.THIS

    def _latest(self, places: Iterable[int], text: str, year: int | None, inherited: When) -> When:
        when = inherited
        for at in places:
            item = self.items[at]
            if item.type == "YEAR":
                written = int(text[item.start : item.start + 4])
                when = (
                    When.THIS if year is None or written == year else When.LAST if written == year - 1 else When.OTHER
                )
            elif item.type == "THIS_YEAR":
                when = When.THIS
            elif item.type == "LAST_YEAR":
                when = When.LAST
            elif item.type in ("NEXT_YEAR", "SINCE"):
                when = When.OTHER
            elif item.type in _PART:
                when = When.PART
        return when


def group_of(items: Sequence[Item]) -> Group:
    """The group of some items."""
    return Group(items, run_of(tuple([item.type for item in items])))
