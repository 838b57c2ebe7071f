"""Cases through a parser: how each ends, whatever the parser does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conformance.tiny import PLAIN, adapter, outcomes, run_all, write_case, write_suite
from giar_lark.conformance.adapter import Adapter, own_adapter
from giar_lark.conformance.ledger import Entry, Ledger
from giar_lark.conformance.run import BAD, Result, Status, run
from giar_lark.conformance.score import Kind
from giar_lark.conformance.suite import read_suite

CASE = "reports/a/plain"
ENDINGS = {
    "right": ("pass", ""),
    "one-more": ("fail", ""),
    "crashing": ("error", "exit code 1: no table found"),
    "skipping": ("skip", "scanned pages are not read"),
}


def known(kind: Kind, *cases: str) -> Ledger:
    return Ledger((Entry(cases=cases or (CASE,), kinds=frozenset({kind}), reason="one too many"),))


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    return write_suite(tmp_path / "suite", {"a": PLAIN})


@pytest.mark.parametrize("name", ENDINGS)
def test_case_ends_as_the_parser_does(suite: Path, name: str) -> None:
    assert outcomes(run_all(suite, name)) == [(CASE, *ENDINGS[name])]


def test_parser_that_hangs_is_stopped(suite: Path) -> None:
    assert outcomes(run_all(suite, "hanging", timeout=1.0)) == [(CASE, "timeout", "1 s")]


def test_answer_that_is_no_json_is_an_error(suite: Path) -> None:
    [result] = run_all(suite, "talking")
    assert (result.status, result.reason.startswith("no JSON")) == (Status.ERROR, True)


ANSWERS = {
    '{"cells": [], "findings": [{"code": "T3-01", "line": "3"}]}': "findings[0] (T3-01): the line is no whole number",
    '{"cells": [], "findings": [{"code": "T3-01", "line": 3.5}]}': "findings[0] (T3-01): the line is no whole number",
    '{"cells": [], "findings": [{"code": "T3-01", "column": true}]}': "findings[0] (T3-01): the column is no whole number",
    '{"cells": [], "findings": [{"code": "T3-01"}, {"code": "T3-02", "key": ["a"]}]}': "findings[1] (T3-02): the key is no text",
    '{"cells": [], "findings": [{"key": "t3.granted"}]}': "findings[0] has no code",
    '{"cells": [], "findings": {}}': "“findings” is no array",
    '{"cells": [], "metadata": ["2021"]}': "“metadata” is no object",
    '[{"key": "t3.granted.total", "value": 1e99999999999999999999}]': "no JSON: 1e99999999999999999999 is too large or too small",
    '[{"key": "t3.granted.total", "value": -1.5e-99999999999999999999}]': "no JSON: -1.5e-99999999999999999999 is too large or too small",
    '[{"key": "t3.granted.total", "value": "10"}]': "cells[0] (t3.granted.total): the value is neither a number nor null",
    '[{"key": "t3.granted.total", "value": 10, "state": 1}]': "cells[0] (t3.granted.total): the state is no text",
    '[{"key": ["t3.granted.total"], "value": 10}]': "cells[0] has no key",
    "[[]]": "cells[0] has no key",
    "10": "neither an object nor an array",
    "{}": "“cells” is no array",
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_answer_that_is_not_what_it_has_to_be_is_an_error_of_its_case_alone(tmp_path: Path, answer: str) -> None:
    suite = write_suite(tmp_path, {"a": answer, "b": '{"cells": []}'})
    assert outcomes(run_all(suite, "echo")) == [
        ("reports/a/plain", "error", ANSWERS[answer]),
        ("reports/b/plain", "fail", ""),
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "[" * 200_000,
        '{"skip": "\\ud800"}',
        '{"cells": [], "metadata": {"\\udfff": 1}}',
        '{"cells": [], "findings": [{"code": "\\ud800"}]}',
        '[{"key": "t3.granted.total", "value": NaN}]',
    ],
    ids=["deep", "half a pair", "half a pair in a name", "half a pair in a code", "NaN"],
)
def test_answer_that_no_text_can_hold_is_an_error_of_its_case_alone(tmp_path: Path, answer: str) -> None:
    suite = write_suite(tmp_path, {"a": answer, "b": '{"skip": "\\ud83d\\ude00"}'})
    first, second = run_all(suite, "echo")
    assert (first.status, first.reason.startswith("no JSON: ")) == (Status.ERROR, True)
    assert (second.status, second.reason) == (Status.SKIP, "\U0001f600")


@pytest.mark.parametrize("reason", ["", " \\n"])
def test_skip_without_a_reason_is_a_skip(tmp_path: Path, reason: str) -> None:
    suite = write_suite(tmp_path, {"a": f'{{"skip": "{reason}"}}'})
    assert outcomes(run_all(suite, "echo")) == [(CASE, "skip", "no reason given")]


def test_bytes_that_are_no_text_are_an_error_of_their_case_alone(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, {"a": PLAIN, "b": PLAIN})
    script = "import sys\nfor _ in sys.stdin:\n    sys.stdout.buffer.write(b'\\xff\\n')\n    sys.stdout.flush()\n"
    (suite / "staying.py").write_text(script, encoding="utf-8")
    staying = Adapter(name="staying", command=("{python}", "staying.py"), folder=suite, stream=True)
    results = run(read_suite(suite).cases, staying, Ledger(), jobs=1, timeout=30.0)
    assert [(result.status, result.reason[:7]) for result in results] == [(Status.ERROR, "no JSON")] * 2


def test_command_that_cannot_be_started_is_an_error(suite: Path) -> None:
    nothing = Adapter(name="nothing", command=("giar-no-such-command",))
    [result] = run(read_suite(suite).cases, nothing, Ledger(), jobs=1, timeout=30.0)
    assert (result.status, result.reason.startswith("cannot be started")) == (Status.ERROR, True)


def test_parser_is_asked_on_after_a_crash_or_a_hang(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, {"a": "crash", "b": "hang", "c": '{"cells": []}'})
    script = (
        "import sys, threading\n"
        "text = sys.stdin.read()\n"
        "sys.exit('no report') if text == 'crash' else threading.Event().wait() if text == 'hang' else print(text)\n"
    )
    (suite / "echo.py").write_text(script, encoding="utf-8")
    assert outcomes(run_all(suite, "echo", timeout=1.0)) == [
        ("reports/a/plain", "error", "exit code 1: no report"),
        ("reports/b/plain", "timeout", "1 s"),
        ("reports/c/plain", "fail", ""),
    ]


# ---------------------------------------------------------------- known failures


def test_known_failure_is_no_failure(suite: Path) -> None:
    assert outcomes(run_all(suite, "one-more", known(Kind.SILENT))) == [(CASE, "xfail", "one too many")]


def test_known_failure_in_another_way_is_a_failure(suite: Path) -> None:
    assert outcomes(run_all(suite, "one-more", known(Kind.UNREAD))) == [(CASE, "fail", "one too many")]


def test_known_failure_that_passes_makes_the_run_fail(suite: Path) -> None:
    [result] = run_all(suite, "right", known(Kind.SILENT))
    assert outcomes([result]) == [(CASE, "xpass", "one too many")]
    assert result.status in BAD


def test_known_failure_of_another_case_does_not_count(suite: Path) -> None:
    assert outcomes(run_all(suite, "one-more", known(Kind.SILENT, "reports/b/*"))) == [(CASE, "fail", "")]


@pytest.mark.parametrize(("name", "ending"), [("crashing", ENDINGS["crashing"]), ("skipping", ENDINGS["skipping"])])
def test_crash_and_skip_are_never_known_failures(suite: Path, name: str, ending: tuple[str, str]) -> None:
    assert outcomes(run_all(suite, name, known(Kind.SILENT))) == [(CASE, *ending)]


def test_what_makes_a_run_fail() -> None:
    assert set(Status) - BAD == {Status.PASS, Status.XFAIL, Status.SKIP}


# ---------------------------------------------------------------- what a parser need not give


def test_case_about_findings_is_skipped_for_a_parser_without(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, {})
    write_case(suite, "a", "[]", cells=None)
    assert outcomes(run_all(suite, "echo")) == [
        ("reports/a/plain", "skip", "the case is about findings, and the parser gives none")
    ]


def test_case_about_findings_is_judged_for_a_parser_with(tmp_path: Path) -> None:
    suite = write_suite(tmp_path, {})
    write_case(suite, "a", '{"cells": [], "findings": []}', cells=None)
    write_case(suite, "b", '{"cells": [], "findings": [{"code": "ST-01"}]}', cells=None)
    assert outcomes(run_all(suite, "echo")) == [("reports/a/plain", "pass", ""), ("reports/b/plain", "fail", "")]


def test_states_are_compared_if_given(tmp_path: Path) -> None:
    answer = [{"key": "t3.granted.total", "value": None}]
    suite = write_suite(tmp_path, {})
    for stem, state in {"a": {}, "b": {"state": "blank"}, "c": {"state": "na"}}.items():
        write_case(suite, stem, json.dumps([{**answer[0], **state}]), cells={"t3.granted.total": None})
    assert [result.status for result in run_all(suite, "echo")] == [Status.PASS, Status.PASS, Status.FAIL]


# ---------------------------------------------------------------- several at a time


def test_results_do_not_depend_on_the_number_of_jobs(tmp_path: Path) -> None:
    stems = [f"town-{number}" for number in range(6)]
    suite = write_suite(tmp_path, dict.fromkeys(stems, PLAIN))
    write_case(suite, "town-odd", PLAIN.replace("10", "11"))
    one, four = run_all(suite, "right"), run_all(suite, "right", jobs=4)
    assert one == four
    assert outcomes(four) == [
        *((f"reports/{stem}/plain", "pass", "") for stem in stems),
        ("reports/town-odd/plain", "fail", ""),
    ]


def test_each_result_is_told_as_it_comes(suite: Path) -> None:
    seen: list[Result] = []
    write_case(suite, "b", PLAIN)
    parser = adapter(suite, "right")
    results = run(read_suite(suite).cases, parser, Ledger(), jobs=2, timeout=30.0, seen=seen.append)
    assert [result.case.name for result in seen] == [CASE, "reports/b/plain"]
    assert seen == results


# ---------------------------------------------------------------- this parser


def test_own_parser_answers_in_the_form_that_is_asked_of_all(tmp_path: Path) -> None:
    report = (Path(__file__).parents[1] / "golden" / "render" / "report.txt").read_text(encoding="utf-8")
    suite = write_suite(tmp_path, {})
    said = {"year": 2023, "organ_name": "云溪县柳河镇人民政府", "template": "2021", "issued_date": "2024-01-15"}
    cells = {"t3.granted.total": 10, "t3.total_processed.total": 14, "t4.reconsideration.total": 1}
    write_case(suite, "a", report, metadata=said, cells=cells)
    write_case(suite, "b", report.replace("\t10\n", "\t11\n"), metadata=said, cells=cells)
    write_case(suite, "c", report, metadata={**said, "year": 2022}, cells={})
    results = run(read_suite(suite).cases, own_adapter(), Ledger(), jobs=2, timeout=60.0)
    assert [result.status for result in results] == [Status.PASS, Status.FAIL, Status.FAIL]
    assert results[2].score.kinds == {Kind.METADATA}
