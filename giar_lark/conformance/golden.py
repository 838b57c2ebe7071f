"""New expectations from what comes out now: proposed as a list of changes, refused where a text does not parse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from giar_lark.conformance.case import Suite
from giar_lark.conformance.reply import Given
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.score import Kind
from giar_lark.conformance.suite import truth_files
from giar_lark.conformance.truth_file import Truth, cell_truth, truth_json
from giar_lark.export.json import to_json
from giar_lark.lean.records import dataclass

# findings of reading and of syntax: the text, or a part of it, was not understood
_NOT_PARSED = ("RD-", "SY-")
# those that have to become something else, or be refused
_TO_SETTLE = frozenset({Status.FAIL, Status.ERROR, Status.TIMEOUT})
_Value = TypeVar("_Value")


class _Answer(NamedTuple, Generic[_Value]):
    """What a case says of a cell or of the report, None for nothing."""

    case: str
    name: str
    got: _Value


class Change(NamedTuple):
    """An expectation that becomes another, and both values as they are shown.

    `what` is the key of a cell, `metadata.` and the name of a statement, or `findings`.
    """

    case: str
    what: str
    before: str
    after: str


class Refusal(NamedTuple):
    """A case whose expectation stays, and why."""

    case: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would change, what is refused, and the new text of each truth file."""

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    files: Mapping[Path, str]


def propose(suite: Suite, results: Sequence[Result]) -> Proposal:
    """The new expectations for the cases that fail.

    Refused are cases that got no answer or whose text does not parse, and outside samples.
    """
    failed = [result for result in results if result.status in _TO_SETTLE]
    if not suite.native:
        return Proposal(
            changes=(), refusals=tuple(Refusal(r.case.name, "the samples are not ours") for r in failed), files={}
        )
    changes: list[Change] = []
    refusals: list[Refusal] = []
    files: dict[Path, str] = {}
    for path in truth_files(suite.folder):
        truth: Truth = json.loads(path.read_text("utf-8"), parse_float=Decimal)
        own = [
            result
            for result in failed
            if result.case.path.parent == path.parent and result.case.path.name in truth["texts"]
        ]
        refused = [Refusal(result.case.name, reason) for result in own if (reason := _refusal(result))]
        taken = [result for result in own if result.case.name not in {refusal.case for refusal in refused}]
        found = [
            *_new_cells(truth, taken, refused),
            *_new_metadata(truth, taken, refused),
            *(change for result in taken for change in _new_findings(truth, result)),
        ]
        changes += found
        refusals += refused
        if found:
            files[path] = truth_json(truth)
    return Proposal(changes=tuple(changes), refusals=tuple(refusals), files=files)


def write(proposal: Proposal) -> None:
    """Write the new truth files."""
    for path, text in proposal.files.items():
        path.write_text(text, encoding="utf-8")


def _refusal(result: Result) -> str:
    """Why a result cannot become the expectation; empty if it can."""
    if result.status is not Status.FAIL:
        return f"{result.status}: {result.reason}"
    expected = {wanted.code for wanted in result.case.findings or ()}
    for given in result.reply.findings or () if result.reply else ():
        if given.code.startswith(_NOT_PARSED) and given.code not in expected:
            return f"the text does not parse: {given.code} at {given.line}:{given.column}"
    if Kind.UNREAD in result.score.kinds:
        return "cells are not read"
    return ""


def _new_cells(truth: Truth, results: Sequence[Result], refused: list[Refusal]) -> Iterable[Change]:
    """The cells that come out alike in all texts of the file, put into its truth."""
    answers = [_Answer(result.case.name, miss.key, miss.got) for result in results for miss in result.score.misses]
    for case, key, got in _agreed(answers, truth, refused):
        before = truth["cells"][key]
        truth["cells"][key] = cell_truth(_plain(got.value), got.state or ("blank" if got.value is None else "given"))
        yield Change(case, key, to_json(before), to_json(truth["cells"][key]))


def _new_metadata(truth: Truth, results: Sequence[Result], refused: list[Refusal]) -> Iterable[Change]:
    """What all texts of the file are read to say of the report, put into its truth."""
    answers = [_Answer(result.case.name, miss.field, miss.got) for result in results for miss in result.score.metadata]
    for case, name, got in _agreed(answers, truth, refused):
        before, truth["metadata"][name] = truth["metadata"][name], got
        yield Change(case, f"metadata.{name}", to_json(before), to_json(got))


def _agreed(
    answers: Iterable[_Answer[_Value | None]], truth: Truth, refused: list[Refusal]
) -> Iterator[_Answer[_Value]]:
    """The answers that all texts of a file give alike, once; the others are refused."""
    by_name: dict[str, list[_Answer[_Value | None]]] = {}
    for answer in answers:
        by_name.setdefault(answer.name, []).append(answer)
    for name, alike in by_name.items():
        case, _, got = alike[0]
        if len(alike) < len(truth["texts"]) or any(answer.got != got for answer in alike):
            refused.append(Refusal(case, f"{name}: the layouts of this report do not agree"))
        elif got is None:
            refused.append(Refusal(case, f"{name} is not read"))
        else:
            yield _Answer(case, name, got)


def _plain(value: Decimal | None) -> int | Decimal | None:
    return int(value) if value is not None and value == value.to_integral_value() else value


def _new_findings(truth: Truth, result: Result) -> Iterable[Change]:
    if result.reply is None or not result.score.kinds & {Kind.MISSING, Kind.MISPLACED, Kind.SURPLUS}:
        return
    entry: dict[str, Any] = truth["texts"][result.case.path.name]
    before, entry["findings"] = entry["findings"], [_finding(given) for given in result.reply.findings or ()]
    yield Change(result.case.name, "findings", _shown(before), _shown(entry["findings"]))


def _finding(given: Given) -> Truth:
    return {"code": given.code, "line": given.line, "column": given.column, "key": given.key}


def _shown(findings: Sequence[Mapping[str, Any]]) -> str:
    places = [":".join(str(f[name]) for name in ("line", "column") if f.get(name)) for f in findings]
    return ", ".join(f"{f['code']} {place}".strip() for f, place in zip(findings, places, strict=True)) or "-"
