"""`giar-lark check` with paths alone, whose command line is not parsed: it does what it does with options that change nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND, run_apart

from giar_lark.cli.app import is_plain_check


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound report and one that is not, in a folder that is the working directory."""
    (tmp_path / "sound.txt").write_text(SOUND, encoding="utf-8")
    (tmp_path / "broken.txt").write_text(BROKEN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def outcome(*arguments: str) -> tuple[int, bytes, bytes]:
    """Exit code, findings, and what is said about them but for the time that it took."""
    done = run_apart(*arguments, GIAR_LANG="en")
    return done.returncode, done.stdout, re.sub(rb"\d+(?:\.\d+)? s\b", b"", done.stderr)


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["sound.txt"], 0),
        (["broken.txt"], 1),
        (["sound.txt", "broken.txt"], 1),
        (["."], 1),
        (["s*.txt"], 0),
        (["absent.txt"], 2),
    ],
)
def test_what_comes_out_is_the_same(folder: Path, paths: list[str], code: int) -> None:
    plain = outcome("check", *paths)
    assert plain[0] == code
    assert plain == outcome("check", "--lang", "en", *paths)


def test_a_wrong_configuration_is_told_alike(folder: Path) -> None:
    (folder / "giar-lark.toml").write_text("lang = 1\n", encoding="utf-8")
    plain = outcome("check", "sound.txt")
    assert plain[0] == 2 and b"giar-lark.toml" in plain[2]
    assert plain == outcome("check", "--lang", "en", "sound.txt")


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        ("check a.txt", True),
        ("check a.txt b", True),
        ("check -", True),
        ("check", False),
        ("check --help", False),
        ("check a.txt -h", False),
        ("check -- a.txt", False),
        ("parse a.txt", False),
        ("", False),
    ],
)
def test_options_and_other_commands_are_parsed(arguments: str, plain: bool) -> None:
    assert is_plain_check(arguments.split(), "linux") is plain
    assert not is_plain_check(arguments.split(), "win32")
