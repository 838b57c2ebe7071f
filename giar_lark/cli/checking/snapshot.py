"""What is on disk at a moment, by the stamps that the system puts on files: nothing is opened for it.

Looking again and again finds every kind of change, wherever files lie: what a system tells of changes by itself, it does not
tell of the shared drives that offices keep their files on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from giar_lark.cli.configuration import folder_of
from giar_lark.containers.files import Found, files_behind
from giar_lark.dismissals.find import FILE_NAME
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.settings.find import NAMES

Key = TypeVar("Key", str, Found)


class Stamp(NamedTuple):
    """What differs once a file was written or replaced: when, how large it is, and which one it is to the system."""

    written_ns: int
    size: int
    number: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The reports that are there, and the files that say how they are judged, each with its stamp."""

    reports: Mapping[Found, Stamp]
    words: Mapping[str, Stamp]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two snapshots: reports that are new or other than before, and those that are gone."""

    changed: tuple[Found, ...]
    gone: tuple[Found, ...]
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.words)


NOTHING = Snapshot({}, {})


def snapshot(arguments: Sequence[str], named: Iterable[str]) -> Snapshot:
    """What is there now. `named` are files that say how reports are judged, beside those that are found above the reports."""
    reports = _stamped({found: found.file for found in files_behind(arguments).found})
    above = {folder for found in reports for folder in _with_parents(folder_of(found.file).as_posix())}
    words = (os.path.join(folder, name) for folder in above for name in (*NAMES, FILE_NAME))
    return Snapshot(reports, _stamped({path: path for path in (*named, *words)}))


def changes(before: Snapshot, now: Snapshot) -> Changes:
    """What has changed from one to the other."""
    changed = (found for found, stamp in now.reports.items() if before.reports.get(found) != stamp)
    words = (path for path in {**before.words, **now.words} if before.words.get(path) != now.words.get(path))
    return Changes(tuple(sorted(changed)), tuple(sorted(before.reports.keys() - now.reports)), tuple(sorted(words)))


def settled(known: Snapshot, before: Snapshot, now: Snapshot) -> Snapshot:
    """What is there now, and where a file changes at this very moment, what was known of it.

    So a file that is being written, or is moved away and back by an editor that saves it, is left until it is whole.
    """
    return Snapshot(
        _settled(known.reports, before.reports, now.reports), _settled(known.words, before.words, now.words)
    )


def _settled(known: Mapping[Key, Stamp], before: Mapping[Key, Stamp], now: Mapping[Key, Stamp]) -> dict[Key, Stamp]:
    still = {key: stamp for key, stamp in now.items() if before.get(key) == stamp}
    moving = {key: stamp for key, stamp in known.items() if before.get(key) != now.get(key)}
    return {**still, **moving}


def _stamped(files: Mapping[Key, str]) -> dict[Key, Stamp]:
    stamps = ((key, _stamp(file)) for key, file in files.items())
    return {key: stamp for key, stamp in stamps if stamp is not None}


def _stamp(file: str) -> Stamp | None:
    try:
        status = os.stat(file)
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _with_parents(folder: str) -> Iterable[str]:
    while True:
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent
