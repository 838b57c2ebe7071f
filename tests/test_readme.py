"""The READMEs: their commands, outputs, code and grammar lines are real."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lark import Lark

from giar_lark.dismissals.file import dismissals_in
from giar_lark.dismissals.find import FILE_NAME
from giar_lark.settings.read import read_settings

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
_BLOCK = re.compile(r"^<!-- (?P<mark>.+?) -->\n```\w*\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#]+)\)")
_PATH = re.compile(r"`(?P<path>(?:giar_lark|grammar|tests|corpus|benchmarks|\.ci)/[\w./-]*|[A-Z]+\.md|[\w.]+\.toml)`")


@pytest.fixture(params=READMES, ids=lambda path: path.name)
def readme(request: pytest.FixtureRequest) -> Path:
    """Each README."""
    path: Path = request.param
    return path


def blocks(path: Path, kind: str) -> list[tuple[str, str]]:
    """The marked blocks of a kind: what stands behind the kind in the mark, and the block."""
    found = _BLOCK.finditer(path.read_text("utf-8"))
    marked = [(match["mark"], match["body"]) for match in found if match["mark"].startswith(kind)]
    assert marked, f"{path.name} has no block for {kind}"
    return [(mark.removeprefix(kind).lstrip(": "), body) for mark, body in marked]


def output_of(arguments: str) -> str:
    """What a command of the program prints, 80 columns wide and without colour."""
    environ = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "GIAR_LANG")}
    environ |= {"PYTHONPATH": str(ROOT), "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "giar_lark", *shlex.split(arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_rendered_error_is_what_the_program_prints(readme: Path) -> None:
    for arguments, body in blocks(readme, "output"):
        assert body in output_of(arguments)


def test_json_is_what_the_program_prints(readme: Path) -> None:
    for arguments, body in blocks(readme, "json"):
        printed: list[dict[str, Any]] = json.loads(output_of(arguments))
        assert json.loads(body) in printed


def test_python_prints_what_is_shown(readme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ((_, code),) = [block for block in blocks(readme, "python") if not block[0]]
    ((_, shown),) = blocks(readme, "python output")
    monkeypatch.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, readme.name, "exec"), {})
    assert printed.getvalue() == shown


def test_main_command_installs_and_checks_a_report_that_ships(readme: Path) -> None:
    ((_, body),) = blocks(readme, "main command")
    make, install, check = body.strip().split(" && ")
    assert (make, install) == ("python3 -m venv .venv", ".venv/bin/pip install .")
    program, *arguments = shlex.split(check)
    assert program == ".venv/bin/giar-lark"
    assert "T3-03" in output_of(shlex.join(arguments))


def test_test_command_is_one_line_that_installs_the_test_extra_and_runs_pytest(readme: Path) -> None:
    ((_, body),) = blocks(readme, "test command")
    make, install, test = body.strip().split(" && ")
    assert (make, test) == ("python3 -m venv .venv", ".venv/bin/python -m pytest --numprocesses auto --dist loadfile")
    assert install == ".venv/bin/pip install --editable '.[test]'"


def test_files_of_the_user_are_read_without_a_mistake(readme: Path, tmp_path: Path) -> None:
    ((_, config),) = blocks(readme, "config")
    path = tmp_path / "giar-lark.toml"
    path.write_text(config, encoding="utf-8")
    assert read_settings(path).severity
    ((_, dismissals),) = blocks(readme, "dismissals")
    (entry,) = dismissals_in(dismissals, tmp_path / FILE_NAME).entries
    assert entry.until is not None


def test_both_readmes_give_the_same_commands() -> None:
    for kind in ("main command", "test command", "grammar"):
        assert blocks(READMES[0], kind) == blocks(READMES[1], kind)


def test_grammar_lines_are_its_own(readme: Path) -> None:
    grammar = (ROOT / "grammar" / "report.lark").read_text("utf-8") + (ROOT / "grammar" / "labels.lark").read_text(
        "utf-8"
    )
    own = {_squeezed(line) for line in grammar.splitlines()}
    ((_, body),) = blocks(readme, "grammar")
    assert [line for line in body.splitlines() if _squeezed(line) not in own] == []
    assert len(body.splitlines()) == 10


def test_canonical_form_in_the_grammar_contract_parses_with_stock_lark() -> None:
    text = (ROOT / "grammar" / "README.md").read_text("utf-8")
    (example,) = re.findall(r"## Canonical form\n.*?```\n(.*?)```", text, re.DOTALL)
    parser = Lark.open(str(ROOT / "grammar" / "report.lark"), parser="lalr", start="report")
    tree = parser.parse(example.replace("→", "\t"))
    assert [child.data for child in tree.children if not isinstance(child, str)] == [
        "front",
        "overview",
        "proactive_disclosure",
        "applications",
        "tail",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "README.zh-CN.md",
        "CONTRIBUTING.md",
        "grammar/README.md",
        "corpus/README.md",
        "benchmarks/README.md",
        "editors/README.md",
    ],
)
def test_files_that_are_named_exist(name: str) -> None:
    page = ROOT / name
    text = page.read_text("utf-8")
    links = [match["path"] for match in _LINK.finditer(text) if not (page.parent / match["path"]).exists()]
    paths = [match["path"] for match in _PATH.finditer(text) if not _exists(match["path"], page.parent)]
    assert (links, paths) == ([], [])


def _exists(path: str, folder: Path) -> bool:
    return "CODE" in path or (ROOT / path).exists() or (folder / path).exists()


def _squeezed(line: str) -> str:
    """A line of a grammar without its comment, its alias and its padding."""
    return " ".join(re.sub(r"\s+(//|->).*", "", line).split())
