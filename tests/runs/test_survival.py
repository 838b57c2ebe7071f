"""A run outlives its documents, and being killed."""

from __future__ import annotations

import json
import os
import random
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest
from sabotage import command, environment, run

from giar_lark.lean.resources import read_sample

pytest.importorskip("pebble")
pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm of the system here")

REPORT = read_sample("2021")


def documents(folder: Path, texts: list[str]) -> None:
    (folder / "in").mkdir()
    for number, text in enumerate(texts):
        (folder / "in" / f"{number:03}.txt").write_text(text, "utf-8")


def manifest(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{name}.manifest.jsonl").read_text("utf-8").splitlines()]


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()} - {"sabotage"}


def test_only_the_culprits_are_given_up(tmp_path: Path) -> None:
    harm = ["EXIT", "SEGFAULT", "LOOP", "STUCK", "HOG", "RAISE"]
    documents(tmp_path, [text for one in harm for text in (REPORT, f"{one}\n{REPORT}")])
    done = run(tmp_path, "in", "-o", "a.jsonl", "--jobs", "2", "--timeout", "3")
    assert done.returncode == 3, done.stderr
    told = [(line["status"], line["reason"]) for line in manifest(tmp_path, "a.jsonl")]
    assert told[::2] == [("ok", None)] * len(harm)
    assert told[1::2] == [
        ("crash", "exit code 3"),
        ("crash", "SIGSEGV"),
        ("timeout", "3 s"),
        ("timeout", "3 s"),
        ("crash", "MemoryError"),
        ("crash", "RuntimeError: a fault"),
    ]
    rows = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert [row["status"] for row in rows] == ["report", "crash", "report", "crash", "report", "timeout"] + [
        status for last in ("timeout", "crash", "crash") for status in ("report", last)
    ]
    quarantine = [json.loads(line) for line in (tmp_path / "a.jsonl.quarantine.jsonl").read_text("utf-8").splitlines()]
    assert [one["name"] for one in quarantine] == [f"in/{number:03}.txt" for number in range(1, 12, 2)]
    assert shlex.split(quarantine[0]["reproduce"]) == [
        "giar-lark", "check", "--isolated", "--debug", "--", "in/001.txt",
    ]  # fmt: skip


def test_what_was_given_up_is_tried_again(tmp_path: Path) -> None:
    documents(tmp_path, [REPORT, f"EXIT\n{REPORT}", "无关", f"RAISE\n{REPORT}", REPORT])
    assert run(tmp_path, "in", "-o", "a.csv", "--jobs", "2").returncode == 3
    before = manifest(tmp_path, "a.csv")
    assert [line["status"] for line in before] == ["ok", "crash", "unreadable", "crash", "ok"]
    done = run(tmp_path, "in", "-o", "a.csv", "--jobs", "2", "--retry-failed", harm=False)
    assert (done.returncode, names(tmp_path)) == (1, {"in", "a.csv", "a.csv.manifest.jsonl", "a.dictionary.csv"})
    after = manifest(tmp_path, "a.csv")
    assert [line["status"] for line in after] == ["ok", "ok", "unreadable", "ok", "ok"]
    assert [after[number] for number in (0, 2, 4)] == [before[number] for number in (0, 2, 4)]


def killed(process: subprocess.Popen[bytes], parts: Path, more: int, pause: float) -> bool:
    """Kill a run with all its processes when it has done some more chunks, and a moment later; whether it was running."""
    enough = len(list(parts.glob("*.part"))) + more
    while process.poll() is None and len(list(parts.glob("*.part"))) < enough:
        time.sleep(0.01)
    time.sleep(pause)
    was_running = process.poll() is None
    if was_running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return was_running


def test_killed_ten_times_the_result_is_the_same(tmp_path: Path) -> None:
    chance = random.Random(7)
    documents(tmp_path, [REPORT if number % 10 == 0 else f"无关 {number}" for number in range(300)])
    environ = environment(tmp_path, chunk=10, pause=0.003)
    quiet = {"cwd": tmp_path, "env": environ, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command("in", "-o", "whole.csv", "--jobs", "3"), check=False, **quiet)  # type: ignore[call-overload]
    line, ended = command("in", "-o", "killed.csv", "--jobs", "2", "--resume"), []
    for _ in range(10):
        process = subprocess.Popen(line, start_new_session=True, **quiet)  # type: ignore[call-overload]
        parts = tmp_path / "killed.csv.run"
        ended.append(killed(process, parts, chance.randint(0, 4), chance.uniform(0, 0.3)))
    assert ended.count(True) >= 5
    # 1, for most documents are no reports; 0 where a kill came so late that nothing was left to do
    assert subprocess.run(line, check=False, **quiet).returncode in (0, 1)  # type: ignore[call-overload]
    assert (tmp_path / "killed.csv").read_bytes() == (tmp_path / "whole.csv").read_bytes()
    told = [[{**line, "seconds": 0} for line in manifest(tmp_path, name)] for name in ("killed.csv", "whole.csv")]
    assert told[0] == told[1]
    assert names(tmp_path) == {"in"} | {
        f"{name}.{end}" for name in ("killed", "whole") for end in ("csv", "csv.manifest.jsonl", "dictionary.csv")
    }


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_says_how_to_go_on(tmp_path: Path, number: signal.Signals) -> None:
    documents(tmp_path, ["无关"] * 40)
    environ = environment(tmp_path, chunk=2, pause=0.05)
    line = command("in", "-o", "a.csv", "--jobs", "2")
    process = subprocess.Popen(
        line,
        cwd=tmp_path,
        env=environ,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # where the tests themselves run in the background, interrupts are ignored, and that is handed on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not list((tmp_path / "a.csv.run").glob("*.part")):
        time.sleep(0.01)
    os.killpg(process.pid, number)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    go_on = "giar-lark extract in -o a.csv --jobs 2 --isolated --lang en --resume"
    assert told.decode() == f"giar-lark: stopped; what is done is kept. Go on with: {go_on}\n"
    assert not (tmp_path / "a.csv").exists()
    refused = run(tmp_path, "in", "-o", "a.csv", chunk=2)
    assert (refused.returncode, refused.stderr) == (
        2,
        "giar-lark: the last run was not finished; go on with --resume, or delete a.csv.run to begin anew\n",
    )
    assert run(tmp_path, "in", "-o", "a.csv", "--resume", chunk=2).returncode == 1
    assert len(manifest(tmp_path, "a.csv")) == 40


@pytest.mark.parametrize("pause", [0.0, 0.2, 0.4])
def test_a_run_that_is_stopped_while_its_processes_begin_says_nothing_else(tmp_path: Path, pause: float) -> None:
    documents(tmp_path, ["无关"] * 40)
    process = subprocess.Popen(
        command("in", "-o", "a.csv", "--jobs", "2"),
        cwd=tmp_path,
        env=environment(tmp_path, chunk=2, pause=1.0),
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not (tmp_path / "a.csv.run" / "plan.json").exists():
        time.sleep(0.01)
    time.sleep(pause)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    go_on = "giar-lark extract in -o a.csv --jobs 2 --isolated --lang en --resume"
    assert told.decode() == f"giar-lark: stopped; what is done is kept. Go on with: {go_on}\n"


def test_a_run_outlives_its_terminal_if_it_was_begun_to(tmp_path: Path) -> None:
    documents(tmp_path, ["无关"] * 12)
    line, environ = command("in", "-o", "a.csv", "--jobs", "1"), environment(tmp_path, chunk=2, pause=0.05)
    process = subprocess.Popen(
        line,
        cwd=tmp_path,
        env=environ,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),  # as nohup does
    )
    while not list((tmp_path / "a.csv.run").glob("*.part")):
        time.sleep(0.01)
    process.send_signal(signal.SIGHUP)
    process.communicate(timeout=60)
    assert process.returncode == 1  # no reports
    assert len(manifest(tmp_path, "a.csv")) == 12


def test_a_run_with_other_options_is_not_gone_on_with(tmp_path: Path) -> None:
    documents(tmp_path, [f"RAISE\n{REPORT}", REPORT])
    run(tmp_path, "in", "-o", "a.csv", "--jobs", "1")
    done = run(tmp_path, "in", "-o", "a.csv", "--resume", "--long")
    reason = "the configuration or an option has changed"
    assert (done.returncode, done.stderr) == (
        2, f"giar-lark: cannot go on: {reason}; delete a.csv.run to begin anew\n",
    )  # fmt: skip
