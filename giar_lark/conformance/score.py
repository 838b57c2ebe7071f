"""A case and an answer to a score: which cells came out, and which findings are missing, misplaced or surplus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypedDict

from giar_lark.conformance.case import Case, CellTruth, Expected
from giar_lark.conformance.reply import Answer, Given, Reply
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field

_UNREAD = ("unreadable", "missing")
# what is said of blank cells whose place the text has lost; no truth can ask for one or forbid it
_LOST_PLACES = ("RD-06", "RD-07")


class Kind(StrEnum):
    """The ways to fail a case, the gravest first."""

    SILENT = "silent"
    WRONG = "wrong"
    UNREAD = "unread"
    MISSING = "missing"
    MISPLACED = "misplaced"
    SURPLUS = "surplus"
    METADATA = "metadata"


class CellMiss(NamedTuple):
    """A cell that did not come out right: `silent` if wrong without a finding, `wrong` with one, `unread` if not read."""

    kind: Kind
    key: str
    wanted: CellTruth
    got: Answer | None


class Misplaced(NamedTuple):
    """A finding with the right code and another place or key."""

    wanted: Expected
    got: Given


class MetadataMiss(NamedTuple):
    """A statement of the report that was read otherwise."""

    field: str
    wanted: object
    got: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How an answer compares with the truth.

    `cells` counts the cells of each table, `right` those that came out; `misses` are the others, lost ones that need not be
    read (`spared`) left out. `expected` counts findings. `answered` says whether the parser gives findings at all.
    """

    cells: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)
    spared: int = 0
    misses: tuple[CellMiss, ...] = ()
    expected: int = 0
    missing: tuple[Expected, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    surplus: tuple[Given, ...] = ()
    metadata: tuple[MetadataMiss, ...] = ()

    @property
    def kinds(self) -> frozenset[Kind]:
        """The ways in which the case failed; empty if it passed."""
        found = {miss.kind for miss in self.misses}
        lists = {
            Kind.MISSING: self.missing,
            Kind.MISPLACED: self.misplaced,
            Kind.SURPLUS: self.surplus,
            Kind.METADATA: self.metadata,
        }
        return frozenset(found | {kind for kind, entries in lists.items() if entries})

    def count(self, kind: Kind) -> int:
        """How many cells missed in one way."""
        return sum(miss.kind is kind for miss in self.misses)


def score(case: Case, reply: Reply) -> Score:
    """The score of an answer. What the parser does not give (findings, metadata, states) is not held against it."""
    told = {finding.key for finding in reply.findings or () if finding.key}
    truths = case.cells or {}
    judged = {key: _judged(key, truth, reply.cells.get(key), case, told) for key, truth in truths.items()}
    return Score(
        cells=_by_table(truths),
        right=_by_table(key for key, kind in judged.items() if kind is _RIGHT),
        spared=sum(kind is _SPARED for kind in judged.values()),
        misses=tuple(
            CellMiss(kind, key, truths[key], reply.cells.get(key))
            for key, kind in judged.items()
            if isinstance(kind, Kind)
        ),
        metadata=tuple(_metadata(case, reply)),
        **_findings(case, reply),
    )


# ---------------------------------------------------------------- cells


class _Fine(StrEnum):
    """The ways in which a cell is no miss."""

    RIGHT = "right"
    SPARED = "spared"


_RIGHT, _SPARED = _Fine.RIGHT, _Fine.SPARED


def _judged(key: str, truth: CellTruth, got: Answer | None, case: Case, told: set[str]) -> Kind | _Fine:
    if _is_right(truth, got):
        return _RIGHT
    if got is None or got.state in _UNREAD:
        return _SPARED if key in case.undecidable else Kind.UNREAD
    return Kind.WRONG if any(key == place or key.startswith(f"{place}.") for place in told) else Kind.SILENT


def _by_table(keys: Iterable[str]) -> dict[str, int]:
    return dict(Counter(key.partition(".")[0] for key in keys))


def _is_right(truth: CellTruth, got: Answer | None) -> bool:
    if got is None:
        return truth.states == ("missing",)
    inferred = got.state == "inferred" and "given" in truth.states
    return got.value in truth.values and (got.state in (None, *truth.states) or inferred)


# ---------------------------------------------------------------- findings


class _Compared(TypedDict):
    expected: int
    missing: tuple[Expected, ...]
    misplaced: tuple[Misplaced, ...]
    surplus: tuple[Given, ...]


def _findings(case: Case, reply: Reply) -> _Compared:
    if case.findings is None or reply.findings is None:
        return _Compared(expected=0, missing=(), misplaced=(), surplus=())
    left, missing = list(reply.findings), []
    for wanted in case.findings:
        fitting = [given for given in left if _fits(wanted, given)]
        if not fitting:
            missing.append(wanted)
        for given in fitting if wanted.several else fitting[:1]:
            left.remove(given)
    misplaced = []
    for wanted in tuple(missing):
        near = next((given for given in left if given.code == wanted.code), None)
        if near is not None:
            missing.remove(wanted)
            left.remove(near)
            misplaced.append(Misplaced(wanted, near))
    surplus = [given for given in left if not _is_allowed(case, given)]
    return _Compared(
        expected=len(case.findings), missing=tuple(missing), misplaced=tuple(misplaced), surplus=tuple(surplus)
    )


def _fits(wanted: Expected, given: Given) -> bool:
    """Whether a finding is the expected one; what the truth leaves open, or the parser does not say, fits."""
    if wanted.code != given.code or (not wanted.several and given.key != wanted.key):
        return False
    if wanted.line is None or given.line is None:
        return True
    in_lines = wanted.line <= given.line <= (wanted.last_line or wanted.line)
    return in_lines and (wanted.column is None or given.column in (None, wanted.column))


def _is_allowed(case: Case, given: Given) -> bool:
    if given.code not in _LOST_PLACES or not case.undecidable:
        return False
    return given.key is None or any(key == given.key or key.startswith(f"{given.key}.") for key in case.undecidable)


# ---------------------------------------------------------------- metadata


def _metadata(case: Case, reply: Reply) -> Iterator[MetadataMiss]:
    for field_, wanted in case.metadata.items():
        if reply.metadata is not None and field_ in reply.metadata and reply.metadata[field_] != wanted:
            yield MetadataMiss(field_, wanted, reply.metadata[field_])
