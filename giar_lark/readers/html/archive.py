"""A page that was saved as one file with all that it shows (`.mht`): the page itself is one of its parts, and so are its frames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.decode import decode_page

_BEGINNING = lazy_pattern(
    rb"(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)",
    re.IGNORECASE,
)
_PAGES = ("text/html", "application/xhtml+xml")
_FRAME = lazy_pattern(r"(?i)<i?frame\b[^>]*?\ssrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))[^>]*>")
# no page is made of more parts in parts, or shows more frames, than this
_MOST_BOUNDARIES, _MOST_FRAMES = 50, 20


def is_page_archive(data: bytes) -> bool:
    """Whether bytes begin as such a file does."""
    return _BEGINNING.match(_without_mark(data[:4096])) is not None


def page_in(data: bytes) -> bytes | None:
    """The bytes of the first page in such a file, with the pages in its frames; None if it holds none."""
    from email import message_from_bytes

    if data.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        return None
    parts = [part for part in message_from_bytes(_without_mark(data)).walk() if isinstance(part, Message)]
    pages = [
        (part, page) for part in parts if part.get_content_type() in _PAGES and (page := _content(part)) is not None
    ]
    if not pages:
        return None
    (_, first), *others = pages
    framed = {place: page for part, page in others for place in _places(part)}
    return _with_frames(first, framed) if framed else first


def _without_mark(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()


def _content(part: Message) -> bytes | None:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else None


def _places(part: Message) -> list[str]:
    """By what the source of a frame names a part."""
    identity, location = part.get("Content-ID"), part.get("Content-Location")
    return [
        *([f"cid:{str(identity).strip().strip('<>')}"] if identity else []),
        *([str(location).strip()] if location else []),
    ]


def _with_frames(page: bytes, framed: Mapping[str, bytes]) -> bytes:
    """A page in which each frame is what it shows."""
    text = decode_page(page, "").source.text

    def shown(frame: re.Match[str]) -> str:
        inner = framed.get(next(filter(None, frame.groups()), ""))
        return frame[0] if inner is None else f"<div>{decode_page(inner, '').source.text}</div>"

    filled, frames = _FRAME.subn(shown, text, count=_MOST_FRAMES)
    return filled.encode() if frames else page
