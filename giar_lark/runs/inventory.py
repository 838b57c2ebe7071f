"""The files of a run without their names: what changes with each of them, so that the same file is known again in another run."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Self

from giar_lark.containers.files import Found
from giar_lark.containers.names import STDIN
from giar_lark.lean.records import dataclass

# hexadecimal digits: two of ten million files have the same mark once in 10^15 runs
_MARK_DIGITS = 24


@dataclass(frozen=True, slots=True)
class Inventory:
    """A mark for each file, and how many documents are in it."""

    marks: tuple[str, ...]
    counts: tuple[int, ...]

    @classmethod
    def of(cls, files: Sequence[Found], counts: tuple[int, ...]) -> Self:
        """The inventory of some files."""
        return cls(tuple(map(_mark, files, counts)), counts)

    @property
    def documents(self) -> int:
        """How many there are in all."""
        return sum(self.counts)

    def numbered(self) -> Iterator[tuple[str, int, int]]:
        """Each file by its mark, with the number of its first document, from 0, and how many it has."""
        yield from zip(self.marks, accumulate(self.counts, initial=0), self.counts, strict=False)

    def to_lines(self) -> Iterator[str]:
        """The inventory as text, a line a file."""
        for mark, count in zip(self.marks, self.counts, strict=True):
            yield f"{mark} {count}"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The inventory in such a text. One that is not whole ends where it is broken: the files behind are not known again."""
        pairs = [line.split(" ") for line in text.split("\n")[:-1]]
        return cls(tuple(mark for mark, _ in pairs), tuple(int(count) for _, count in pairs))


def digest_of(lines: Iterable[str]) -> str:
    """What is another for other lines. Names of files may be in them, in any bytes."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogateescape") + b"\n")
    return digest.hexdigest()


def _mark(found: Found, count: int) -> str:
    """What changes with a file, without reading it: its size, and when it was written, or what a store says of its version."""
    return digest_of([json.dumps([found.path, found.is_named, count, *_stamp(found)])])[:_MARK_DIGITS]


def _stamp(found: Found) -> Sequence[str | int]:
    if found.held is not None:
        return [found.held.stamp]
    if found.file == STDIN or not os.path.exists(found.file):
        return [-1, -1]
    status = os.stat(found.file)
    return [status.st_size, status.st_mtime_ns]
