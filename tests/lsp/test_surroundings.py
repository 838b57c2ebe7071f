"""What lies around a report: configuration, dismissals, baseline, language, and the options of the client."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysed import WRONG_TOTAL, analysed

from giar_lark.baseline.file import baseline_text
from giar_lark.baseline.known import Baseline, all_known
from giar_lark.dismissals.write import entry_text
from giar_lark.findings import Severity
from giar_lark.lsp.options import Options, read_options
from giar_lark.lsp.surroundings import Atlas

CODES = ["T3-02", "T3-03"]


def codes(path: Path, **options: object) -> list[str]:
    given = Options(**{"lang": "zh", **options})  # type: ignore[arg-type]
    return [finding.code for finding in analysed(WRONG_TOTAL, path, given).findings]


def test_the_configuration_above_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert codes(path) == CODES
    (tmp_path / "giar-lark.toml").write_text("ignore = ['T3-02']\n[severity]\nT3-03 = 'warning'\n", encoding="utf-8")
    (finding,) = analysed(WRONG_TOTAL, path).findings
    assert (finding.code, finding.severity) == ("T3-03", Severity.WARNING)


def test_what_the_client_selects_wins(tmp_path: Path) -> None:
    (tmp_path / "giar-lark.toml").write_text("ignore = ['T3-02']\n", encoding="utf-8")
    assert codes(tmp_path / "a.txt", select=("T3-02",)) == ["T3-02"]
    assert codes(tmp_path / "a.txt", ignore=("T3-03",)) == ["T3-02"]


def test_dismissals_and_a_baseline_take_findings_out(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    analysis = analysed(WRONG_TOTAL, path)
    first, second = analysis.findings
    source = analysis.document.source
    (tmp_path / "giar-lark.dismissals.toml").write_text(
        entry_text("a.txt", first, source, "已核", None), encoding="utf-8"
    )
    assert codes(path) == ["T3-03"]
    assert [one.reason for one in analysed(WRONG_TOTAL, path).dismissed] == ["已核"]
    baseline = tmp_path / "known.json"
    baseline.write_text(baseline_text(Baseline({"a.txt": all_known([second], source)})), encoding="utf-8")
    assert codes(path, baseline=baseline) == []


def test_a_changed_file_is_seen_and_a_wrong_one_leaves_the_last(tmp_path: Path) -> None:
    atlas, config = Atlas(Options(lang="zh"), None, {}), tmp_path / "giar-lark.toml"
    config.write_text("ignore = ['T3']\n", encoding="utf-8")
    before = atlas.of(tmp_path)
    assert atlas.of(tmp_path) is before and before.config.ignore == ("T3",)
    config.write_text("ignore = ['T9']\nwrong = 1\n", encoding="utf-8")
    after = atlas.of(tmp_path)
    assert after.config.ignore == ("T3",)
    assert sorted((problem.line, problem.path) for problem in after.problems) == [(1, str(config)), (2, str(config))]
    config.unlink()
    assert (atlas.of(tmp_path).config.ignore, atlas.of(tmp_path).problems) == ((), ())


@pytest.mark.parametrize(
    ("asked", "environ", "configured", "locale", "lang"),
    [
        ("en", {"GIAR_LANG": "zh"}, "zh", "zh-cn", "en"),
        (None, {"GIAR_LANG": "en"}, "zh", "zh-cn", "en"),
        (None, {}, "en", "zh-cn", "en"),
        (None, {}, None, "en-GB", "en"),
        (None, {}, None, "zh-Hans", "zh"),
        (None, {}, None, None, "zh"),
    ],
)
def test_the_language(
    tmp_path: Path, asked: str | None, environ: dict[str, str], configured: str | None, locale: str | None, lang: str
) -> None:
    if configured:
        (tmp_path / "giar-lark.toml").write_text(f"lang = '{configured}'\n", encoding="utf-8")
    assert Atlas(Options(lang=asked), locale, environ).of(tmp_path).lang == lang


def test_options_are_read_and_what_is_wrong_is_told_and_left_out() -> None:
    given = {"lang": "fr", "select": ["T3", "T99"], "ignore": "T3", "inlayHints": "off", "colour": 1, "rulePages": 2}
    found = read_options(given)
    assert (found.lang, found.select, found.ignore, found.hints, found.rule_pages) == (None, ("T3",), None, "off", None)
    assert [problem.zh.partition("；")[0] for problem in found.problems] == [
        "不认识的选项：colour",
        "选项“lang”可写 zh、en",
        "没有这条规则：T99",
        "选项“ignore”应是规则编号的列表",
        "选项“rulePages”应是文字",
    ]


@pytest.mark.parametrize("given", [None, {}, {"select": []}])
def test_no_options_are_the_usual_ones(given: object) -> None:
    assert read_options(given) == Options()


def test_options_of_another_shape_are_told() -> None:
    assert len(read_options([1]).problems) == 1
