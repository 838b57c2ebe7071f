"""Streams: any encoding, no colour in pipes, a reader that leaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_run import BROKEN, run_apart

ODD = BROKEN.replace("没有其他需要报告的事项", "没有\u00a0其他\u3000需要报告✔的事项\U0001f600[red]")


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A wrong report with characters that GBK lacks."""
    path = tmp_path / "年报.txt"
    path.write_text(ODD, encoding="utf-8")
    return str(path)


def test_gbk_console_gets_gbk(report: str) -> None:
    done = run_apart("check", report, PYTHONIOENCODING="gbk")
    assert done.returncode == 1
    shown = done.stdout.decode("gbk")
    assert "错误 T3-01 conservation" in shown and "│" in shown and "^^" in shown
    assert "检查了 1 个文件" in done.stderr.decode("gbk")


def test_json_loses_nothing_on_a_gbk_console(report: str) -> None:
    import json

    done = run_apart("check", report, "--output-format", "json", PYTHONIOENCODING="gbk")
    assert json.loads(done.stdout.decode("gbk"))[0]["message"]


def test_stream_without_chinese_is_spoken_to_in_english(report: str) -> None:
    done = run_apart("check", report, PYTHONIOENCODING="ascii", LANG="C")
    assert done.returncode == 1
    assert b"error T3-01 conservation" in done.stdout


def test_pipe_gets_no_escape_codes(report: str) -> None:
    assert b"\x1b" not in run_apart("check", report).stdout
    assert b"\x1b" not in run_apart("check", report, NO_COLOR="1", FORCE_COLOR="1").stdout
    assert b"\x1b" in run_apart("check", report, FORCE_COLOR="1").stdout


def test_width_follows_the_surroundings(report: str) -> None:
    from rich.cells import cell_len

    shown = run_apart("check", report, COLUMNS="60").stdout.decode()
    assert max(cell_len(line) for line in shown.splitlines() if report not in line) <= 60


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_reader_that_leaves_early_is_no_error(report: str) -> None:
    command = f'"{sys.executable}" -m giar_lark parse "{report}" --format tokens | head -n 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, cwd=Path(__file__).parents[2])
    assert (done.returncode, done.stderr) == (0, b"")
