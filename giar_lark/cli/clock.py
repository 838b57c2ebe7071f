"""What day it is, and what time; here alone, so that a test can set it."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day, where the program runs."""
    return date.today()


def now() -> datetime:
    """The time, where the program runs."""
    return datetime.now().astimezone()
