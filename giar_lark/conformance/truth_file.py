"""The truth of cases as JSON that reads well: a line an entry, and a line each cell, finding and text."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from giar_lark.export.json import to_json

Truth = dict[str, Any]


def truth_json(truth: Mapping[str, Any]) -> str:
    """The text of a truth file."""
    lines = [f"  {to_json(name)}: {_block(value)}" for name, value in truth.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def cell_truth(value: int | Decimal | None, state: str) -> int | Decimal | Truth | None:
    """A cell as a truth file has it: a number that is given, null for a blank, else value and state."""
    return value if state in ("given", "blank") else {"value": value, "state": state}


def _block(value: object) -> str:
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"    {to_json(name)}: {to_json(entry)}" for name, entry in value.items()) + "\n  }"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(f"    {to_json(entry)}" for entry in value) + "\n  ]"
    return to_json(value)
