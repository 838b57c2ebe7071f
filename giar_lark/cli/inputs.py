"""Paths, folders, globs and `-` to files to read."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from giar_lark.cli.exits import usage_error
from giar_lark.readers.formats import endings
from giar_lark.readers.read import read
from giar_lark.source import Source

STDIN = "-"
_ABOUT = ("readme", "license", "changelog", "contributing", "manifest")


def expand(paths: Sequence[str], lang: str) -> tuple[list[str], bool]:
    """The files behind some arguments, each once and sorted, and whether they are a batch: several, or a folder.

    Raises: the exit of a wrong usage, where an argument names nothing.
    """
    files: dict[str, None] = {}
    batch = len(paths) > 1
    for argument in paths:
        found = list(_files_of(argument, lang))
        batch = batch or found != [argument]
        files.update(dict.fromkeys(found))
    return sorted(files), batch


def _files_of(argument: str, lang: str) -> Iterator[str]:
    if argument == STDIN or os.path.isfile(argument):
        yield argument
    elif os.path.isdir(argument):
        yield from walk(argument)
    elif os.path.exists(argument):
        yield argument
    else:
        matches = sorted(glob.glob(argument, recursive=True)) if glob.has_magic(argument) else []
        if not matches:
            raise usage_error(
                f"no such file or folder: {argument}" if lang == "en" else f"没有这个文件或文件夹：{argument}"
            )
        yield from _all_of(matches)


def _all_of(matches: Iterable[str]) -> Iterator[str]:
    for match in matches:
        if os.path.isdir(match):
            yield from walk(match)
        else:
            yield match


def walk(folder: str) -> Iterator[str]:
    """The reports in a folder and its subfolders; hidden files, other kinds and READMEs are passed over."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in endings() and not name.lower().startswith((".", *_ABOUT)):
                yield os.path.join(root, name)


def load(path: str) -> Source:
    """The source behind a path; `-` is standard input.

    Raises: OSError, where it cannot be read.
    """
    if path == STDIN:
        return read(sys.stdin.buffer.read(), name=STDIN)
    return read(path)
