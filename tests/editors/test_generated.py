"""What editors get from the grammar is what the grammar says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_generated_files_are_as_the_grammar_says() -> None:
    command = [sys.executable, str(ROOT / "editors" / "generate.py"), "--check"]
    environ = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.returncode) == ("", 0), f"run python editors/generate.py\n{done.stdout}{done.stderr}"
