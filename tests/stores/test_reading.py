"""Reports in stores are read as those on a disk are."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Sequence

import pytest
from cli_run import run
from store_kinds import put, taken

from giar_lark.containers.documents import documents, open_document
from giar_lark.containers.files import files_behind
from giar_lark.lean.resources import read_sample
from giar_lark.many import read_many
from giar_lark.stores.held import stamp_of

SOUND = read_sample("2021").encode()


def zipped(names: Sequence[str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, SOUND)
    return packed.getvalue()


def tarred(names: Sequence[str]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = len(SOUND)
            archive.addfile(entry, io.BytesIO(SOUND))
    return packed.getvalue()


@pytest.fixture
def reports(folder: str) -> str:
    """A folder with reports of many kinds."""
    files = {
        "a.txt": SOUND, "empty.txt": b"", "sub/b.txt": SOUND, "sub/c.txt.gz": gzip.compress(SOUND), ".hidden/d.txt": SOUND,
        "e.png": b"\x89PNG", "f.zip": zipped(["x.txt", "y.txt"]), "g.tar.gz": tarred(["z.txt"]),
    }  # fmt: skip
    for name, data in files.items():
        put(f"{folder}/{name}", data)
    return folder


INSIDE = ["a.txt", "empty.txt", "f.zip!/x.txt", "f.zip!/y.txt", "g.tar.gz!/z.txt", "sub/b.txt", "sub/c.txt.gz!/c.txt"]


def test_a_folder_is_searched_and_archives_are_opened(reports: str) -> None:
    outcomes = list(read_many(reports))
    assert [one.path for one in outcomes] == [f"{reports}/{name}" for name in INSIDE]
    assert [[f.code for f in one.findings] for one in outcomes] == [[], ["RD-03"], [], [], [], [], []]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("*.txt", ["a.txt", "empty.txt"]), ("**/b.t?t", ["sub/b.txt"]), ("s*", ["sub/b.txt", "sub/c.txt.gz"]), ("n*", [])],
)
def test_a_pattern_is_filled_in(reports: str, pattern: str, expected: list[str]) -> None:
    assert files_behind([f"{reports}/{pattern}"]).paths == [f"{reports}/{name}" for name in expected]


def test_one_document_is_opened_by_its_path(reports: str) -> None:
    for name in INSIDE:
        if name != "empty.txt":
            assert open_document(f"{reports}/{name}").read().text == SOUND.decode()


def test_what_is_not_there_is_missing(reports: str) -> None:
    missing = [f"{reports}/none.txt", f"{reports}/none", f"{reports}-none/*.txt"]
    assert list(files_behind(missing).missing) == missing


def test_a_file_that_goes_after_it_was_listed_is_told(reports: str) -> None:
    import fsspec

    each = documents([f"{reports}/a.txt"])
    document = next(each)
    files, path = fsspec.core.url_to_fs(f"{reports}/a.txt")
    files.rm(path)
    files.invalidate_cache()
    [remark] = document.read().remarks
    assert (remark.code, remark.message.en, remark.passing) == (
        "RD-01",
        "the file cannot be opened: the file is gone",
        False,
    )


@pytest.mark.parametrize("data", [zipped(["a.txt"]), gzip.compress(SOUND), tarred(["a.txt"])])
def test_an_archive_that_is_called_like_a_document_is_told(data: bytes) -> None:
    put("memory://miscalled/a.html", data)
    [outcome] = read_many("memory://miscalled/a.html")
    assert [(f.code, f.message.en) for f in outcome.findings] == [
        ("RD-01", "it is an archive with the ending of a document, and was not opened")
    ]


def test_a_stamp_changes_with_the_file_alone(reports: str) -> None:
    address = f"{reports}/a.txt"
    [found] = files_behind([address]).found
    assert found.held is not None and found.held.stamp
    [listed] = [one for one in files_behind([reports]).found if one.path == address]
    assert listed.held == found.held
    put(address, SOUND + b"\n")
    assert stamp_of(address) != found.held.stamp


def test_the_commands_read_stores(reports: str) -> None:
    done = run("check", f"{reports}/a.txt", f"{reports}/f.zip", "--lang", "en")
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    told = json.loads(run("parse", f"{reports}/a.txt").stdout)
    assert told == {**json.loads(run("parse", "-", stdin=SOUND).stdout), "path": f"{reports}/a.txt"}


def test_nothing_is_written_back_into_a_store() -> None:
    wrong = SOUND.replace("其他处理".encode(), "其它处理".encode(), 1)
    put("memory://mend/a.txt", wrong)
    done = run("check", "memory://mend/a.txt", "--fix", "--lang", "en")
    assert "not fixed, for it is inside a file or a store; take it out first" in done.stderr
    done = run("fmt", "memory://mend/a.txt", "--write", "--lang", "en")
    assert (done.exit_code, done.stderr) == (1, "memory://mend/a.txt: no text file, not rewritten\n")
    assert taken("memory://mend/a.txt") == wrong
