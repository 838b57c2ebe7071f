"""JSON Lines: an object a line, its text in one of its columns."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from giar_lark.containers.member import Kind, Member, Place
from giar_lark.containers.rows import Rows
from giar_lark.containers.trouble import damaged, not_an_object, too_large
from giar_lark.containers.window import CHUNK

_ENDINGS = (".jsonl", ".ndjson")
_SPACE = b" \t\r\n\xef\xbb\xbf"


def members(stream: io.BufferedReader, place: Place) -> Iterator[Member]:
    """The rows of a file, called by the number of their line. Raises Trouble, where it is no such file at all."""
    rows, seen = Rows(place), 0
    for number, line in enumerate(_lines(stream, place), 1):
        if line is not None and not line.strip(_SPACE):
            continue
        row = None if line is None else _object(line)
        if row is not None:
            seen += 1
            yield rows.member(number, row)
        elif not seen and line is not None:
            raise damaged(place.path)
        else:
            yield _unread(number, whole=line is not None, place=place)


def test(head: bytes, name: str) -> bool:
    """By its name, or where its first line is an object and another begins behind it."""
    start = head.lstrip(_SPACE)
    if name.lower().endswith(_ENDINGS):
        return not start or start.startswith(b"{")
    first, _, rest = start.partition(b"\n")
    return first.startswith(b"{") and rest.lstrip(_SPACE).startswith(b"{") and _object(first) is not None


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


def _object(line: bytes) -> dict[str, object] | None:
    """The object on a line; None where there is none that can be read."""
    try:
        value = json.loads(line.strip(_SPACE))
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _unread(number: int, *, whole: bool, place: Place) -> Member:
    """A line that cannot be read, among others that can."""

    def opened(path: str) -> io.BufferedReader:
        raise not_an_object(path) if whole else too_large(path, place.reading.limits)

    return Member(name=str(number), order=f"{number:012}", open=opened, is_row=True)


KIND = Kind(name="jsonl", test=test, members=members)
