"""Tar archives, read from front to back: each member when its turn comes, none of them kept.

The standard library keeps a list of all members and reads headers of any length into memory; the format is simple enough to
be read without either.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.names import decoded_name, leads_out, links_out
from giar_lark.containers.signs import TAR_BLOCK_BYTES, TAR_MAGIC_AT, is_tar_header, tar_number
from giar_lark.containers.trouble import damaged
from giar_lark.containers.window import Window, buffered
from giar_lark.lean.records import dataclass, field

# a name or an extended header has some hundred bytes
_LONGEST_HEADER = 1 << 20
# what a header is of, if not of a file
_LINKS, _DEVICES, _FOLDER = (b"1", b"2"), (b"3", b"4", b"6"), b"5"
# headers that speak of the member behind them, or of all
_LONG_NAME, _LONG_LINK, _EXTENDED, _FOR_ALL = b"L", b"K", (b"x", b"X"), b"g"


@dataclass(slots=True)
class _Ahead:
    """What headers in front of a member say of it."""

    name: str | None = None
    link: str | None = None
    size: int | None = None


@dataclass(slots=True)
class _Entries:
    """The members of a tar archive as they come."""

    stream: io.BufferedReader
    place: Place
    _ahead: _Ahead = field(default_factory=_Ahead)

    def __iter__(self) -> Iterator[Member]:
        """Yield members. Raises Trouble, where the archive breaks off."""
        while (header := self._header()) is not None:
            kind, size = header[156:157], tar_number(header[124:136])
            if kind in (_LONG_NAME, _LONG_LINK, *_EXTENDED, _FOR_ALL):
                self._note(kind, self._header_text(size))
                continue
            ahead, self._ahead = self._ahead, _Ahead()
            size = size if ahead.size is None else ahead.size
            size = 0 if kind in (*_LINKS, *_DEVICES) else size
            window = Window(self.stream, size, self.place.path)
            member = _member(kind, ahead.name or _name(header), ahead.link or _text(header[157:257]), window)
            if member is not None:
                yield member
            window.skip(-size % TAR_BLOCK_BYTES)

    def _header(self) -> bytes | None:
        """The next header; None at the end. An archive may lack the two empty blocks that should end it."""
        header = self.stream.read(TAR_BLOCK_BYTES)
        if not header or not header.strip(b"\0"):
            return None
        if len(header) < TAR_BLOCK_BYTES or not is_tar_header(header):
            raise damaged(self.place.path)
        return header

    def _header_text(self, size: int) -> bytes:
        if size > _LONGEST_HEADER:
            raise damaged(self.place.path)
        data = self.stream.read(size + -size % TAR_BLOCK_BYTES)
        if len(data) < size:
            raise damaged(self.place.path)
        return data[:size]

    def _note(self, kind: bytes, data: bytes) -> None:
        if kind == _LONG_NAME:
            self._ahead.name = _text(data)
        elif kind == _LONG_LINK:
            self._ahead.link = _text(data)
        elif kind != _FOR_ALL:
            said = _extended(data)
            self._ahead.name = said.get("path", self._ahead.name)
            self._ahead.link = said.get("linkpath", self._ahead.link)
            self._ahead.size = int(said["size"]) if said.get("size", "").isdecimal() else self._ahead.size


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The files in a tar archive, in its order. Raises Trouble, where it is damaged."""
    yield from _Entries(stream, place)


def _member(kind: bytes, name: str, link: str, window: Window) -> Member | None:
    """The member behind a header; None for a folder, or a link to another member.

    A link that leads out and a device mean harm: nothing that holds reports has them.
    """
    if kind == _FOLDER:
        return None
    if kind in _LINKS:
        return Member(name=name, outside=True) if leads_out(name) or links_out(name, link) else None
    if kind in _DEVICES:
        return Member(name=name, outside=True)
    return Member(name=name, order=name, open=lambda path: buffered(window), outside=leads_out(name))


def _name(header: bytes) -> str:
    name, prefix = _text(header[:100]), header[345:500]
    if header[TAR_MAGIC_AT:].startswith(b"ustar\0") and prefix.strip(b"\0"):
        return f"{_text(prefix)}/{name}"
    return name


def _text(raw: bytes) -> str:
    return decoded_name(raw.partition(b"\0")[0])


def _extended(data: bytes) -> Mapping[str, str]:
    """The records of an extended header: `length key=value` and a line break, each."""
    said: dict[str, str] = {}
    while data:
        length, _, _ = data.partition(b" ")
        count = int(length) if length.isdigit() else 0
        if not len(length) < count <= len(data):
            break
        key, _, value = data[len(length) + 1 : count - 1].partition(b"=")
        said[key.decode("utf-8", "replace")] = decoded_name(value)
        data = data[count:]
    return said


KIND = Kind(name="tar", members=members)
