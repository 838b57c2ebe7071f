"""Bytes to text and back: the only module that knows encodings."""

from __future__ import annotations

import codecs

from giar_lark.source.source import Source

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# a text has next to no other characters
_READABLE = 0.9


def decode(data: bytes, name: str) -> Source:
    """Plain text to a source. Never raises.

    Encodings are found without asking: a byte order mark, UTF-16 without one (seen by its zero bytes), strict UTF-8,
    then GB18030, which covers GBK and GB2312.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decoded(data, name, encoding, bom)
    if b"\x00" in data[:4096]:
        wide = _utf16_without_bom(data)
        return _decoded(data, name, wide) if wide else _binary(name)
    if data.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")):
        return _binary(name)
    try:
        return Source(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        return _best_of(data, name)


def encode(source: Source) -> bytes:
    """The bytes of a source, as it was read: same encoding, same byte order mark, same format."""
    if source.origin is not None:
        return source.origin.encoded()
    return source.mark + source.text.encode(source.encoding)


def _binary(name: str) -> Source:
    return Source("", name, "binary", binary=True)


def _decoded(data: bytes, name: str, encoding: str, mark: bytes = b"") -> Source:
    text = data[len(mark) :].decode(encoding, errors="replace")
    return Source(text, name, encoding, damaged=text.count("\ufffd"), mark=mark)


def _best_of(data: bytes, name: str) -> Source:
    """GB18030 if it decodes, else whichever of UTF-8 and GB18030 loses fewer characters."""
    try:
        return Source(data.decode("gb18030"), name, "gb18030")
    except UnicodeDecodeError:
        sources = [_decoded(data, name, encoding) for encoding in ("utf-8", "gb18030")]
        best = min(sources, key=lambda source: source.damaged)
        return _binary(name) if best.damaged * 10 > len(best.text) else best


def _utf16_without_bom(data: bytes) -> str | None:
    """The byte order of UTF-16 that makes the beginning readable; None if neither does, and the bytes are no text."""
    if len(data) % 2:
        return None
    shares = {
        encoding: _readable(data[:4096].decode(encoding, errors="replace")) for encoding in ("utf-16-le", "utf-16-be")
    }
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] > _READABLE else None


def _readable(text: str) -> float:
    """The share of a text that is Chinese, printable ASCII, full-width or white space."""
    good = sum(
        "\u3000" <= c <= "\u9fff" or "\uff00" <= c <= "\uffef" or (c.isascii() and c.isprintable()) or c.isspace()
        for c in text
    )
    return good / max(len(text), 1)
