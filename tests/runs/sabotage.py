"""Runs of the program in which some documents do harm: the check is replaced in every process before it begins."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_ROOT = Path(__file__).parents[2]
HARM = """
import os, re, signal, time
import giar_lark.cli.extracting.display as display
import giar_lark.runs.checking as checking
import giar_lark.runs.chunk as chunk
import giar_lark.runs.plan as plan

# what is told from time to time would be told on a machine that has much else to do
display._LINE_SECONDS = float("inf")
plan.CHUNK_DOCUMENTS = int(os.environ["CHUNK"])
really_checked = chunk.check

def check(source, config):
    time.sleep(float(os.environ["PAUSE"]))
    while "HELD" in source.text and os.path.exists(os.environ["HOLD"]):
        time.sleep(0.05)
    if not int(os.environ["HARM"]):
        return really_checked(source, config)
    if "EXIT" in source.text:
        os._exit(3)
    if "SEGFAULT" in source.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "LOOP" in source.text:
        while True:
            pass
    if "STUCK" in source.text:  # in a library, where Python handles no signal
        re.match("(a+)+$", "a" * 60 + "b")
    if "HOG" in source.text:
        hog = [bytes(1 << 24) for _ in range(1 << 20)]
    if "RAISE" in source.text:
        raise RuntimeError("a fault")
    return really_checked(source, config)

chunk.check = checking.check = check

if "FENCE" in os.environ:
    import giar_lark.cli.checking.beside as beside

    beside._FENCE = beside.Fence(seconds=float(os.environ["FENCE"]))
"""


def command(*arguments: str) -> list[str]:
    """The program's command line."""
    return [sys.executable, "-m", "giar_lark", "extract", *arguments, "--isolated", "--lang", "en"]


def environment(folder: Path, *, chunk: int = 4, pause: float = 0.0, harm: bool = True) -> Mapping[str, str]:
    """The surroundings in which documents do harm; so many to a chunk, and so many seconds for each."""
    (folder / "sabotage").mkdir(exist_ok=True)
    (folder / "sabotage" / "sitecustomize.py").write_text(HARM, "utf-8")
    paths = os.pathsep.join((str(folder / "sabotage"), str(_ROOT)))
    return {
        **os.environ,
        "PYTHONPATH": paths,
        "CHUNK": str(chunk),
        "PAUSE": str(pause),
        "HARM": str(int(harm)),
        "HOLD": str(folder / "hold"),
    }


def run(folder: Path, *arguments: str, chunk: int = 4, harm: bool = True) -> subprocess.CompletedProcess[str]:
    """The outcome of a run."""
    environ = environment(folder, chunk=chunk, harm=harm)
    return subprocess.run(
        command(*arguments), cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False
    )
