"""What all tests share: drawn examples are the same each time, and may take as long as the machine needs."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

# a busy machine draws slowly; that says nothing about the program
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.hookimpl(tryfirst=True)
def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """No name of a test is made of the bytes of a document: they hold the time, and every process has to call it the same."""
    return argname if isinstance(val, bytes) else None
