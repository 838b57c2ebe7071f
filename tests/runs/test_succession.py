"""A run that was stopped goes on with files that were added, changed or taken away in between."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from sabotage import run

from giar_lark.lean.resources import read_sample
from giar_lark.runs.folder import RunFolder
from giar_lark.runs.inventory import Inventory
from giar_lark.runs.plan import WHOLE, Plan
from giar_lark.runs.succession import succeeded

REPORT = read_sample("2021")
REFUSED = "giar-lark: cannot go on: the files to be read have changed; delete a.jsonl.run to begin anew\n"


def written(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def stopped(folder: Path, *options: str) -> None:
    """A run with a document that was given up, so that it is not finished."""
    for number in range(10):
        written(folder / "in" / f"{number:02}.txt", REPORT if number % 3 == 0 else f"无关 {number}")
    written(folder / "in" / "05.txt", f"RAISE\n{REPORT}")
    assert run(folder, "in", "-o", "a.jsonl", "--jobs", "1", *options).returncode == 3


def manifest(folder: Path, name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / f"{name}.manifest.jsonl").read_text("utf-8").splitlines()]


def parts(folder: Path, plan: Plan) -> dict[int, list[str] | None]:
    kept = RunFolder(str(folder / "a.csv"))
    assert kept.begun == plan
    return {number: kept.lines(number) for number in range(plan.chunks)}


def plan_of(files: Inventory) -> Plan:
    return Plan(
        version="1",
        inputs=" ".join(files.marks),
        configuration="",
        documents=files.documents,
        shard=str(WHOLE),
        chunk=2,
    )


def line(number: int, run: str, rows: str) -> str:
    entry = {
        "id": number,
        "name": rows,
        "sha256": None,
        "status": "ok",
        "seconds": 0.5,
        "version": "1",
        "run": run,
        "reason": None,
    }
    return json.dumps([entry, [rows], []], separators=(",", ":"))


def begun(folder: Path, files: Inventory) -> tuple[RunFolder, Plan]:
    """A run with all of its documents done, which are told by their marks."""
    plan, kept = plan_of(files), RunFolder(str(folder / "a.csv"))
    kept.begin(plan, files)
    names = [f"{mark}{place}" for mark, _, count in files.numbered() for place in range(count)]
    for number in range(plan.chunks):
        own = plan.chunk_at(number)
        kept.save(number, range(len(own)), [line(at + 1, plan.run, names[at]) for at in own])
    return kept, plan


def test_what_is_done_is_kept_where_files_come_go_and_change(tmp_path: Path) -> None:
    pytest.importorskip("pebble")
    stopped(tmp_path)
    before = {entry["name"]: entry for entry in manifest(tmp_path, "a.jsonl")}
    for name in ("000.txt", "04a.txt", "2025/a.txt"):
        written(tmp_path / "in" / name, REPORT)
    written(tmp_path / "in" / "07.txt", REPORT)
    (tmp_path / "in" / "03.txt").unlink()
    done = run(tmp_path, "in", "-o", "a.jsonl", "--jobs", "1", "--resume")
    told = "giar-lark: files were added, changed or taken away; 8 done before are kept, 4 to do\n"
    assert (done.returncode, done.stderr[: len(told)]) == (3, told)
    whole = run(tmp_path, "in", "-o", "whole.jsonl", "--jobs", "1")
    assert whole.returncode == 3
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    entries = manifest(tmp_path, "a.jsonl")
    assert [{**one, "seconds": 0} for one in entries] == [
        {**one, "seconds": 0} for one in manifest(tmp_path, "whole.jsonl")
    ]
    new = {"in/000.txt", "in/04a.txt", "in/07.txt", "in/2025/a.txt"}
    kept = {str(one["name"]): one["seconds"] for one in entries if one["name"] not in new}
    assert kept == {name: before[name]["seconds"] for name in kept}
    assert len(kept) == 8
    again = run(tmp_path, "in", "-o", "a.jsonl", "--retry-failed", "--jobs", "1", harm=False)
    assert (again.returncode, (tmp_path / "a.jsonl.run").exists()) == (1, False)


def test_parts_that_are_kept_spare_a_finished_run_all_but_what_is_new(tmp_path: Path) -> None:
    pytest.importorskip("pebble")
    names = [f"{number:02}.txt" for number in range(6)]
    for name in names:
        written(tmp_path / "in" / name, REPORT)
    line = ("in", "-o", "a.jsonl", "--jobs", "1", "--keep-parts", "--resume")
    assert run(tmp_path, *line).returncode == 0
    before = {entry["name"]: entry["seconds"] for entry in manifest(tmp_path, "a.jsonl")}
    written(tmp_path / "in" / "03.txt", f"{REPORT}\n")
    written(tmp_path / "in" / "000.txt", REPORT)
    done = run(tmp_path, *line)
    told = "giar-lark: files were added, changed or taken away; 5 done before are kept, 2 to do\n"
    assert (done.returncode, done.stderr[: len(told)], (tmp_path / "a.jsonl.run").exists()) == (0, told, True)
    assert run(tmp_path, "in", "-o", "whole.jsonl").returncode == 0
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    seconds = {entry["name"]: entry["seconds"] for entry in manifest(tmp_path, "a.jsonl")}
    assert {f"in/{name}": seconds[f"in/{name}"] for name in names if name != "03.txt"} == {
        name: taken for name, taken in before.items() if name != "in/03.txt"
    }
    assert run(tmp_path, "in", "-o", "a.jsonl", "--resume").returncode == 0
    assert not (tmp_path / "a.jsonl.run").exists()


@pytest.mark.parametrize("is_list", [False, True])
def test_a_shard_is_refused_other_files_for_the_other_shards_have_theirs(tmp_path: Path, is_list: bool) -> None:
    pytest.importorskip("pebble")
    stopped(tmp_path)
    names = tmp_path / "names.txt"
    names.write_text("".join(f"in/{name}\n" for name in sorted(os.listdir(tmp_path / "in"))), "utf-8")
    paths = ("--files-from", "names.txt") if is_list else ("in",)
    run(tmp_path, *paths, "-o", "b.jsonl", "--jobs", "1", "--shard", "2/2")
    written(tmp_path / "in" / "07.txt", REPORT)
    done = run(tmp_path, *paths, "-o", "b.jsonl", "--jobs", "1", "--shard", "2/2", "--resume")
    assert (done.returncode, done.stderr) == (2, REFUSED.replace("a.jsonl", "b.jsonl"))


def test_a_run_of_which_nothing_is_the_same_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pebble")
    stopped(tmp_path)
    written(tmp_path / "other" / "a.txt", REPORT)
    done = run(tmp_path, "other", "-o", "a.jsonl", "--resume")
    assert (done.returncode, done.stderr) == (2, REFUSED)


def test_documents_of_archives_stay_in_their_order_over_the_ends_of_chunks(tmp_path: Path) -> None:
    folder, _ = begun(tmp_path, Inventory(("a", "b", "c"), (1, 3, 1)))
    files = Inventory(("new", "b", "c"), (2, 3, 1))
    plan = plan_of(files)
    assert succeeded(folder, plan, files) == 4
    assert RunFolder(str(tmp_path / "a.csv")).left() == {0: range(2)}
    assert parts(tmp_path, plan) == {
        0: None,
        1: [line(3, plan.run, "b0"), line(4, plan.run, "b1")],
        2: [line(5, plan.run, "b2"), line(6, plan.run, "c0")],
    }


def test_one_that_is_killed_while_it_takes_over_is_still_the_old_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = Inventory(("new", "a", "b"), (1, 1, 1))
    folder, plan = begun(tmp_path, Inventory(("a", "b"), (1, 1)))
    with monkeypatch.context() as killed:
        killed.setattr(RunFolder, "hand_over", lambda *_: None)
        assert succeeded(folder, plan_of(files), files) == 2
    assert parts(tmp_path, plan) == {0: [line(1, plan.run, "a0"), line(2, plan.run, "b0")]}
    assert RunFolder(str(tmp_path / "a.csv")).left() == {}
    assert succeeded(RunFolder(str(tmp_path / "a.csv")), plan_of(files), files) == 2
    assert RunFolder(str(tmp_path / "a.csv")).left() == {0: [0]}
    assert not list((tmp_path / "a.csv.run").glob(f"{plan.run}*"))


def test_a_run_of_a_program_that_kept_what_is_done_in_another_form_is_not_gone_on_with(tmp_path: Path) -> None:
    stopped(tmp_path)
    plan = tmp_path / "a.jsonl.run" / "plan.json"
    kept = {name: value for name, value in json.loads(plan.read_text("utf-8")).items() if name != "form"}
    plan.write_text(json.dumps(kept), "utf-8")
    told = run(tmp_path, "in", "-o", "a.jsonl", "--resume")
    assert (told.returncode, told.stderr) == (
        2,
        "giar-lark: cannot go on: the program was changed, and keeps what is done in another form; "
        "delete a.jsonl.run to begin anew\n",
    )
    assert json.loads(plan.read_text("utf-8")) == kept
