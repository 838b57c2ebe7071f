"""`check` with dismissals, and `dismiss`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from batch_cases import written_report
from cli_run import run

from giar_lark.cli import clock
from giar_lark.lean.resources import read_sample

BROKEN = read_sample("2021").replace("（一）予以公开\t6", "（一）予以公开\t5")
FILE = Path("giar-lark.dismissals.toml")
KEY = "t3.granted.natural_person"
REASON = ("--reason", "已与台账核对")


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a certain day, in a folder with a report that has findings of T3-02 and T3-03 in one cell."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 3, 1))
    Path("a.txt").write_text(BROKEN, encoding="utf-8")


def codes(*arguments: str) -> list[str]:
    """The codes that `check` reports."""
    return [line.split()[1] for line in run("check", *arguments, "--output-format", "concise").stdout.splitlines()]


def write(text: str) -> None:
    FILE.write_text(text, encoding="utf-8")


def entry(code: str, more: str = "", file: str = "a.txt") -> str:
    return f"[[dismiss]]\nfile = '{file}'\ncode = '{code}'\nreason = 'x'\n{more}\n"


def test_what_is_dismissed_is_counted_and_not_reported() -> None:
    write(entry("T3-02") + entry("T3-03"))
    done = run("check", "a.txt")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "没有发现问题；另有 2 条已按说明忽略；检查了 1 个文件" in done.stderr
    assert "nothing found; 2 more dismissed" in run("check", "a.txt", "--lang", "en").stderr


def test_isolated_run_minds_no_dismissals() -> None:
    write(entry("T3-02") + entry("T3-03"))
    assert codes("a.txt", "--isolated") == ["T3-02", "T3-03"]


def test_unused_and_expired_ones_are_findings_in_their_file() -> None:
    write(entry("T3-01") + entry("T3-03", "until = 2026-02-28"))
    done = run("check", "a.txt", "--output-format", "concise")
    assert done.exit_code == 1
    assert [line.split(" ")[:2] for line in done.stdout.splitlines()[2:]] == [
        ["giar-lark.dismissals.toml:3:1:", "CF-01"],
        ["giar-lark.dismissals.toml:10:1:", "CF-02"],
    ]
    assert "2 处错误、2 处警告" in done.stderr
    assert "检查了 1 个文件" in done.stderr


def test_they_count_for_the_exit_code_by_their_severity() -> None:
    write(entry("T3-02") + entry("T3-03") + entry("T3-01"))
    assert run("check", "a.txt").exit_code == 0
    assert run("check", "a.txt", "--fail-on", "warning").exit_code == 1
    assert codes("a.txt", "--ignore", "unused-dismissal") == []
    Path("giar-lark.toml").write_text("[severity]\nCF = 'error'\n", encoding="utf-8")
    assert run("check", "a.txt").exit_code == 1


def test_dismissals_of_rules_that_do_not_run_are_not_judged() -> None:
    write(entry("T3-01"))
    assert codes("a.txt", "--select", "T2,CF") == []
    assert codes("a.txt", "--ignore", "T3") == []
    assert codes("a.txt", "--select", "T3,CF") == ["T3-02", "T3-03", "CF-01"]


def test_dismissals_of_other_reports_are_not_judged() -> None:
    Path("b.txt").write_text(BROKEN, encoding="utf-8")
    write(entry("T3-01", file="b.txt") + entry("T3-01", file="*.txt") + entry("T3-01", file="c.txt"))
    assert codes("a.txt")[2:] == ["CF-01"]
    assert codes(".")[4:] == ["CF-01"] * 3


def test_dismissals_of_a_file_that_cannot_be_read_are_not_judged() -> None:
    write(entry("T3-01"))
    Path("a.txt").write_bytes(b"\x89PNG\x00\x01")
    assert codes("a.txt") == ["RD-01"]


def test_report_from_standard_input_has_none() -> None:
    write(entry("T3-02", file="*") + entry("T3-03", file="*"))
    assert run("check", "-", stdin=BROKEN.encode()).exit_code == 1


def test_broken_file_ends_the_run_before_it_begins() -> None:
    write(entry("T3-02") + "[[dismiss]]\nfile = 'a.txt'\ncode = 'T3-03'\n")
    done = run("check", "a.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("giar-lark: giar-lark.dismissals.toml:6:3: 缺少“reason”")


def test_broken_configuration_beside_the_dismissals_is_told_too() -> None:
    Path("town").mkdir()
    Path("town", "giar-lark.toml").touch()
    Path("a.txt").rename("town/a.txt")
    write(entry("T3-02", file="town/a.txt"))
    Path("giar-lark.toml").write_text("lang = 1", encoding="utf-8")
    assert run("check", "town/a.txt").exit_code == 2


def test_json_has_the_places_in_the_file() -> None:
    write(entry("T3-01"))
    *_, last = json.loads(run("check", "a.txt", "--output-format", "json").stdout)
    assert (last["path"], last["line"], last["code"], last["severity"]) == (str(FILE), 3, "CF-01", "warning")


def test_dismiss_writes_an_entry_that_holds() -> None:
    done = run("dismiss", "a.txt", "row-total", *REASON, "--until", "2026-12-31")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "giar-lark.dismissals.toml" in done.stderr
    assert FILE.read_text(encoding="utf-8").split("\n\n")[1] == (
        f'[[dismiss]]\nfile = "a.txt"\ncode = "T3-03"\nkey = "{KEY}"\ntext = "5"\nreason = "已与台账核对"\n'
        "until = 2026-12-31\n"
    )
    assert codes("a.txt") == ["T3-02"]


def test_dismissal_ends_when_the_number_changes() -> None:
    run("dismiss", "a.txt", "T3-03", *REASON)
    Path("a.txt").write_text(BROKEN.replace("（一）予以公开\t5", "（一）予以公开\t4"), encoding="utf-8")
    assert codes("a.txt") == ["T3-02", "T3-03", "CF-01"]


def test_dismiss_adds_to_the_nearest_file() -> None:
    Path("town").mkdir()
    Path("a.txt").rename("town/a.txt")
    write("# ours\n" + entry("T3-01"))
    assert run("dismiss", "town/a.txt", "T3-02", *REASON, "--key", KEY).exit_code == 0
    text = FILE.read_text(encoding="utf-8")
    assert text.startswith("# ours\n" + entry("T3-01"))
    assert 'file = "town/a.txt"' in text
    assert not Path("town", FILE).exists()


def test_dismiss_makes_the_file_beside_the_configuration_or_the_report() -> None:
    Path("town").mkdir()
    Path("a.txt").rename("town/a.txt")
    run("dismiss", "town/a.txt", "T3-02", *REASON)
    assert Path("town", FILE).is_file()
    Path("town", FILE).unlink()
    Path("giar-lark.toml").touch()
    run("dismiss", "town/a.txt", "T3-02", *REASON)
    assert FILE.is_file() and not Path("town", FILE).exists()


def test_dismiss_says_nothing_twice() -> None:
    run("dismiss", "a.txt", "T3-03", *REASON)
    before = FILE.read_bytes()
    assert run("dismiss", "a.txt", "T3-03", *REASON).exit_code == 0
    assert FILE.read_bytes() == before


def test_expired_dismissal_is_renewed_by_a_new_entry() -> None:
    write(entry("T3-03", "until = 2026-02-28"))
    run("dismiss", "a.txt", "T3-03", *REASON)
    assert codes("a.txt") == ["T3-02", "CF-02"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.txt", "T3-01", *REASON), "没有 T3-01 的提示"),
        (("a.txt", "T9-01", *REASON), "没有这条规则"),
        (("a.txt", "T3-03", *REASON, "--key", "t3.granted.total"), KEY),
        (("a.txt", "T3-03", *REASON, "--id", "T3-03-0"), "T3-03-"),
        (("a.txt", "T3-03", "--reason", " "), "原因"),
        (("a.txt", "T3-03"), "--reason"),
        (("a.txt", "T3-03", *REASON, "--until", "明年"), "明年"),
        (("a.txt", "T3-03", *REASON, "--until", "2026-02-28"), "2026-02-28"),
        (("b.txt", "T3-03", *REASON), "b.txt"),
        ((".", "T3-03", *REASON), "没有这个文件"),
    ],
)
def test_dismiss_refuses_what_makes_no_sense(arguments: tuple[str, ...], words: str) -> None:
    done = run("dismiss", *arguments)
    assert (done.exit_code, done.stdout, FILE.exists()) == (2, "", False)
    assert words in done.stderr


def test_dismiss_leaves_a_file_that_takes_no_entries() -> None:
    write("dismiss = []\n")
    assert run("dismiss", "a.txt", "T3-03", *REASON).exit_code == 2
    assert FILE.read_text(encoding="utf-8") == "dismiss = []\n"


def test_dismiss_looks_at_the_other_reports_where_a_rule_does() -> None:
    Path("reports").mkdir()
    for year, cells in ((2022, {"t3.carried_forward.natural_person": 2}), (2023, {"t3.granted.natural_person": 9})):
        text = written_report({"name": "", "organ": "青岚县苇塘口镇人民政府", "year": year, "cells": cells})
        Path("reports", f"{year}.txt").write_text(text, encoding="utf-8")
    assert run("dismiss", "reports/2023.txt", "YR-01", *REASON).exit_code == 0
    assert codes("reports") == []
    assert codes("reports/2023.txt") == []
    assert run("dismiss", "reports/2022.txt", "YR-01", *REASON).exit_code == 2
