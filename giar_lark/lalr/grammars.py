"""The grammars that tables are made of."""

from __future__ import annotations

import zlib

from giar_lark.lean.resources import read_grammar

# the files that each grammar is read from, by the name of its start rule
SOURCES = {"report": ("report.lark", "labels.lark"), "narrative": ("narrative.lark",)}


def fingerprint(grammar: str) -> str:
    """What tells one text of a grammar from another."""
    text = "\0".join(map(read_grammar, SOURCES[grammar]))
    return f"{zlib.crc32(text.encode()):08x}"
