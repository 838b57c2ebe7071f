"""The worked example of `docs/research.md` works, from files to a plot."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "research.md"
_BLOCK = re.compile(r"^<!-- (?P<kind>command|python) -->\n```\w*\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


def test_the_worked_example_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("duckdb", "matplotlib", "polars", "pyarrow"):
        pytest.importorskip(library)
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    names: dict[str, object] = {}
    told = io.StringIO()
    for kind, body in _BLOCK.findall(PAGE.read_text("utf-8")):
        if kind == "command":
            program, *arguments = shlex.split(body)
            assert program == "giar-lark"
            given = [
                path for word in arguments for path in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
            ]
            done = subprocess.run([sys.executable, "-m", "giar_lark", *given], capture_output=True, check=False)
            assert done.returncode == 0, done.stderr.decode()
        else:
            with contextlib.redirect_stdout(told):
                exec(compile(body, str(PAGE), "exec"), names)
    years = names["by_year"]
    assert isinstance(years, list)
    assert [year for year, *_ in years] == list(range(2019, 2026))
    assert all(reports > 0 and requests >= 0 for _, reports, requests, _ in years)
    assert (tmp_path / "requests.svg").read_text("utf-8").count("<svg") == 1
    assert "t3.new_received.total" in told.getvalue()
