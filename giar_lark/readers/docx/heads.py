"""Which label stands over which columns of a table: a cell over several of them stands for several."""

from __future__ import annotations

from giar_lark.lean.records import dataclass, field

# no table of a report has more columns
_MOST = 64


@dataclass(slots=True)
class Heads:
    """The labels over the columns so far, each by a number of its own."""

    over: dict[int, int] = field(default_factory=dict)
    _seen: int = 0

    def add(self, column: int, columns: int) -> None:
        """A label stands over some columns."""
        self._seen += 1
        self.over.update(dict.fromkeys(_columns(column, columns), self._seen))

    def places(self, column: int, columns: int) -> int:
        """How many places a cell over some columns takes: as many as have labels of their own, and one at least."""
        return max(len({self.over.get(one, 0) for one in _columns(column, columns)} - {0}), 1)


def _columns(column: int, columns: int) -> range:
    return range(column, column + min(columns, _MOST))
