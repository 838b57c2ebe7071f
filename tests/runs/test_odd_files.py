"""Files that are hard to open or to name: each has its line, and what could not be had is tried again by itself."""

from __future__ import annotations

import errno
import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from cli_run import BROKEN, SOUND, run

from giar_lark.cli.extracting.command_line import command_line
from giar_lark.containers.names import visible

# 年报 as old systems have written it, which is no UTF-8
_OLD_NAME = os.fsdecode(b"\xc4\xea\xb1\xa8.txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports in a folder, and two in a folder below it."""
    for name, text in {"a": SOUND, "b": BROKEN, "deep/c": SOUND, "deep/d": BROKEN}.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def closed(*names: str) -> Iterator[None]:
    """Let the system open no such file and look into no such folder: it would for root, whatever its permissions."""

    def refusing(really: Callable[..., object]) -> Callable[..., object]:
        def asked(path: str, *more: object) -> object:
            if os.path.basename(path) in names:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
            return really(path, *more)

        return asked

    with pytest.MonkeyPatch.context() as system:
        for name in ("open", "scandir"):
            system.setattr(os, name, refusing(getattr(os, name)))
        yield


def extracted(*arguments: str, code: int) -> str:
    done = run("extract", *arguments, "--isolated", "--jobs", "1", "--lang", "en")
    assert done.exit_code == code, done.stderr
    return str(done.stderr)


def manifest(name: str) -> list[tuple[object, ...]]:
    lines = map(json.loads, Path(f"{name}.manifest.jsonl").read_text("utf-8").splitlines())
    return [(line["name"], line["status"], line["reason"]) for line in lines]


def test_a_file_that_cannot_be_opened_is_told_and_tried_again(folder: Path) -> None:
    extracted("in", "-o", "whole.csv", code=0)
    with closed("c.txt"):
        told = extracted("in", "-o", "a.csv", code=1)
    assert told.splitlines()[1:] == [
        "what was given up is listed in a.csv.quarantine.jsonl; try it again with --retry-failed"
    ]
    reason = "the file cannot be opened: no permission to read it"
    assert manifest("a.csv")[2] == ("in/deep/c.txt", "unreached", reason)
    extracted("in", "-o", "a.csv", "--retry-failed", code=0)
    assert Path("a.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert not Path("a.csv.run").exists()


def test_a_folder_that_cannot_be_looked_into_is_told(folder: Path) -> None:
    with closed("deep"):
        extracted("in", "-o", "a.csv", code=1)
        checked = run("check", "in/deep", "--output-format", "concise", "--lang", "en")
    reason = "the file cannot be opened: no permission to read it"
    assert manifest("a.csv")[2:] == [("in/deep", "unreached", reason)]
    assert (checked.exit_code, checked.stdout) == (1, f"in/deep:1:1: RD-01 error {reason}\n")


def test_what_was_not_read_has_its_reason(folder: Path) -> None:
    (folder / "in" / "empty.txt").touch()
    (folder / "in" / "large.txt").write_text(SOUND + "\n" * 5000, "utf-8")
    told = extracted("in", "-o", "a.csv", "--limit", "file-bytes=8KB", code=1)
    assert told.splitlines()[1:] == ["why a document was not read is told in a.csv.manifest.jsonl"]
    assert [line[1:] for line in manifest("a.csv")] == [
        ("ok", None),
        ("findings", None),
        ("ok", None),
        ("findings", None),
        ("unreadable", "RD-03: the file is empty"),
        ("oversize", "RD-10: the file has more than 8 KB and was not read"),
    ]


def test_one_file_by_two_spellings_is_one(folder: Path) -> None:
    extracted("./in", "in/a.txt", "in//deep", "-o", "a.csv", code=0)
    assert [name for name, *_ in manifest("a.csv")] == [
        "./in/b.txt", "./in/deep/c.txt", "./in/deep/d.txt", "in/a.txt",
    ]  # fmt: skip


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx", "duckdb"])
def test_a_name_that_is_no_text_is_written_in_escapes(folder: Path, ending: str) -> None:
    for library in {"parquet": ["pyarrow"], "xlsx": ["xlsxwriter"], "duckdb": ["duckdb"]}.get(ending, []):
        pytest.importorskip(library)
    try:
        (folder / "in" / _OLD_NAME).write_text(SOUND, "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    extracted("in", "-o", f"a.{ending}", *(["--long"] if ending == "csv" else []), code=0)
    assert manifest(f"a.{ending}")[-1] == ("in/\\xc4걨.txt", "ok", None)


def test_a_line_to_be_copied_is_one_line_and_means_what_it_says() -> None:
    shell = which("bash")
    if shell is None:
        pytest.skip("no shell that knows $'…'")
    for name in ("a b", "new\nline'x\\y", "年报 'x'", "\x1b[31m", _OLD_NAME, f"{_OLD_NAME}'\\n"):
        for word in (name, visible(name)):
            line = command_line(["printf", "%s", word])
            assert "\n" not in line
            assert subprocess.run([shell, "-c", line], capture_output=True, check=True).stdout == os.fsencode(name)
