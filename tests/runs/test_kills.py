"""Wherever a run is ended, and whoever goes on with it: the same bytes as of a run that nothing has disturbed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND
from sabotage import command, environment

pytest.importorskip("pebble")
resource = pytest.importorskip("resource", reason="no limits of the system here")
pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="no groups of processes here")

DOCUMENTS = 24
LIBRARIES = {"csv": "pebble", "jsonl": "pebble", "parquet": "pyarrow", "xlsx": "xlsxwriter", "duckdb": "duckdb"}
Ready = Callable[[], bool]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports, what is none, empty files, and some that raise where harm is done."""
    (tmp_path / "in").mkdir()
    for number in range(DOCUMENTS):
        text = {0: SOUND, 1: BROKEN, 2: f"RAISE\n{SOUND}"}.get(number % 6, f"无关 {number}" if number % 6 < 5 else "")
        (tmp_path / "in" / f"{number:02}.txt").write_text(text, "utf-8")
    return tmp_path


def begun(
    folder: Path, *arguments: str, pause: float = 0.0, harm: bool = False, preexec: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("in", *arguments, "--resume"),
        cwd=folder,
        env=environment(folder, chunk=3, pause=pause, harm=harm),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=preexec,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, told = process.communicate(timeout=120)
    return process.returncode, told


def killed_when(process: subprocess.Popen[str], is_ready: Ready) -> bool:
    """Kill a run with all its processes at a moment; whether it was still running."""
    while process.poll() is None and not is_ready():
        time.sleep(0.005)
    was_running = process.poll() is None
    if was_running:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return was_running


def has_parts(folder: Path, name: str, count: int) -> Ready:
    return lambda: len(list((folder / f"{name}.run").glob("*.part"))) >= count


def content(path: Path) -> object:
    """The bytes of a dataset; of a database, which has an identifier by chance, its tables."""
    if path.suffix != ".duckdb":
        return path.read_bytes()
    import duckdb

    with duckdb.connect(str(path), read_only=True) as data:
        return [data.execute(f"SELECT * FROM {name}").fetchall() for name in ("reports", "dictionary")]


def manifest(folder: Path, *names: str) -> list[dict[str, object]]:
    lines = [line for name in names for line in (folder / f"{name}.manifest.jsonl").read_text("utf-8").splitlines()]
    return [{**json.loads(line), "seconds": 0, "run": ""} for line in lines]


def test_another_number_of_workers_goes_on(folder: Path) -> None:
    assert ended(begun(folder, "-o", "whole.csv"))[0] == 1
    for count, options in enumerate(((), ("--jobs", "3"), ("--jobs", "1")), 1):
        assert killed_when(begun(folder, "-o", "a.csv", *options, pause=0.1), has_parts(folder, "a.csv", 2 * count))
    assert ended(begun(folder, "-o", "a.csv"))[0] == 1
    assert content(folder / "a.csv") == content(folder / "whole.csv")
    assert manifest(folder, "a.csv") == manifest(folder, "whole.csv")


@pytest.mark.parametrize("ending", LIBRARIES)
def test_a_run_that_is_killed_while_it_is_put_together_is_put_together_again(folder: Path, ending: str) -> None:
    pytest.importorskip(LIBRARIES[ending])
    name = f"a.{ending}"
    # the dataset grows under a hidden name while the last documents are done
    all_but_the_last = has_parts(folder, name, DOCUMENTS // 3 - 1)
    process = begun(folder, "-o", name, pause=0.02)
    assert killed_when(process, lambda: all_but_the_last() and bool(list(folder.glob(f".{name}.*part"))))
    assert ended(begun(folder, "-o", name))[0] in (0, 1)
    assert ended(begun(folder, "-o", f"whole.{ending}"))[0] == 1
    assert content(folder / name) == content(folder / f"whole.{ending}")
    assert manifest(folder, name) == manifest(folder, f"whole.{ending}")
    left = {one.name for one in folder.iterdir() if one.name.startswith((".", "a"))}
    assert left == {name, f"{name}.manifest.jsonl", "a.dictionary.csv"}


@pytest.mark.parametrize("ending", LIBRARIES)
def test_a_dataset_that_finds_no_room_leaves_nothing_behind_and_is_written_then(folder: Path, ending: str) -> None:
    pytest.importorskip(LIBRARIES[ending])
    for number in range(60):
        (folder / "in" / f"{number:02}.txt").write_text(SOUND, "utf-8")
    name, most = f"a.{ending}", 90_000
    limits = (most, most)
    process = begun(folder, "-o", name, preexec=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
    code, told = ended(process)
    assert (code, told.count("\n"), "What is done is kept. Go on with: giar-lark extract in" in told) == (2, 1, True), (
        told
    )
    assert {one.name for one in folder.iterdir()} == {"in", "sabotage", f"{name}.run"}
    assert ended(begun(folder, "-o", name))[0] == 0
    assert ended(begun(folder, "-o", f"whole.{ending}"))[0] == 0
    assert content(folder / name) == content(folder / f"whole.{ending}")


def test_shards_that_were_killed_are_the_whole(folder: Path) -> None:
    assert ended(begun(folder, "-o", "whole.jsonl"))[0] == 1
    names = [f"{number}.jsonl" for number in (1, 2, 3)]
    for number, name in enumerate(names, 1):
        options = ("-o", name, "--shard", f"{number}/3")
        assert killed_when(begun(folder, *options, "--jobs", "2", pause=0.2), has_parts(folder, name, 1))
        assert ended(begun(folder, *options, "--jobs", "1"))[0] == 1
    assert b"".join((folder / name).read_bytes() for name in names) == (folder / "whole.jsonl").read_bytes()
    assert manifest(folder, *names) == manifest(folder, "whole.jsonl")


def test_a_second_try_that_is_killed_is_tried_again(folder: Path) -> None:
    assert ended(begun(folder, "-o", "whole.csv"))[0] == 1
    assert ended(begun(folder, "-o", "a.csv", "--jobs", "2", harm=True))[0] == 3
    again = ("-o", "a.csv", "--jobs", "1", "--retry-failed")
    before = statuses(folder)
    assert before.count("crash") == DOCUMENTS // 6
    assert killed_when(begun(folder, *again, pause=0.5), lambda: statuses_in_parts(folder).count("crash") < 4)
    assert ended(begun(folder, *again))[0] == 1
    assert content(folder / "a.csv") == content(folder / "whole.csv")
    assert manifest(folder, "a.csv") == manifest(folder, "whole.csv")
    assert not (folder / "a.csv.run").exists()


def statuses(folder: Path) -> list[object]:
    return [line["status"] for line in manifest(folder, "a.csv")]


def statuses_in_parts(folder: Path) -> list[object]:
    parts = [part.read_text("utf-8") for part in (folder / "a.csv.run").glob("*.part")]
    return [json.loads(line)[0]["status"] for part in parts for line in part.splitlines()]


def test_another_version_does_not_go_on(folder: Path) -> None:
    assert killed_when(begun(folder, "-o", "a.csv", pause=0.1), has_parts(folder, "a.csv", 2))
    plan = folder / "a.csv.run" / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace('"version": "', '"version": "9.'), "utf-8")
    assert ended(begun(folder, "-o", "a.csv")) == (
        2, "giar-lark: cannot go on: the program has another version; delete a.csv.run to begin anew\n",
    )  # fmt: skip
