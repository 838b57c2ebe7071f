"""The linter of the suite: the suite as it stands is sound, and each way to be unsound is said."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import lint
import pytest
from generator.index import write_index

from giar_lark.official.templates import cell_keys

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT, FAULT = "reports/town-2024", "faults/T3-03-row-total"
TRUTH, SLIP = f"{REPORT}/truth.json", f"{FAULT}/one-more.json"

MODAL_VERBS = ("should", "must", "shall", "may", "can")


def entry(*findings: dict[str, object], **changes: object) -> dict[str, object]:
    return {"layout": "canonical", "family": "-", "findings": list(findings), **changes}


def finding(**changes: object) -> dict[str, object]:
    return {"code": "T3-03", "line": 2, "column": 4, "key": "t3.granted.total", **changes}


def write(path: Path, text: str = "a town\n总计 13\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def write_truth(path: Path, description: str, **changes: object) -> None:
    truth = {
        "description": description,
        "source": "made for this test",
        "tags": ["town"],
        "metadata": {"template": "2021"},
        "cells": dict.fromkeys(cell_keys("2021"), 0),
        **changes,
    }
    write(path, json.dumps(truth))


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A report in one layout, and a fault of it."""
    write(tmp_path / "suite.toml", 'name = "tiny"\nversion = "1.0.0"\n')
    write(tmp_path / REPORT / "canonical.txt")
    write_truth(tmp_path / TRUTH, "A town", texts={"canonical.txt": entry()})
    write(tmp_path / FAULT / "one-more.txt")
    write_truth(tmp_path / SLIP, "A total is one too many", texts={"one-more.txt": entry(finding())})
    write_index(tmp_path)
    return tmp_path


def change(path: Path, **changes: object) -> None:
    """Change entries of a truth; None takes one out."""
    truth = {**json.loads(path.read_text("utf-8")), **changes}
    write(path, json.dumps({name: value for name, value in truth.items() if value is not None}))


def found(suite: Path) -> list[str]:
    """The problems of a suite whose lists and checksums are made anew."""
    write_index(suite)
    return lint.problems(suite)


def test_the_suite_as_it_stands_has_no_problem() -> None:
    assert lint.problems(CORPUS) == []


def test_tiny_suite_has_no_problem(suite: Path) -> None:
    assert lint.problems(suite) == []


def test_problems_are_printed_a_line_each_and_make_the_exit_code(
    suite: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (lint.main([str(suite)]), capsys.readouterr().out) == (0, "")
    write(suite / FAULT / "b.txt")
    write(suite / REPORT / "a.txt")
    write_index(suite)
    assert lint.main([str(suite)]) == 1
    assert capsys.readouterr().out == f"{FAULT}/b.txt: named in no truth\n{REPORT}/a.txt: named in no truth\n"


# ---------------------------------------------------------------- a truth


def test_truth_that_is_no_json(suite: Path) -> None:
    write(suite / TRUTH, "{")
    assert lint.problems(suite) == [
        f"{REPORT}/canonical.txt: named in no truth",
        f"{TRUTH}: no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
    ]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"tags": None}, "$: 'tags' is a required property"),
        ({"status": "wanted"}, "$.status: 'wanted' is not one of ['required', 'optional', 'proposed']"),
        (
            {"texts": {"canonical.txt": entry(finding(code="T3-3"))}},
            "$.texts['canonical.txt'].findings[0].code: 'T3-3' does not match '^[A-Z][A-Z0-9]-[0-9]{2}$'",
        ),
        (
            {"texts": {"canonical.txt": entry({"code": "T3-03", "key": None, "column": 4})}},
            "$.texts['canonical.txt'].findings[0]: 'line' is a dependency of 'column'",
        ),
    ],
)
def test_truth_that_does_not_fit_the_schema(suite: Path, changes: dict[str, object], problem: str) -> None:
    change(suite / TRUTH, **changes)
    assert lint.problems(suite) == [f"{REPORT}/canonical.txt: named in no truth", f"{TRUTH}: {problem}"]


@pytest.mark.parametrize(
    ("description", "problems"),
    [
        ("x" * 90, ["the description begins with a small letter"]),
        ("X" * 90, []),
        ("X" * 91, ["the description has 91 characters, more than 90"]),
        *((f"A total that {verb} add up", [f"the description says “{verb}”"]) for verb in MODAL_VERBS),
        ("May be blank", ["the description says “May”"]),
        ("A mayor and a canal", []),
    ],
)
def test_description(suite: Path, description: str, problems: list[str]) -> None:
    change(suite / TRUTH, description=description)
    assert found(suite) == sorted(f"{TRUTH}: {problem}" for problem in problems)


def test_description_that_two_truths_have(suite: Path) -> None:
    change(suite / TRUTH, description="A TOTAL is one too many")
    assert found(suite) == [f"{TRUTH}: the description is that of {SLIP}"]


def test_key_that_no_template_has(suite: Path) -> None:
    change(suite / TRUTH, cells={**dict.fromkeys(cell_keys("2021"), 0), "t3.refused.total": 0})
    assert found(suite) == [f"{TRUTH}: there is no cell t3.refused.total in template 2021"]


def test_keys_that_are_missing(suite: Path) -> None:
    change(suite / TRUTH, cells=dict.fromkeys(cell_keys("2021")[1:], 0))
    assert found(suite) == [f"{TRUTH}: {cell_keys('2021')[0]} is missing in template 2021"]
    change(suite / TRUTH, cells=dict.fromkeys(cell_keys("2021")[2:], 0))
    assert found(suite) == [f"{TRUTH}: t2.rules.issued, t2.rules.repealed are missing in template 2021"]


def test_mixture_has_each_block_whole_from_one_template(suite: Path) -> None:
    old = [key for key in cell_keys("2019") if key.startswith(("t2.rules", "t2.normative", "t2.central"))]
    new = [key for key in cell_keys("2021") if not key.startswith(("t2.rules", "t2.normative"))]
    change(suite / TRUTH, metadata={}, cells=dict.fromkeys([*old, *new], 0))
    assert found(suite) == []
    change(suite / TRUTH, cells=dict.fromkeys([*old[1:], *new, "t2.rules.issued"], 0))
    assert found(suite) == [
        f"{TRUTH}: t2.rules.made is missing in a mixture of both templates",
        f"{TRUTH}: there is no cell t2.rules.issued in a mixture of both templates",
    ]


def test_template_that_is_not_named(suite: Path) -> None:
    change(suite / TRUTH, metadata={})
    assert found(suite) == [f"{TRUTH}: the metadata has no template, but the cells are those of 2021"]


def test_keys_are_skipped_with_a_note_without_giar_lark(
    suite: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint, "KEYS_ARE_KNOWN", False)
    change(suite / TRUTH, cells={"t3.refused.total": 0})
    change(suite / SLIP, texts={"one-more.txt": entry(finding(key="t3.refused.total"))})
    write_index(suite)
    assert lint.main([str(suite)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        "the keys of cells are not checked: giar_lark cannot be imported\n",
    )


# ---------------------------------------------------------------- texts


def test_text_that_is_not_there(suite: Path) -> None:
    (suite / REPORT / "canonical.txt").unlink()
    assert found(suite) == [f"{TRUTH}: there is no canonical.txt"]


def test_truth_whose_only_text_is_not_there_is_still_a_truth(suite: Path) -> None:
    (suite / FAULT / "one-more.txt").unlink()
    assert found(suite) == [f"{SLIP}: there is no one-more.txt"]


def test_text_that_two_truths_name(suite: Path) -> None:
    write_truth(suite / REPORT / "second.json", "A town again", texts={"canonical.txt": entry()})
    assert found(suite) == [f"{REPORT}/canonical.txt: named in 2 truths"]


def test_text_that_is_too_long(suite: Path) -> None:
    write(suite / REPORT / "docx.pandoc-plain.txt", "x" * 120_000)
    texts = {"canonical.txt": entry(), "docx.pandoc-plain.txt": entry(converter="pandoc 2.17")}
    change(suite / TRUTH, texts=texts)
    write(suite / REPORT / "canonical.txt", "x" * 60_000)
    assert found(suite) == []
    write(suite / REPORT / "docx.pandoc-plain.txt", "x" * 120_001)
    write(suite / REPORT / "canonical.txt", "x" * 60_001)
    assert found(suite) == [
        f"{REPORT}/canonical.txt: 60001 bytes, more than 60000",
        f"{REPORT}/docx.pandoc-plain.txt: 120001 bytes, more than 120000",
    ]


def test_names_in_another_form(suite: Path) -> None:
    texts = {
        "Canonical.txt": entry(),
        "docx.pandoc.txt": entry(),
        "pandoc-docx.txt": entry(converter="pandoc 2.17"),
    }
    for name in texts:
        write(suite / REPORT / name)
    write_truth(suite / REPORT / "Second.json", "A town again", texts=texts)
    assert found(suite) == [
        f"{REPORT}/Canonical.txt: the name is not in lower case with hyphens",
        f"{REPORT}/Second.json: the name is not in lower case with hyphens",
        f"{REPORT}/docx.pandoc.txt: the name is not in lower case with hyphens",
        f"{REPORT}/pandoc-docx.txt: the name is not input.converter.txt",
    ]


# ---------------------------------------------------------------- findings


@pytest.mark.parametrize(
    ("place", "problems"),
    [
        ({"line": 2, "column": 6}, []),
        ({"line": 2, "column": 7}, ["one-more.txt: T3-03 is at 2:7, outside the line"]),
        ({"line": 4, "column": 1}, ["one-more.txt: T3-03 is at line 4, but there are 3"]),
    ],
)
def test_place_outside_the_text(suite: Path, place: dict[str, object], problems: list[str]) -> None:
    change(suite / SLIP, texts={"one-more.txt": entry(finding(**place))})
    assert found(suite) == [f"{SLIP}: {problem}" for problem in problems]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_columns_are_code_points_in_every_encoding(suite: Path, encoding: str) -> None:
    (suite / FAULT / "one-more.txt").write_bytes("总计 13\r\na town".encode(encoding))
    change(suite / SLIP, texts={"one-more.txt": entry(finding(line=1, column=6))})
    assert found(suite) == []
    change(suite / SLIP, texts={"one-more.txt": entry(finding(line=1, column=7))})
    assert found(suite) == [f"{SLIP}: one-more.txt: T3-03 is at 1:7, outside the line"]


def test_finding_about_no_cell_or_row(suite: Path) -> None:
    for key in ("t3.granted", "t4", None):
        change(suite / SLIP, texts={"one-more.txt": entry(finding(key=key))})
        assert found(suite) == []
    change(suite / SLIP, texts={"one-more.txt": entry(finding(key="t3.grant"))})
    assert found(suite) == [f"{SLIP}: one-more.txt: a finding is about t3.grant, which is no cell or row"]


@pytest.mark.parametrize("folder", ["faults", "proposed"])
def test_fault_without_a_finding(suite: Path, folder: str) -> None:
    (suite / FAULT).parent.rename(suite / "moved")
    (suite / "moved").rename(suite / folder)
    truth = suite / folder / "T3-03-row-total/one-more.json"
    for findings in ([], None):
        change(truth, texts={"one-more.txt": entry(findings=findings)})
        assert found(suite) == [f"{truth.relative_to(suite).as_posix()}: one-more.txt: no finding"]


def test_fault_of_another_code_than_its_folder(suite: Path) -> None:
    change(suite / SLIP, texts={"one-more.txt": entry(finding(code="T3-02"))})
    assert found(suite) == [f"{SLIP}: one-more.txt: no finding is T3-03"]
    change(suite / SLIP, tags=["T3-03", "T3-02"])
    assert found(suite) == []


def test_fault_in_a_folder_without_a_code(suite: Path) -> None:
    (suite / FAULT).rename(suite / "faults/row-total")
    assert found(suite) == ["faults/row-total/one-more.json: the folder is not named after a code and a fault"]


def test_fault_without_a_line(suite: Path) -> None:
    finding_of_a_file = {"code": "RD-02", "key": None}
    change(suite / SLIP, texts={"one-more.txt": entry(finding(), finding_of_a_file)})
    assert found(suite) == []
    change(suite / SLIP, texts={"one-more.txt": entry({"code": "T3-03", "key": "t3.granted"})})
    assert found(suite) == [f"{SLIP}: one-more.txt: T3-03 has no line"]


# ---------------------------------------------------------------- the suite


def test_lists_and_checksums_that_are_not_up_to_date(suite: Path) -> None:
    change(suite / TRUTH, metadata={"template": "2019"}, cells=dict.fromkeys(cell_keys("2019"), 0), status="optional")
    names = ["SHA256SUMS", *(f"lists/{name}.txt" for name in ("2019", "2021", "optional", "required"))]
    assert lint.problems(suite) == [f"{name}: not up to date: run generate.py" for name in names]


def test_checksum_of_a_changed_text(suite: Path) -> None:
    write(suite / REPORT / "canonical.txt", "another town\n")
    assert lint.problems(suite) == ["SHA256SUMS: not up to date: run generate.py"]


def test_expected_failure_of_no_case(suite: Path) -> None:
    known = '[[known]]\ncases = ["reports/*", "reports/village-2024/*"]\nkinds = ["silent"]\nreason = "none"\n'
    write(suite / "expected-failures/naive.toml", known)
    write(suite / "expected-failures/regex.toml", "[[known]")
    assert found(suite) == [
        "expected-failures/naive.toml: no case is reports/village-2024/*",
        "expected-failures/regex.toml: no TOML: Expected ']]' at the end of an array declaration (at line 1, column 8)",
    ]


def test_linter_runs_alone(suite: Path) -> None:
    (suite / SLIP).unlink()
    run = subprocess.run(
        [sys.executable, CORPUS / "lint.py", suite], capture_output=True, encoding="utf-8", cwd=suite, check=False
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert f"{FAULT}/one-more.txt: named in no truth" in run.stdout.splitlines()
