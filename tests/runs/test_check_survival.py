"""A check in several processes outlives its documents."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sabotage import environment

from giar_lark.lean.resources import read_sample

pytest.importorskip("pebble")
pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm of the system here")

REPORT = read_sample("2021")
BROKEN = REPORT.replace("（一）予以公开\t6", "（一）予以公开\t5")


def test_only_the_culprits_are_given_up(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    harm = ["EXIT", "SEGFAULT", "LOOP", "RAISE"]
    for number, text in enumerate(text for one in harm for text in (BROKEN, f"{one}\n{BROKEN}")):
        (tmp_path / "in" / f"{number}.txt").write_text(text, "utf-8")
    line = [sys.executable, "-m", "giar_lark", "check", "in", "--jobs", "2", "--output-format", "concise"]
    environ = {**environment(tmp_path), "FENCE": "3"}
    done = subprocess.run(
        [*line, "--select", "T3", "--isolated", "--lang", "en"],
        cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert [found.split(":")[0] for found in done.stdout.splitlines()] == [
        f"in/{n}.txt" for n in (0, 0, 2, 2, 4, 4, 6, 6)
    ]
    assert done.stderr.splitlines()[:-1] == [
        "giar-lark: in/1.txt: given up (exit code 3), and the others were checked; check it by itself",
        "giar-lark: in/3.txt: given up (SIGSEGV), and the others were checked; check it by itself",
        "giar-lark: in/5.txt: given up (3 s), and the others were checked; check it by itself",
        "giar-lark: in/7.txt: internal error: RuntimeError: a fault; --debug shows where",
    ]
    assert "checked 4 files" in done.stderr.splitlines()[-1]
