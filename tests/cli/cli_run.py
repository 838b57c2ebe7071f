"""Run the program in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from giar_lark.cli.commands import program

SOUND = (Path(__file__).parents[1] / "golden" / "render" / "report.txt").read_text(encoding="utf-8")
BROKEN = SOUND.replace("（七）总计\t\t13", "（七）总计\t\t12")
_ROOT = Path(__file__).parents[2]


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    """The outcome of a command."""
    return CliRunner().invoke(program(), list(arguments), input=stdin)


def run_apart(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """The outcome of a command in a process of its own, with more in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "giar_lark", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(_ROOT), **environ},
    )
