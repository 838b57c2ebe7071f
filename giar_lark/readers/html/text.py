"""A stretch of text between two tags to entries: white space and character references are what may be something else."""

from __future__ import annotations

import re
from html import unescape

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.html.stream import BREAK, HARD_LINE, HARD_TAB, SPACE, TEXT, Stream

_SPACES = " \t\r\n\f"
_REFERENCE = r"&(?:#[0-9]{1,7}+;?|#[xX][0-9A-Fa-f]{1,6}+;?|[A-Za-z][A-Za-z0-9]{1,31}+;?)"
_PARTS = lazy_pattern(rf"[ \t\r\n\f]{{2,}}+|[\t\r\n\f]|{_REFERENCE}")
_PREFORMATTED_PARTS = lazy_pattern(rf"\r\n?|[\n\t]|{_REFERENCE}")


def add_text(stream: Stream, start: int, end: int) -> None:
    """Add text whose white space is no more than a space."""
    if start >= end:
        return
    document = stream.document
    text = document[start:end]
    if text[0] not in _SPACES and text[-1] not in _SPACES and _PARTS.search(text) is None:
        stream.add(TEXT, start, end - start)
        return
    if len(text) > (lead := len(text) - len(text.lstrip(_SPACES))):
        if lead:
            _space(stream, start, start + lead)
        body = end - (len(text) - len(text.rstrip(_SPACES)))
        at = start + lead
        for part in _PARTS.finditer(document, at, body):
            _stretch(stream, at, part.start())
            at = part.end()
            if document[part.start()] == "&":
                _reference(stream, part)
            else:
                _space(stream, *part.span())
        _stretch(stream, at, body)
        if body < end:
            _space(stream, body, end)
    elif text:
        _space(stream, start, end)


def add_preformatted(stream: Stream, start: int, end: int) -> None:
    """Add text whose white space stands as it is."""
    at = start
    for part in _PREFORMATTED_PARTS.finditer(stream.document, start, end):
        _stretch(stream, at, part.start())
        at = part.end()
        if part[0][0] == "&":
            _reference(stream, part)
        else:
            stream.add(HARD_TAB if part[0] == "\t" else HARD_LINE, part.start(), len(part[0]))
    _stretch(stream, at, end)


def _stretch(stream: Stream, start: int, end: int) -> None:
    if end > start:
        stream.add(TEXT, start, end - start)


def _space(stream: Stream, start: int, end: int) -> None:
    text = stream.document[start:end]
    stream.add(BREAK if "\n" in text or "\r" in text else SPACE, start, end - start)


def _reference(stream: Stream, match: re.Match[str]) -> None:
    """Add the character that is meant; letters and digits behind a reference without semicolon are none of it."""
    written, meant = match[0], unescape(match[0])
    if meant == written or not meant:
        _stretch(stream, *match.span())
        return
    rest = 0
    while rest + 1 < len(meant) and meant[-1 - rest] == written[-1 - rest] and not written.endswith(";"):
        rest += 1
    stream.spelled[match.start()] = meant[: len(meant) - rest]
    stream.add(TEXT, match.start(), len(written) - rest)
    _stretch(stream, match.end() - rest, match.end())
