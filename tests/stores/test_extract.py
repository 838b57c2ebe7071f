"""Datasets of reports in stores, and in stores: the same as on a disk, gone on with in the same way."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli_run import BROKEN, SOUND, run
from sabotage import command, environment
from store_kinds import folder_in, names, put, taken

pytest.importorskip("fsspec", reason="the extra `remote` is not installed")


@pytest.fixture
def reports(folder: str, tmp_path: Path) -> str:
    """The same reports in a store and on this disk."""
    (tmp_path / "in").mkdir()
    for name, text in {"a.txt": SOUND, "b.txt": BROKEN, "c.txt": "无关"}.items():
        put(f"{folder}/in/{name}", text.encode())
        (tmp_path / "in" / name).write_text(text, "utf-8")
    return folder


def extracted(*arguments: str, code: int = 1) -> str:
    done = run("extract", *arguments, "--isolated", "--lang", "en")
    assert done.exit_code == code, done.stderr
    return str(done.stderr)


def table(data: bytes, folder: str) -> str:
    return data.decode("utf-8-sig").replace(folder, "")


@pytest.mark.parametrize("options", [(), ("--long",)])
def test_a_dataset_in_a_store_is_that_of_a_disk(reports: str, tmp_path: Path, options: tuple[str, ...]) -> None:
    extracted(f"{reports}/in", "-o", f"{reports}/out/a.csv", *options)
    extracted(str(tmp_path / "in"), "-o", str(tmp_path / "a.csv"), *options)
    assert table(taken(f"{reports}/out/a.csv"), reports) == table((tmp_path / "a.csv").read_bytes(), str(tmp_path))
    assert taken(f"{reports}/out/a.dictionary.csv") == (tmp_path / "a.dictionary.csv").read_bytes()
    assert names(f"{reports}/out") == ["a.csv", "a.csv.manifest.jsonl", "a.dictionary.csv"]


@pytest.mark.parametrize("ending", ["jsonl", "parquet", "xlsx", "duckdb"])
@pytest.mark.parametrize("folder", ["s3"], indirect=True)
def test_every_format_goes_to_a_store(reports: str, tmp_path: Path, ending: str) -> None:
    extracted(f"{reports}/in", "-o", f"{reports}/a.{ending}")
    extracted(f"{reports}/in", "-o", str(tmp_path / f"a.{ending}"))
    there, here = taken(f"{reports}/a.{ending}"), (tmp_path / f"a.{ending}").read_bytes()
    assert there == here or (ending == "duckdb" and len(there) == len(here))


def test_folders_by_year_take_the_place_of_those_before(reports: str) -> None:
    output = f"{reports}/years.jsonl"
    extracted(f"{reports}/in", "-o", output, "--partition", "year")
    assert names(output) == ["year=2023/part-0.jsonl", "year=__HIVE_DEFAULT_PARTITION__/part-0.jsonl"]
    extracted(f"{reports}/in/a.txt", "-o", output, "--partition", "year", code=0)
    assert names(output) == ["year=2023/part-0.jsonl"]
    put(f"{reports}/other.jsonl/b.txt", b"")
    told = extracted(f"{reports}/in", "-o", f"{reports}/other.jsonl", "--partition", "year", code=2)
    assert told == f"giar-lark: {reports}/other.jsonl is another folder; write elsewhere\n"


def test_a_finished_run_is_known_until_an_input_changes(reports: str) -> None:
    line = (f"{reports}/in", "-o", f"{reports}/a.csv", "--resume")
    extracted(*line)
    assert extracted(
        *line, code=0
    ) == f"giar-lark: {reports}/a.csv is finished; there is nothing left to do\n".removeprefix("giar-lark: ")
    put(f"{reports}/in/c.txt", SOUND.encode())
    told, summary, _ = extracted(*line, code=0).split("\n")
    assert told.startswith(f"giar-lark: {reports}/a.csv was finished and its parts are gone: all 3 are done anew; ")
    assert summary.startswith(f"{reports}/a.csv: 3 documents in ")


def test_what_a_store_does_not_give_is_told_and_tried_again(reports: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import giar_lark.stores.reading as reading
    from giar_lark.lang import Text
    from giar_lark.stores.trouble import StoreError

    really_read = reading.read_remote

    def read(address: str, most: int) -> bytes:
        if address.endswith("a.txt"):
            raise StoreError(address, Text("没有应答", "no answer"))
        return really_read(address, most)

    monkeypatch.setattr(reading, "read_remote", read)
    told = extracted(f"{reports}/in", "-o", f"{reports}/a.csv")
    assert f"given up is listed in {reports}/a.csv.quarantine.jsonl" in told
    [line, *_] = taken(f"{reports}/a.csv.manifest.jsonl").decode().splitlines()
    assert {name: json.loads(line)[name] for name in ("status", "reason", "sha256")} == {
        "status": "unreached", "reason": "no answer", "sha256": None,
    }  # fmt: skip
    monkeypatch.undo()
    extracted(f"{reports}/in", "-o", f"{reports}/a.csv", "--retry-failed")
    statuses = [json.loads(line)["status"] for line in taken(f"{reports}/a.csv.manifest.jsonl").decode().splitlines()]
    assert statuses == ["ok", "findings", "unreadable"]
    assert names(reports) == ["a.csv", "a.csv.manifest.jsonl", "a.dictionary.csv", "in/a.txt", "in/b.txt", "in/c.txt"]


@pytest.mark.parametrize("has_room", [True, False])
def test_an_archive_is_asked_for_once_where_there_is_room(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_room: bool
) -> None:
    import giar_lark.stores.reading as reading

    asked = list[str]()

    def counted(name: str, really: Callable[..., object]) -> Callable[..., object]:
        def call(address: str, *more: object) -> object:
            asked.append(name)
            return really(address, *more)

        return call

    for name in ("a.txt", "b.txt"):
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_text(SOUND, "utf-8")
    for kind, name in (("zip", "a.zip"), ("gztar", "a.tar.gz")):
        put(f"{folder}/in/{name}", Path(shutil.make_archive(str(tmp_path / "a"), kind, tmp_path / "in")).read_bytes())
    for name in ("open_remote", "copy_remote"):
        monkeypatch.setattr(reading, name, counted(name, getattr(reading, name)))
    if not has_room:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=0))
    extracted(f"{folder}/in", "-o", str(tmp_path / "a.jsonl"), code=0)
    assert asked == (["copy_remote"] * 2 if has_room else ["open_remote"] * 4)
    names_in = [json.loads(line)["path"] for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert names_in == [f"{folder}/in/{name}!/{report}.txt" for name in ("a.tar.gz", "a.zip") for report in "ab"]


def test_a_dataset_is_no_input_of_itself(reports: str) -> None:
    for _ in range(2):
        extracted(reports, "-o", f"{reports}/a.jsonl")
    assert len(taken(f"{reports}/a.jsonl").splitlines()) == 3


def test_the_web_is_not_written_to() -> None:
    told = extracted(__file__, "-o", "https://user:secret@host/a.csv", code=2)
    assert told == "giar-lark: https://host/a.csv: the web can only be read; write elsewhere\n"


def test_killed_twice_the_result_is_the_same(server: str, tmp_path: Path) -> None:
    store = folder_in("s3", tmp_path)
    for number in range(24):
        put(f"{store}/in/{number:03}.txt", (SOUND if number % 10 == 0 else f"无关 {number}").encode())
    environ = environment(tmp_path, chunk=3, pause=0.2, harm=False)
    quiet = {"cwd": tmp_path, "env": environ, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    line = command(f"{store}/in", "-o", f"{store}/killed.csv", "--jobs", "1", "--resume")
    ended = 0
    for kill in range(2):
        process = subprocess.Popen(line, start_new_session=True, **quiet)  # type: ignore[call-overload]
        while process.poll() is None and len(names(f"{store}/killed.csv.run")) < 2 + 2 * kill:
            time.sleep(0.3)
        ended += process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert ended == 2
    assert subprocess.run(line, check=False, **quiet).returncode == 1  # type: ignore[call-overload]
    extracted(f"{store}/in", "-o", str(tmp_path / "whole.csv"))
    assert taken(f"{store}/killed.csv") == (tmp_path / "whole.csv").read_bytes()
    left = [name for name in names(store) if not name.startswith("in/")]
    assert left == ["killed.csv", "killed.csv.manifest.jsonl", "killed.dictionary.csv"]
