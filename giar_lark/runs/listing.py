"""The files of a run by a list of them, one a line: nothing is searched for, and a shard looks at its own files alone."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from tempfile import NamedTemporaryFile

from giar_lark.containers.files import Found
from giar_lark.containers.names import STDIN, outer_file
from giar_lark.readers.opening import open_file
from giar_lark.runs.plan import WHOLE, Shard
from giar_lark.stores.address import is_remote, on_disk, shown

_MARK = b"\xef\xbb\xbf"


def files_listed(list_file: str, shard: Shard) -> tuple[Found, ...]:
    """The files of a shard: a stretch of the lines of a list, in their order. A file that stands there twice is there twice.

    Shape: none, where the list has fewer lines than there are shards. `-` is standard input.

    Raises: OSError, where the list cannot be read, or a store does not say what it has.
    """
    with _at_hand(list_file) as path:
        own = slice(None) if shard == WHOLE else _stretch(path, shard)
        lines = list(islice(_lines(path), own.start, own.stop))
    if any(map(is_remote, lines)):
        from giar_lark.stores.held import held_at

        held = iter(held_at([outer_file(line) for line in lines if is_remote(line)]))
        return tuple(Found(shown(line), held=next(held) if is_remote(line) else None) for line in lines)
    return tuple(map(Found, lines))


def _stretch(path: str, shard: Shard) -> slice:
    own = shard.within(sum(1 for _ in _lines(path)))
    return slice(own.start, own.stop)


def _lines(path: str) -> Iterator[str]:
    """The lines that have something in them: file names as the system has them, which need not be text."""
    with open_file(path) as opened:
        for number, line in enumerate(opened):
            name = os.fsdecode((line.removeprefix(_MARK) if number == 0 else line).rstrip(b"\r\n"))
            if name:
                yield on_disk(name) if name != STDIN else os.path.join(".", name)


@contextmanager
def _at_hand(list_file: str) -> Iterator[str]:
    """A list that can be gone through twice."""
    if list_file != STDIN:
        yield list_file
        return
    with NamedTemporaryFile(prefix="giar-lark-", delete=False) as copy:
        shutil.copyfileobj(sys.stdin.buffer, copy)
    try:
        yield copy.name
    finally:
        Path(copy.name).unlink()
