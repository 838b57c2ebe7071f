"""What day it is; here alone, so that a test can set it."""

from __future__ import annotations

from datetime import date


def today() -> date:
    """The day, where the program runs."""
    return date.today()
