"""`giar-lark check` on several files: what shows only beside the others, in every format and in any order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_cases import SAMPLES, written_report
from cli_run import run

import giar_lark.batch.reuse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years of a town; the second does not take up what the first has left."""
    for year, cells in ((2022, {"t3.carried_forward.natural_person": 2}), (2023, {"t3.granted.natural_person": 9})):
        text = written_report({"name": "", "organ": "青岚县苇塘口镇人民政府", "year": year, "cells": cells})
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_concise_line_names_the_other_file(folder: Path) -> None:
    done = run("check", str(folder), "--output-format", "concise")
    (line,) = done.stdout.splitlines()
    assert done.exit_code == 1
    assert line.startswith(f"{folder / '2023.txt'}:") and "YR-01" in line
    assert line.endswith(f"({folder / '2022.txt'}:59:25)")


def test_full_drawing_shows_the_other_place(folder: Path) -> None:
    done = run("check", str(folder))
    assert "对照：2022 年报告，结转下年度·总计：2" in done.stdout
    assert "2022.txt:59:13" in done.stdout


def test_json_has_the_path_of_the_other_place(folder: Path) -> None:
    (record,) = json.loads(run("check", str(folder), "--output-format", "json").stdout)
    assert (record["path"], record["code"]) == (str(folder / "2023.txt"), "YR-01")
    assert record["related"][0]["path"] == str(folder / "2022.txt")


def test_order_of_arguments_does_not_matter(folder: Path) -> None:
    paths = [str(folder / "2022.txt"), str(folder / "2023.txt")]
    forth = run("check", *paths, "--output-format", "json")
    back = run("check", *reversed(paths), "--output-format", "json")
    assert forth.stdout == back.stdout != "[]\n"


def test_one_file_is_related_to_nothing(folder: Path) -> None:
    assert run("check", str(folder / "2023.txt")).stdout == ""


def test_findings_of_a_file_stand_in_the_order_of_its_text(folder: Path) -> None:
    path = folder / "2023.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("行政许可\t0", "行政许可\t"), encoding="utf-8")
    records = json.loads(run("check", str(folder), "--output-format", "json").stdout)
    assert [record["code"] for record in records] == ["T2-07", "YR-01"]


def test_rules_are_selected_as_any_other(folder: Path) -> None:
    assert run("check", str(folder), "--ignore", "YR-01").stdout == ""
    assert run("check", str(folder), "--select", "T3").stdout == ""


def test_a_file_that_is_no_report_leaves_the_others_related(folder: Path) -> None:
    (folder / "2021.txt").write_text("", encoding="utf-8")
    records = json.loads(run("check", str(folder), "--output-format", "json").stdout)
    assert [record["code"] for record in records] == ["RD-03", "YR-01"]


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if nothing that compares texts were installed."""
    is_available = giar_lark.batch.reuse.is_available
    monkeypatch.setattr(giar_lark.batch.reuse, "find_spec", lambda name: None)
    is_available.cache_clear()
    yield
    is_available.cache_clear()


@pytest.mark.usefixtures("no_library")
def test_missing_library_is_said_once(folder: Path) -> None:
    done = run("check", str(folder))
    assert done.stderr.count("giar-lark[batch]") == 1
    assert "YR-01" in done.stdout
    assert "giar-lark[batch]" not in run("check", str(folder), "--select", "YR-01").stderr
    assert "giar-lark[batch]" not in run("check", str(folder / "2023.txt")).stderr


def test_fault_in_a_rule_about_several_reports_leaves_the_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import giar_lark.relate

    def faulty(*_: object) -> object:
        raise KeyError("secret")

    monkeypatch.setattr(giar_lark.relate, "related", faulty)
    (folder / "2021.txt").write_text("", encoding="utf-8")
    done = run("check", str(folder), "--output-format", "concise")
    assert done.exit_code == 3
    assert "RD-03" in done.stdout and "KeyError" in done.stderr


def test_sample_reports_are_sound_together() -> None:
    assert run("check", str(SAMPLES), "--output-format", "concise").stdout == ""
