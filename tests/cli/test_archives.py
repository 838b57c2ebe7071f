"""Archives, tables and limits on the command line: every command that takes paths takes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from archives import tarred, zipped
from cli_run import BROKEN, SOUND, run


@pytest.fixture
def archive(tmp_path: Path) -> str:
    """A sound report and one that is wrong, beside a picture."""
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b.txt": SOUND.encode(), "年报/c.txt": BROKEN.encode(), "p.png": b"\x89PNG"}))
    return str(path)


def test_findings_are_told_at_the_path_inside(archive: str) -> None:
    done = run("check", archive, "--select", "T3-01", "--output-format", "concise")
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{archive}!/年报/c.txt:55:")
    assert "检查了 2 个文件" in done.stderr


def test_documents_of_a_stream_are_told_of_by_name(tmp_path: Path) -> None:
    path = tmp_path / "a.tgz"
    path.write_bytes(tarred([("z.txt", BROKEN.encode()), ("a.txt", BROKEN.encode())], "w:gz"))
    entries = json.loads(run("check", str(path), "--output-format", "json").stdout)
    assert list(dict.fromkeys(entry["path"] for entry in entries)) == [f"{path}!/a.txt", f"{path}!/z.txt"]


def test_standard_input_may_be_an_archive(archive: str) -> None:
    done = run("check", "-", "--select", "T3-01", "--output-format", "concise", stdin=Path(archive).read_bytes())
    assert done.stdout.startswith("-!/年报/c.txt:55:")


def test_parse_gives_a_line_for_each_document(archive: str) -> None:
    lines = run("parse", archive).stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == [f"{archive}!/b.txt", f"{archive}!/年报/c.txt"]
    assert json.loads(run("parse", f"{archive}!/b.txt").stdout)["template"] == "2021"


def test_one_report_is_asked_for_by_its_name_where_there_are_several(archive: str) -> None:
    done = run("fmt", archive)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{archive}!/b.txt" in done.stderr
    assert run("fmt", f"{archive}!/b.txt").stdout.startswith(SOUND.partition("\n")[0])
    assert run("compare", f"{archive}!/b.txt", archive).exit_code == 2
    assert run("compare", f"{archive}!/b.txt", f"{archive}!/年报/c.txt").exit_code in (0, 1)


def test_nothing_inside_a_file_is_written_back(tmp_path: Path) -> None:
    mendable = SOUND.replace("公开条例》", "公开条例》，，", 1)
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": mendable.encode()}))
    before = path.read_bytes()
    done = run("check", str(path), "--fix", "--unsafe-fixes")
    assert "解压" in done.stderr
    assert run("fmt", str(path), "--write").exit_code == 1
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.zip"]


def test_baseline_and_dismissals_know_documents_in_archives(archive: str) -> None:
    folder = Path(archive).parent
    assert run("baseline", "write", archive, "-o", str(folder / "known.json")).exit_code == 0
    assert run("check", archive, "--baseline", str(folder / "known.json")).exit_code == 0
    assert run("baseline", "prune", str(folder / "known.json")).exit_code == 0
    assert run("check", archive, "--baseline", str(folder / "known.json")).exit_code == 0
    assert run("dismiss", f"{archive}!/年报/c.txt", "T3-01", "--reason", "已核对").exit_code == 0
    assert 'file = "a.zip!/年报/c.txt"' in (folder / "giar-lark.dismissals.toml").read_text("utf-8")
    assert run("check", archive, "--select", "T3-01,CF").exit_code == 0


def test_column_of_a_table_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"nr": "x", "wb": SOUND}) + "\n", encoding="utf-8")
    assert "wb" in run("check", str(path), "--lang", "en").stdout
    assert run("check", str(path), "--column", "wb", "--id-column", "nr").exit_code == 0
    (line,) = run("parse", str(path), "--column", "wb", "--id-column", "nr").stdout.splitlines()
    assert json.loads(line)["path"] == f"{path}!/x"


def test_limit_is_set_on_the_command_line_or_in_the_configuration(archive: str) -> None:
    told = ["RD-10", "RD-10"]

    def codes(*options: str) -> list[str]:
        lines = run("check", archive, "--output-format", "jsonl", "--select", "RD", *options).stdout.splitlines()
        return [json.loads(line)["code"] for line in lines]

    assert codes() == []
    assert codes("--limit", "file_bytes=1KB") == told
    (Path(archive).parent / "giar-lark.toml").write_text('[limits]\nfile-bytes = "1 KB"\n', encoding="utf-8")
    assert codes() == told
    assert codes("--limit", "file-bytes=1MB") == []
    assert run("parse", archive).exit_code == 1
    assert run("fmt", f"{archive}!/b.txt").exit_code == 1


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("file-byte=1", "file-bytes"),
        ("depth", "depth=400"),
        ("ratio=much", "500"),
        ("nesting=0", "1"),
        ("seconds=3MB", "5min"),
    ],
)
def test_limit_that_is_none_is_wrong_usage_and_says_how(archive: str, limit: str, words: str) -> None:
    done = run("check", archive, "--limit", limit)
    assert (done.exit_code, done.stdout) == (2, "")
    assert words in done.stderr
