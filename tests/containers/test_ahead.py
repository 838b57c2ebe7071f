"""Old office documents in a folder or an archive are converted together."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from giar_lark.containers import ahead
from giar_lark.containers.documents import documents
from giar_lark.readers import office
from giar_lark.readers.limits import Limits


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[bytes]]]:
    made: list[list[bytes]] = []

    def note(contents: Sequence[bytes], limits: Limits) -> None:
        made.append(list(contents))

    monkeypatch.setattr(office, "convert_ahead", note)
    yield made


def _rtf(number: int) -> bytes:
    return b"{\\rtf1 %d}" % number


def test_files_of_a_folder_are_converted_in_one_call(tmp_path: Path, calls: list[list[bytes]]) -> None:
    for number in range(4):
        (tmp_path / f"{number}.doc").write_bytes(_rtf(number))
        (tmp_path / f"{number}.txt").write_bytes(b"text")
    (tmp_path / "5.doc").write_bytes(b"no such document")
    assert len(list(documents([tmp_path]))) == 9
    assert calls == [[_rtf(number) for number in range(4)]]


def test_members_of_an_archive_are_converted_in_one_call_and_keep_their_order(
    tmp_path: Path, calls: list[list[bytes]]
) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}a.txt", "text")
            archive.writestr(f"{number}b.doc", _rtf(number))
    found = [document.path.rpartition("/")[2] for document in documents([tmp_path / "all.zip"])]
    assert found == ["0a.txt", "0b.doc", "1a.txt", "1b.doc", "2a.txt", "2b.doc"]
    assert calls == [[_rtf(0), _rtf(1), _rtf(2)]]


def test_no_more_than_some_are_held_at_once(
    tmp_path: Path, calls: list[list[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_MOST_DOCUMENTS", 2)
    for number in range(5):
        (tmp_path / f"{number}.doc").write_bytes(_rtf(number))
    assert len(list(documents([tmp_path]))) == 5
    assert calls == [[_rtf(0), _rtf(1)], [_rtf(2), _rtf(3)]]
