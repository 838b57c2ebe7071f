"""What a configuration file says, and what is wrong with it, at its line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from giar_lark.findings import Severity
from giar_lark.lang import Lang
from giar_lark.rules.options import USUAL, Options
from giar_lark.settings.config import Config, Level
from giar_lark.settings.formats import OutputFormat
from giar_lark.settings.problem import Problem, SettingsError
from giar_lark.settings.read import read_settings
from giar_lark.settings.settings import Settings

WHOLE = """
select = ["T3", "row-total"]
ignore = ["FM-04"]
fail-on = "warning"
lang = "en"
output-format = "concise"

[severity]
T3 = "warning"
conservation = "off"

[options]
township-issued-documents = 5
township-fee-10k-yuan = 12.5
other-outcome-percent = 0

[deadlines]
township = "02-20"
"""


def written(folder: Path, text: str, name: str = "giar-lark.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str, name: str = "giar-lark.toml") -> tuple[Problem, ...]:
    with pytest.raises(SettingsError) as caught:
        read_settings(written(folder, text, name))
    return caught.value.problems


def marked(problem: Problem) -> str:
    return problem.excerpt[problem.column - 1 :][: problem.width_chars]


def test_every_key_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    options = Options(
        township_issued_documents=5,
        township_fee_10k_yuan=Decimal("12.5"),
        other_outcome_percent=0,
        township_deadline="02-20",
    )
    severity = {"T3": Level.WARNING, "conservation": Level.OFF}
    settings = read_settings(path)
    assert settings == Settings(
        path=path,
        select=("T3", "row-total"),
        ignore=("FM-04",),
        fail_on=Severity.WARNING,
        lang=Lang.en,
        output_format=OutputFormat.concise,
        severity=severity,
        options=options,
    )
    assert settings.config == Config(select=("T3", "row-total"), ignore=("FM-04",), severity=severity, options=options)


def test_empty_file_says_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    assert read_settings(path) == Settings(path=path)
    assert read_settings(path).config == Config(options=USUAL)


def test_pyproject_has_them_in_a_table_of_ours(tmp_path: Path) -> None:
    text = "[project]\nname = 'x'\n[tool.other]\nselect = 1\n[tool.giar-lark]\nlang = 'zh'\n"
    assert read_settings(written(tmp_path, text, "pyproject.toml")).lang is Lang.zh
    (problem,) = problems(tmp_path, text + "[tool.giar-lark.severty]\n", "pyproject.toml")
    assert (problem.line, marked(problem)) == (7, "severty")
    assert "severity" in problem.message.zh and "severity" in problem.message.en


def test_line_ends_and_marks_of_windows_are_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "giar-lark.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_settings(path).fail_on is Severity.WARNING
    (problem,) = problems(tmp_path, "lang = 'zh'\r\nselct = []\r\n")
    assert (problem.line, marked(problem), problem.excerpt) == (2, "selct", "selct = []")


@pytest.mark.parametrize(
    ("text", "line", "mark", "words"),
    [
        ("selct = []", 1, "selct", "select"),
        ("\nfail_on = 'error'", 2, "fail_on", "fail-on"),
        ("zzz = 1", 1, "zzz", "select、ignore"),
        ("select = 'T3'", 1, "select", "数组"),
        ("select = ['T3', 7]", 1, "select", "字符串"),
        ("select = [\n  'T3',\n  'T3-99',\n]", 3, "T3-99", "T3-0"),
        ("ignore = ['conservaton']", 1, "conservaton", "conservation"),
        ("ignore = ['']", 1, "ignore", "规则"),
        ("fail-on = 'eror'", 1, "eror", "error、warning、info"),
        ("fail-on = 'off'", 1, "off", "error、warning、info"),
        ("lang = 3", 1, "lang", "字符串"),
        ("lang = ''", 1, "lang", "空"),
        ("output-format = 'xml'", 1, "xml", "concise"),
        ("severity = 'off'", 1, "severity", "表"),
        ("[severity]\nT3-01 = 'of'", 2, "of", "off"),
        ("[severity]\nT9-01 = 'off'", 2, "T9-01", "没有这条规则"),
        ("severity = { T3-01 = 'off', T9-01 = 'off' }", 1, "T9-01", "没有这条规则"),
        ("[options]\noverview-char = 1", 2, "overview-char", "overview-chars"),
        ("[options]\noverview_chars = 1", 2, "overview_chars", "overview-chars"),
        ("[options]\noverview-chars = 1.5", 2, "overview-chars", "整数"),
        ("[options]\noverview-chars = true", 2, "overview-chars", "整数"),
        ("[options]\noverview-chars = 0", 2, "overview-chars", "1 到"),
        ("[options]\ntext-reuse-percent = 101", 2, "text-reuse-percent", "0 到 100"),
        ("[options]\ntownship-fee-10k-yuan = nan", 2, "township-fee-10k-yuan", "0 到"),
        ("[options]\ntownship-fee-10k-yuan = '1'", 2, "township-fee-10k-yuan", "小数"),
        ("[options]\ntownship-deadline = '01-31'", 2, "township-deadline", "township-"),
        ("[deadlines]\ntownship = '1月31日'", 2, "1月31日", "01-31"),
        ("[deadlines]\ntownship = '02-29'", 2, "02-29", "每年"),
        ("[deadlines]\ntownship = 2026-01-31", 2, "township", "字符串"),
        ("[deadlines]\nvillage = '01-31'", 2, "village", "township"),
        ("lang = 'zh'\nselect = [", 2, "", "TOML"),
        ("lang = zh", 1, "z", "TOML"),
    ],
)
def test_mistake_is_told_at_its_place(tmp_path: Path, text: str, line: int, mark: str, words: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert (problem.line, marked(problem)) == (line, mark)
    assert words in problem.message.zh


def test_all_mistakes_are_told_at_once_in_order(tmp_path: Path) -> None:
    found = problems(tmp_path, "[options]\nx = 1\n[severity]\nT3 = 'x'\n[deadlines]\ntownship = 'x'\n")
    assert [problem.line for problem in found] == [2, 4, 6]


def test_file_that_cannot_be_read_is_a_mistake_without_a_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path / "nowhere.toml")
    assert [problem.line for problem in caught.value.problems] == [0]
    (tmp_path / "gbk.toml").write_bytes("# 配置".encode("gb18030"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_settings(tmp_path / "gbk.toml")
