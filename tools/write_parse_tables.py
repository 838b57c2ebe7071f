"""Writes `giar_lark/data/*.tables.json`: the parse tables of the grammars, so that Lark need not compute them at each start.

    python tools/write_parse_tables.py

Run it after every change to `grammar/*.lark`. Until then the tables are computed anew at each start, and a test fails.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from giar_lark.lalr.compute import computed
from giar_lark.lalr.grammars import SOURCES

OUTPUT = Path(__file__).parents[1] / "giar_lark" / "data"


def written(record: dict[str, Any]) -> str:
    """A record as text, an entry a line, so that a change of the grammar shows as a small difference."""
    lines = []
    for name, value in record.items():
        if isinstance(value, list) and name != "states":
            items = ",\n  ".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in value)
            lines.append(f'"{name}": [\n  {items}\n ]')
        else:
            lines.append(f'"{name}": {json.dumps(value, separators=(",", ":"))}')
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def main() -> None:
    """Write the file of each grammar."""
    for grammar in SOURCES:
        (OUTPUT / f"{grammar}.tables.json").write_text(written(computed(grammar)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
