"""Which files a pattern means: paths below a folder, with `*` and `?` within a name, and `**` for folders."""

from __future__ import annotations

import re
from functools import lru_cache

from giar_lark.lean.pattern import lazy_pattern

_WILD = lazy_pattern(r"\*\*/|\*\*|\*|\?")
_MEANINGS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def has_wildcard(pattern: str) -> bool:
    """Whether a pattern may mean several files."""
    return _WILD.search(pattern) is not None


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern means a path; both with `/`, and relative to the same folder."""
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts, at = [], 0
    for wild in _WILD.finditer(pattern):
        parts += [re.escape(pattern[at : wild.start()]), _MEANINGS[wild[0]]]
        at = wild.end()
    return re.compile("".join([*parts, re.escape(pattern[at:])]), re.DOTALL)
