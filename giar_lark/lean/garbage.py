"""How often a process looks for garbage that refers to itself."""

from __future__ import annotations

import gc

# What a start loads stays, and so does a report while it is checked: among them nothing is found by looking every 700 objects.
OBJECTS_UNTIL_GARBAGE = 300_000


def look_seldom() -> None:
    """Let this process look for garbage seldom."""
    gc.set_threshold(OBJECTS_UNTIL_GARBAGE)
