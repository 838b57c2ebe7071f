"""The set-ups for Neovim, Emacs, Helix and Zed: what can be run is run, and all know the same files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

EDITORS = Path(__file__).parents[2] / "editors"
REPORT = "某某县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n　　全年公开信息三百余条。\n"
FILES = {
    "draft.giar.txt": ("会议纪要\n", True),
    "某某县水务局2023年政府信息公开工作年度报告.txt": ("会议纪要\n", True),
    "other.txt": (REPORT, True),
    "minutes.txt": ("会议纪要\n一、总体情况\n", False),
    "notice.txt": ("关于报送2023年政府信息公开工作年度报告的通知：\n一、总体情况\n", False),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (text, _) in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(program: str, *words: str) -> str:
    """What a program writes, standard error included; without it the test is skipped."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"needs {program}, which is not here")
    environ = os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([path, *words], capture_output=True, text=True, encoding="utf-8", env=environ, timeout=60)
    return done.stdout + done.stderr


def nvim(*commands: str) -> str:
    words = [
        word for command in (f"luafile {EDITORS / 'neovim' / 'giar.lua'}", *commands, "qa!") for word in ("-c", command)
    ]
    return run("nvim", "--headless", "--clean", *words)


def test_neovim_knows_reports(folder: Path) -> None:
    told = {name: nvim(f"edit {folder / name}", "echo 'type=' . &ft") for name in FILES}
    assert {name: "type=giar" in out for name, out in told.items()} == {
        name: known for name, (_, known) in FILES.items()
    }


def test_neovim_says_what_to_type_where_the_program_is_missing(folder: Path) -> None:
    out = nvim("let g:giar_lark = '/no/such/giar-lark'", f"edit {folder / 'draft.giar.txt'}", "messages")
    assert 'python -m pip install "giar-lark[lsp]"' in out


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
def test_neovim_starts_the_server_once(folder: Path) -> None:
    stub, log = folder / "giar-lark", folder / "log"
    stub.write_text(f'#!/bin/sh\necho "$@" >> {log}\ncat > /dev/null\n')
    stub.chmod(0o755)
    nvim(
        f"let g:giar_lark = '{stub}'",
        f"edit {folder / 'draft.giar.txt'}",
        f"edit {folder / 'other.txt'}",
        # the shell makes the file before it writes into it
        f"call wait(20000, {{-> getfsize('{log}') > 0}})",
    )
    assert log.read_text().splitlines() == ["lsp"]


@pytest.mark.skipif(sys.platform == "win32", reason="a script of a shell")
def test_neovim_shows_what_the_command_line_says(folder: Path) -> None:
    pytest.importorskip("pygls", reason="needs the extra lsp")
    report, program = folder / "other.txt", folder / "giar-lark"
    report.write_text(REPORT + "二、主动公开政府信息情况\n", encoding="utf-8")
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m giar_lark "$@"\n')
    program.chmod(0o755)
    words = [sys.executable, "-m", "giar_lark", "check", str(report), "--output-format", "jsonl"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
    told = sorted(finding["code"] for finding in map(json.loads, done.stdout.splitlines()))
    out = nvim(
        f"let g:giar_lark = '{program}'",
        f"edit {report}",
        "lua vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end)",
        "lua for _, one in ipairs(vim.diagnostic.get(0)) do print('code=' .. one.code) end",
    )
    assert told != []
    assert sorted(line.strip().removeprefix("code=") for line in out.splitlines() if "code=" in line) == told


def test_emacs_knows_reports(folder: Path) -> None:
    told = {
        name: run(
            "emacs",
            "--batch",
            "-Q",
            "-L",
            str(EDITORS / "emacs"),
            "-l",
            "giar",
            str(folder / name),
            "--eval",
            "(princ major-mode)",
        )
        for name in FILES
    }
    assert {name: "giar-mode" in out for name, out in told.items()} == {
        name: known for name, (_, known) in FILES.items()
    }


def test_emacs_compiles_the_file_without_a_warning(tmp_path: Path) -> None:
    copy = tmp_path / "giar.el"
    copy.write_text((EDITORS / "emacs" / "giar.el").read_text("utf-8"), encoding="utf-8")
    strict = "(setq byte-compile-error-on-warn t)"
    out = run("emacs", "--batch", "-Q", "--eval", strict, "-f", "batch-byte-compile", str(copy))
    assert (tmp_path / "giar.elc").exists(), out


def test_helix_knows_the_same_names_as_vs_code() -> None:
    helix = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text("utf-8"))
    language = json.loads((EDITORS / "vscode" / "package.json").read_text("utf-8"))["contributes"]["languages"][0]
    wanted = {f"*{one}" for one in language["extensions"]} | set(language["filenamePatterns"])
    found = helix["language"][0]
    assert {one["glob"] if isinstance(one, dict) else f"*.{one}" for one in found["file-types"]} == wanted
    assert found["language-servers"] == list(helix["language-server"]) == ["giar-lark"]
    assert helix["language-server"]["giar-lark"]["args"] == ["lsp"]


def test_zed_names_the_server_alike_everywhere() -> None:
    extension = tomllib.loads((EDITORS / "zed" / "extension.toml").read_text("utf-8"))
    settings = json.loads((EDITORS / "zed" / "settings.json").read_text("utf-8"))
    assert list(extension["language_servers"]) == list(settings["lsp"]) == ["giar-lark"]
    assert settings["languages"]["Plain Text"]["language_servers"][0] == "giar-lark"
    assert tomllib.loads((EDITORS / "zed" / "Cargo.toml").read_text("utf-8"))["lib"]["crate-type"] == ["cdylib"]
