"""`new`: an empty report on standard output or in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import SOUND, run


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """Last year's report."""
    path = tmp_path / "last.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def data(text: str, tmp_path: Path) -> dict[str, object]:
    """What `parse` finds in a text."""
    path = tmp_path / "new.txt"
    path.write_text(text, encoding="utf-8")
    found: dict[str, object] = json.loads(run("parse", str(path), "--format", "json").stdout)
    return found


def filled(found: dict[str, object]) -> dict[str, object]:
    cells = found["cells"]
    assert isinstance(cells, list)
    return {cell["key"]: cell["value"] for cell in cells if cell["state"] != "blank"}


@pytest.mark.parametrize(("year", "template", "count"), [(2020, "2019", 198), (2021, "2021", 200), (2024, "2021", 200)])
def test_empty_report_is_one_that_parse_reads(tmp_path: Path, year: int, template: str, count: int) -> None:
    done = run("new", "--year", str(year), "--organ", "云溪县水利局")
    assert done.exit_code == 0
    found = data(done.stdout, tmp_path)
    said, cells, sections = found["metadata"], found["cells"], found["sections"]
    assert isinstance(said, dict) and isinstance(cells, list) and isinstance(sections, list)
    assert (said["organ_name"], said["year"], found["template"]) == ("云溪县水利局", year, template)
    assert (len(cells), filled(found), len(sections)) == (count, {}, 6)


def test_organ_that_is_not_given_is_left_open() -> None:
    assert run("new", "--year", "2024").stdout.startswith("××2024年政府信息公开工作年度报告\n")


def test_report_after_last_years_takes_its_organ_and_what_it_carried_forward(last: Path, tmp_path: Path) -> None:
    done = run("new", str(last))
    assert done.exit_code == 0
    assert done.stdout.startswith("云溪县柳河镇人民政府2024年政府信息公开工作年度报告\n")
    carried = filled(data(done.stdout, tmp_path))
    assert {key.rpartition(".")[0] for key in carried} == {"t3.carried_in"}
    assert (carried["t3.carried_in.natural_person"], carried["t3.carried_in.total"]) == (1, 1)
    assert last.read_text(encoding="utf-8") == SOUND


def test_organ_may_have_a_new_name(last: Path) -> None:
    done = run("new", str(last), "--organ", "云溪县柳河街道办事处", "--year", "2024")
    assert done.stdout.startswith("云溪县柳河街道办事处2024年政府信息公开工作年度报告\n")


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx"])
def test_file_holds_what_standard_output_would(tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    arguments = ("new", "--year", "2024", "--to", form)
    assert run(*arguments, "-o", str(path)).stdout == ""
    assert path.read_bytes() == run(*arguments).stdout_bytes
    assert path.read_bytes()[:2] == {"text": "×".encode(), "markdown": b"# ", "html": b"<!", "docx": b"PK"}[form]


def test_report_in_the_form_of_before_2019_settles_nothing() -> None:
    legacy = Path(__file__).parents[2] / "corpus" / "faults" / "RD-04-legacy-report" / "free-report-of-2012.txt"
    done = run("new", str(legacy))
    assert (done.exit_code, done.stdout) == (2, "")
    assert legacy.name in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--year", "2018"),
        ("--year", "next"),
        ("--to", "pdf"),
        ("{folder}/none.txt",),
        ("{folder}/list.txt",),
        ("{folder}/last.txt", "--year", "2023"),
        ("--year", "2024", "-o", "{folder}/none/new.txt"),
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(last: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "list.txt").write_text("买菜清单\n白菜 两斤\n", encoding="utf-8")
    done = run("new", *(argument.format(folder=last.parent) for argument in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr
