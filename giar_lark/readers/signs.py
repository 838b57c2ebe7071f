"""By what a document of mark-up is known, told without loading its reader."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern

_PAGE = lazy_pattern(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|style|table|tbody|tr|div|p|span"
    rb"|h[1-6]|center|font|section|article|main|ul|ol|br|hr|pre|strong|b)\b(?![:]))",
    re.IGNORECASE,
)
_ARCHIVE = lazy_pattern(rb"(?:MIME-Version|From|Subject|Date|Content-Type):", re.IGNORECASE)
_SAVED = lazy_pattern(rb"(?:^|\n)Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)\b", re.IGNORECASE)
_CELLS = (b"<td>", b"<td ", b"<TD>", b"<TD ", b"<td\n", b"<th>", b"<th ", b"<tr>", b"<tr ", b"<TR>", b"<TR ")
_CELLS_OF_BOOKS = (b"</cell>", b"</Cell>", b"</entry>")
# other formats whose documents may hold mark-up, and know so of themselves
_OTHERS = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"{", b"[", b"WARC/", b"PAR1")
_HEAD_BYTES, _FIRST_BYTES = 4096, 64


def is_page(data: bytes, name: str) -> bool:
    """Whether bytes begin as a page of HTML does, or a piece of one, in any encoding, or as a page saved with its parts.

    Not a text in the mark-up of books, which shares tags of paragraphs and tables with HTML, and has cells of its own.
    """
    if _PAGE.match(_head(data, _HEAD_BYTES)):
        return not any(mark in data for mark in _CELLS_OF_BOOKS)
    return is_saved_page(data)


def is_saved_page(data: bytes) -> bool:
    """Whether bytes begin as a page saved with its parts does."""
    if not _ARCHIVE.match(_head(data, _FIRST_BYTES)):
        return False
    return _SAVED.search(_head(data, _HEAD_BYTES)) is not None


def _head(data: bytes, count: int) -> bytes:
    """So many bytes with which a document begins, as if a character were one of them, without a byte order mark."""
    return data[:count].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def holds_cells(data: bytes, name: str) -> bool:
    """Whether bytes are a text that holds tables in HTML."""
    return b"<" in data and not data.startswith(_OTHERS) and any(mark in data for mark in _CELLS)
