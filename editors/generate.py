"""Writes what editors and readers get from the grammar: the TextMate grammar, the JSON description, the railroad pages,
and the parts of the VS Code extension that the grammar and the configuration already say.

`python editors/generate.py` writes what has changed; with `--check` it only names those files, and ends with 1 if there are any.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from manifest import manifest

from giar_lark.notation.description import description
from giar_lark.notation.railroad import railroad_page
from giar_lark.notation.textmate import textmate_grammar

ROOT = Path(__file__).parents[1]
VSCODE = ROOT / "editors" / "vscode"
DOCS = ROOT / "docs" / "grammar"


def documents() -> dict[Path, str]:
    """The text of every generated file by its path."""
    return {
        VSCODE / "package.json": as_json(manifest(json.loads((VSCODE / "package.json").read_text("utf-8")))),
        VSCODE / "LICENSE": (ROOT / "LICENSE").read_text("utf-8"),
        VSCODE / "syntaxes" / "giar.tmLanguage.json": as_json(textmate_grammar()),
        DOCS / "grammar.json": as_json(description()),
        DOCS / "zh.html": railroad_page("zh"),
        DOCS / "en.html": railroad_page("en"),
    }


def as_json(value: object) -> str:
    """A value as JSON that is read and compared line by line."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def stale(texts: Mapping[Path, str]) -> list[Path]:
    """The files that are not as they should be."""
    return [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]


def main(arguments: list[str]) -> int:
    """The exit code of the program: 1 where `--check` finds anything to write."""
    texts = documents()
    changed = stale(texts)
    for path in changed:
        print(path.relative_to(ROOT).as_posix())
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8", newline="\n")
    return int("--check" in arguments and bool(changed))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
