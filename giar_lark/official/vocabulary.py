"""The accepted spellings of every title and label, read from `grammar/labels.lark`."""

from __future__ import annotations

import re
from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.resources import read_grammar

_ENTRY = lazy_pattern(r'^(?P<name>[A-Z][A-Z0-9_]*)\s*:\s*(?P<spellings>"[^"\n]*"(?:\s*\|\s*"[^"\n]*")*)', re.MULTILINE)
_SPELLING = lazy_pattern(r'"([^"\n]*)"')


@cache
def vocabulary() -> dict[str, tuple[str, ...]]:
    """Terminal name to its spellings, the official one first, in the order of the file."""
    return {
        entry["name"]: tuple(_SPELLING.findall(entry["spellings"]))
        for entry in _ENTRY.finditer(read_grammar("labels.lark"))
    }


def official(terminal: str) -> str:
    """The official spelling of a title or label, with its ordinal."""
    return vocabulary()[terminal][0]
