"""`giar-lark check --fix`, `--diff`, `--unsafe-fixes`: what is written, where, and how it ends."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import pytest
from archives import zipped
from cli_run import BROKEN, SOUND, run

from giar_lark import read
from giar_lark.cli.fixing import difference
from giar_lark.fixing.rounds import fix
from giar_lark.fixing.saving import save

OLD = SOUND.replace("行政规范性文件\t1", "规范性文件\t1")
REWORDED = SOUND.replace("五、存在的主要问题及改进情况", "五、目前存在的问题及今后改进方向")
assert OLD != SOUND != REWORDED


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with one finding that can be fixed."""
    path = tmp_path / "a.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_fix_writes_the_file_and_says_how_many(report: Path) -> None:
    done = run("check", str(report), "--fix", "--output-format", "concise")
    assert report.read_text(encoding="utf-8") == SOUND
    assert (done.exit_code, done.stdout) == (0, "")
    assert "已改好 1 处" in done.stderr


def test_fix_ends_by_what_is_left(report: Path) -> None:
    report.write_text(BROKEN.replace("行政规范性文件\t1", "规范性文件\t1"), encoding="utf-8")
    done = run("check", str(report), "--fix", "--output-format", "concise")
    assert report.read_text(encoding="utf-8") == BROKEN
    assert done.exit_code == 1
    assert "T3-01" in done.stdout and "T2-09" not in done.stdout


def test_without_fix_nothing_is_written_and_what_can_be_fixed_is_counted(report: Path) -> None:
    done = run("check", str(report), "--output-format", "concise")
    assert report.read_text(encoding="utf-8") == OLD
    assert ": T2-09 [*] " in done.stdout
    assert "1 处可用 --fix 自动改" in done.stderr


def test_nothing_is_promised_where_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.txt": OLD.encode()}))
    done = run("check", str(path), "--output-format", "concise")
    assert done.stdout.count(": T2-09 ") == 1
    assert "[*]" not in done.stdout and "--fix" not in done.stderr
    full = run("check", str(path))
    assert "T2-09" in full.stdout and "请在原件中改" in full.stdout and "--fix" not in full.stdout + full.stderr


def test_what_is_dismissed_is_left_as_it_is(report: Path) -> None:
    entry = "[[dismiss]]\nfile = 'a.txt'\ncode = 'T2-09'\nreason = 'x'\n"
    report.with_name("giar-lark.dismissals.toml").write_text(entry, encoding="utf-8")
    both = OLD.replace("行政处罚\t3", "行政处罚\t3件")
    assert both != OLD
    report.write_text(both, encoding="utf-8")
    assert run("check", str(report), "--fix").exit_code == 0
    assert report.read_text(encoding="utf-8") == OLD


def test_suggestion_is_counted_apart_and_applied_with_unsafe_fixes(report: Path) -> None:
    report.write_text(REWORDED, encoding="utf-8")
    done = run("check", str(report), "--fix", "--output-format", "concise")
    assert report.read_text(encoding="utf-8") == REWORDED
    assert ": ST-03 提示 " in done.stdout
    assert "1 处可用 --unsafe-fixes" in done.stderr
    assert run("check", str(report), "--fix", "--unsafe-fixes").exit_code == 0
    assert report.read_text(encoding="utf-8") == SOUND


def test_unsafe_fixes_alone_is_wrong_usage(report: Path) -> None:
    done = run("check", str(report), "--unsafe-fixes")
    assert done.exit_code == 2
    assert "--fix" in done.stderr


def test_diff_shows_the_change_and_writes_nothing(report: Path) -> None:
    done = run("check", str(report), "--diff", "--fix")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert lines[:2] == [f"--- {report}", f"+++ {report}"]
    assert [line for line in lines[2:] if line[0] in "+-"] == ["-规范性文件\t1\t0\t4", "+行政规范性文件\t1\t0\t4"]
    assert report.read_text(encoding="utf-8") == OLD
    assert "可改好 1 处" in done.stderr


def test_diff_without_a_change_exits_0_whatever_is_found(report: Path) -> None:
    report.write_text(BROKEN, encoding="utf-8")
    done = run("check", str(report), "--diff")
    assert (done.exit_code, done.stdout) == (0, "")


def test_diff_says_where_the_last_line_has_no_end() -> None:
    lines = "".join(difference("a.txt", "甲\n乙", "甲\n丙")).splitlines()
    assert lines[3:] == [" 甲", "-乙", "\\ No newline at end of file", "+丙", "\\ No newline at end of file"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_standard_input_comes_out_fixed_with_the_findings_beside_it(encoding: str) -> None:
    text = BROKEN.replace("行政规范性文件\t1", "规范性文件\t1")
    done = run("check", "-", "--fix", "--output-format", "concise", stdin=text.encode(encoding))
    assert done.stdout_bytes == BROKEN.encode(encoding)
    assert done.exit_code == 1
    assert "T3-01" in done.stderr and "已改好 1 处" in done.stderr


def test_standard_input_without_anything_to_fix_comes_out_as_it_is() -> None:
    done = run("check", "-", "--fix", stdin=SOUND.encode())
    assert (done.exit_code, done.stdout_bytes) == (0, SOUND.encode())


ENCODED = {
    "UTF-8 with a byte order mark": ("utf-8", codecs.BOM_UTF8),
    "UTF-16 little endian": ("utf-16-le", codecs.BOM_UTF16_LE),
    "UTF-16 big endian": ("utf-16-be", codecs.BOM_UTF16_BE),
    "UTF-16 without a mark": ("utf-16-be", b""),
    "UTF-32": ("utf-32-be", codecs.BOM_UTF32_BE),
    "GB18030": ("gb18030", b""),
}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("name", ENCODED)
def test_encoding_mark_and_line_breaks_stay(report: Path, name: str, break_: str) -> None:
    encoding, mark = ENCODED[name]
    report.write_bytes(mark + OLD.replace("\n", break_).encode(encoding))
    assert run("check", str(report), "--fix").exit_code == 0
    assert report.read_bytes() == mark + SOUND.replace("\n", break_).encode(encoding)


def test_mode_stays_and_a_link_is_followed(report: Path) -> None:
    report.chmod(0o640)
    link = report.with_name("link.txt")
    link.symlink_to(report)
    run("check", str(link), "--fix")
    assert link.is_symlink() and report.read_text(encoding="utf-8") == SOUND
    assert stat.S_IMODE(report.stat().st_mode) == 0o640


def test_file_is_whole_when_writing_fails(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no space left")

    monkeypatch.setattr(os, "replace", refuse)
    done = run("check", str(report), "--fix", "--output-format", "concise")
    assert report.read_text(encoding="utf-8") == OLD
    assert [path.name for path in report.parent.iterdir()] == ["a.txt"]
    assert done.exit_code == 2
    assert "no space left" in done.stderr and "T2-09" in done.stdout and "已改好" not in done.stderr


def test_file_that_has_changed_meanwhile_is_left_alone(report: Path) -> None:
    before = read(report)
    report.write_text(OLD + "补充\n", encoding="utf-8")
    assert save(str(report), before, fix(before).source) is not None
    assert report.read_text(encoding="utf-8") == OLD + "补充\n"


def test_damaged_file_is_left_alone(report: Path) -> None:
    data = OLD.encode().replace("网站".encode(), b"\xff" + "网站".encode(), 1)
    assert data != OLD.encode()
    report.write_bytes(data)
    done = run("check", str(report), "--fix", "--output-format", "concise")
    assert report.read_bytes() == data
    assert "T2-09" in done.stdout
    assert "不作修改" in done.stderr and "已改好" not in done.stderr


def test_file_that_is_no_text_is_left_alone(report: Path) -> None:
    report.write_bytes(b"%PDF-1.7 \x00\x01")
    assert run("check", str(report), "--fix").exit_code == 1
    assert report.read_bytes() == b"%PDF-1.7 \x00\x01"
