"""What the format counts in each row and reports in each section, and the article of the regulation behind it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple


class Meaning(NamedTuple):
    """What a row counts, or what a section reports; `article` is empty where it rests on the format alone."""

    text: Text
    article: str


def meaning_of(terminal: str) -> Meaning | None:
    """The meaning of a row, a group or a section, by the terminal of its label; None for what has none of its own."""
    return _meanings().get(terminal)


@cache
def _meanings() -> dict[str, Meaning]:
    data = tomllib.loads((files("giar_lark") / "data" / "meanings.toml").read_text(encoding="utf-8"))
    entries = data["sections"] | data["rows"]
    return {name: Meaning(Text(entry["zh"], entry["en"]), entry.get("of", "")) for name, entry in entries.items()}
