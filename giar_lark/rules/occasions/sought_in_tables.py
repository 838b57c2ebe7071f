"""What rules look for in tables: numbers that go together badly, and words that were not seen to be sound before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.order import Order
from giar_lark.model.organ import Organ
from giar_lark.model.report import Table
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells

# of numbers; blank: 0
Test = Callable[..., bool]
Look = Callable[..., Iterable[Any]]


class _Sought(NamedTuple):
    """A test of some numbers, and of which organs' it is asked; of anybody's where that is None."""

    test: Test
    keys: tuple[str, ...]
    of: Callable[[Organ], bool] | None


_tests: list[_Sought] = []
_looks: set[Look] = set()


def sought_in_numbers(*keys: str, of: Callable[[Organ], bool] | None = None) -> Callable[[Test], Test]:
    """The decorator of a test of the numbers in some cells, or in all cells of a row or a table, whether they are worth a look. Blank: 0.

    A number that is not in the tables of a report counts as 0, too. A test fails, and its rule has nothing to say, where all are
    0, or where it is asked `of` other organs than the one that reports.
    """

    def added(test: Test) -> Test:
        _tests.append(_Sought(test, keys, of))
        return test

    return added


def worth_a_look(cells: Cells, organ: Organ | None) -> Iterator[Test]:
    """The tests of numbers that succeed in a report of an organ."""
    numbers = [*cells.readings.numbers, 0]
    for test, asked_in in _asked_of(organ, cells.readings.order):
        asked = asked_in(numbers)
        if any(asked) and test(*asked):
            yield test


@lru_cache(maxsize=512)
def _asked_of(organ: Organ | None, order: Order) -> tuple[tuple[Test, Callable[[list[Number]], Sequence[Number]]], ...]:
    """The tests in a report of an organ, each with what gives its numbers among those of the report, and behind them a 0."""
    due = [sought for sought in _tests if sought.of is None or (organ is not None and sought.of(organ))]
    return tuple([(sought.test, _getter(sought.keys, order)) for sought in due])


def _getter(keys: tuple[str, ...], order: Order) -> Callable[[list[Number]], Sequence[Number]]:
    if len(keys) == 1:
        place = order.places.get(keys[0], len(order.keys))
        return itemgetter(order.lines.get(keys[0], slice(place, place + 1)))
    return itemgetter(*[order.places.get(key, len(order.keys)) for key in keys])


def sought_in_frames(look: Look) -> Look:
    """The decorator of a look at all of a table but its numbers and its places; see `Context.in_frames`."""
    _looks.add(look)
    return look


def unseen(tables: Iterable[Table]) -> set[Look]:
    """The looks that have not yet been taken at tables with the words of some, or have found something."""
    return set[Look]().union(*[_looks - table.frame.sound for table in tables if not _looks <= table.frame.sound])
