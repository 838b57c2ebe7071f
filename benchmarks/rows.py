"""What every reader has to find: the rows of table 3."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """A row of table 3: its official label and its seven values, `-` for a blank."""

    label: str
    values: tuple[str, ...]
