"""How a plain check ends: with its code, all written and done that has to be, and nothing more."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import atexit
from giar_lark.cli.exits import QuickEnd

class Loaded:
    def __del__(self):
        print("taken apart")

loaded, end = Loaded(), QuickEnd()
atexit.register(print, "done at the end")
print("written")
"""


def ended(code: str) -> tuple[int, str]:
    """The exit code of a program, and what it writes."""
    done = subprocess.run([sys.executable, "-c", PROGRAM + code], capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout


def test_it_ends_with_its_code_when_all_is_written_and_done() -> None:
    assert ended("end.code = 1") == (1, "written\ndone at the end\n")


def test_what_goes_wrong_before_there_is_a_code_ends_as_ever() -> None:
    assert ended("raise SystemExit(3)") == (3, "written\ndone at the end\ntaken apart\n")
