"""How much of a document is read at most."""

from __future__ import annotations

from dataclasses import dataclass

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What no honest report needs: what is beyond it is refused with one finding, in bounded time and memory.

    Units: `file_bytes` of a file or of a member of an archive, `expanded_bytes` of all that a compressed document unfolds
    to, `ratio` of unfolded to packed bytes of one part of it, `depth` of nested elements, tables or archives, `parts` of a
    document or members of an archive, `pages` of a PDF, `seconds` for a program that is started to convert a document.
    """

    file_bytes: int = 64 * _MEGABYTE
    expanded_bytes: int = 256 * _MEGABYTE
    ratio: int = 200
    depth: int = 200
    parts: int = 10_000
    pages: int = 300
    seconds: int = 120


DEFAULT = Limits()
