"""Expectations from what comes out now: what changes, what is refused, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conformance.tiny import PLAIN, adapter, run_all, write_case, write_suite
from giar_lark.conformance.golden import Change, Proposal, Refusal, propose, write
from giar_lark.conformance.ledger import Ledger
from giar_lark.conformance.run import run
from giar_lark.conformance.suite import read_suite

KEY = "t3.granted.total"
ONE = {"plain.txt": {"layout": "canonical", "family": "-", "findings": []}}
TWO = {**ONE, "rows.txt": {"layout": "tab-rows", "family": "L4", "findings": []}}


def answer(*findings: dict[str, object], **cell: object) -> str:
    """An answer about one cell."""
    return json.dumps({"cells": [{"key": KEY, **cell}], "findings": list(findings)}, ensure_ascii=False)


def finding(code: str, line: int, column: int, key: str | None = None) -> dict[str, object]:
    return {"code": code, "line": line, "column": column, "key": key}


def proposed(folder: Path) -> Proposal:
    """What is proposed where the texts are the answers."""
    return propose(read_suite(folder), run_all(folder, "echo"))


def suite_of(folder: Path, text: str, **changes: object) -> Path:
    """A suite of one report of one cell; its truth file."""
    write_suite(folder, {})
    return write_case(folder, "a", text, **{"cells": {KEY: 10}, **changes}) / "truth.json"


# ---------------------------------------------------------------- what changes


def test_new_value_is_shown_and_written(tmp_path: Path) -> None:
    truth = suite_of(tmp_path, answer(value=11, state="given"))
    proposal = proposed(tmp_path)
    assert proposal.changes == (Change("reports/a/plain", KEY, "10", "11"),)
    before = json.loads(truth.read_text("utf-8"))
    write(proposal)
    assert json.loads(truth.read_text("utf-8")) == {**before, "cells": {KEY: 11}}


def test_nothing_is_written_before_it_is_asked_for(tmp_path: Path) -> None:
    truth = suite_of(tmp_path, answer(value=11, state="given"))
    before = truth.read_bytes()
    proposal = proposed(tmp_path)
    assert (list(proposal.files), truth.read_bytes()) == ([truth], before)


def test_what_is_written_passes(tmp_path: Path) -> None:
    told = finding("T3-03", 40, 7, KEY)
    suite_of(tmp_path, answer(told, value=None, state="na"))
    assert [result.status.value for result in run_all(tmp_path, "echo")] == ["fail"]
    write(proposed(tmp_path))
    assert [result.status.value for result in run_all(tmp_path, "echo")] == ["pass"]


def test_number_that_has_become_blank_and_a_state_are_written_as_such(tmp_path: Path) -> None:
    for folder, state, after in (
        (tmp_path / "b", "blank", None),
        (tmp_path / "n", "na", {"value": None, "state": "na"}),
    ):
        truth = suite_of(folder, answer(value=None, state=state))
        write(proposed(folder))
        assert json.loads(truth.read_text("utf-8"))["cells"] == {KEY: after}


def test_amount_keeps_its_decimals(tmp_path: Path) -> None:
    truth = suite_of(
        tmp_path, '{"cells": [{"key": "t3.granted.total", "value": 0.10, "state": "given"}], "findings": []}'
    )
    write(proposed(tmp_path))
    assert '"t3.granted.total": 0.10\n' in truth.read_text("utf-8")


def test_new_findings_are_shown_and_written(tmp_path: Path) -> None:
    old, new = finding("T3-03", 40, 7, KEY), finding("T4-01", 61, 2)
    texts = {"plain.txt": {**ONE["plain.txt"], "findings": [old]}}
    truth = suite_of(tmp_path, answer(new, value=10), texts=texts)
    proposal = proposed(tmp_path)
    assert proposal.changes == (Change("reports/a/plain", "findings", "T3-03 40:7", "T4-01 61:2"),)
    write(proposal)
    assert json.loads(truth.read_text("utf-8"))["texts"]["plain.txt"]["findings"] == [new]


def test_new_metadata_is_shown_and_written(tmp_path: Path) -> None:
    old = {"year": 2023, "organ_name": "青岚县", "issued_date": None}
    now = {**old, "organ_name": "云溪县", "issued_date": "2024-01-15"}
    for texts in (ONE, TWO):
        folder = tmp_path / str(len(texts))
        truth = suite_of(folder, said(**now), metadata=old, texts=texts)
        proposal = proposed(folder)
        assert proposal.changes == (
            Change("reports/a/plain", "metadata.organ_name", '"青岚县"', '"云溪县"'),
            Change("reports/a/plain", "metadata.issued_date", "null", '"2024-01-15"'),
        )
        assert proposal.refusals == ()
        before = json.loads(truth.read_text("utf-8"))
        write(proposal)
        assert json.loads(truth.read_text("utf-8")) == {**before, "metadata": now}
        assert {result.status.value for result in run_all(folder, "echo")} == {"pass"}


def test_case_that_passes_is_left_alone(tmp_path: Path) -> None:
    suite_of(tmp_path, answer(value=10))
    assert proposed(tmp_path) == Proposal(changes=(), refusals=(), files={})


def test_value_that_all_texts_agree_on_is_written_once(tmp_path: Path) -> None:
    suite_of(tmp_path, answer(value=11), texts=TWO)
    assert proposed(tmp_path).changes == (Change("reports/a/plain", KEY, "10", "11"),)


# ---------------------------------------------------------------- what is refused


def test_text_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    for code in ("RD-02", "SY-02"):
        truth = suite_of(tmp_path / code, answer(finding(code, 3, 1), value=11))
        before = truth.read_bytes()
        proposal = proposed(tmp_path / code)
        assert proposal == Proposal(
            changes=(),
            refusals=(Refusal("reports/a/plain", f"the text does not parse: {code} at 3:1"),),
            files={},
        )
        write(proposal)
        assert truth.read_bytes() == before


def test_text_that_is_to_show_a_fault_of_reading_is_not_refused(tmp_path: Path) -> None:
    texts = {"plain.txt": {**ONE["plain.txt"], "findings": [finding("SY-02", 3, 1)]}}
    suite_of(tmp_path, answer(finding("SY-02", 4, 1), value=10), texts=texts)
    assert proposed(tmp_path).changes == (Change("reports/a/plain", "findings", "SY-02 3:1", "SY-02 4:1"),)


def test_cell_that_is_not_read_is_refused(tmp_path: Path) -> None:
    suite_of(tmp_path, answer(value=None, state="unreadable"))
    assert proposed(tmp_path).refusals == (Refusal("reports/a/plain", "cells are not read"),)


def test_value_that_the_texts_of_a_report_do_not_agree_on_is_refused(tmp_path: Path) -> None:
    for name, text in (("other", answer(value=12)), ("right", answer(value=10))):
        truth = suite_of(tmp_path / name, answer(value=11), texts=TWO)
        truth.with_name("rows.txt").write_text(text, encoding="utf-8")
        assert proposed(tmp_path / name) == Proposal(
            changes=(),
            refusals=(Refusal("reports/a/plain", f"{KEY}: the layouts of this report do not agree"),),
            files={},
        )


def test_metadata_that_the_texts_of_a_report_do_not_agree_on_is_refused(tmp_path: Path) -> None:
    for name, year in (("other", 2022), ("right", 2023)):
        truth = suite_of(tmp_path / name, said(year=2021), metadata={"year": 2023}, texts=TWO)
        truth.with_name("rows.txt").write_text(said(year=year), encoding="utf-8")
        assert proposed(tmp_path / name) == Proposal(
            changes=(),
            refusals=(Refusal("reports/a/plain", "year: the layouts of this report do not agree"),),
            files={},
        )


def test_metadata_that_is_not_read_is_refused(tmp_path: Path) -> None:
    suite_of(tmp_path, said(year=None), metadata={"year": 2023})
    assert proposed(tmp_path) == Proposal(
        changes=(), refusals=(Refusal("reports/a/plain", "year is not read"),), files={}
    )


def said(**metadata: object) -> str:
    """An answer that reads the cell right, and something of the report."""
    return json.dumps({"cells": [{"key": KEY, "value": 10}], "metadata": metadata})


@pytest.mark.parametrize(
    ("name", "reason"), [("crashing", "error: exit code 1: no table found"), ("hanging", "timeout: 1 s")]
)
def test_case_without_an_answer_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    suite_of(tmp_path, answer(value=10))
    proposal = propose(read_suite(tmp_path), run_all(tmp_path, name, timeout=1.0))
    assert proposal == Proposal(changes=(), refusals=(Refusal("reports/a/plain", reason),), files={})


def test_samples_from_outside_are_never_written(tmp_path: Path) -> None:
    write_suite(tmp_path / "ours", {"a": PLAIN})
    (tmp_path / "b.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "b.json").write_text('{"t3.granted.total": 11}', encoding="utf-8")
    samples = read_suite(tmp_path)
    failed = run(samples.cases, adapter(tmp_path / "ours", "right"), Ledger(), jobs=1, timeout=30.0)
    assert propose(samples, failed) == Proposal(
        changes=(), refusals=(Refusal("b", "the samples are not ours"),), files={}
    )
