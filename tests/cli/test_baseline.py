"""`check --baseline`, and `baseline write`, `prune`, `show`."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import run

from giar_lark.lean.resources import read_sample

BROKEN = read_sample("2021").replace("（一）予以公开\t6", "（一）予以公开\t5")
FILE = Path("known.json")
KEY = "t3.granted.natural_person"


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder with a sound report, and one that has findings of T3-02 and T3-03 in one cell."""
    monkeypatch.chdir(tmp_path)
    Path("reports").mkdir()
    Path("reports", "a.txt").write_text(BROKEN, encoding="utf-8")
    Path("reports", "b.txt").write_text("\n" + read_sample("2019"), encoding="utf-8")


def codes(*arguments: str) -> list[str]:
    """The codes that `check` reports."""
    return [line.split()[1] for line in run("check", *arguments, "--output-format", "concise").stdout.splitlines()]


def write(*arguments: str) -> None:
    done = run("baseline", "write", "reports", "-o", str(FILE), *arguments)
    assert (done.exit_code, done.stdout) == (0, "")


def shown() -> list[str]:
    return run("baseline", "show", str(FILE)).stdout.splitlines()


def edit(old: str, new: str) -> None:
    Path("reports", "a.txt").write_text(BROKEN.replace(old, new), encoding="utf-8")


def test_known_findings_are_counted_and_not_reported() -> None:
    assert run("check", "reports").exit_code == 1
    write()
    done = run("check", "reports", "--baseline", str(FILE))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "没有发现问题；另有 2 条基线中已有；检查了 2 个文件" in done.stderr


def test_new_findings_are_reported_alone() -> None:
    write()
    edit("行政处罚\t46", "行政处罚\t46件")
    assert codes("reports", "--baseline", str(FILE)) == ["T2-11"]
    edit("（一）予以公开\t5", "（一）予以公开\t4")
    assert codes("reports", "--baseline", str(FILE)) == ["T3-02", "T3-03"]


def test_known_findings_stay_known_when_lines_move(monkeypatch: pytest.MonkeyPatch) -> None:
    write()
    edit("一、总体情况", "\n\n一、总体情况")
    assert codes("reports", "--baseline", str(FILE)) == []
    monkeypatch.chdir("reports")
    assert codes("a.txt", "--baseline", f"../{FILE}") == []


def test_same_findings_give_the_same_bytes() -> None:
    write()
    before = FILE.read_bytes()
    write()
    assert FILE.read_bytes() == before
    assert b"reports/a.txt" in before


def test_baseline_has_what_check_reports() -> None:
    write("--select", "T3-03")
    assert codes("reports", "--baseline", str(FILE)) == ["T3-02"]
    Path("giar-lark.toml").write_text("ignore = ['T3-02']\n", encoding="utf-8")
    write()
    assert shown() == [f"reports/a.txt: T3-03 row-total {KEY}"]
    run("dismiss", "reports/a.txt", "T3-03", "--reason", "已核")
    write()
    assert shown() == []


def test_show_lists_the_findings_by_file() -> None:
    write()
    assert shown() == [f"reports/a.txt: T3-02 outcome-sum {KEY}", f"reports/a.txt: T3-03 row-total {KEY}"]
    assert "2 个文件的 2 条提示" in run("baseline", "show", str(FILE)).stderr


def test_prune_takes_out_what_has_been_mended() -> None:
    write()
    done = run("baseline", "prune", str(FILE))
    assert (done.exit_code, "去掉 0 条，还有 2 条" in done.stderr) == (0, True)
    edit("（一）予以公开\t5", "（一）予以公开\t6")
    assert "去掉 2 条，还有 0 条" in run("baseline", "prune", str(FILE)).stderr
    edit("", "")
    assert codes("reports", "--baseline", str(FILE)) == ["T3-02", "T3-03"]


def test_prune_takes_in_nothing_new() -> None:
    write()
    edit("行政处罚\t46", "行政处罚\t46件")
    run("baseline", "prune", str(FILE))
    assert codes("reports", "--baseline", str(FILE)) == ["T2-11"]


def test_prune_forgets_files_that_are_gone() -> None:
    write()
    Path("reports", "a.txt").unlink()
    run("baseline", "prune", str(FILE))
    assert shown() == []
    assert "a.txt" not in FILE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "reports", "--baseline", "none.json"),
        ("check", "reports", "--baseline", "reports/a.txt"),
        ("baseline", "show", "none.json"),
        ("baseline", "prune", "none.json"),
        ("baseline", "write", "reports"),
        ("baseline", "write", "nowhere", "-o", "known.json"),
        ("baseline", "write", "reports", "-o", "nowhere/known.json"),
        ("baseline", "write", "reports", "-o", "known.json", "--select", "T9-99"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr
    assert not FILE.exists()
