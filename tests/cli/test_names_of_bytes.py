"""A file whose name is no text is named so that it can be found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from giar_lark.lean.resources import read_sample

NAME = b"\xb2\xe2.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    try:
        path = os.path.join(os.fsencode(tmp_path), NAME)
        with open(path, "wb") as file:
            file.write(read_sample("2021").replace("\t46", "\t").encode())
    except OSError:
        pytest.skip("this file system has names that are text only")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        (("check", "--output-format", "concise"), r"\xb2\xe2.txt:"),
        (("check", "--output-format", "jsonl"), r'"path": "\\xb2\\xe2.txt"'),
        (("check", "--output-format", "junit"), r'<testsuite name="\xb2\xe2.txt"'),
        (("check", "--output-format", "github"), r"file=\xb2\xe2.txt,"),
        (("check", "--output-format", "concise", "-o", "out.txt"), r"\xb2\xe2.txt:"),
        (("parse",), r'"path": "\\xb2\\xe2.txt"'),
    ],
)
def test_bytes_of_a_name_are_written_out(folder: Path, arguments: tuple[str, ...], shown: str) -> None:
    line = [sys.executable, "-m", "giar_lark", *arguments, os.fsdecode(NAME)]
    done = subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    written = folder / "out.txt"
    assert shown in (written.read_text("utf-8") if written.exists() else done.stdout), done.stderr
