"""A file to the documents in it, whatever is nested in what, one at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator

from giar_lark.containers.damage import DAMAGE
from giar_lark.containers.document import Document
from giar_lark.containers.kinds import kind_of
from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.names import (
    inside,
    is_report_name,
    is_table_name,
    plain_name,
    visible,
    without_compression,
)
from giar_lark.containers.stream import refuse_bombs, unfolded
from giar_lark.containers.trouble import (
    NOTHING_INSIDE,
    Trouble,
    damaged,
    leads_outside,
    nothing_inside,
    too_deep,
    too_large,
    too_many,
)
from giar_lark.containers.window import buffered
from giar_lark.lean.records import dataclass, field, replace
from giar_lark.readers.opening import read_up_to
from giar_lark.source.source import Remark

_Stream = io.BufferedReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfolder:
    """The documents of one file on disk.

    `only` is the path of the one that is wanted; what cannot hold it is passed over. `is_named` says that the user has named
    the file: then it has to have documents, and what a folder is searched for need not be a table of texts.
    """

    file: str
    only: str | None = None
    is_named: bool = True

    def documents(self, stream: _Stream, place: Place, order: tuple[str, ...]) -> Iterator[Document]:
        """The documents in a stream; what cannot be read is one that says so."""
        try:
            yield from self._documents(stream, place, order)
        except Trouble as trouble:
            if trouble.path != place.path:
                raise
            if trouble.remark.code != NOTHING_INSIDE or self._has_to_hold_reports(place):
                yield self._refused(place, order, trouble.remark)

    def _documents(self, stream: _Stream, place: Place, order: tuple[str, ...]) -> Iterator[Document]:
        plain, inner = _without_compression(stream, place)
        is_packed = plain is not stream
        kind = kind_of(plain, inner.name)
        if kind is not None and kind.seeks and not plain.seekable():
            plain = _in_memory(plain, place)
        if kind is not None and not kind.is_document(plain, inner):
            yield from self._members(plain, kind, inner, order)
        elif not is_packed:
            yield self._document(plain, place, order)
        elif is_report_name(inner.name) or self._has_to_hold_reports(place):
            path = inside(place.path, inner.name)
            refuse_bombs(plain)
            yield from self.documents(plain, place.within(path), (*order, inner.name))

    def _members(self, stream: _Stream, kind: Kind, place: Place, order: tuple[str, ...]) -> Iterator[Document]:
        if len(order) > place.reading.limits.nesting:
            raise too_deep(self.file, place.reading.limits)
        listed = _Listed(place)
        count = 0
        for member, name in listed.members(kind.members(stream, place)):
            path = inside(place.path, name)
            if self.only is None or self.only == path or self.only.startswith(inside(path, "")):
                for document in self._member(member, place.within(path), (*order, member.order)):
                    count += 1
                    yield document
        if listed.outside:
            raise leads_outside(place.path, plain_name(listed.outside[0]), len(listed.outside))
        if not count and self.only is None:
            raise nothing_inside(place.path)

    def _member(self, member: Member, place: Place, order: tuple[str, ...]) -> Iterator[Document]:
        assert member.open is not None
        try:
            stream = member.open(place.path)
        except Trouble as trouble:
            if trouble.path != place.path:
                raise
            yield self._refused(place, order, trouble.remark)
            return
        yield from self._row(stream, place, order) if member.is_row else self.documents(stream, place, order)

    def _row(self, stream: _Stream, place: Place, order: tuple[str, ...]) -> Iterator[Document]:
        try:
            yield self._document(stream, place, order)
        except Trouble as trouble:
            if trouble.path != place.path:
                raise
            yield self._refused(place, order, trouble.remark)

    def _has_to_hold_reports(self, place: Place) -> bool:
        """Whether it is told that something has none: not of a table that was merely come upon, for it may be of anything."""
        return (self.is_named and place.path == self.file) or not is_table_name(place.name)

    def _document(self, stream: _Stream, place: Place, order: tuple[str, ...]) -> Document:
        data = read_up_to(stream, place.reading.limits.file_bytes + 1)
        return Document(path=place.path, file=self.file, order=order, data=data, limits=place.reading.limits)

    def _refused(self, place: Place, order: tuple[str, ...], remark: Remark) -> Document:
        return Document(path=place.path, file=self.file, order=order, remark=remark)


@dataclass(slots=True)
class _Listed:
    """Members by the names that they are told by: no two have the same."""

    place: Place
    outside: list[str] = field(default_factory=list)
    _taken: dict[int, int] = field(default_factory=dict)

    def members(self, found: Iterator[Member]) -> Iterator[tuple[Member, str]]:
        """Those that can be read and are taken for documents, each with its name."""
        limits = self.place.reading.limits
        for number, member in enumerate(_taken(found, self.place)):
            if number >= limits.members and not member.is_row:
                raise too_many(self.place.path, limits)
            if member.outside:
                self.outside.append(member.name)
            elif member.open is not None and (member.is_row or is_report_name(plain_name(member.name))):
                yield member, self._unique(visible(member.name) if member.is_row else plain_name(member.name))

    def _unique(self, name: str) -> str:
        """A name, with a number if it was taken. Of the names only hashes are kept: there may be a million."""
        number = self._taken.get(hash(name), 0) + 1
        self._taken[hash(name)] = number
        return name if number == 1 else f"{name}#{number}"


def _taken(found: Iterator[Member], place: Place) -> Iterator[Member]:
    """Members one by one. Raises Trouble, where there is anything in them that should not be."""
    while True:
        try:
            member = next(found, None)
        except DAMAGE:
            raise damaged(place.path) from None
        if member is None:
            return
        yield member


def _without_compression(stream: _Stream, place: Place) -> tuple[_Stream, Place]:
    """A stream without all compression around it, and what is inside by its own name."""
    layers = 0
    while (inner := unfolded(stream, place)) is not None:
        layers += 1
        if layers > place.reading.limits.nesting:
            raise too_deep(place.path, place.reading.limits)
        stream, place = inner, replace(place, name=without_compression(place.name))
    return stream, place


def _in_memory(stream: _Stream, place: Place) -> _Stream:
    """What comes out of a stream, to go back and forth in. Raises Trouble, where it is too large for that."""
    data = read_up_to(stream, place.reading.limits.file_bytes + 1)
    if len(data) > place.reading.limits.file_bytes:
        raise too_large(place.path, place.reading.limits)
    return buffered(io.BytesIO(data))
