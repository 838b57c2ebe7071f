"""A folder to a suite: its cases, their truth, and the parsers that come with it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from conformance.tiny import CELLS, PLAIN, adapter, truth, write_case, write_suite
from giar_lark.conformance.case import Case, CellTruth, Expected
from giar_lark.conformance.suite import SuiteError, read_suite, truth_files
from giar_lark.official.templates import cell_keys


def given(number: str) -> CellTruth:
    return CellTruth((Decimal(number),), ("given",))


def test_suite_says_its_name_its_version_and_its_parsers(tmp_path: Path) -> None:
    suite = read_suite(write_suite(tmp_path, {"a": PLAIN}))
    assert (suite.name, suite.version, suite.native) == ("tiny", "1.2.3", True)
    right = adapter(tmp_path, "right")
    assert (right.folder, right.about, right.stream) == (tmp_path, "of a few lines", False)
    assert right.arguments() == [sys.executable, "right.py"]


def test_case_is_what_its_truth_says(tmp_path: Path) -> None:
    write_suite(tmp_path, {})
    folder = write_case(
        tmp_path,
        "town",
        PLAIN,
        metadata={"year": 2023, "template": "2021"},
        cells={
            "t2.administrative_fees.amount_10k_yuan": 0.10,
            "t3.granted.total": 10,
            "t3.granted.natural_person": None,
            "t4.litigation_direct.total": {"value": None, "state": "na"},
        },
        texts={
            "plain.txt": {
                "layout": "one-line",
                "family": "L8",
                "converter": "pandoc 3.1",
                "undecidable": ["t3.granted"],
                "findings": [{"code": "T3-03", "line": 4, "key": "t3.granted.total"}],
            }
        },
    )
    assert read_suite(tmp_path).cases == (
        Case(
            name="reports/town/plain",
            path=folder / "plain.txt",
            description="a town of two cells",
            source="made for this test",
            template="2021",
            layout="one-line",
            family="L8",
            status="required",
            tags=("town",),
            converter="pandoc 3.1",
            cells={
                "t2.administrative_fees.amount_10k_yuan": given("0.1"),
                "t3.granted.total": given("10"),
                "t3.granted.natural_person": CellTruth((None,), ("blank",)),
                "t4.litigation_direct.total": CellTruth((None,), ("na",)),
            },
            undecidable=frozenset({"t3.granted.total", "t3.granted.natural_person"}),
            metadata={"year": 2023, "template": "2021"},
            findings=(Expected(code="T3-03", key="t3.granted.total", line=4),),
        ),
    )


def test_row_that_is_undecidable_is_not_one_of_a_like_name(tmp_path: Path) -> None:
    write_suite(tmp_path, {})
    keys = ["t3.otherwise.total", "t3.otherwise.other_reason.total", "t3.otherwise_not.total"]
    text = {"layout": "-", "family": "-", "undecidable": ["t3.otherwise"], "findings": []}
    write_case(tmp_path, "a", PLAIN, cells=dict.fromkeys(keys), texts={"a.txt": text})
    assert read_suite(tmp_path).cases[0].undecidable == frozenset(keys[:2])


def test_all_cells_of_a_text_may_be_undecidable(tmp_path: Path) -> None:
    write_suite(tmp_path, {})
    write_case(
        tmp_path, "a", PLAIN, texts={"a.txt": {"layout": "-", "family": "-", "undecidable": "all", "findings": []}}
    )
    assert read_suite(tmp_path).cases[0].undecidable == frozenset(CELLS)


def test_truth_may_leave_cells_or_findings_open(tmp_path: Path) -> None:
    write_suite(tmp_path, {})
    write_case(tmp_path, "a", PLAIN, cells=None, texts={"a.txt": {"layout": "-", "family": "-", "findings": None}})
    [case] = read_suite(tmp_path).cases
    assert (case.cells, case.findings) == (None, None)


@pytest.mark.parametrize(
    ("said", "keys", "template"),
    [
        ("2021", [], "2021"),
        ("2019", cell_keys("2019"), "2019"),
        ("", cell_keys("2021"), "2021"),
        ("", cell_keys("2019"), "2019"),
        ("", [*cell_keys("2019"), *cell_keys("2021")], "hybrid"),
        ("legacy", [], "legacy"),
        ("", [], "-"),
    ],
    ids=["said", "said and seen", "seen 2021", "seen 2019", "both", "neither", "nothing"],
)
def test_template_is_as_said_else_as_the_cells_are(
    tmp_path: Path, said: str, keys: Sequence[str], template: str
) -> None:
    write_suite(tmp_path, {})
    metadata = {"template": said} if said else {}
    write_case(tmp_path, "a", PLAIN, metadata=metadata, cells=dict.fromkeys(keys, 0))
    assert [case.template for case in read_suite(tmp_path).cases] == [template]


def test_standing_of_a_text_goes_before_that_of_its_report(tmp_path: Path) -> None:
    write_suite(tmp_path, {})
    plain = {"layout": "-", "family": "-", "findings": []}
    write_case(
        tmp_path, "a", PLAIN, status="proposed", texts={"a.txt": plain, "b.txt": {**plain, "status": "optional"}}
    )
    assert [(case.name, case.status) for case in read_suite(tmp_path).cases] == [
        ("reports/a/a", "proposed"),
        ("reports/a/b", "optional"),
    ]


def test_cases_are_sorted_by_name(tmp_path: Path) -> None:
    write_suite(tmp_path, {"b": PLAIN, "a": PLAIN, "a-b": PLAIN})
    names = [case.name for case in read_suite(tmp_path).cases]
    assert names == ["reports/a-b/plain", "reports/a/plain", "reports/b/plain"]


def test_truth_stands_in_truth_json_or_beside_a_text_of_its_name(tmp_path: Path) -> None:
    write_suite(tmp_path, {"a": PLAIN})
    faults = tmp_path / "faults" / "T3-03"
    faults.mkdir(parents=True)
    for name in ("slip.txt", "slip.json", "notes.json"):
        (faults / name).write_text("{}", encoding="utf-8")
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "truth.json").write_text("{}", encoding="utf-8")
    assert truth_files(tmp_path) == [faults / "slip.json", tmp_path / "reports" / "a" / "truth.json"]


def changed_text(**changes: object) -> dict[str, object]:
    return {"texts": {"plain.txt": {"layout": "canonical", "family": "-", "findings": [], **changes}}}


@pytest.mark.parametrize(
    "changes",
    [
        {"texts": []},
        {"texts": {"plain.txt": []}},
        {"texts": {"plain.txt": {}}},
        {"status": "wanted"},
        {"status": []},
        {"description": 1},
        {"source": None},
        {"tags": "town"},
        {"metadata": []},
        {"cells": []},
        {"cells": {"t3.granted.total": "ten"}},
        {"cells": {"t3.granted.total": True}},
        {"cells": {"t3.granted.total": {"value": "10", "state": "given"}}},
        {"cells": {"t3.granted.total": {"value": 10}}},
        changed_text(status="wanted"),
        changed_text(layout=""),
        changed_text(layout=1),
        changed_text(family=None),
        changed_text(converter=1),
        changed_text(undecidable=1),
        changed_text(undecidable="t3.granted"),
        changed_text(findings={}),
        changed_text(findings=[{}]),
        changed_text(findings=[{"code": 1}]),
        changed_text(findings=[{"code": "T3-01", "key": []}]),
        changed_text(findings=[{"code": "T3-01", "line": "3"}]),
    ],
    ids=str,
)
def test_truth_that_is_not_what_it_has_to_be_is_told_by_its_name(tmp_path: Path, changes: dict[str, object]) -> None:
    write_suite(tmp_path, {"sound": PLAIN})
    folder = tmp_path / "reports" / "a"
    folder.mkdir()
    (folder / "truth.json").write_text(json.dumps({**truth(), **changes}), encoding="utf-8")
    with pytest.raises(SuiteError, match=r"reports.a.truth\.json: ."):
        read_suite(tmp_path)


@pytest.mark.parametrize(
    "text", ["[]", "1", "", "{", "[" * 200_000, '{"texts": []}', '{"cells": 1e99999999999999999999}']
)
def test_file_that_is_no_truth_is_told_by_its_name(tmp_path: Path, text: str) -> None:
    truth_file = write_suite(tmp_path, {"a": PLAIN}) / "reports" / "a" / "truth.json"
    truth_file.write_text(text, encoding="utf-8")
    with pytest.raises(SuiteError, match=r"reports.a.truth\.json: ."):
        read_suite(tmp_path)


@pytest.mark.parametrize(
    "lines",
    [
        'adapters = "x"',
        '[adapters]\nx = "y"',
        '[adapters.x]\ncommand = "cat"\ndescription = "y"',
        '[adapters.x]\ncommand = []\ndescription = "y"',
        '[adapters.x]\ncommand = ["cat", 1]\ndescription = "y"',
        '[adapters.x]\ncommand = ["cat"]',
        '[adapters.x]\ncommand = ["cat"]\ndescription = 1',
        "[adapters",
    ],
)
def test_suite_file_that_is_not_what_it_has_to_be_is_told_by_its_name(tmp_path: Path, lines: str) -> None:
    write_suite(tmp_path, {"a": PLAIN})
    (tmp_path / "suite.toml").write_text(f'name = "tiny"\nversion = "1.2.3"\n{lines}\n', encoding="utf-8")
    with pytest.raises(SuiteError, match=r"suite\.toml: ."):
        read_suite(tmp_path)


@pytest.mark.parametrize(("name", "version"), [("1", '"1.2.3"'), ('"tiny"', "1.2")])
def test_name_and_version_of_a_suite_are_texts(tmp_path: Path, name: str, version: str) -> None:
    write_suite(tmp_path, {"a": PLAIN})
    (tmp_path / "suite.toml").write_text(f"name = {name}\nversion = {version}\n", encoding="utf-8")
    with pytest.raises(SuiteError, match=r"suite\.toml: name and version"):
        read_suite(tmp_path)


@pytest.mark.parametrize("native", [True, False])
def test_folder_without_cases_is_no_suite(tmp_path: Path, native: bool) -> None:
    if native:
        write_suite(tmp_path, {})
    (tmp_path / "notes.json").write_text(json.dumps([]), encoding="utf-8")
    with pytest.raises(SuiteError, match="no cases in"):
        read_suite(tmp_path)


def test_folder_of_a_suite_tells_how_to_run_it_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_suite(tmp_path / "corpus", {"reports/a": PLAIN})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SuiteError) as told:
        read_suite(Path("corpus/reports"))
    assert str(told.value) == "corpus/reports is a part of one; run corpus with --only 'reports/*'"
