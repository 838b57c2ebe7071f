"""`giar-lark check -o`: which format goes where."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_run import BROKEN, SOUND, run


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports, one of them wrong, in a folder that is the working one."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.txt").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "in" / "sound.txt").write_text(SOUND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_file_is_written_in_the_format_of_its_ending_and_stdout_stays_empty() -> None:
    names = ["a.txt", "a.json", "a.jsonl", "A.XML"]
    done = run("check", "in", *(part for name in names for part in ("-o", name)))
    assert (done.exit_code, done.stdout) == (1, "")
    assert Path("a.txt").read_text("utf-8").startswith("in/broken.txt:55:")
    entries = json.loads(Path("a.json").read_text("utf-8"))
    assert [json.loads(line) for line in Path("a.jsonl").read_text("utf-8").splitlines()] == entries
    assert [suite.get("name") for suite in ElementTree.parse("A.XML").getroot()] == ["in/broken.txt", "in/sound.txt"]


@pytest.mark.parametrize("format", ["full", "concise", "json", "jsonl", "github", "junit"])
def test_file_holds_what_stdout_would(format: str) -> None:
    shown = run("check", "in", "--output-format", format).stdout
    assert run("check", "in", "--output-format", format, "-o", "report.out").stdout == ""
    assert Path("report.out").read_text("utf-8") == shown != ""


def test_stdout_can_be_one_of_several() -> None:
    done = run("check", "in", "--output-format", "github", "-o", "-", "-o", "a.json", "--select", "T3-01")
    assert done.stdout.startswith("::error title=T3-01 conservation,file=in/broken.txt,line=55,")
    assert [entry["code"] for entry in json.loads(Path("a.json").read_text("utf-8"))] == ["T3-01"]


def test_full_rendering_in_a_file_has_no_escape_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("check", "in", "--output-format", "full", "-o", "a.txt")
    assert "\x1b" not in Path("a.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["-o", "a.out"], ".jsonl"),
        (["-o", "a.json", "--output-format", "junit"], "junit"),
        (["-o", "nowhere/a.json"], "nowhere/a.json"),
        (["-o", "in/sound.txt"], "in/sound.txt"),
        (["--statistics", "--output-format", "junit"], "junit"),
        (["--output-format", "xlsx"], "-o"),
    ],
    ids=[
        "unknown ending",
        "other format",
        "no folder",
        "over a report",
        "counts as findings",
        "workbook to a terminal",
    ],
)
def test_output_that_cannot_be_is_wrong_usage(arguments: list[str], word: str) -> None:
    done = run("check", "in", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert word in done.stderr
    assert Path("in/sound.txt").read_text("utf-8") == SOUND


def test_workbook_is_written() -> None:
    pytest.importorskip("xlsxwriter", reason="the extra xlsx writes workbooks")
    assert run("check", "in", "-o", "a.xlsx").exit_code == 1
    with zipfile.ZipFile("a.xlsx") as book:
        assert "T3-01" in book.read("xl/worksheets/sheet1.xml").decode()


def test_workbook_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "giar_lark.render.workbook", raising=False)
    done = run("check", "in", "-o", "a.xlsx")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "pip install 'giar-lark[xlsx]'" in done.stderr
    assert not Path("a.xlsx").exists()


def test_junit_fails_at_the_level_of_the_run() -> None:
    Path("in/broken.txt").write_text(SOUND.replace("行政规范性文件\t1", "规范性文件\t1"), encoding="utf-8")
    failures = {}
    for level in ("error", "warning"):
        done = run("check", "in", "--select", "T2-09", "--output-format", "junit", "--fail-on", level)
        failures[done.exit_code] = ElementTree.fromstring(done.stdout.encode())[0].get("failures")
    assert failures == {0: "0", 1: "1"}


def test_statistics_take_the_place_of_findings_on_stdout_alone() -> None:
    done = run("check", "in", "--statistics", "-o", "a.jsonl", "--select", "T3-01")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:3] == [
        "按规则",
        "规则   名称          处数  份数  占比  说明",
        "T3-01  conservation     1     1   50%  表三某列：第一项＋第二项 ≠ 第三项（七）＋第四项",
    ]
    assert json.loads(Path("a.jsonl").read_text("utf-8"))["code"] == "T3-01"


@pytest.mark.parametrize("more", [(), ("-o", "a.txt")], ids=["alone", "beside a file"])
def test_statistics_can_be_json(more: tuple[str, ...]) -> None:
    counts = json.loads(run("check", "in", "--statistics", "--select", "T3", "--output-format", "json", *more).stdout)
    assert (counts["files"], counts["files_hit"], counts["share_hit"]) == (2, 1, 0.5)
