"""What the TOML files of the grammar come to, as the package keeps it: working it out takes longer than reading a report.

`tools/write_kept.py` writes it after a change of such a file; until then it is worked out anew at each start, and a test fails.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any, TypeAlias

from giar_lark.lean.resources import read_file, read_grammar

# of plain values, as JSON has them
Record: TypeAlias = dict[str, Any]


def kept(name: str, work_out: Callable[[str], Record]) -> Record:
    """What is worked out of the text of `grammar/NAME.toml`, which is what is kept if that is of this very text."""
    text = read_grammar(f"{name}.toml")
    return shipped(name).get(fingerprint(text)) or work_out(text)


def shipped(name: str) -> Record:
    """The record that the package has of a file, by the fingerprint of the text that it was worked out of."""
    record: Record = json.loads(read_file("data", f"{name}.json"))
    return record


def fingerprint(text: str) -> str:
    """What tells one text of a file from another."""
    return f"{zlib.crc32(text.encode()):08x}"


def toml(text: str) -> Record:
    """What a text in TOML says."""
    from tomllib import loads

    return loads(text)
