"""The grammars that tables are made of."""

from __future__ import annotations

import hashlib

from giar_lark.resources import read_grammar

# the files that each grammar is read from, by the name of its start rule
SOURCES = {"report": ("report.lark", "labels.lark"), "narrative": ("narrative.lark",)}


def fingerprint(grammar: str) -> str:
    """What tells one text of a grammar from another."""
    digest = hashlib.sha256()
    for name in SOURCES[grammar]:
        digest.update(read_grammar(name).encode())
    return digest.hexdigest()
