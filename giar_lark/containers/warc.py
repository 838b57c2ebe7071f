"""WARC files of crawlers: each page that was answered is a document, called by its address.

Nothing is fetched: what a page refers to is not followed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from giar_lark.containers.http import body_of
from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.signs import WARC
from giar_lark.containers.trouble import damaged
from giar_lark.containers.window import Window, buffered
from giar_lark.lean.records import dataclass

_LONGEST_LINE = 1 << 16
_MOST_LINES = 1_000
_ANSWERS = ("response", "resource", "conversion")
# what a report may be: the others are passed over like pictures in a folder
_DOCUMENTS = ("text/", "application/", "multipart/")
_NO_DOCUMENTS = (
    "text/css",
    "text/javascript",
    "text/dns",
    "text/xml",
    "application/javascript",
    "application/x-javascript",
    "application/json",
    "application/xml",
    "application/rss+xml",
    "application/font",
    "application/x-font",
    "application/vnd.ms-fontobject",
    "application/x-shockwave-flash",
    "application/warc-fields",
)


@dataclass(frozen=True, slots=True)
class _Record:
    """The headers of a record, and its block."""

    headers: Mapping[str, str]
    block: Window

    def member(self, number: int, place: Place) -> Member | None:
        """The page in it; None where it is no answer, or none that could be a report."""
        kind, address = self.headers.get("warc-type", ""), self.headers.get("warc-target-uri", "").strip("<>")
        if kind not in _ANSWERS or not address:
            return None
        stream = buffered(self.block)
        media = self.headers.get("content-type", "")
        head: Mapping[str, str] = {}
        if media.startswith("application/http"):
            status, head = http_head(stream)
            if status != 200:
                return None
            media = head.get("content-type", "text/html")
        if not _may_be_a_report(media):
            return None
        return Member(
            name=address,
            order=f"{number:012}",
            open=lambda path: body_of(stream, head, path, place),
            is_row=True,
        )


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The pages of a file, in its order. Raises Trouble, where it is damaged."""
    number = 0
    while (record := _record(stream, place)) is not None:
        number += 1
        member = record.member(number, place)
        if member is not None:
            yield member
        record.block.skip()


def http_head(stream: io.BufferedReader) -> tuple[int, Mapping[str, str]]:
    """The status of an answer (0: it has none) and its headers."""
    status, _, _ = stream.readline(_LONGEST_LINE).partition(b"\r\n")
    parts = status.split(None, 2)
    code = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    return code, _headers(stream) or {}


def _record(stream: io.BufferedReader, place: Place) -> _Record | None:
    """The next record; None at the end."""
    line = stream.readline(_LONGEST_LINE)
    blank = 0
    while line in (b"\r\n", b"\n") and blank < _MOST_LINES:
        line, blank = stream.readline(_LONGEST_LINE), blank + 1
    if not line:
        return None
    headers = _headers(stream) if line.startswith(WARC) else None
    length = "" if headers is None else headers.get("content-length", "")
    if headers is None or not (length.isascii() and length.isdigit()):
        raise damaged(place.path)
    return _Record(headers, Window(stream, int(length), place.path))


def _headers(stream: io.BufferedReader) -> Mapping[str, str] | None:
    """Lines of names and values up to a blank one; None where they do not end."""
    headers: dict[str, str] = {}
    for _ in range(_MOST_LINES):
        line = stream.readline(_LONGEST_LINE)
        if line in (b"\r\n", b"\n", b""):
            return headers
        name, _, value = line.decode("utf-8", "replace").partition(":")
        headers[name.strip().lower()] = value.strip()
    return None


def _may_be_a_report(media: str) -> bool:
    kind = media.partition(";")[0].strip().lower()
    return kind.startswith(_DOCUMENTS) and not kind.startswith(_NO_DOCUMENTS)


KIND = Kind(name="warc", members=members)
