"""JSON Lines: an object a line, its text in one of its columns."""

from __future__ import annotations

import io
from collections.abc import Iterator

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.rows import Rows
from giar_lark.containers.signs import JSONL_SPACE, json_object
from giar_lark.containers.trouble import damaged, not_an_object, too_large
from giar_lark.containers.window import CHUNK


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The rows of a file, called by the number of their line. Raises Trouble, where it is no such file at all."""
    rows, seen = Rows(place), 0
    for number, line in enumerate(_lines(stream, place), 1):
        if line is not None and not line.strip(JSONL_SPACE):
            continue
        row = None if line is None else json_object(line)
        if row is not None:
            seen += 1
            yield rows.member(number, row)
        elif not seen and line is not None:
            raise damaged(place.path)
        else:
            yield _unread(number, whole=line is not None, place=place)


def _lines(stream: io.BufferedReader, place: Place) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is longer than a document may be."""
    most = place.reading.limits.file_bytes * 2
    while line := stream.readline(most):
        if len(line) < most or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield None


def _unread(number: int, *, whole: bool, place: Place) -> Member:
    """A line that cannot be read, among others that can."""

    def opened(path: str) -> io.BufferedReader:
        raise not_an_object(path) if whole else too_large(path, place.reading.limits)

    return Member(name=str(number), order=f"{number:012}", open=opened, is_row=True)


KIND = Kind(name="jsonl", members=members)
