"""`grammar`, `fmt`, `--version`, `--help`."""

from __future__ import annotations

import json
from pathlib import Path

from cli_run import SOUND, run


def test_grammar_is_printed_whole() -> None:
    out = run("grammar").stdout
    assert "?section" in out and "NEW_RECEIVED" in out


def test_grammar_as_data_has_the_keys() -> None:
    data = json.loads(run("grammar", "--export", "json").stdout)
    assert len(data["cells"]["2021"]) == 200
    assert data["vocabulary"]["RULES"] == ["规章"]


def test_grammar_for_editors_is_the_generated_file() -> None:
    generated = Path(__file__).parents[2] / "editors" / "vscode" / "syntaxes" / "giar.tmLanguage.json"
    assert json.loads(run("grammar", "--export", "textmate").stdout) == json.loads(generated.read_text("utf-8"))


def test_grammar_as_a_page_of_diagrams() -> None:
    pages = Path(__file__).parents[2] / "docs" / "grammar"
    for lang in ("zh", "en"):
        assert run("grammar", "--export", "railroad", "--lang", lang).stdout == (pages / f"{lang}.html").read_text(
            "utf-8"
        )


def test_schema_of_the_grammar_is_printed() -> None:
    assert json.loads(run("schema", "grammar").stdout)["$id"] == "giar-lark:grammar"


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
