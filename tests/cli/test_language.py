"""The language of the surroundings."""

from __future__ import annotations

import pytest

from giar_lark.cli.app import language_of
from giar_lark.lang import default_lang


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "GIAR_LANG": "zh"}, "zh"),
        ({"GIAR_LANG": "en"}, "en"),
    ],
)
def test_locale_decides_unless_the_program_was_told(environ: dict[str, str], lang: str) -> None:
    assert default_lang(environ, "utf-8") == lang


def test_stream_that_cannot_write_chinese_speaks_english() -> None:
    assert default_lang({}, "ascii") == "en"
    assert default_lang({}, "gbk") == "zh"


@pytest.mark.parametrize("arguments", [["check", "a", "--lang", "en"], ["extract", "--lang=en", "a"]])
def test_a_fault_of_the_program_is_told_in_the_language_asked_for(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIAR_LANG", "zh")
    assert (language_of(arguments), language_of(arguments[:2])) == ("en", "en" if "--lang=en" in arguments else "zh")
