"""What a run takes over from one that was stopped, when files were added, changed or taken away in between."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from giar_lark.runs.folder import RunFolder
from giar_lark.runs.inventory import Inventory
from giar_lark.runs.part import renumbered
from giar_lark.runs.plan import Plan


def succeeded(folder: RunFolder, plan: Plan, files: Inventory) -> int:
    """Go on in a folder by another plan with other files; how many documents are kept.

    Kept is what has come of files that are the same; the rest is left to be done. Where that is nothing, the folder is as it was.
    A run that is killed here is still the old one: its parts stay until the new ones are all there.
    """
    kept = 0
    successor = folder.successor(plan)
    numbers = _numbers_before(folder, files)
    lines_of = lru_cache(maxsize=2)(folder.lines)  # most files follow each other as they did before
    for number in range(plan.chunks):
        lines = [""] * len(plan.chunk_at(number))
        for place, (at, before) in enumerate(zip(plan.chunk_at(number), numbers, strict=False)):
            if before is not None and (done := lines_of(before // plan.chunk)) is not None:
                line = done[before % plan.chunk]
                lines[place] = renumbered(line, at + 1, plan.run) if line else ""
        if found := len(lines) - lines.count(""):
            successor.save(number, range(len(lines)), lines)
            kept += found
    if kept:
        folder.hand_over(successor, files)
    return kept


def _numbers_before(folder: RunFolder, files: Inventory) -> Iterator[int | None]:
    """For each document its number in the run before; None where its file was not there, or was another."""
    first_before = {mark: first for mark, first, _ in folder.inventory().numbered()}
    for mark, _, count in files.numbered():
        before = first_before.get(mark)
        for place in range(count):
            yield None if before is None else before + place
