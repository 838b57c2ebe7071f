"""Documents checked beside this process: what comes back of each is packed, to be kept, or to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from giar_lark.lean.records import dataclass, replace
from giar_lark.lean.spool import packed, unpacked
from giar_lark.outcomes.fault import Fault
from giar_lark.outcomes.outcome import Outcome
from giar_lark.pipeline import check, outcome_of
from giar_lark.runs.entry import Status

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry
    from giar_lark.runs.chunk import Item


@dataclass(frozen=True, slots=True)
class Returned:
    """What has come of a document, packed, and what is kept of it for the others."""

    packed: bytes
    entry: Entry | None

    @property
    def outcome(self) -> Outcome:
        """What has come of the document."""
        return unpacked(Outcome, self.packed)


@dataclass(frozen=True, slots=True)
class Checking:
    """The work of a check: to each document what has come of it, in their order, or the fault that it met.

    `relates` says that entries are wanted.
    """

    relates: bool

    def run_on(self, items: Sequence[Item], begin: Callable[[], None]) -> list[Returned | Fault]:
        """What comes of some documents."""
        return [self._one(item, begin) for item in items]

    def lost(self, item: Item, status: Status, reason: str, seconds: float) -> list[Returned | Fault]:
        """The fault of a document that was given up."""
        return [Fault(item.document.path, reason, is_loss=True)]

    def joined(self, parts: Iterable[list[Returned | Fault]]) -> list[Returned | Fault]:
        """What comes of all of them."""
        return [one for part in parts for one in part]

    def _one(self, item: Item, begin: Callable[[], None]) -> Returned | Fault:
        begin()
        try:
            return self._checked(item)
        except MemoryError:
            raise
        except Exception as error:
            return Fault.of(error, item.document.path)

    def _checked(self, item: Item) -> Returned:
        source = item.document.read()
        outcome = outcome_of(item.document.path, source, check(source, item.config))
        return Returned(packed(outcome), self._entry(outcome))

    def _entry(self, outcome: Outcome) -> Entry | None:
        """What is kept of a document for the others, as bytes: what they are made of is worked out here, beside the one who waits."""
        if not self.relates:
            return None
        from giar_lark.relate import entry_in

        entry = entry_in(outcome.path, outcome.source, outcome.report)
        return entry and replace(entry, kept=entry.kept.packed())
