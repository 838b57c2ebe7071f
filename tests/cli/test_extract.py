"""`giar-lark extract`: what is written, what is refused, and how a run is gone on with."""

from __future__ import annotations

import csv
import errno
import json
import os
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND, run

from giar_lark.extract.schema import long_columns, wide_columns
from giar_lark.runs.folder import RunFolder


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound report, a broken one, one of no kind, and an archive with two."""
    folder = tmp_path / "年报"
    folder.mkdir()
    (folder / "a.txt").write_text(SOUND, "utf-8")
    (folder / "b.txt").write_text(BROKEN, "utf-8")
    (folder / "c.txt").write_text("无关", "utf-8")
    with zipfile.ZipFile(folder / "d.zip", "w") as archive:
        archive.writestr("x.txt", SOUND)
        archive.writestr("y.txt", SOUND)
    monkeypatch.chdir(tmp_path)
    return folder


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def manifest(path: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in Path(f"{path}.manifest.jsonl").read_text("utf-8").splitlines()]


def names() -> set[str]:
    return {entry.name for entry in Path().iterdir()}


def test_a_row_a_report_and_a_line_about_it(reports: Path) -> None:
    done = run("extract", "年报", "-o", "数据.csv", "--isolated", "--jobs", "1")
    assert done.exit_code == 1
    told = [(row["path"], row["status"], row["errors"]) for row in rows("数据.csv")]
    assert told == [
        ("年报/a.txt", "report", "0"),
        ("年报/b.txt", "report", told[1][2]),
        ("年报/c.txt", "unreadable", "1"),
        ("年报/d.zip!/x.txt", "report", "0"),
        ("年报/d.zip!/y.txt", "report", "0"),
    ]
    assert int(told[1][2]) > 0
    lines = manifest("数据.csv")
    assert [(line["id"], line["name"], line["status"]) for line in lines] == [
        (1, "年报/a.txt", "ok"),
        (2, "年报/b.txt", "findings"),
        (3, "年报/c.txt", "unreadable"),
        (4, "年报/d.zip!/x.txt", "ok"),
        (5, "年报/d.zip!/y.txt", "ok"),
    ]
    assert lines[0]["sha256"] == lines[3]["sha256"] != lines[1]["sha256"]
    assert names() == {"年报", "数据.csv", "数据.dictionary.csv", "数据.csv.manifest.jsonl"}


def test_the_dictionary_has_every_column(reports: Path) -> None:
    run("extract", "年报/a.txt", "-o", "w.csv", "--isolated")
    run("extract", "年报/a.txt", "-o", "l.csv", "--isolated", "--long")
    assert [row["name"] for row in rows("w.dictionary.csv")] == [column.name for column in wide_columns()]
    assert [row["name"] for row in rows("l.dictionary.csv")] == [column.name for column in long_columns()]
    assert (len(rows("w.csv")), len(rows("l.csv"))) == (1, 200)


def test_folders_by_year_are_replaced_whole(reports: Path) -> None:
    for _ in range(2):
        assert run("extract", "年报/a.txt", "年报/c.txt", "-o", "d.csv", "--partition", "year").exit_code == 1
    files = sorted(path.relative_to("d.csv").as_posix() for path in Path("d.csv").rglob("*.csv"))
    assert len(files) == 2 and files[1] == "year=__HIVE_DEFAULT_PARTITION__/part-0.csv"
    assert [row["path"] for file in files for row in rows(f"d.csv/{file}")] == ["年报/a.txt", "年报/c.txt"]


@pytest.mark.parametrize("jobs", ["2", "3"])
def test_the_number_of_workers_does_not_show(reports: Path, jobs: str) -> None:
    pytest.importorskip("pebble")
    run("extract", "年报", "-o", "one.csv", "--isolated", "--jobs", "1")
    run("extract", "年报", "-o", "more.csv", "--isolated", "--jobs", jobs)
    assert Path("one.csv").read_bytes() == Path("more.csv").read_bytes()


def test_a_database_has_the_same_rows_and_types_whatever_the_workers(reports: Path) -> None:
    for library in ("pebble", "duckdb"):
        pytest.importorskip(library)
    for jobs in ("1", "3"):
        run("extract", "年报", "-o", f"{jobs}.duckdb", "--long", "--isolated", "--jobs", jobs)
    one, three = tables("1.duckdb"), tables("3.duckdb")
    assert [name for name, _, _ in one] == ["dictionary", "reports"]
    assert len(one[1][2]) > 200
    assert one == three


def tables(path: str) -> list[tuple[str, list[tuple[object, ...]], list[tuple[object, ...]]]]:
    """The tables of a database by name: their columns with types, and their rows in the order that they are in."""
    import duckdb

    with duckdb.connect(path, read_only=True) as data:
        names = sorted(name for (name,) in data.execute("SHOW TABLES").fetchall())
        return [
            (name, data.execute(f"DESCRIBE {name}").fetchall(), data.execute(f"SELECT * FROM {name}").fetchall())
            for name in names
        ]


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_shards_behind_each_other_are_the_whole(reports: Path, ending: str) -> None:
    run("extract", "年报", "-o", f"whole.{ending}", "--isolated")
    for number in (1, 2, 3):
        run("extract", "年报", "-o", f"{number}.{ending}", "--isolated", "--shard", f"{number}/3")
    whole, *shards = (Path(f"{name}.{ending}").read_text("utf-8-sig").splitlines() for name in ("whole", "1", "2", "3"))
    head = 1 if ending == "csv" else 0
    assert [line for shard in shards for line in shard[head:]] == whole[head:]
    assert [line["id"] for number in (1, 2, 3) for line in manifest(f"{number}.{ending}")] == [1, 2, 3, 4, 5]


def test_own_files_in_the_folder_are_no_reports(reports: Path) -> None:
    for _ in range(2):
        run("extract", "年报", "-o", "年报/out.jsonl", "--isolated")
    assert len(Path("年报/out.jsonl").read_text("utf-8").splitlines()) == 5


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "a.txt"), "giar-lark: -o a.txt: the ending has to be one of .csv .jsonl .parquet .xlsx .duckdb"),
        (("-o", "no/a.csv"), "giar-lark: no such folder: no; make it first\n"),
        (("-o", "a.csv", "--shard", "4/3"), "giar-lark: --shard 4/3: write it as 2/8"),
        (("-o", "a.csv", "--jobs", "many"), "giar-lark: --jobs many: write a number, or auto"),
        (("-o", "年报/a.txt.csv", "年报/a.txt.csv"), "giar-lark: no such file or folder: 年报/a.txt.csv"),
        (("-o", "年报", "--partition", "year"), "giar-lark: -o 年报: the ending has to be one of"),
    ],
)
def test_wrong_usage_is_told_in_words(reports: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("extract", "年报", *arguments, "--lang", "en")
    assert (done.exit_code, done.stderr[: len(words)]) == (2, words)


def test_an_output_that_is_to_be_read_is_refused(reports: Path) -> None:
    done = run("extract", "年报/a.txt", "-o", "年报/a.csv", "--lang", "en")
    done = run("extract", "年报/a.csv", "-o", "年报/a.csv", "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, "giar-lark: 年报/a.csv is to be read; write elsewhere\n")


def test_a_library_that_is_missing_is_named(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("giar_lark.extract.files.import_module", gone)
    done = run("extract", "年报", "-o", "a.parquet", "--lang", "en")
    line = "giar-lark: a .parquet file needs a library that is not installed; run: pip install 'giar-lark[parquet]'\n"
    assert (done.exit_code, done.stderr) == (2, line)


def test_without_the_pool_one_process_does_all(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giar_lark.cli.jobs.has_pool", lambda: False)
    assert run("extract", "年报", "-o", "a.csv", "--jobs", "1").exit_code == 1
    done = run("extract", "年报", "-o", "b.csv", "--jobs", "2", "--lang", "en")
    line = "giar-lark: --jobs 2 needs a library that is not installed; run: pip install 'giar-lark[batch]'\n"
    assert (done.exit_code, done.stderr) == (2, line)


def test_without_the_pool_a_long_run_says_what_brings_it(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giar_lark.cli.jobs.has_pool", lambda: False)
    told = [run("extract", "年报", "-o", "a.csv", "--lang", "en").stderr]
    monkeypatch.setattr("giar_lark.cli.jobs._LITTLE_BYTES", 1)
    told += [run("extract", "年报", "-o", "a.csv", "--lang", "en", *jobs).stderr for jobs in ((), ("--jobs", "1"))]
    line = "giar-lark: one process does all, and a file that halts it halts the run; for several run: "
    assert [one.startswith(line + "pip install 'giar-lark[batch]'\n") for one in told] == [False, True, False]


def test_looking_at_the_files_is_told_where_it_takes_long(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giar_lark.cli.extracting.display._LINE_SECONDS", 0.0)
    told = run("extract", "年报", "-o", "a.csv", "--isolated", "--lang", "en").stderr.splitlines()
    assert told[:4] == [f"giar-lark: looking at the files: {number}/4" for number in (1, 2, 3, 4)]


def test_a_finished_run_is_not_done_again(reports: Path) -> None:
    run("extract", "年报", "-o", "a.csv", "--isolated")
    before = Path("a.csv").stat().st_mtime_ns
    done = run("extract", "年报", "-o", "a.csv", "--isolated", "--resume", "--lang", "en")
    assert (done.exit_code, done.stderr) == (0, "a.csv is finished; there is nothing left to do\n")
    assert Path("a.csv").stat().st_mtime_ns == before
    (reports / "a.txt").write_text(BROKEN, "utf-8")
    done = run("extract", "年报", "-o", "a.csv", "--isolated", "--resume", "--lang", "en")
    told = "giar-lark: a.csv was finished and its parts are gone: all 5 are done anew; "
    assert (done.exit_code, done.stderr.partition("with")[0]) == (1, told)
    assert rows("a.csv")[0]["errors"] != "0"


def test_an_engine_that_is_missing_or_has_no_use_for_an_address_is_told(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("giar_lark.cli.extracting.choices.has_ray", lambda: False)
    done = run("extract", "年报", "-o", "a.csv", "--engine", "ray", "--lang", "en")
    line = "giar-lark: --engine ray needs a library that is not installed; run: pip install 'giar-lark[ray]'\n"
    assert (done.exit_code, done.stderr) == (2, line)
    done = run("extract", "年报", "-o", "a.csv", "--address", "auto", "--lang", "en")
    assert (done.exit_code, done.stderr) == (2, "giar-lark: --address needs --engine ray\n")


def test_processes_that_are_gone_are_told_with_the_way_on(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = pytest.importorskip("giar_lark.runs.pool")

    def gone(*_: object) -> Iterator[object]:
        raise BrokenProcessPool
        yield

    line = ["extract", "年报", "-o", "a.csv", "--isolated", "--jobs", "2", "--lang", "en"]
    monkeypatch.setattr(sys, "argv", ["giar-lark", *line])
    with monkeypatch.context() as broken:
        broken.setattr(pool, "_in_pool", gone)
        done = run(*line)
    words = "the processes that do the work are gone. What is done is kept. Go on with: giar-lark"
    assert (done.exit_code, done.stderr.partition("extract")[0]) == (2, f"giar-lark: {words} ")
    assert run(*line, "--resume").exit_code == 1
    assert len(manifest("a.csv")) == 5


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "the disk is full; make room"), (errno.EROFS, "cannot be written (Read-only file system)")],
)
def test_a_disk_that_takes_no_more_is_told_with_the_way_on(
    reports: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    line = ["extract", "年报", "-o", "a.csv", "--isolated", "--jobs", "1", "--lang", "en"]
    monkeypatch.setattr(sys, "argv", ["giar-lark", *line])
    with monkeypatch.context() as full:
        full.setattr(RunFolder, "save", refused)
        done = run(*line)
    on = f"{words}. What is done is kept. Go on with: giar-lark extract"
    assert (done.exit_code, done.stderr.partition(" '年报'")[0]) == (2, f"giar-lark: a.csv: {on}")
    assert run(*line, "--resume").exit_code == 1
