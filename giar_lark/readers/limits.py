"""How much of a document is read at most."""

from __future__ import annotations

from giar_lark.lean.records import dataclass

_MEGABYTE = 1 << 20
_UNITS = ((1 << 30, "GB"), (_MEGABYTE, "MB"), (1 << 10, "KB"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What no honest report needs: what is beyond it is refused with one finding, in bounded time and memory.

    Units: `file_bytes` of a file or of a member of an archive, `expanded_bytes` of all that a compressed document unfolds
    to, `ratio` of unfolded to packed bytes of one part of it, or of all that is in an archive, `depth` of nested elements or
    tables, `nesting` of archives in archives, `parts` of a document, `members` of an archive, `pages` of a PDF, `seconds`
    for a program that is started to convert a document.
    """

    file_bytes: int = 64 * _MEGABYTE
    expanded_bytes: int = 256 * _MEGABYTE
    ratio: int = 200
    depth: int = 200
    nesting: int = 4
    parts: int = 10_000
    members: int = 100_000
    pages: int = 300
    seconds: int = 120


DEFAULT = Limits()


def size_in_words(count: int) -> str:
    """A number of bytes as a person writes it: `64 MB`."""
    unit, name = next(((unit, name) for unit, name in _UNITS if count >= unit), (1, "B"))
    return f"{count / unit:.3g} {name}"
