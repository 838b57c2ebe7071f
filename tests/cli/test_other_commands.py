"""`rules`, `rule`, `grammar`, `fmt`, `--version`, `--help`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import SOUND, run


def test_rules_lists_codes() -> None:
    done = run("rules")
    assert done.exit_code == 0
    assert any(line.startswith("T3-01  错误  conservation") for line in done.stdout.splitlines())


@pytest.mark.parametrize("entry", ["T3-01", "t3-01", "conservation"])
def test_rule_is_found_by_code_and_by_name(entry: str) -> None:
    done = run("rule", entry)
    assert done.exit_code == 0
    assert done.stdout.startswith("T3-01 conservation") and "怎么改" in done.stdout


@pytest.mark.parametrize(
    ("lang", "head", "says"), [("zh", "怎么改", "自然人列"), ("en", "How to mend", "column natural person")]
)
def test_page_shows_the_example_and_what_is_said_of_it(lang: str, head: str, says: str) -> None:
    lines = run("rule", "T3-01", "--lang", lang).stdout.splitlines()
    rows = [line for line in lines if line.strip().startswith("四、结转下年度继续办理")]
    assert [row.split("│")[1].strip() for row in rows] == ["2", "1"]
    assert any(line.strip().startswith(f"--> {says}") for line in lines)
    assert head in lines


def test_unknown_rule_is_wrong_usage_with_the_nearest() -> None:
    done = run("rule", "conservatin")
    assert done.exit_code == 2
    assert "conservation" in done.stderr


def test_grammar_is_printed_whole() -> None:
    out = run("grammar").stdout
    assert "?section" in out and "NEW_RECEIVED" in out


def test_grammar_as_data_has_the_keys() -> None:
    data = json.loads(run("grammar", "--export", "json").stdout)
    assert len(data["cells"]["2021"]) == 200
    assert data["vocabulary"]["RULES"] == ["规章"]


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("giar-lark")
    assert "check" in run("--help").stdout


def test_fmt_is_stable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SOUND, encoding="utf-8")
    once = run("fmt", str(path))
    assert once.exit_code == 0
    assert run("fmt", str(path), "--write").exit_code == 0
    assert path.read_text(encoding="utf-8") == once.stdout == run("fmt", str(path)).stdout


def test_fmt_leaves_what_is_no_report_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02\x03")
    assert run("fmt", "--write", str(path)).exit_code == 1
    assert path.read_bytes() == b"\x00\x01\x02\x03"
    assert run("fmt", "--write", "-").exit_code == 2
