"""Documents to formats that are read here, by LibreOffice: many in one call, as starting it takes longer than converting."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.office.kinds import Kind
from giar_lark.readers.office.process import run

# the filters by name: endings alone leave it to the program what it writes
_FILTERS = {"docx": "docx:MS Word 2007 XML", "xlsx": "xlsx:Calc MS Excel 2007 XML"}
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")
# what LibreOffice makes of a file is mostly smaller than the file
_MOST_BYTES = 256 << 20
# after so many calls in a row that brought nothing, the program is to blame and not the files
_MOST_FAILED_CALLS = 3


class Job(NamedTuple):
    """A document to convert."""

    data: bytes
    kind: Kind


class Failure(StrEnum):
    """Why a document was not converted: the program could not open it, ended or hung at it, or does not work at all."""

    UNREADABLE = "unreadable"
    BROKE = "broke"
    NOT_WORKING = "not working"


Result = bytes | Failure


def convert(program: str, jobs: Sequence[Job], seconds: float) -> list[Result]:
    """What becomes of each document.

    `seconds` is how long the program may be at one of them. A document that it ends or hangs at costs only itself: those
    behind it are tried again without it.
    """
    with tempfile.TemporaryDirectory(prefix="giar-lark-", ignore_cleanup_errors=True) as folder:
        desk = _Desk(program, Path(folder), seconds)
        found: dict[int, Result] = {}
        for kind in dict.fromkeys(job.kind for job in jobs):
            found |= desk.converted({number: job for number, job in enumerate(jobs) if job.kind is kind}, kind)
        return [found[number] for number in range(len(jobs))]


class _Desk:
    """A folder made for the conversion, with a profile of its own: nothing of the user's is read or changed."""

    def __init__(self, program: str, folder: Path, seconds: float) -> None:
        self.program, self.folder, self.seconds = program, folder, seconds
        self.made = folder / "made"
        self.made.mkdir()
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_bytes((files(__package__) / "profile.xcu").read_bytes())

    def converted(self, jobs: Mapping[int, Job], kind: Kind) -> dict[int, Result]:
        """What becomes of documents of one kind, by their numbers."""
        for number, job in jobs.items():
            (self.folder / f"{number}.{kind.name}").write_bytes(job.data)
        found: dict[int, Result] = {}
        failed = 0
        while (left := [number for number in jobs if number not in found]) and failed < _MOST_FAILED_CALLS:
            ended_well = self._call(left, kind)
            done = dict(self._results(left, kind, ended_well=ended_well))
            failed = 0 if any(isinstance(result, bytes) for result in done.values()) else failed + 1
            found |= done
        return found | {number: Failure.NOT_WORKING for number in jobs if number not in found}

    def _call(self, numbers: Sequence[int], kind: Kind) -> bool:
        """Whether the program has been through all documents."""
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        filters = (f"--infilter={kind.filter}", "--convert-to", _FILTERS[kind.target], "--outdir", str(self.made))
        names = [f"{number}.{kind.name}" for number in numbers]
        command = [self.program, profile, *_OPTIONS, *filters, *names]
        try:
            return run(command, str(self.folder), lambda: len(os.listdir(self.made)), self.seconds)
        except OSError:
            return False

    def _results(self, numbers: Sequence[int], kind: Kind, *, ended_well: bool) -> Iterator[tuple[int, Result]]:
        """What a call has brought: where it stopped before its end, only up to the document that it stopped at."""
        paths = [self.made / f"{number}.{kind.target}" for number in numbers]
        last = max((place for place, path in enumerate(paths) if path.exists()), default=-1)
        for place, path in enumerate(paths if ended_well else paths[: last + 2]):
            if not path.exists():
                yield numbers[place], Failure.UNREADABLE if ended_well or place < last else Failure.BROKE
                continue
            whole = path.stat().st_size <= _MOST_BYTES
            yield numbers[place], path.read_bytes() if whole else Failure.UNREADABLE
            path.unlink()
