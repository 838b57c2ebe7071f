"""New expectations from what comes out now: proposed as a list of changes, refused where a text does not parse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from giar_lark.conformance.case import Suite
from giar_lark.conformance.reply import Answer, Given
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.score import Kind
from giar_lark.conformance.suite import truth_files
from giar_lark.conformance.truth_file import Truth, cell_truth, truth_json
from giar_lark.export.json import to_json

# findings of reading and of syntax: the text, or a part of it, was not understood
_NOT_PARSED = ("RD-", "SY-")


class Change(NamedTuple):
    """An expectation that becomes another: the case, a cell's key or `findings`, and both values as they are shown."""

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
    """The new expectations for the cases that fail; cases whose text does not parse, and outside samples, are refused."""
    failed = [result for result in results if result.status is Status.FAIL]
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
    expected = {wanted.code for wanted in result.case.findings or ()}
    for given in result.reply.findings or () if result.reply else ():
        if given.code.startswith(_NOT_PARSED) and given.code not in expected:
            return f"the text does not parse: {given.code} at {given.line}:{given.column}"
    if Kind.UNREAD in result.score.kinds:
        return "cells are not read"
    return ""


def _new_cells(truth: Truth, results: Sequence[Result], refused: list[Refusal]) -> Iterable[Change]:
    """The cells that come out alike in all texts of the file, put into its truth."""
    answers: dict[str, dict[str, Answer | None]] = {}
    for result in results:
        for miss in result.score.misses:
            answers.setdefault(miss.key, {})[result.case.name] = miss.got
    for key, by_case in answers.items():
        case, got = next(iter(by_case.items()))
        if got is None or len(set(by_case.values())) > 1 or len(by_case) < len(truth["texts"]):
            refused.append(Refusal(case, f"{key}: the layouts of this report do not agree"))
            continue
        before = truth["cells"][key]
        truth["cells"][key] = cell_truth(_plain(got.value), got.state or ("blank" if got.value is None else "given"))
        yield Change(case, key, to_json(before), to_json(truth["cells"][key]))


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
