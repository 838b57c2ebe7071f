"""Writes `giar_lark/data/*.json`, which are not of parse tables: what the TOML files of the grammar come to.

    python tools/write_kept.py

Run it after every change to `grammar/*.toml`. Until then all is worked out anew at each start, and a test fails.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from giar_lark.lean.kept import Record, fingerprint, toml
from giar_lark.lean.resources import read_grammar
from giar_lark.rules.phrases.fixed import worked_out

OUTPUT = Path(__file__).parents[1] / "giar_lark" / "data"
KEPT: dict[str, Callable[[str], Record]] = {"phrases": worked_out, "templates": toml}


def record(name: str) -> Record:
    """What is kept of a file."""
    text = read_grammar(f"{name}.toml")
    return {fingerprint(text): KEPT[name](text)}


def main() -> None:
    """Write what is kept of each file, a line each value, so that a change shows as a small difference."""
    for name in KEPT:
        written = json.dumps(record(name), ensure_ascii=False, indent=0) + "\n"
        (OUTPUT / f"{name}.json").write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
