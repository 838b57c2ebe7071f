"""A page that was saved as one file with all that it shows (`.mht`): the page itself is one of its parts."""

from __future__ import annotations

import re

from giar_lark.pattern import lazy_pattern

_BEGINNING = lazy_pattern(
    rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE
)
# no page is made of more parts in parts than this
_MOST_BOUNDARIES = 50


def is_page_archive(data: bytes) -> bool:
    """Whether bytes begin as such a file does."""
    return _BEGINNING.match(data[:4096].lstrip()) is not None


def page_in(data: bytes) -> bytes | None:
    """The bytes of the first page in such a file; None if it holds none."""
    from email import message_from_bytes
    from email.message import Message

    if data.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        return None
    for part in message_from_bytes(data.lstrip()).walk():
        if isinstance(part, Message) and part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            return page if isinstance(page, bytes) else None
    return None
