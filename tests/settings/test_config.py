"""What a configuration does to findings."""

from __future__ import annotations

import pytest
from rule_cases import SOUND

from giar_lark import Config, Source, check
from giar_lark.settings.config import Level

WRONG = Source(
    SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5").replace("行政处罚\t46", "行政处罚\t46件")
)
# open, for an operand is blank: milder than the rule
BLANK = Source(SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t"))


def weights(source: Source, **severity: str) -> list[str]:
    """The findings as code and severity, with severities set; an underscore stands for a hyphen."""
    levels = {entry.replace("_", "-"): Level(level) for entry, level in severity.items()}
    return [f"{finding.code} {finding.severity}" for finding in check(source, Config(severity=levels)).findings]


def test_usual_weights() -> None:
    assert weights(WRONG) == ["T2-11 info", "T3-02 error", "T3-03 error"]


def test_severity_is_set_by_code_front_and_name() -> None:
    assert weights(WRONG, T3="warning") == ["T2-11 info", "T3-02 warning", "T3-03 warning"]
    assert weights(WRONG, t3_02="info", T2="error") == ["T2-11 error", "T3-02 info", "T3-03 error"]
    assert weights(WRONG, row_total="warning") == ["T2-11 info", "T3-02 error", "T3-03 warning"]


def test_off_is_not_reported() -> None:
    assert weights(WRONG, T3="off") == ["T2-11 info"]


@pytest.mark.parametrize("order", [1, -1])
def test_more_exact_entry_wins_whatever_the_order(order: int) -> None:
    levels = dict([("T", "warning"), ("T3", "off"), ("T3_03", "warning")][::order])
    assert weights(WRONG, **levels) == ["T2-11 warning", "T3-03 warning"]


def test_milder_finding_stays_milder_where_its_rule_is_made_milder() -> None:
    assert {"T3-02 warning", "T3-03 warning"} <= set(weights(BLANK))
    assert "T3-02 warning" in weights(BLANK, T3_02="warning")
    assert "T3-02 info" in weights(BLANK, T3_02="info")


def test_milder_finding_follows_where_its_rule_is_made_graver() -> None:
    assert {"T3-02 error", "T3-03 warning"} <= set(weights(BLANK, outcome_sum="error"))


def test_refusal_can_be_weighed_and_turned_off() -> None:
    assert weights(Source(""), RD_03="warning") == ["RD-03 warning"]
    assert weights(Source(""), RD="off") == []
