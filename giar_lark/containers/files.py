"""What a user names to files: folders are walked, patterns filled in, and nothing is followed out of a folder."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from giar_lark.containers.names import STDIN, is_report_name, outer_file


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file, or a document in one, and whether the user has named it or a folder was searched for it."""

    path: str
    is_named: bool = True

    @property
    def file(self) -> str:
        """The file on disk."""
        return outer_file(self.path)


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
    """The files behind files, folders, patterns, documents in archives, and `-` for standard input."""
    found: dict[str, Found] = {}
    missing = []
    for argument in arguments:
        behind = list(_behind(argument))
        if not behind and not os.path.isdir(argument):
            missing.append(argument)
        for one in behind:
            if one.is_named or one.path not in found:
                found[one.path] = one
    return Files(tuple(sorted(found.values())), tuple(missing))


def walk(folder: str) -> Iterator[str]:
    """The files in a folder and its subfolders that are taken for reports; links that lead out of it are not followed."""
    root = os.path.realpath(folder)
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "__MACOSX")
        for name in sorted(names):
            path = os.path.join(parent, name)
            if is_report_name(name) and (not os.path.islink(path) or _is_within(path, root)):
                yield path


def _behind(argument: str) -> Iterator[Found]:
    if argument == STDIN:
        yield Found(argument)
    elif os.path.isdir(argument):
        yield from (Found(path, is_named=False) for path in walk(argument))
    elif os.path.lexists(outer_file(argument)) or outer_file(argument) != argument:
        yield Found(argument)
    elif glob.has_magic(argument):
        yield from _all_of(sorted(glob.glob(argument, recursive=True)))


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
