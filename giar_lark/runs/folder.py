"""What a run has done so far: a file a chunk, there whole or not at all, so that it may be ended at any moment.

It lies beside the output, on a disk or in a store. A file that a store would show before all of it has arrived is known by
its lines: each has its end, and there are as many as the chunk has documents. A line without anything in it is of a document
that is still to be done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from itertools import chain

from giar_lark.runs.inventory import Inventory
from giar_lark.runs.part import line_of
from giar_lark.runs.plan import Plan
from giar_lark.stores.address import is_remote, joined
from giar_lark.stores.store import store_of

_PLAN = "plan.json"
# files of a store that are read together: one by one it would be waited for
_TOGETHER = 64


class RunFolder:
    """The folder of a run beside its output: the plan, and a file for each chunk that is done."""

    def __init__(self, output: str) -> None:
        """Look for it, and touch nothing. Raises: StoreError, as everything here, where it is in a store."""
        self.path = f"{output}.run"
        self._store = store_of(output)
        self._together = _TOGETHER if is_remote(output) else 1
        [text] = self._store.read([joined(self.path, _PLAN)])
        self.begun = Plan.from_json(text.decode("utf-8", "replace")) if text else None
        self._names = set(self._store.names(self.path)) if text else set()

    def begin(self, plan: Plan, files: Inventory) -> None:
        """Begin a run, or go on with it, if it has the same plan."""
        if self.begun == plan:
            return
        self.remove()
        self._settle(plan, files)

    def inventory(self) -> Inventory:
        """The files of the run."""
        [text] = self._store.read([joined(self.path, _inventory_name(self._plan))])
        return Inventory.from_text((text or b"").decode("ascii", "replace"))

    def successor(self, plan: Plan) -> RunFolder:
        """The same folder for a run of another plan, whose parts lie beside those of this one until `hand_over`."""
        successor = copy(self)
        successor.begun, successor._names = plan, set()
        return successor

    def hand_over(self, successor: RunFolder, files: Inventory) -> None:
        """Let another run have the folder."""
        plan, names = successor._plan, self._names
        successor._settle(plan, files)
        self.begun, self._names = plan, successor._names
        for name in names - successor._names - {_PLAN}:
            self._store.remove(joined(self.path, name))

    def left(self, *, again: bool = False) -> dict[int, Collection[int]]:
        """What is still to be done: of each such chunk the places in it. `again` adds documents that have failed."""
        left: dict[int, Collection[int]] = {}
        for number, lines in chain.from_iterable(map(self._read, self._groups())):
            if lines is None:
                left[number] = range(len(self._plan.chunk_at(number)))
            elif places := [at for at, line in enumerate(lines) if not line or (again and _has_failed(line))]:
                left[number] = places
        return left

    def save(self, number: int, places: Collection[int], lines: Sequence[str]) -> None:
        """Write down what has come of some places of a chunk; the others stay as they were."""
        documents = len(self._plan.chunk_at(number))
        kept = [""] * documents if len(places) == documents else self.lines(number) or [""] * documents
        for place, line in zip(places, lines, strict=True):
            kept[place] = line
        name = _name(self._plan, number)
        self._store.write(joined(self.path, name), "".join(f"{line}\n" for line in kept).encode())
        self._names.add(name)

    def lines(self, number: int) -> list[str] | None:
        """What has come of a chunk; None if it is not done. A file that is not whole, after a power cut say, counts for nothing."""
        [(_, lines)] = self._read([number])
        return lines

    def all_lines(self, left: Collection[int], done: Iterator[int]) -> Iterator[str]:
        """What has come of all documents, in order, a few chunks in memory at a time.

        `left` are the chunks that are still to be done, and `done` tells of each when it is: what is in front of it is given
        without waiting for it, and what comes later is done while what is given is put to its use.
        """
        waiting = set(left)
        for numbers in self._groups():
            while not waiting.isdisjoint(numbers):
                waiting.discard(next(done))
            for _, lines in self._read(numbers):
                assert lines is not None
                yield from lines
        # whoever does them ends in good order
        deque(done, maxlen=0)

    def remove(self) -> None:
        """Take the folder away, the plan first: without it there is no run for whoever looks."""
        for path in (joined(self.path, _PLAN), self.path):
            self._store.remove(path)
        self.begun, self._names = None, set()

    @property
    def _plan(self) -> Plan:
        assert self.begun is not None
        return self.begun

    def _settle(self, plan: Plan, files: Inventory) -> None:
        """Write down which run it is, the plan last."""
        name = _inventory_name(plan)
        self._store.write(joined(self.path, name), "".join(f"{line}\n" for line in files.to_lines()).encode())
        self._store.write(joined(self.path, _PLAN), plan.to_json().encode())
        self.begun = plan
        self._names.add(name)

    def _groups(self) -> Iterator[range]:
        """All chunks in order, as their files are read together."""
        chunks = self._plan.chunks
        return (range(first, min(first + self._together, chunks)) for first in range(0, chunks, self._together))

    def _read(self, numbers: Sequence[int]) -> Iterator[tuple[int, list[str] | None]]:
        names = {number: _name(self._plan, number) for number in numbers}
        there = [number for number in numbers if names[number] in self._names]
        found = dict(zip(there, self._store.read([joined(self.path, names[one]) for one in there]), strict=True))
        for number in numbers:
            yield number, _lines_in(found.get(number), len(self._plan.chunk_at(number)))


def _lines_in(data: bytes | None, documents: int) -> list[str] | None:
    try:
        text = (data or b"").decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = text.split("\n")[:-1]
    is_whole = len(lines) == documents and all(line.endswith("]") for line in lines if line)
    return lines if is_whole else None


def _has_failed(line: str) -> bool:
    return line_of(line).entry.status.has_failed


def _name(plan: Plan, number: int) -> str:
    return f"{plan.run}-{number:08}.part"


def _inventory_name(plan: Plan) -> str:
    return f"{plan.run}.files"
