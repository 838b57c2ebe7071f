"""By what containers and compressed streams are known, told without loading what reads them."""

from __future__ import annotations

import io
from collections.abc import Callable

from giar_lark.lean.pattern import lazy_pattern

GZIP, BZIP2, XZ = b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ\x00"
ZIP, ZIP_END, _ZIP_IN_PARTS = b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04"
WARC, PARQUET = b"WARC/", b"PAR1"
# archives that no library at hand unfolds
FOREIGN = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7z"}
TAR_BLOCK_BYTES, TAR_MAGIC_AT, _TAR_ENDINGS = 512, 257, (".tar", ".tgz")
_JSONL_ENDINGS = (".jsonl", ".ndjson")
JSONL_SPACE = b" \t\r\n\xef\xbb\xbf"


def is_compressed(stream: io.BufferedReader) -> bool:
    """Whether a stream is compressed."""
    return stream.peek(8).startswith((GZIP, BZIP2, XZ))


def _is_tar(head: bytes, name: str) -> bool:
    """By the magic word, or, in old archives, by the sum of the header; an archive of nothing by its name."""
    block, is_called_tar = head[:TAR_BLOCK_BYTES], name.lower().endswith(_TAR_ENDINGS)
    if len(block) < TAR_BLOCK_BYTES:
        return False
    if not block.strip(b"\0"):
        return is_called_tar
    return (block[TAR_MAGIC_AT:].startswith(b"ustar") or is_called_tar) and is_tar_header(block)


def is_tar_header(block: bytes) -> bool:
    """Whether a block has the sum that it says."""
    try:
        told = tar_number(block[148:156])
    except ValueError:
        return False
    return told == sum(block[:148]) + 8 * 0x20 + sum(block[156:])


def tar_number(digits: bytes) -> int:
    """A number in a header: octal digits, or, if it is large, bytes behind a mark. Raises ValueError."""
    if digits[0] & 0x80:
        return int.from_bytes(digits[1:], "big")
    return int(digits.strip(b"\0 ") or b"0", 8)


def _is_jsonl(head: bytes, name: str) -> bool:
    """By its name, or where its first line is an object and another begins behind it."""
    start = head.lstrip(JSONL_SPACE)
    if name.lower().endswith(_JSONL_ENDINGS):
        return not start or start.startswith(b"{")
    first, _, rest = start.partition(b"\n")
    is_like_it = first.startswith(b"{") and rest.lstrip(JSONL_SPACE).startswith(b"{")
    return is_like_it and json_object(first) is not None


def json_object(line: bytes) -> dict[str, object] | None:
    """The object on a line; None where there is none that can be read."""
    from json import loads

    try:
        value = loads(line.strip(JSONL_SPACE))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


# a saved page is written like an e-mail, but for the kinds of its parts: it is one document
_HEADERS = lazy_pattern(rb"(?:[A-Za-z][A-Za-z0-9-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)*+")
_MAIL = lazy_pattern(rb"(?im)^content-type:\s*(?:multipart/(?:mixed|signed|report)|text/plain|message/rfc822)\b")


def _is_mail(head: bytes, name: str) -> bool:
    """By its headers, which have to say that it has parts, or is a text, in the way of e-mails."""
    headers = _HEADERS.match(head.lstrip(b"\xef\xbb\xbf\r\n"))
    return headers is not None and b"mime-version:" in headers[0].lower() and _MAIL.search(headers[0]) is not None


# the modules of the kinds, each with its test by the first bytes and the name; in order, the first whose test is passed
TESTS: tuple[tuple[str, Callable[[bytes, str], bool]], ...] = (
    ("zip", lambda head, name: head.startswith((ZIP, ZIP_END, _ZIP_IN_PARTS))),
    ("tar", _is_tar),
    ("warc", lambda head, name: head.startswith(WARC)),
    ("parquet", lambda head, name: head.startswith(PARQUET)),
    ("mail", _is_mail),
    ("foreign", lambda head, name: head.startswith(tuple(FOREIGN))),
    ("jsonl", _is_jsonl),
)
