"""Fixes of a Word document: a corrected copy beside it, which LibreOffice opens and reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import SOUND, run

from giar_lark import check
from giar_lark.readers.read import read
from libreoffice import convert
from readers.word_files import unpacked, word_of

OLD = SOUND.replace("行政规范性文件\t1", "规范性文件\t1")
MAIN = "word/document.xml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(word_of(OLD))
    return path


def test_the_copy_is_mended_and_the_original_stays(report: Path) -> None:
    before = report.read_bytes()
    done = run("check", str(report), "--fix")
    copy = report.with_name("report.fixed.docx")
    assert (done.exit_code, report.read_bytes()) == (0, before)
    assert "report.docx: 改好的另存为 report.fixed.docx，原文件未动" in done.stderr
    assert check(read(copy)).findings == ()
    old, new = unpacked(before), unpacked(copy.read_bytes())
    main = old[MAIN].decode()
    assert new == {**old, MAIN: main.replace(">规范性文件<", ">行政规范性文件<").encode()}


def test_the_copy_is_written_once_and_never_over_another(report: Path) -> None:
    copy = report.with_name("report.fixed.docx")
    assert [run("check", str(report), "--fix").exit_code for _ in range(2)] == [0, 0]
    copy.write_bytes(b"mine")
    done = run("check", str(report), "--fix")
    assert (done.exit_code, copy.read_bytes()) == (2, b"mine")
    assert "report.docx: 旁边已有内容不同的 report.fixed.docx，请先把它移走或改名" in done.stderr


def test_the_difference_is_that_of_the_text(report: Path) -> None:
    done = run("check", str(report), "--diff")
    lines = [line for line in done.stdout.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert lines == ["-规范性文件\t1\t0\t4", "+行政规范性文件\t1\t0\t4"]
    assert sorted(path.name for path in report.parent.iterdir()) == ["report.docx"]


def test_libreoffice_opens_the_copy_and_reads_the_same(report: Path, tmp_path: Path) -> None:
    run("check", str(report), "--fix")
    copy, out = report.with_name("report.fixed.docx"), tmp_path / "out"
    out.mkdir()
    convert([copy], "docx:MS Word 2007 XML", out)
    again = check(read(out / copy.name))
    cells = {cell.key: (cell.state, cell.value) for cell in again.report.cells}
    assert cells == {cell.key: (cell.state, cell.value) for cell in check(read(copy)).report.cells}
    assert again.findings == ()
