"""Files that are asked for ahead are what they would be without that."""

from __future__ import annotations

import threading

import pytest

from giar_lark.containers.document import Document
from giar_lark.containers.fetched import fetched_ahead
from giar_lark.stores import reading
from giar_lark.stores.held import Held

pytest.importorskip("fsspec", reason="the extra `remote` is not installed")


def documents(count: int, size: str = "10") -> list[Document]:
    paths = [f"memory://ahead/{number}.txt" for number in range(count)]
    return [Document(path=path, file=path, order=(path,), held=Held(path, size)) for path in paths]


def test_each_is_its_own_and_what_fails_fails_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(address: str, most: int) -> bytes:
        if address.endswith("3.txt"):
            raise FileNotFoundError(2, "gone")
        return address.encode()

    monkeypatch.setattr(reading, "read_remote", read)
    with fetched_ahead(documents(20)) as each:
        loaded = [one.loaded() for one in each]
    assert [(one.data or b"").decode() for one in loaded] == [
        "" if number in (3, 13) else f"memory://ahead/{number}.txt" for number in range(20)
    ]
    assert [one.remark is None for one in loaded].count(False) == 2


@pytest.mark.parametrize(("size", "expected"), [("10", 8), (str(30 << 20), 2), ("None", 1)])
def test_so_many_are_asked_for_at_a_time(monkeypatch: pytest.MonkeyPatch, size: str, expected: int) -> None:
    asked: list[str] = []
    go_on = threading.Event()

    def read(address: str, most: int) -> bytes:
        asked.append(address)
        go_on.wait(10)
        return b"x"

    monkeypatch.setattr(reading, "read_remote", read)
    with fetched_ahead(documents(30, f"{size} etag")) as each:
        first = threading.Thread(target=each[0].loaded)
        first.start()
        first.join(0.5)
        at_once = len(asked)
        go_on.set()
        first.join()
    assert at_once == expected
