"""Containers as programs write them, made in memory."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

from giar_lark.lean.resources import read_sample

REPORT = read_sample("2021").encode()


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()


def tarred(
    members: Iterable[tuple[tarfile.TarInfo | str, bytes]], mode: str = "w", format: int = tarfile.GNU_FORMAT
) -> bytes:
    """A tar archive; `mode` as `w:gz` compresses it."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode, format=format) as archive:  # type: ignore[call-overload]
        for name, data in members:
            info = tarfile.TarInfo(name) if isinstance(name, str) else name
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return made.getvalue()


def with_raw_name(name: bytes, data: bytes) -> bytes:
    """A zip archive with one member whose name is in an encoding that the archive does not tell."""
    placeholder = b"x" * len(name)
    return zipped({placeholder.decode(): data}).replace(placeholder, name)


def warc_record(address: str, body: bytes, headers: str = "Content-Type: text/plain", kind: str = "response") -> bytes:
    """A record of a crawler: the answer of a server."""
    answer = f"HTTP/1.1 200 OK\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def warc_gz(*records: bytes) -> bytes:
    """A crawl as crawlers compress it: each record by itself."""
    return b"".join(map(gzip.compress, records))
