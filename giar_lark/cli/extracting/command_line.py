"""Command lines to be copied: one line each, that a shell takes as it was meant."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence

from giar_lark.containers.names import outer_file, visible
from giar_lark.lean.pattern import lazy_pattern

# what `visible` writes, and a backslash that stands for nothing else
_ESCAPED = lazy_pattern(r"\\(?:x[0-9a-f]{2}|u[0-9a-f]{4})")
_BACKSLASH = lazy_pattern(r"\\(?!x[0-9a-f]{2}|u[0-9a-f]{4})")


def command_line(words: Sequence[str]) -> str:
    """The line of a command."""
    return " ".join(map(_word, words))


def _word(word: str) -> str:
    """A word in quotation marks, if it needs them; what cannot be seen or is no text in the escapes of a shell (`$'…'`)."""
    if word.isprintable() and (not _ESCAPED.search(word) or os.path.lexists(outer_file(word))):
        return shlex.quote(word)
    escaped = _BACKSLASH.sub(lambda _: "\\\\", word).replace("'", "\\'")
    return f"$'{visible(escaped)}'"
