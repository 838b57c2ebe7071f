"""A list of files instead of a search for them: the same dataset, whole or in shards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND, run

from giar_lark.containers.files import Found
from giar_lark.runs.listing import files_listed
from giar_lark.runs.plan import WHOLE, Shard


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Seven reports and a list of them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for number in range(7):
        (tmp_path / "in" / f"{number}.txt").write_text((SOUND, BROKEN)[number % 2], "utf-8")
    (tmp_path / "list").write_text("".join(f"in/{number}.txt\n" for number in range(7)), "utf-8")
    return tmp_path


def extract(*arguments: str, code: int = 0, stdin: bytes | None = None) -> str:
    done = run("extract", *arguments, "--isolated", "--lang", "en", stdin=stdin)
    assert done.exit_code == code, done.stderr
    return str(done.stderr)


def names_in(manifest: Path) -> list[str]:
    return [json.loads(line)["name"] for line in manifest.read_text("utf-8").splitlines()]


def test_a_list_gives_what_its_folder_gives(folder: Path) -> None:
    extract("in", "-o", "folder.csv")
    extract("--files-from", "list", "-o", "list.csv")
    extract("--files-from", "-", "-o", "stdin.csv", stdin=(folder / "list").read_bytes())
    for name in ("list.csv", "stdin.csv"):
        assert (folder / name).read_bytes() == (folder / "folder.csv").read_bytes()


def test_shards_of_a_list_are_the_list_in_order(folder: Path) -> None:
    for number in range(1, 10):
        extract("--files-from", "list", "-o", f"{number}.csv", "--shard", f"{number}/9")
    told = [name for number in range(1, 10) for name in names_in(folder / f"{number}.csv.manifest.jsonl")]
    assert told == [f"in/{number}.txt" for number in range(7)]


def test_a_shard_looks_at_its_own_files_alone(folder: Path) -> None:
    assert files_listed("list", Shard(2, 3)) == (Found("in/2.txt"), Found("in/3.txt"))
    for number in (0, 1, 4, 5, 6):
        (folder / "in" / f"{number}.txt").unlink()
    extract("--files-from", "list", "-o", "a.csv", "--shard", "2/3")
    assert names_in(folder / "a.csv.manifest.jsonl") == ["in/2.txt", "in/3.txt"]


def test_a_file_that_is_not_there_is_told_in_its_line(folder: Path) -> None:
    (folder / "in" / "3.txt").unlink()
    extract("--files-from", "list", "-o", "a.csv", code=1)
    lines = [json.loads(line) for line in (folder / "a.csv.manifest.jsonl").read_text("utf-8").splitlines()]
    assert [line["status"] for line in lines] == ["ok", "findings", "ok", "unreached", "ok", "findings", "ok"]


def test_a_list_is_read_as_editors_and_systems_write_it(folder: Path) -> None:
    (folder / "list").write_bytes(
        b"\xef\xbb\xbfin/0.txt\r\n\r\n in/1.txt\n\xff.txt\n-\nfile://" + bytes(folder) + b"/a"
    )
    found = files_listed("list", WHOLE)
    assert [one.path for one in found] == ["in/0.txt", " in/1.txt", "\udcff.txt", "./-", f"{folder}/a"]


def test_a_list_of_a_store_is_stamped_and_shows_no_secrets(folder: Path) -> None:
    fsspec = pytest.importorskip("fsspec", reason="the extra `remote` is not installed")
    fsspec.filesystem("memory").pipe_file("/listed/a.txt", SOUND.encode())
    (folder / "list").write_text(
        "memory://u:hunter2@/listed/a.txt\nmemory://listed/a.txt\nmemory://listed/none.txt\n", "utf-8"
    )
    found = files_listed("list", WHOLE)
    assert [one.path for one in found][1:] == ["memory://listed/a.txt", "memory://listed/none.txt"]
    assert [bool(one.held and one.held.stamp) for one in found][1:] == [True, False]
    assert "hunter2" not in repr(found)
    extract("--files-from", "list", "-o", "a.csv", code=1)
    assert "hunter2" not in "".join(
        path.read_text("utf-8") for path in folder.rglob("*") if path.is_file() and path.name != "list"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "name files, or a list of them with --files-from: one of the two"),
        (("in", "--files-from", "list"), "name files, or a list of them with --files-from: one of the two"),
        (("--files-from", "empty"), "the list empty is empty; write a file name on each line"),
        (("--files-from", "none"), "no such list: none; check the path"),
        (("--files-from", "self"), "a.csv is to be read; write elsewhere"),
    ],
)
def test_a_list_that_is_none_is_told(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "empty").write_text("\n", "utf-8")
    (folder / "self").write_text("a.csv\n", "utf-8")
    assert extract(*arguments, "-o", "a.csv", code=2) == f"giar-lark: {told}\n"
