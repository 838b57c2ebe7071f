"""`check --watch`, in a process of its own, without a terminal."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_cases import written_report
from cli_run import BROKEN, SOUND, run

_ROOT = Path(__file__).parents[2]
_END = re.compile(r"in (\d+) files?; checked (\d+) in [\d.]+ s\n")


class Watch:
    """The program at work, whose rounds are waited for."""

    def __init__(self, folder: Path) -> None:
        line = [sys.executable, "-m", "giar_lark", "check", "in", "--watch", "--output-format", "json", "--lang", "en"]
        environ = {**os.environ, "PYTHONPATH": str(_ROOT)}
        self.process = subprocess.Popen(
            line,
            cwd=folder,
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # what a shell has begun in the background passes on that interrupts are ignored
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    def round(self) -> tuple[str, list[tuple[str, str]], tuple[int, int]]:
        """What a round tells: its head, its findings as path and code, how many reports there are and were checked."""
        assert self.process.stderr is not None and self.process.stdout is not None
        head = re.sub(r"^--- [\d:]+  ", "", self.process.stderr.readline()).rstrip()
        text = ""
        while not text.endswith("]\n"):
            text += self.process.stdout.readline()
        end = None
        while end is None:
            end = _END.fullmatch(self.process.stderr.readline())
        found = [(os.path.basename(one["path"]), one["code"]) for one in json.loads(text)]
        return head, found, (int(end[1]), int(end[2]))

    def stopped_round(self) -> str:
        """What is said behind the head of a round that cannot begin: a line, and two that show the place."""
        assert self.process.stderr is not None
        return [self.process.stderr.readline() for _ in range(4)][1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years of a town that do not join, and a report with two findings."""
    (tmp_path / "in").mkdir()
    for year, cells in ((2022, {"t3.carried_forward.natural_person": 2}), (2023, {})):
        write(tmp_path, f"{year}.txt", town(year, cells))
    write(tmp_path, "b.txt", BROKEN)
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    watching = Watch(folder)
    yield watching
    watching.process.kill()
    watching.process.communicate()


def town(year: int, cells: dict[str, int]) -> str:
    return written_report({"name": "", "organ": "青岚县苇塘口镇人民政府", "year": year, "cells": cells})


def write(folder: Path, name: str, text: str) -> None:
    """Save as editors do: a new file takes the place of the old one."""
    (folder / "new").write_text(text, "utf-8")
    os.replace(folder / "new", folder / "in" / name)


def test_only_what_changes_is_read_again(folder: Path, watch: Watch) -> None:
    head, found, counts = watch.round()
    assert (head, counts, found[0]) == ("checking 3 files", (3, 3), ("2023.txt", "YR-01"))
    assert {path for path, _ in found[1:]} == {"b.txt"}
    write(folder, "b.txt", SOUND)
    assert watch.round() == ("changed: b.txt", [], (3, 1))
    # the other year is told anew, for what was found in it is gone
    write(folder, "2022.txt", town(2022, {}))
    assert watch.round() == ("changed: 2022.txt", [], (3, 1))
    write(folder, "2022.txt", town(2022, {"t3.carried_forward.natural_person": 2}))
    assert watch.round() == ("changed: 2022.txt", [("2023.txt", "YR-01")], (3, 1))
    (folder / "in/2022.txt").unlink()
    assert watch.round() == ("removed: 2022.txt", [], (2, 0))
    (folder / "in/b.txt").rename(folder / "in/c.txt")
    assert watch.round() == ("changed: c.txt; removed: b.txt", [], (2, 1))


def test_the_files_that_judge_are_watched_too(folder: Path, watch: Watch) -> None:
    _, found, _ = watch.round()
    codes = sorted({code for path, code in found if path == "b.txt"})
    write(folder, "giar-lark.toml", f"ignore = {json.dumps(codes)}")
    head, left, counts = watch.round()
    assert (head, left, counts) == ("changed: giar-lark.toml", [("2023.txt", "YR-01")], (3, 3))
    write(folder, "giar-lark.toml", "nonsense = 1")
    assert "nonsense" in watch.stopped_round()
    (folder / "in/giar-lark.toml").unlink()
    head, again, counts = watch.round()
    assert (head, counts) == ("changed: giar-lark.toml", (3, 3))
    assert [path for path, _ in again] == ["2023.txt", *["b.txt"] * len(found[1:])]


def test_the_user_ends_it_in_peace(watch: Watch) -> None:
    watch.round()
    watch.process.send_signal(signal.SIGINT)
    out, err = watch.process.communicate(timeout=60)
    assert (watch.process.returncode, out, err) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("a.txt", "--fix"), "--watch only checks; leave out --fix and --diff"),
        (("a.txt", "-o", "a.json"), "--watch writes findings to the screen; leave out -o and --statistics"),
        (("-",), "--watch cannot see -; name files or folders here"),
        (("s3://a/b.txt",), "--watch cannot see s3://a/b.txt; name files or folders here"),
        (("gone.txt",), "no such file or folder: gone.txt; check the path"),
    ],
)
def test_what_does_not_go_with_watching_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(SOUND, "utf-8")
    done = run("check", "--watch", *arguments, "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, f"giar-lark: {words}\n")
