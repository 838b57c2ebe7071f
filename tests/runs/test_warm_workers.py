"""A worker begins with everything loaded."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from giar_lark.lean.garbage import OBJECTS_UNTIL_GARBAGE
from giar_lark.runs.worker import begin


@pytest.fixture
def usual_threshold() -> Iterator[None]:
    """What this process looks for garbage by, put back afterwards."""
    usual = gc.get_threshold()
    yield
    gc.set_threshold(*usual)
    gc.unfreeze()


@pytest.mark.usefixtures("usual_threshold")
def test_a_worker_looks_for_garbage_as_seldom_as_the_program() -> None:
    begin()
    assert gc.get_threshold()[0] == OBJECTS_UNTIL_GARBAGE
