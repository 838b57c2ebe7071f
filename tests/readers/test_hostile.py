"""Hostile input: one finding each, at its path; little memory and few bytes; nothing written, nothing asked of a network."""

from __future__ import annotations

import os
import socket
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from archives import REPORT, tarred, zipped

from giar_lark import Limits, Reading, check, documents
from giar_lark.containers import reading
from giar_lark.containers.reading import HARMLESS_BYTES, Budget
from tests.readers.hostile import ALL, Hostile, nested

_MEGABYTE = 1 << 20
_SMALL = Limits(file_bytes=_MEGABYTE)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network is asked for something")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.fixture(autouse=True)
def _nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No file is opened to be written, wherever it may be."""
    opened = os.open

    def read_only(path: object, flags: int, *rest: object, **options: object) -> int:
        assert path == os.devnull or not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT), path
        return opened(path, flags, *rest, **options)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(os, "open", read_only)
        yield


@pytest.fixture
def unfolded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bytes are unfolded at each step."""
    spent: list[int] = []
    spend = Budget.spend

    def counted(budget: Budget, count: int) -> None:
        spent.append(count)
        spend(budget, count)

    monkeypatch.setattr(Budget, "spend", counted)
    return spent


def told(paths: Sequence[Path], limits: Limits | None = None) -> list[tuple[str, str]]:
    """The findings about reading in some files: path and code of each."""
    each = documents(paths, reading=Reading(limits=limits or Limits()))
    found = [(one.path, finding) for one in each for finding in check(one.read()).findings]
    return [(path, finding.code) for path, finding in found if finding.code.startswith("RD")]


@pytest.mark.parametrize("hostile", ALL, ids=str)
def test_hostile_document_costs_one_finding(tmp_path: Path, hostile: Hostile, unfolded: list[int]) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.make())
    (tmp_path / "z.txt").write_bytes(REPORT)
    check(next(documents([tmp_path / "z.txt"])).read())  # whatever is loaded once
    tracemalloc.start()
    findings = told([tmp_path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert findings == [(f"{path}{hostile.at}", hostile.code)]
    assert sum(unfolded) <= HARMLESS_BYTES + 2 * _MEGABYTE
    assert peak < 96 * _MEGABYTE


def test_rest_of_an_archive_goes_on_beside_what_is_hostile(tmp_path: Path) -> None:
    hostile = {
        f"{number:02}-{one.name}": one for number, one in enumerate(ALL) if one.what != "archives without an end"
    }
    (tmp_path / "a.zip").write_bytes(
        zipped({name: one.make() for name, one in hostile.items()} | {"z.bin": os.urandom(_MEGABYTE)})
    )
    wanted = [(f"{tmp_path}/a.zip!/{name}{one.at}", one.code) for name, one in hostile.items()]
    assert told([tmp_path]) == wanted


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", nested(3, 16, bytes(_MEGABYTE))),
        ("a.tgz", tarred([(f"{number}.txt", bytes(_MEGABYTE)) for number in range(40)], "w:gz")),
    ],
)
def test_what_unfolds_without_an_end_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unfolded: list[int], name: str, data: bytes
) -> None:
    monkeypatch.setattr(reading, "HARMLESS_TOTAL_BYTES", HARMLESS_BYTES)
    (tmp_path / name).write_bytes(data)
    assert told([tmp_path])[-1] == (f"{tmp_path}/{name}", "RD-16")
    assert sum(unfolded) <= HARMLESS_BYTES + 2 * _MEGABYTE


def test_names_are_shown_with_what_cannot_be_seen_in_writing(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"\x1b[31m红\u202e.txt": REPORT, "b\r\n::error::.txt": REPORT}))
    names = [one.path.removeprefix(f"{tmp_path}/a.zip!/") for one in documents([tmp_path])]
    assert names == ["\\x1b[31m红\\u202e.txt", "b\\x0d\\x0a::error::.txt"]


def test_members_beyond_the_limit_are_told_of_once(tmp_path: Path) -> None:
    names = [(f"{number}.png", b"") for number in range(60)]
    (tmp_path / "a.tar").write_bytes(tarred(names))
    (tmp_path / "b.zip").write_bytes(zipped(dict(names)))
    found = told([tmp_path], Limits(members=50))
    assert found == [(f"{tmp_path}/a.tar", "RD-16"), (f"{tmp_path}/b.zip", "RD-16")]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_file_over_the_limit_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<p>\xe5\x85\xac" * (_MEGABYTE // 6 + 1))
    (tmp_path / "b.zip").write_bytes(zipped({name: os.urandom(_MEGABYTE + 1)}))
    wanted = [(f"{tmp_path}/{name}", "RD-10"), (f"{tmp_path}/b.zip!/{name}", "RD-10")]
    assert told([tmp_path], _SMALL) == wanted


def test_pipes_sockets_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    os.symlink("/dev/zero", tmp_path / "b.txt")
    (tmp_path / "c.txt").mkdir()
    named = [tmp_path / "a.txt", tmp_path / "b.txt", Path("/dev/null")]
    assert told(sorted(named)) == [(str(path), "RD-01") for path in sorted(named)]


def test_links_are_not_followed_out_of_a_folder_or_in_circles(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    for path in (outside, folder / "sub"):
        path.mkdir(parents=True)
        (path / "a.txt").write_bytes(REPORT)
    os.symlink(outside, folder / "out")
    os.symlink(outside / "a.txt", folder / "out.txt")
    os.symlink(folder, folder / "sub" / "circle")
    os.symlink("itself.txt", folder / "itself.txt")
    os.symlink("nowhere.txt", folder / "broken.txt")
    os.symlink(Path("sub") / "a.txt", folder / "within.txt")
    assert [one.path for one in documents([folder])] == [f"{folder}/sub/a.txt", f"{folder}/within.txt"]
    assert [check(one.read()).findings for one in documents([folder / "out.txt"])] == [()]
    assert told([folder / "itself.txt"]) == [(f"{folder}/itself.txt", "RD-01")]


def test_file_that_cannot_be_opened_or_is_gone_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.zip", "c.txt"):
        (tmp_path / name).write_bytes(REPORT)
    stat = os.stat

    def forbidden(path: object, **options: object) -> os.stat_result:
        if str(path).endswith("b.zip"):
            raise PermissionError(13, "Permission denied")
        return stat(path, **options)  # type: ignore[arg-type]

    each = documents([tmp_path])
    first = next(each)
    (tmp_path / "a.txt").unlink()
    monkeypatch.setattr(os, "stat", forbidden)
    codes = [[finding.code for finding in check(one.read()).findings] for one in (first, *each)]
    assert codes == [["RD-01"], ["RD-01"], []]
