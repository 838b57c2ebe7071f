"""What a run has done so far, on disk: a file a chunk, there whole or not at all, so that it may be ended at any moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from giar_lark.runs.part import line_of
from giar_lark.runs.plan import Plan

_PLAN = "plan.json"


class RunFolder:
    """The folder of a run beside its output: the plan, and a file for each chunk that is done."""

    def __init__(self, output: Path) -> None:
        """Look for it, and touch nothing."""
        self.path = output.with_name(f"{output.name}.run")
        self._gone = output.with_name(f".{output.name}.run-done")
        text = (self.path / _PLAN).read_text("utf-8") if (self.path / _PLAN).is_file() else ""
        self.begun = Plan.from_json(text) if text else None

    def begin(self, plan: Plan) -> None:
        """Begin a run, or go on with it, if it has the same plan."""
        if self.begun == plan:
            return
        self.remove()
        self.path.mkdir(parents=True)
        _write(self.path / _PLAN, plan.to_json())
        self.begun = plan

    def left(self, *, again: bool = False) -> dict[int, Collection[int]]:
        """What is still to be done: of each such chunk the places in it. `again` adds documents that have failed."""
        plan = self._plan
        left: dict[int, Collection[int]] = {}
        for number in range(plan.chunks):
            lines = self.lines(number)
            if lines is None:
                left[number] = range(len(plan.chunk_at(number)))
            elif again:
                failed = [at for at, line in enumerate(lines) if line_of(line).entry.status.has_failed]
                left |= {number: failed} if failed else {}
        return left

    def save(self, number: int, places: Collection[int], lines: Sequence[str]) -> None:
        """Write down what has come of some places of a chunk; the others stay as they were."""
        kept: list[str] = self.lines(number) or [""] * len(self._plan.chunk_at(number))
        for place, line in zip(places, lines, strict=True):
            kept[place] = line
        _write(self._file(number), "".join(f"{line}\n" for line in kept))

    def lines(self, number: int) -> list[str] | None:
        """What has come of a chunk; None if it is not done. A file that is not whole, after a power cut say, counts for nothing."""
        try:
            text = self._file(number).read_text("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        lines = text.split("\n")[:-1]
        return lines if len(lines) == len(self._plan.chunk_at(number)) and text.endswith("]\n") else None

    def all_lines(self) -> Iterator[str]:
        """What has come of all documents, in order, a chunk in memory at a time."""
        for number in range(self._plan.chunks):
            lines = self.lines(number)
            assert lines is not None
            yield from lines

    def remove(self) -> None:
        """Take the folder away, at once for whoever looks for it."""
        shutil.rmtree(self._gone, ignore_errors=True)
        if self.path.exists():
            os.replace(self.path, self._gone)
            shutil.rmtree(self._gone, ignore_errors=True)

    @property
    def _plan(self) -> Plan:
        assert self.begun is not None
        return self.begun

    def _file(self, number: int) -> Path:
        return self.path / f"{number:08}.part"


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_text(text, "utf-8", newline="\n")
    os.replace(unfinished, path)
