"""Which configuration file holds for a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from giar_lark.settings.find import SettingsFinder
from giar_lark.settings.problem import SettingsError


def found(folder: Path) -> str | None:
    """The name of the file whose settings hold in a folder, with that of its own folder."""
    settings = SettingsFinder().above(folder)
    return None if settings is None or settings.path is None else f"{settings.path.parent.name}/{settings.path.name}"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder in a folder, called `county/town`."""
    (tmp_path / "county" / "town").mkdir(parents=True)
    return tmp_path / "county"


def test_nearest_folder_wins_and_nothing_is_merged(tree: Path) -> None:
    (tree / "giar-lark.toml").write_text("lang = 'zh'\nfail-on = 'info'", encoding="utf-8")
    assert found(tree / "town") == "county/giar-lark.toml"
    (tree / "town" / "giar-lark.toml").write_text("lang = 'en'", encoding="utf-8")
    assert found(tree / "town") == "town/giar-lark.toml"
    assert found(tree) == "county/giar-lark.toml"
    settings = SettingsFinder().above(tree / "town")
    assert settings is not None and settings.fail_on is None


def test_in_one_folder_the_plain_name_comes_first(tree: Path) -> None:
    (tree / "pyproject.toml").write_text("[tool.giar-lark]", encoding="utf-8")
    assert found(tree) == "county/pyproject.toml"
    (tree / ".giar-lark.toml").write_text("", encoding="utf-8")
    assert found(tree) == "county/.giar-lark.toml"
    (tree / "giar-lark.toml").write_text("", encoding="utf-8")
    assert found(tree) == "county/giar-lark.toml"


OURS = (
    "[tool.giar-lark]",
    "[ tool . 'giar-lark' ]",
    '["tool"]\nx = 1\ngiar-lark.lang = "zh"',
    "tool = {x = 1, giar-lark = {}}",
    "tool.giar-lark.lang = 'zh'",
    '[tool."giar\\u002Dlark"]',
)


@pytest.mark.parametrize("text", OURS)
def test_pyproject_speaks_of_us_however_it_is_written(tree: Path, text: str) -> None:
    (tree / "pyproject.toml").write_text(text, encoding="utf-8")
    assert found(tree) == "county/pyproject.toml"


@pytest.mark.parametrize("text", ["", "[tool.other]", "[tool.giar-larks]", "tool = 1", "broken ["])
def test_pyproject_of_others_is_passed_over(tree: Path, text: str) -> None:
    (tree / "giar-lark.toml").write_text("", encoding="utf-8")
    (tree / "town" / "pyproject.toml").write_text(text, encoding="utf-8")
    assert found(tree / "town") == "county/giar-lark.toml"


def test_broken_pyproject_of_ours_is_told(tree: Path) -> None:
    (tree / "pyproject.toml").write_text("[tool.giar-lark]\nlang =", encoding="utf-8")
    with pytest.raises(SettingsError):
        SettingsFinder().above(tree / "town")
