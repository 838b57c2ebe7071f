"""Command lines to be copied: one line each, that a shell takes as it was meant."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from giar_lark.containers.names import visible
from giar_lark.pattern import lazy_pattern

# a byte of a file's name as `written` has it, and a backslash that stands for nothing else
_BYTE = lazy_pattern(r"\\x[89a-f][0-9a-f]")
_BACKSLASH = lazy_pattern(r"\\(?!x[89a-f][0-9a-f])")


def command_line(words: Sequence[str]) -> str:
    """The line of a command."""
    return " ".join(map(_word, words))


def _word(word: str) -> str:
    """A word in quotation marks, if it needs them; what cannot be seen or is no text in the escapes of a shell (`$'…'`)."""
    if word.isprintable() and (not _BYTE.search(word) or os.path.lexists(word)):
        return shlex.quote(word)
    escaped = _BACKSLASH.sub(lambda _: "\\\\", word).replace("'", "\\'")
    return f"$'{visible(escaped)}'"
