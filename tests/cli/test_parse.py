"""`giar-lark parse`: one document for a file, lines for several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import SOUND, run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A sound report."""
    path = tmp_path / "a.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_report_is_one_object(report: Path) -> None:
    done = run("parse", str(report))
    assert done.exit_code == 0
    assert isinstance(json.loads(done.stdout), dict)


def test_cells_are_all_keys_of_the_template(report: Path) -> None:
    cells = json.loads(run("parse", str(report), "--format", "cells").stdout)
    assert len(cells) == 200
    cell = next(cell for cell in cells if cell["key"] == "t3.new_received.natural_person")
    assert (cell["value"], cell["state"], cell["raw"], cell["line"]) == (12, "given", "12", 32)


def test_tokens_come_with_their_text(report: Path) -> None:
    tokens = json.loads(run("parse", str(report), "--format", "tokens").stdout)
    assert all(SOUND[slice(*token["span"])] == token["text"] for token in tokens)
    assert "".join(token["text"] for token in tokens) == SOUND
    assert {"type", "text", "span", "line", "column"} <= set(tokens[0])


def test_tree_has_the_rules_of_the_grammar(report: Path) -> None:
    tree = json.loads(run("parse", str(report), "--format", "tree").stdout)
    assert tree["rule"] == "report"
    assert "applications" in [child.get("rule") for child in tree["children"]]


@pytest.mark.parametrize("format", ["json", "cells", "tree", "tokens"])
def test_folder_gives_lines_with_paths(report: Path, format: str) -> None:
    (report.parent / "b.txt").write_text(SOUND, encoding="utf-8")
    lines = run("parse", str(report.parent), "--format", format).stdout.splitlines()
    paths = [json.loads(line)["path"] for line in lines]
    assert sorted(set(paths)) == sorted(paths[:1] + paths[-1:]) == [str(report), str(report.parent / "b.txt")]


def test_what_is_no_report_exits_1_and_says_so_on_stderr(tmp_path: Path) -> None:
    path = tmp_path / "a.dat"
    path.write_bytes(b"\x00\x01\x02\x03")
    done = run("parse", str(path))
    assert done.exit_code == 1
    assert "RD-01" in done.stderr
