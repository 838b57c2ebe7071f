"""The pipeline: what is refused, what is shown, and that nothing is silent."""

from __future__ import annotations

import random

import pytest
from rule_cases import SOUND, all_cases, findings_of

from giar_lark import Config, Source, check, parse
from giar_lark.model.report import Cell

GATES = ("RD-01", "RD-02", "RD-03", "RD-04", "RD-09", "RD-10")


@pytest.mark.parametrize("code", GATES)
def test_what_is_no_report_gives_one_finding(code: str) -> None:
    for case in all_cases():
        if case.code == code and case.fails:
            assert parse(case.source).refused
            assert [finding.code for finding in findings_of(case)] == [code]


def test_findings_stand_in_the_order_of_the_text() -> None:
    for case in all_cases():
        found = findings_of(case)
        assert list(found) == sorted(found, key=lambda finding: (finding.span, finding.code, finding.key or ""))
        assert len(set(found)) == len(found)


def test_ids_are_unique_within_a_report() -> None:
    for case in all_cases():
        ids = [finding.id for finding in findings_of(case)]
        assert len(set(ids)) == len(ids)


def test_rules_are_selected_by_code_front_and_name() -> None:
    text = SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5").replace("行政处罚\t46", "行政处罚\t46件")
    source = Source(text)

    def codes(config: Config) -> list[str]:
        return [finding.code for finding in check(source, config).findings]

    assert codes(Config()) == ["T2-11", "T3-02", "T3-03"]
    assert codes(Config(select=("T3",))) == ["T3-02", "T3-03"]
    assert codes(Config(select=("t3-02",))) == ["T3-02"]
    assert codes(Config(select=("row-total",))) == ["T3-03"]
    assert codes(Config(ignore=("T3",))) == ["T2-11"]
    assert codes(Config(select=("T3",), ignore=("outcome-sum",))) == ["T3-03"]


def test_a_refusal_is_shown_whatever_is_selected() -> None:
    assert [f.code for f in check(Source(""), Config(select=("T3",))).findings] == ["RD-03"]
    assert check(Source(""), Config(ignore=("RD-03",))).findings == ()


@pytest.mark.parametrize("seed", range(60))
def test_no_cell_without_a_number_is_silent(seed: int) -> None:
    text = _spoilt(SOUND["2021" if seed % 2 else "2019"], random.Random(seed))
    checked = check(Source(text))
    places = [finding.span for finding in checked.findings]
    for cell in checked.report.cells:
        if cell.state in ("unreadable", "missing", "na", "inferred"):
            assert checked.findings, f"{cell.key} is {cell.state}"
        if cell.state == "unreadable":
            assert any(_touches(cell, span.start, span.end) for span in places), cell.key


def _spoilt(text: str, chance: random.Random) -> str:
    """A report with a few cells or line breaks damaged."""
    for _ in range(chance.randint(1, 4)):
        at = chance.choice([index for index, char in enumerate(text) if char == "\t"])
        end = min(index for index in (text.find("\t", at + 1), text.find("\n", at)) if index > 0)
        text = text[: at + 1] + chance.choice(["", "O", "1 2", "/", "?", "12.5.1", "三"]) + text[end:]
    return text


def _touches(cell: Cell, start: int, end: int) -> bool:
    return cell.span.start <= end and start <= cell.span.end


@pytest.mark.parametrize(
    "junk", ["\x00", "\t" * 5000, "|" * 5000, "<td>" * 3000, "一、总体情况\n" * 300, "（七）总计\t1\n" * 300]
)
def test_junk_never_raises(junk: str) -> None:
    check(Source(junk))
    check(Source(SOUND["2021"].replace("（一）予以公开", junk + "（一）予以公开")))


def test_public_names_are_the_functions_and_not_the_modules() -> None:
    import giar_lark.parse.parser
    import giar_lark.pipeline

    assert callable(giar_lark.check) and callable(giar_lark.parse)
    assert giar_lark.parse(Source(SOUND["2021"])).findings == ()
