"""The bytes of a page to text: what it declares counts only where more than one encoding decodes it."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, replace
from giar_lark.source.encodings import decode
from giar_lark.source.source import Source

_DECLARED = lazy_pattern(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
# a declaration stands near the beginning
_HEAD_BYTES = 8192
# encodings whose bytes GB18030 decodes too, to other characters
_TRADITIONAL = {b"big5": "big5hkscs", b"big5-hkscs": "big5hkscs"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The source of the mark-up itself, and the encoding in which new text is written into it."""

    source: Source
    writes: str


def decode_page(data: bytes, name: str) -> Decoded:
    """The mark-up in the bytes of a page.

    GB2312 and GBK are read as GB18030, which has all their characters, as browsers do. What is declared falsely is settled by
    what decodes: UTF-8 if the bytes are, else GB18030.
    """
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    encoding = declared[1].lower() if declared else b""
    source = decode(data, name)
    if source.encoding == "gb18030" and encoding in _TRADITIONAL:
        source = _tried(data, source, _TRADITIONAL[encoding])
    writes = "gbk" if source.encoding == "gb18030" and encoding != b"gb18030" else source.encoding
    return Decoded(source, writes)


def _tried(data: bytes, source: Source, encoding: str) -> Source:
    try:
        return replace(source, text=data.decode(encoding), encoding=encoding, damaged=0)
    except UnicodeDecodeError:
        return source
