"""Paths from the folder of a file of the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from giar_lark.settings.relative import near, relative


def test_path_is_seen_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "town").mkdir()
    monkeypatch.chdir(tmp_path / "town")
    assert relative("2023.txt", tmp_path) == "town/2023.txt"
    assert relative(str(tmp_path / "2023.txt"), tmp_path) == "2023.txt"
    assert relative("2023.txt", tmp_path / "village") == "../town/2023.txt"


def test_near_path_is_seen_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "town").mkdir()
    monkeypatch.chdir(tmp_path / "town")
    assert near(str(tmp_path / "town" / "2023.txt")) == near("2023.txt") == "2023.txt"
    assert near(str(tmp_path / "2023.txt")) == str(tmp_path / "2023.txt")
