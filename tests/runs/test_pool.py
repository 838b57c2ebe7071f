"""How a pool of processes ends."""

from __future__ import annotations

from threading import Event

import pytest

pytest.importorskip("pebble")

from giar_lark.runs.pool import _joined


class _Pool:
    """A pool that has ended when it is told so."""

    def __init__(self) -> None:
        self.may_end, self.has_ended = Event(), Event()

    def join(self) -> None:
        self.may_end.wait()
        self.has_ended.set()


def test_a_pool_that_never_ends_is_not_waited_for() -> None:
    pool = _Pool()
    _joined(pool, 0.01)  # type: ignore[arg-type]
    assert not pool.has_ended.is_set()
    pool.may_end.set()


def test_a_pool_that_ends_is_waited_for() -> None:
    pool = _Pool()
    pool.may_end.set()
    _joined(pool, 60)  # type: ignore[arg-type]
    assert pool.has_ended.is_set()
