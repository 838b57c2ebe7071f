"""The engine `ray` on two workers of this machine: the same bytes as without it, whatever happens to a worker.

Ray is large, and no part of the extra `test`: `pip install -e '.[dev,ray]'`, then `pytest tests/runs/test_ray.py`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND
from sabotage import command, environment
from store_kinds import folder_in, names, put, s3_server, taken

ray = pytest.importorskip("ray", reason="the extra `ray` is not installed")
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="looks for workers in /proc"),
    pytest.mark.filterwarnings("ignore"),
]

HARM = {2: "EXIT", 9: "STUCK"}
REPORTS = 16
HEAD = ["--engine", "ray", "--jobs", "2"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with reports, of which two do harm where harm is on."""
    (tmp_path / "in").mkdir()
    for number in range(REPORTS):
        text = (SOUND, BROKEN)[number % 2]
        (tmp_path / "in" / f"{number:03}.txt").write_text(f"{HARM.get(number, '')}\n{text}", "utf-8")
    return tmp_path


def begun(
    folder: Path, *arguments: str, source: str = "in", pause: float = 0.0, harm: bool = False
) -> subprocess.Popen[str]:
    environ = environment(folder, pause=pause, harm=harm)
    return subprocess.Popen(
        command(source, *arguments), cwd=folder, env=environ, stderr=subprocess.PIPE, encoding="utf-8"
    )


def outcome(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, told = process.communicate(timeout=240)
    if "timed out during startup" in told:
        pytest.skip("the machine is too busy for a cluster to begin")
    return process.returncode, told


def workers_at_work(process: int) -> Iterator[int]:
    """The workers below a process that are doing a task now, which Ray shows in their names."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                name = (entry / "cmdline").read_bytes().split(b"\0")[0]
                parent = int((entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
            except OSError:
                continue
            parents[int(entry.name)] = (parent, name)
    for number, (parent, name) in parents.items():
        while parent not in (0, process) and parent in parents:
            parent = parents[parent][0]
        if parent == process and name == b"ray::answers":
            yield number


def workers_killed(process: subprocess.Popen[str], has_begun: Callable[[], bool]) -> int:
    """Kill two workers, one after the other, while a run is going on; how many were."""
    killed = 0
    while process.poll() is None and killed < 2:
        for number in list(workers_at_work(process.pid))[:1] if has_begun() else []:
            os.kill(number, signal.SIGKILL)
            killed += 1
        time.sleep(0.3)
    return killed


def statuses(folder: Path, name: str) -> list[object]:
    return [json.loads(line)["status"] for line in (folder / f"{name}.manifest.jsonl").read_text("utf-8").splitlines()]


def test_a_worker_that_is_killed_does_not_show(folder: Path) -> None:
    assert outcome(begun(folder, "-o", "local.csv", "--jobs", "1"))[0] == 0
    process = begun(folder, "-o", "ray.csv", *HEAD, pause=0.3)
    parts = folder / "ray.csv.run"
    killed = workers_killed(process, lambda: bool(list(parts.glob("*.part"))))
    code, told = outcome(process)
    assert (code, killed) == (0, 2), told
    assert (folder / "ray.csv").read_bytes() == (folder / "local.csv").read_bytes()
    assert statuses(folder, "ray.csv") == ["ok", "findings"] * (REPORTS // 2)


def test_a_worker_that_is_killed_does_not_show_in_a_store(folder: Path) -> None:
    assert outcome(begun(folder, "-o", "local.csv", "--jobs", "1"))[0] == 0
    with s3_server():
        store = folder_in("s3", folder)
        for path in (folder / "in").iterdir():
            put(f"{store}/in/{path.name}", path.read_bytes())
        process = begun(folder, "-o", f"{store}/ray.csv", *HEAD, source=f"{store}/in", pause=0.3)
        killed = workers_killed(process, lambda: len(names(f"{store}/ray.csv.run")) > 1)
        code, told = outcome(process)
        assert (code, killed) == (0, 2), told
        assert taken(f"{store}/ray.csv").replace(f"{store}/".encode(), b"") == (folder / "local.csv").read_bytes()
        left = [name for name in names(store) if not name.startswith("in/")]
        assert left == ["ray.csv", "ray.csv.manifest.jsonl", "ray.dictionary.csv"]


def test_only_the_culprits_are_given_up(folder: Path) -> None:
    pytest.importorskip("pebble")
    assert outcome(begun(folder, "-o", "local.csv", "--jobs", "2", "--timeout", "5", harm=True))[0] == 3
    code, told = outcome(begun(folder, "-o", "ray.csv", *HEAD, "--timeout", "5", harm=True))
    assert (code, "given up is listed" in told) == (3, True), told
    assert statuses(folder, "ray.csv") == statuses(folder, "local.csv")
    assert [statuses(folder, "ray.csv")[number] for number in HARM] == ["crash", "timeout"]
    assert (folder / "ray.csv").read_bytes() == (folder / "local.csv").read_bytes()


def test_a_stopped_run_is_gone_on_with_by_another_engine(folder: Path) -> None:
    """From here to a cluster, and back. The last document is held until the run is asked to stop, so that it is not done before."""
    last, hold = folder / "in" / f"{REPORTS - 1:03}.txt", folder / "hold"
    last.write_text(f"HELD\n{BROKEN}", "utf-8")
    assert outcome(begun(folder, "-o", "whole.csv", "--jobs", "1"))[0] == 0
    hold.touch()
    stopped_after(1, folder, begun(folder, "-o", "a.csv", "--jobs", "1", "--timeout", "120", pause=0.2))
    stopped_after(REPORTS // 4 - 1, folder, begun(folder, "-o", "a.csv", *HEAD, "--timeout", "120", "--resume"))
    hold.unlink()
    assert outcome(begun(folder, "-o", "a.csv", "--jobs", "1", "--resume"))[0] == 0
    assert (folder / "a.csv").read_bytes() == (folder / "whole.csv").read_bytes()
    assert statuses(folder, "a.csv") == ["ok", "findings"] * (REPORTS // 2)


def stopped_after(parts: int, folder: Path, process: subprocess.Popen[str]) -> None:
    """Ask a run to stop when so many chunks are done."""
    while process.poll() is None and len(list((folder / "a.csv.run").glob("*.part"))) < parts:
        time.sleep(0.1)
    process.send_signal(signal.SIGTERM)
    code, told = outcome(process)
    assert (code, "--resume" in told) == (128 + signal.SIGTERM, True), told


def test_a_cluster_that_is_not_there_is_told_in_words(folder: Path) -> None:
    code, told = outcome(begun(folder, "-o", "a.csv", "--engine", "ray", "--address", "127.0.0.1:9"))
    assert code == 2
    assert told.startswith("giar-lark: no Ray cluster answers at 127.0.0.1:9 ("), told
