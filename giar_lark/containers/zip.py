"""Zip archives: the directory is read, and members one by one, by name. What office programs pack in this way is a document."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial

from giar_lark.containers.damage import DAMAGE
from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.names import decoded_name, leads_out, links_out
from giar_lark.containers.reading import HARMLESS_BYTES
from giar_lark.containers.signs import ZIP_END
from giar_lark.containers.trouble import (
    Trouble,
    bomb,
    damaged,
    encrypted,
    needs_unpacking,
    overlapping,
    too_many,
)
from giar_lark.containers.window import CHUNK, Pieces, buffered
from giar_lark.readers.formats import endings

_ENCRYPTED, _UTF8 = 0x1, 0x800
_UNICODE_NAME = 0x7075
# how else members may be packed
_WORDS = {9: "ZIP Deflate64", 14: "ZIP LZMA", 93: "ZIP Zstandard", 95: "ZIP XZ", 98: "ZIP PPMd"}
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)
# the record at the end of the file, and how much of a comment may stand behind it
_END_BYTES, _COMMENT_BYTES = 22, 1 << 16
_LEAST_ENTRY_BYTES, _LOCAL_HEADER_BYTES = 46, 30
_END_64, _SIZE_AT_64 = b"PK\x06\x06", 40
# a name in the root of what office programs write: OOXML, OpenDocument, OFD
_OF_DOCUMENTS = {"[content_types].xml", "mimetype", "ofd.xml"}


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The files in a zip archive, by name. Raises Trouble, where it is damaged or not safe to read."""
    with _opened(stream, place) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        _refuse_overlapping(archive.infolist(), place)
        if entries and all(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise encrypted(place.path)
        named = sorted(((_name(entry), entry) for entry in entries), key=lambda pair: pair[0])
        for name, entry in named:
            yield _member(archive, entry, name, place)


def is_document(stream: io.BufferedReader, place: Place) -> bool:
    """Whether it is a document of an office program, by the names in it. What is damaged is one if it is called so."""
    try:
        with _opened(stream, place) as archive:
            return any(name.lower() in _OF_DOCUMENTS for name in archive.NameToInfo)
    except Trouble:
        return place.name.lower().endswith(tuple(endings()))
    finally:
        stream.seek(0)


def _opened(stream: io.BufferedReader, place: Place) -> zipfile.ZipFile:
    """The archive in a file. Its directory is held in memory, so that its length is looked at first."""
    end = stream.seek(0, io.SEEK_END)
    stream.seek(max(end - _END_BYTES - _COMMENT_BYTES, 0))
    tail = stream.read()
    at = tail.rfind(ZIP_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        raise damaged(place.path)
    if min(_directory_bytes(tail, at), end) > place.reading.limits.members * _LEAST_ENTRY_BYTES * 4:
        raise too_many(place.path, place.reading.limits)
    stream.seek(0)
    try:
        archive = zipfile.ZipFile(stream)
    except DAMAGE:
        raise damaged(place.path) from None
    if len(archive.infolist()) > place.reading.limits.members:
        raise too_many(place.path, place.reading.limits)
    return archive


def _directory_bytes(tail: bytes, at: int) -> int:
    """How long the directory is by the record at the end, or by the one in front of it in a large archive."""
    large = tail.rfind(_END_64, 0, at)
    if large >= 0 and at - large >= _SIZE_AT_64 + 8:
        return int(struct.unpack_from("<Q", tail, large + _SIZE_AT_64)[0])
    return int(struct.unpack_from("<I", tail, at + 12)[0])


def _refuse_overlapping(entries: Sequence[zipfile.ZipInfo], place: Place) -> None:
    """Raise Trouble, where two members have the same bytes of the file."""
    reached = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < reached:
            raise overlapping(place.path)
        reached = entry.header_offset + _LOCAL_HEADER_BYTES + len(entry.orig_filename) + entry.compress_size


def _is_bomb(entry: zipfile.ZipInfo, place: Place) -> bool:
    return entry.file_size > max(HARMLESS_BYTES, entry.compress_size * place.reading.limits.ratio)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, place: Place) -> Member:
    mode = entry.external_attr >> 16
    if leads_out(name) or (stat.S_ISLNK(mode) and _leads_out_by_link(archive, entry, name)):
        return Member(name=name, outside=True)
    if stat.S_ISLNK(mode):
        return Member(name=name)
    return Member(name=name, order=name, open=partial(_open, archive, entry, place))


def _leads_out_by_link(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bool:
    """Whether a member that is a link, with its target as its content, leads out of the archive."""
    try:
        with archive.open(entry) as opened:
            return links_out(name, decoded_name(opened.read(CHUNK)))
    except DAMAGE:
        return True


def _open(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: Place, path: str) -> io.BufferedReader:
    """A member to be read. Raises Trouble at its path, where it cannot be."""
    if entry.flag_bits & _ENCRYPTED:
        raise encrypted(path)
    if entry.compress_type not in _METHODS:
        raise needs_unpacking(path, _WORDS.get(entry.compress_type, f"ZIP {entry.compress_type}"))
    if _is_bomb(entry, place):
        raise bomb(path, place.reading.limits)
    return buffered(_Unzipped(archive, entry, path, place))


class _Unzipped(Pieces):
    """A member as it is unfolded. Reading raises Trouble, where it is damaged or unfolds to too much."""

    def __init__(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, place: Place) -> None:
        self._path, self._place = path, place
        try:
            self._opened = archive.open(entry)
        except DAMAGE:
            raise damaged(path) from None

    def next_bytes(self, most: int) -> bytes:
        """The next bytes of the member."""
        try:
            data = self._opened.read(most)
        except DAMAGE:
            raise damaged(self._path) from None
        self._place.budget.spend(len(data))
        return data


def _name(entry: zipfile.ZipInfo) -> str:
    """A member's name: UTF-8 where the archive says so, in the flag or beside the name; else it is found out."""
    if entry.flag_bits & _UTF8:
        return entry.orig_filename
    raw = entry.orig_filename.encode("cp437", "replace")
    return _name_beside(entry.extra, raw) or decoded_name(raw)


def _name_beside(extra: bytes, raw: bytes) -> str | None:
    """The name in UTF-8 that some programs put beside the old one, if it belongs to it."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_NAME and len(field) > 5 and field[1:5] == struct.pack("<I", zlib.crc32(raw)):
            return field[5:].decode("utf-8", "replace")
    return None


KIND = Kind(name="zip", members=members, seeks=True, is_document=is_document)
