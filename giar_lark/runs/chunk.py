"""The work itself: a chunk of documents to their lines. A pure function of plain data, for any machine."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from giar_lark.containers.document import Document
from giar_lark.containers.names import visible
from giar_lark.extract.row import lost_rows, rows_of, status_of
from giar_lark.lean.records import dataclass
from giar_lark.model.readings import Readings, readings_in
from giar_lark.outcomes.fault import reason_of
from giar_lark.outcomes.outcome import Outcome
from giar_lark.pipeline import check, outcome_of
from giar_lark.runs.entry import Entry, Status
from giar_lark.runs.part import Line, Part, joined
from giar_lark.settings.config import Config
from giar_lark.source.source import Remark

# the findings about a document that could not be opened, and about one beyond the limit for its size
_UNOPENED, _TOO_LARGE = "RD-01", "RD-10"


@dataclass(frozen=True, slots=True)
class Item:
    """A document of a run: its number from 1, and the configuration that holds for it."""

    number: int
    document: Document
    config: Config


@dataclass(frozen=True, slots=True)
class Chunk:
    """Documents that are done together, and the number of the chunk, from 0."""

    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is the same for all documents of a run: which rows are wanted, and what goes into every entry.

    It is the work that engines are given.
    """

    long: bool
    version: str
    run: str

    def run_on(self, items: Sequence[Item], begin: Callable[[], None]) -> Part:
        """The part of some documents."""
        return run_chunk(items, self, begin)

    def lost(self, item: Item, status: Status, reason: str, seconds: float) -> Part:
        """The part of a document that was given up."""
        return failed(item, self, status, reason, seconds)

    def joined(self, parts: Iterable[Part]) -> Part:
        """Parts as one."""
        return joined(parts)


def run_chunk(items: Sequence[Item], manner: Manner, begin: Callable[[], None] = lambda: None) -> Part:
    """The part of some documents. `begin` is called in front of each.

    A fault of the program in one of them is told in its line. Raises: MemoryError, which may be another's doing.
    """
    return joined(_one(item, manner, begin) for item in items)


def failed(item: Item, manner: Manner, status: Status, reason: str, seconds: float) -> Part:
    """The part of a document that was given up."""
    rows = lost_rows(item.document.path, status.value, manner.long)
    line = Line(_entry(item, manner, status, seconds, None, reason), rows)
    return Part((line.to_json(),), Counter([status]), Counter())


def _one(item: Item, manner: Manner, begin: Callable[[], None]) -> Part:
    begin()
    started = time.perf_counter()
    try:
        return _done(item, manner, started)
    except MemoryError:
        raise
    except Exception as error:
        return failed(item, manner, Status.CRASH, reason_of(error), time.perf_counter() - started)


def _done(item: Item, manner: Manner, started: float) -> Part:
    document = item.document.loaded()
    if document.remark is not None and _is_unreached(document.remark):
        told = document.remark.message.en
        return failed(item, manner, Status.UNREACHED, told, time.perf_counter() - started)
    outcome = _checked(document, item.config)
    readings = readings_in(outcome.report)
    status = _status(document, outcome, readings)
    digest = None if document.data is None or status is Status.OVERSIZE else hashlib.sha256(document.data).hexdigest()
    seconds, reason = time.perf_counter() - started, _reason(status, outcome)
    line = Line(_entry(item, manner, status, seconds, digest, reason), rows_of(outcome, readings, manner.long))
    return Part((line.to_json(),), Counter([status]), Counter(finding.code for finding in outcome.findings))


def _checked(document: Document, config: Config) -> Outcome:
    source = document.read()
    return outcome_of(document.path, source, check(source, config))


def _is_unreached(remark: Remark) -> bool:
    """Whether it says nothing of the document, which may be had another time: it was not opened, or not given by its store."""
    return remark.passing or remark.code == _UNOPENED


def _reason(status: Status, outcome: Outcome) -> str | None:
    """Why a document was not read, as the first finding has it."""
    if status not in (Status.UNREADABLE, Status.OVERSIZE) or not outcome.findings:
        return None
    first = outcome.findings[0]
    return f"{first.code}: {first.message.en}"


def _status(document: Document, outcome: Outcome, readings: Readings) -> Status:
    too_large = document.data is not None and len(document.data) > document.limits.file_bytes
    if too_large or (document.remark is not None and document.remark.code == _TOO_LARGE):
        return Status.OVERSIZE
    if status_of(outcome.report, readings) == "unreadable":
        return Status.UNREADABLE
    return Status.FINDINGS if outcome.findings else Status.OK


def _entry(
    item: Item, manner: Manner, status: Status, seconds: float, digest: str | None, reason: str | None = None
) -> Entry:
    return Entry(
        id=item.number,
        name=visible(item.document.path),
        sha256=digest,
        status=status,
        seconds=round(seconds, 4),
        version=manner.version,
        run=manner.run,
        reason=None if reason is None else visible(reason),
    )
