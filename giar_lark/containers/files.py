"""What a user names to files: folders are walked, patterns filled in, and nothing is followed out of a folder.

What is in a store is listed by it, and shown without what would let a reader in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from giar_lark.containers.names import STDIN, is_report_name, outer_file
from giar_lark.lean.records import dataclass, field
from giar_lark.stores.address import is_remote, on_disk, shown

if TYPE_CHECKING:
    from giar_lark.stores.held import Held


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file, or a document in one, and whether the user has named it or a folder was searched for it.

    What is in a store is `held` there, by the address that opens it; `path` is that as it may be shown.
    """

    path: str
    is_named: bool = True
    held: Held | None = field(default=None, compare=False, repr=False)

    @property
    def file(self) -> str:
        """The file by itself."""
        return outer_file(self.path)

    @property
    def opened_by(self) -> str:
        """What the file is opened by."""
        return self.file if self.held is None else self.held.copy or self.held.address

    @property
    def size(self) -> int | None:
        """How many bytes are in the file; None where that is not known."""
        if self.held is not None:
            return self.held.size
        return os.path.getsize(self.file) if os.path.isfile(self.file) else None


@dataclass(frozen=True, slots=True)
class Files:
    """The files behind some arguments, each once and sorted; the arguments that name nothing."""

    found: tuple[Found, ...]
    missing: tuple[str, ...]

    @property
    def paths(self) -> list[str]:
        """Their paths."""
        return [one.path for one in self.found]


def files_behind(arguments: Sequence[str]) -> Files:
    """The files behind files, folders, patterns, documents in archives, addresses in stores, and `-` for standard input.

    Raises: StoreError, where a store does not answer; PermissionError, where it lets nobody in.
    """
    found: dict[str, Found] = {}
    missing = []
    for argument in map(on_disk, arguments):
        behind = list(_in_store(argument) if is_remote(argument) else _behind(argument))
        if not behind and not os.path.isdir(argument):
            missing.append(shown(argument))
        for one in behind:
            if one.is_named or _spelt(one) not in found:
                found[_spelt(one)] = one
    return Files(tuple(sorted(found.values())), tuple(missing))


def walk(folder: str) -> Iterator[str]:
    """The files in a folder and its subfolders that are taken for reports; links that lead out of it are not followed.

    A folder that cannot be looked into is among them: as a report that cannot be read, it is told of.
    """
    root, closed = os.path.realpath(folder), list[str]()
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        for name in sorted(names):
            path = os.path.join(parent, name)
            if is_report_name(name) and (not os.path.islink(path) or _is_within(path, root)):
                yield path
    yield from closed


def _spelt(found: Found) -> str:
    """The one spelling for all paths to a file that differ in `./` and the like; behind a link `..` may be anywhere."""
    return found.path if found.held is not None or ".." in found.path else os.path.normpath(found.path)


def _behind(argument: str) -> Iterator[Found]:
    if argument == STDIN:
        yield Found(argument)
    elif os.path.isdir(argument):
        yield from (Found(path, is_named=False) for path in walk(argument))
    elif os.path.lexists(outer_file(argument)) or outer_file(argument) != argument:
        yield Found(argument)
    else:
        yield from _all_of(_matches(argument))


def _matches(pattern: str) -> list[str]:
    """What a pattern fits, sorted; nothing where it is none."""
    import glob

    return sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []


def _in_store(argument: str) -> Iterator[Found]:
    """The files behind an address, or the document in one of them. Where nothing is there, none."""
    from giar_lark.stores.held import behind

    file = outer_file(argument)
    inside = argument[len(file) :]
    with suppress(FileNotFoundError):
        for held, name in behind(file):
            if name is None or is_report_name(name):
                yield Found(held.shown + inside, is_named=name is None, held=held)


def _all_of(matches: Iterable[str]) -> Iterator[Found]:
    for match in matches:
        if os.path.isdir(match):
            yield from (Found(path, is_named=False) for path in walk(match))
        else:
            yield Found(match)


def _is_within(path: str, root: str) -> bool:
    """Whether a link ends in a folder: the file is there to be read under its own name, or as what the link calls it."""
    end = os.path.realpath(path)
    return os.path.isfile(end) and os.path.commonpath([root, end]) == root
