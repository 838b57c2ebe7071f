"""The memory of the last run."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.tiny import case
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.track import Changed, TrackError, changes, read_track, statuses, write_track


def test_only_what_has_changed_is_told() -> None:
    before = {"a": "pass", "b": "fail", "c": "pass", "gone": "skip"}
    now = {"c": "timeout", "b": "pass", "a": "pass", "new": "fail"}
    assert changes(before, now) == [
        Changed("b", "fail", "pass"),
        Changed("c", "pass", "timeout"),
        Changed("gone", "skip", ""),
        Changed("new", "", "fail"),
    ]
    assert changes(now, now) == []


def test_memory_is_of_every_case() -> None:
    results = [Result(case=case(name=status.value), status=status) for status in Status]
    assert statuses(results) == {status.value: status.value for status in Status}


def test_memory_is_read_back(tmp_path: Path) -> None:
    memory = {"望汐": {"b": "fail", "a": "pass"}, "naive": {}}
    write_track(tmp_path / "last.json", memory)
    assert read_track(tmp_path / "last.json") == memory


def test_memory_does_not_depend_on_the_order_of_cases(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    write_track(first, {"x": {"a": "pass", "b": "fail"}, "y": {}})
    write_track(second, {"y": {}, "x": {"b": "fail", "a": "pass"}})
    assert first.read_bytes() == second.read_bytes()


def test_before_the_first_run_there_is_no_memory(tmp_path: Path) -> None:
    assert read_track(tmp_path / "last.json") == {}


@pytest.mark.parametrize("text", ["", "pass", "[" * 200_000, "[]", '{"giar-lark": "pass"}', '{"a": {}, "b": 1}'])
def test_another_file_is_no_memory(tmp_path: Path, text: str) -> None:
    path = tmp_path / "last.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TrackError, match=r"last\.json"):
        read_track(path)
