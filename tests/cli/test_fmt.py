"""`fmt --to`: a report in another format."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from cli_run import SOUND, run

FORMS = ("text", "markdown", "html", "docx")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A sound report."""
    path = tmp_path / "a.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def cells(path: Path) -> dict[str, tuple[object, str]]:
    """Value and state of each cell that `parse` finds in a file."""
    found = json.loads(run("parse", str(path), "--format", "json").stdout)
    return {cell["key"]: (cell["value"], cell["state"]) for cell in found["cells"]}


@pytest.mark.parametrize("form", FORMS)
def test_file_holds_what_standard_output_would(report: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    done = run("fmt", str(report), "--to", form, "-o", str(out))
    assert (done.exit_code, done.stdout) == (0, "")
    assert out.read_bytes() == run("fmt", str(report), "--to", form).stdout_bytes
    assert report.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_is_written_is_a_report_with_the_same_cells(report: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out.txt"
    run("fmt", str(report), "--to", form, "--output", str(out))
    assert cells(out) == cells(report)


@pytest.mark.parametrize("heading", ["二、主动公开", "三、收到和处理"])
@pytest.mark.parametrize("form", FORMS)
def test_report_whose_table_has_lost_its_rows_is_written(report: Path, tmp_path: Path, form: str, heading: str) -> None:
    lines, inside = [], False
    for line in run("fmt", str(report)).stdout.splitlines(keepends=True):
        inside = line.startswith(heading) or (inside and line != "\n")
        if not inside or "\t" not in line:
            lines.append(line)
    report.write_text("".join(lines), encoding="utf-8")
    out = tmp_path / "out"
    assert run("fmt", str(report), "--to", form, "-o", str(out)).exit_code == 0
    if form != "docx":
        assert cells(out) == cells(report)
        assert {"missing"} < {state for _, state in cells(out).values()}


def test_canonical_text_is_what_is_written_if_nothing_is_said(report: Path) -> None:
    assert run("fmt", str(report)).stdout == run("fmt", str(report), "--to", "text").stdout


def test_docx_is_a_package(report: Path) -> None:
    data = run("fmt", str(report), "--to", "docx").stdout_bytes
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_report_may_come_from_standard_input(report: Path) -> None:
    done = run("fmt", "-", "--to", "markdown", stdin=SOUND.encode())
    assert (done.exit_code, done.stdout) == (0, run("fmt", str(report), "--to", "markdown").stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("{file}", "--to", "pdf"),
        ("{file}", "--to", "html", "--write"),
        ("{file}", "--write", "-o", "{folder}/out.txt"),
        ("{file}", "{folder}/b.txt", "--to", "html"),
        ("{file}", "-o", "{folder}/none/out.txt"),
    ],
)
def test_wrong_usage_ends_with_2_and_writes_nothing(report: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "b.txt").write_text(SOUND, encoding="utf-8")
    done = run("fmt", *(argument.format(file=report, folder=tmp_path) for argument in arguments))
    assert (done.exit_code, done.stdout) == (2, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    assert report.read_text(encoding="utf-8") == SOUND


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_report_is_written_in_no_format(tmp_path: Path, form: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text("买菜清单\n白菜 两斤\n", encoding="utf-8")
    done = run("fmt", str(path), "--to", form, "-o", str(tmp_path / "out"))
    assert (done.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert "RD-02" in done.stderr


def test_text_that_would_lose_anything_is_not_written_back(report: Path) -> None:
    text = SOUND.replace("规章\t0\t0\t0", "规章\t0\t0\t0\n闲话一句")
    assert text != SOUND
    report.write_text(text, encoding="utf-8")
    done = run("fmt", str(report), "--write", "--lang", "zh")
    assert (done.exit_code, report.read_text(encoding="utf-8")) == (1, text)
    assert done.stderr == f"{report}：没有改写，“闲话一句”会丢失\n"
