"""The language of the surroundings."""

from __future__ import annotations

import re

import pytest
from cli_run import run

from giar_lark.cli.commands import COMMANDS
from giar_lark.cli.language import language_of
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


@pytest.fixture
def chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIAR_LANG", "zh")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "没有命令 chek；是不是 check、schema；说明见 giar-lark -h"),
        (["check"], "缺少参数 PATH…；说明见 giar-lark check -h"),
        (["extract", "."], "缺少选项 --output / -o；说明见 giar-lark extract -h"),
        (["check", "--statistic", "a"], "没有选项 --statistic；是不是 --statistics；说明见 giar-lark check -h"),
        (
            ["check", "--fail-on", "bad", "a"],
            "--fail-on 不能是 bad，可以是 error、warning、info；说明见 giar-lark check -h",
        ),
        (["new", "--year", "1999"], "--year 不能是 1999，应满足 2019<=x<=2099；说明见 giar-lark new -h"),
        (["new", "--year", "x"], "--year 应是一个数，不能是 x；说明见 giar-lark new -h"),
        (["web", "--port", "99999"], "--port 不能是 99999，应满足 0<=x<=65535；说明见 giar-lark web -h"),
        (["rules", "a", "b"], "多出的参数：a b；说明见 giar-lark rules -h"),
        (["baseline", "keep"], "没有命令 keep；说明见 giar-lark baseline -h"),
        (["schema"], "缺少参数 report|finding|config|grammar；说明见 giar-lark schema -h"),
    ],
)
def test_wrong_command_line_is_told_in_chinese(arguments: list[str], told: str) -> None:
    result = run(*arguments)
    *usage, last = result.stderr.splitlines()
    assert (result.exit_code, last, result.stdout) == (2, f"giar-lark: {told}", "")
    assert [line for line in usage if not line.startswith("用法：giar-lark ")] == []


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "arguments", [["check", "--lang", "en"], ["extract", "--lang=en", "."], ["check", "--no", "--lang=en"]]
)
def test_wrong_command_line_is_told_in_the_language_that_it_asks_for(arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Usage: giar-lark {arguments[0]} ")
    assert not any("\u4e00" <= character <= "\u9fff" for character in result.stderr)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    "arguments", [(), ("-h",), ("baseline", "-h"), *[(command.name, "-h") for command in COMMANDS]]
)
def test_chinese_help_has_no_english_of_the_library(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    help = result.stdout + result.stderr
    assert help.startswith("用法：giar-lark ")
    words = ("Usage", "Options", "OPTIONS", "Arguments", "Commands", "COMMAND", "required", "default", "Show this")
    assert [word for word in words if word in help] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_help_has_no_brackets_that_mean_nothing(command: str, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIAR_LANG", lang)
    help = run(command, "-h").stdout
    assert re.findall(r"(?:default: |缺省：)\s*\(|\{[^|}]*\}", help) == []


def test_english_help_and_errors_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIAR_LANG", "en")
    assert run("check", "-h").stdout.startswith("Usage: giar-lark check [OPTIONS]")
    assert "Missing argument 'PATH…'." in run("check").stderr
