"""What has come of one document of a run, whoever has checked it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from giar_lark.containers.document import Document
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry


class Result(Protocol):
    """What has come of a document, in the shapes in which it is wanted."""

    @property
    def outcome(self) -> Outcome:
        """What is written."""
        ...

    @property
    def packed(self) -> bytes:
        """The same as it is kept."""
        ...

    @property
    def entry(self) -> Entry | None:
        """What is kept of it for the others; None where it is no report."""
        ...


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was just checked here."""

    outcome: Outcome

    @property
    def packed(self) -> bytes:
        """As it is kept."""
        from giar_lark.lean.spool import packed

        return packed(self.outcome)

    @property
    def entry(self) -> Entry | None:
        """What is kept of it for the others."""
        from giar_lark.relate import entry_in

        return entry_in(self.outcome.path, self.outcome.source, self.outcome.report)


class Done(NamedTuple):
    """A document of a run with what has come of it."""

    document: Document
    result: Result
