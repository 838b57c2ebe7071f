"""What rules look for in tables: numbers that go together badly, and words that were not seen to be sound before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from giar_lark.model.order import Order
from giar_lark.model.report import Table
from giar_lark.rules.numbers.cells import Cells

# of numbers; blank: 0
Test = Callable[..., bool]
Look = Callable[..., Iterable[Any]]

_tests: list[tuple[Test, tuple[str, ...]]] = []
_looks: set[Look] = set()


def sought_in_numbers(*keys: str) -> Callable[[Test], Test]:
    """The decorator of a test of the numbers in some cells, or in all cells of a row, whether they are worth a look. Blank: 0.

    A number that is not in the tables of a report counts as 0, too. A test fails, and its rule has nothing to say, where all are 0.
    """

    def added(test: Test) -> Test:
        _tests.append((test, keys))
        return test

    return added


def worth_a_look(cells: Cells) -> Iterator[Test]:
    """The tests of numbers that succeed."""
    numbers = [*cells.readings.numbers, 0]
    for test, places in _places(cells.readings.order):
        asked = [*map(numbers.__getitem__, places)]
        if any(asked) and test(*asked):
            yield test


@lru_cache(maxsize=64)
def _places(order: Order) -> tuple[tuple[Test, tuple[int, ...]], ...]:
    """The tests, each with where its numbers are among those of a report, and behind them a 0."""
    return tuple([(test, tuple([place for key in keys for place in _places_of(key, order)])) for test, keys in _tests])


def _places_of(key: str, order: Order) -> Iterable[int]:
    line = order.lines.get(key)
    return range(line.start, line.stop) if line is not None else (order.places.get(key, len(order.keys)),)


def sought_in_frames(look: Look) -> Look:
    """The decorator of a look at all of a table but its numbers and its places; see `Context.in_frames`."""
    _looks.add(look)
    return look


def unseen(tables: Iterable[Table]) -> set[Look]:
    """The looks that have not yet been taken at tables with the words of some, or have found something."""
    return set[Look]().union(*[_looks - table.frame.sound for table in tables])
