"""`check --jobs`: who has checked a document does not show in what is said of it."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_cases import written_report
from cli_run import BROKEN, run
from typer.testing import Result

from giar_lark.cli.checking import beside, here
from giar_lark.containers.document import Document
from giar_lark.lean.resources import read_sample

SAMPLE = read_sample("2021")
ORGAN = "青岚县苇塘口镇人民政府"
FORMATS = ("json", "jsonl", "sarif", "xml", "html")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two years that do not join, a copy, something to mend, no report, an archive; dismissals, one without effect."""
    pytest.importorskip("pebble")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(beside, "_CHUNK_DOCUMENTS", 2)
    texts = {
        "2022.txt": written_report(
            {"name": "", "organ": ORGAN, "year": 2022, "cells": {"t3.carried_forward.natural_person": 2}}
        ),
        "2023.txt": written_report({"name": "", "organ": ORGAN, "year": 2023}),
        "b.txt": BROKEN,
        "c.txt": SAMPLE.replace("行政许可\t120", "行政许可\t120件"),
        "d.txt": "无关",
        "e.txt": BROKEN,
    }
    Path("in").mkdir()
    for name, text in texts.items():
        Path("in", name).write_text(text, "utf-8")
    with zipfile.ZipFile("in/f.zip", "w") as archive:
        for name in ("y.txt", "x.txt"):
            archive.writestr(name, BROKEN.replace("2023年", "2021年"))
    entries = [f"[[dismiss]]\nfile = 'e.txt'\ncode = '{code}'\nreason = '-'\n" for code in ("T3-02", "T4-01")]
    Path("in/giar-lark.dismissals.toml").write_text("\n".join(entries), "utf-8")
    return tmp_path


def told(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error but for the time that it took."""
    done: Result = run("check", "in", *arguments)
    return done.exit_code, done.stdout, re.sub(r"用时 [\d.]+ 秒", "", done.stderr)


def test_every_output_is_the_same(folder: Path) -> None:
    for jobs in ("1", "2", "3"):
        Path(jobs).mkdir()
    outputs = {jobs: [word for end in FORMATS for word in ("-o", f"{jobs}/a.{end}")] for jobs in ("1", "2", "3")}
    alone = told("--jobs", "1", *outputs["1"], "-o", "-")
    assert "YR-01" in alone[1] and "CF-01" in alone[1] and "f.zip!/x.txt" in alone[1]
    for jobs in ("2", "3"):
        assert told("--jobs", jobs, *outputs[jobs], "-o", "-") == alone
        assert [Path(jobs, f"a.{end}").read_bytes() for end in FORMATS] == [
            Path("1", f"a.{end}").read_bytes() for end in FORMATS
        ]


def test_counts_are_the_same(folder: Path) -> None:
    assert told("--jobs", "2", "--statistics") == told("--jobs", "1", "--statistics")


def test_fixes_are_the_same(folder: Path) -> None:
    shutil.copytree("in", "before")
    shown = [told("--jobs", jobs, "--diff") for jobs in ("1", "2")]
    assert shown[0] == shown[1] and "行政许可" in shown[0][1]
    alone, mended = told("--jobs", "1", "--fix"), Path("in/c.txt").read_bytes()
    shutil.rmtree("in")
    shutil.move("before", "in")
    assert (told("--jobs", "2", "--fix"), Path("in/c.txt").read_bytes()) == (alone, mended)
    assert "120件".encode() not in mended


def test_without_relations_findings_come_as_they_are_found(folder: Path) -> None:
    options = ("--ignore", "YR,TM-06,ST-10,T4-05,T4-06,XT-11", "--output-format", "concise")
    alone = told("--jobs", "1", *options)
    assert told("--jobs", "2", *options) == alone != ""


def test_a_fault_in_listing_is_told_in_its_turn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = here.documents_in

    def fails(found: object, *arguments: object, **more: object) -> Iterator[Document]:
        if str(found.path).endswith("b.txt"):  # type: ignore[attr-defined]
            raise RuntimeError("a fault")
        yield from really(found, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(here, "documents_in", fails)
    alone = told("--jobs", "1")
    assert alone[0] == 3
    assert "giar-lark: in/b.txt: 程序内部错误：RuntimeError: a fault；加 --debug 可看到出错的位置" in alone[2]
    assert told("--jobs", "2") == alone


def test_without_the_pool_one_process_does_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giar_lark.cli.jobs.has_pool", lambda: False)
    assert told() == told("--jobs", "1") == told("--jobs", "auto")
    done = run("check", "in", "--jobs", "2", "--lang", "en")
    assert (done.exit_code, done.stderr) == (
        2, "giar-lark: --jobs 2 needs a library that is not installed; run: pip install 'giar-lark[batch]'\n",
    )  # fmt: skip
