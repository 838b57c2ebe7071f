"""Fixes that must not be kept: whatever a rule offers, numbers stay and nothing new comes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import pytest
from rule_cases import SOUND

from giar_lark import Finding, Severity, Source
from giar_lark.findings import Fix
from giar_lark.fixing import rounds
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.pipeline import check
from giar_lark.rules.context import Context
from giar_lark.source.span import Edit, Span

BASE = SOUND["2021"].replace("行政规范性文件\t3", "规范性文件\t3")


class Planted:
    """A rule that finds some words, once each, and offers to replace them."""

    def __init__(self, *pairs: tuple[str, str], safe: bool = True) -> None:
        self.pairs, self.safe = pairs, safe

    def check(self, context: Context) -> Iterator[Finding]:
        """One finding for each word that stands there."""
        for old, new in self.pairs:
            at = context.text.find(old)
            if at >= 0:
                edit = Edit(span=Span(at, at + len(old)), text=new)
                yield Finding(
                    code="FM-99",
                    name="planted",
                    severity=Severity.INFO,
                    message=Text(old, old),
                    span=edit.span,
                    repair=Later.of(Fix(edits=(edit,), safe=self.safe)),
                    anchor=old,
                )


Plant = Callable[[Planted], None]


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Adds a planted rule to the others."""
    module = sys.modules[check.__module__]
    sound = module.CHECKS

    def add(rule: Planted) -> None:
        monkeypatch.setattr(module, "CHECKS", (*sound, rule))

    return add


def fixed(text: str, *, unsafe: bool = False) -> rounds.Fixed:
    return rounds.fix(Source(text), unsafe=unsafe)


def test_harmless_fix_is_kept(plant: Plant) -> None:
    plant(Planted(("解读形式", "解读方式")))
    done = fixed(SOUND["2021"])
    assert done.source.text == SOUND["2021"].replace("解读形式", "解读方式")
    assert done.refused == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [("行政处罚\t46", "行政处罚\t47"), ("行政处罚\t46", "行政处罚\t"), ("行政处罚\t46", "行政处罚\t46.0")],
    ids=["another number", "no number", "another way to write it"],
)
def test_fix_that_changes_a_given_number_is_refused(plant: Plant, old: str, new: str) -> None:
    plant(Planted((old, new)))
    done = fixed(SOUND["2021"])
    assert done.source.text == SOUND["2021"]
    assert [entry.reason.zh for entry in done.refused] == ["改后“行政处罚·本年处理决定数量”的数字会变"]
    assert [finding.code for finding in done.checked.findings] == ["FM-99"]


def test_fix_that_leaves_its_finding_is_refused(plant: Plant) -> None:
    plant(Planted(("解读形式", "解读形式和解读形式")))
    done = fixed(SOUND["2021"])
    assert done.source.text == SOUND["2021"]
    assert [entry.reason.zh for entry in done.refused] == ["改后问题仍在"]


def test_fix_that_brings_a_finding_is_refused(plant: Plant) -> None:
    plant(Planted(("五、存在的主要问题", "四、存在的主要问题")))
    done = fixed(SOUND["2021"])
    assert done.source.text == SOUND["2021"]
    assert "ST-02" in done.refused[0].reason.zh


def test_fixes_that_undo_each_other_come_to_an_end(plant: Plant) -> None:
    plant(Planted(("解读形式", "解读方式"), ("解读方式", "解读形式")))
    done = fixed(SOUND["2021"])
    assert done.source.text == SOUND["2021"]
    assert "FM-99" in done.refused[0].reason.zh


def test_bad_fix_does_not_stop_the_good_ones(plant: Plant) -> None:
    plant(Planted(("解读形式", "解读方式"), ("行政处罚\t46", "行政处罚\t47"), ("个别栏目", "少数栏目")))
    done = fixed(BASE)
    wanted = SOUND["2021"].replace("解读形式", "解读方式").replace("个别栏目", "少数栏目")
    assert done.source.text == wanted
    assert [entry.finding.anchor for entry in done.refused] == ["行政处罚\t46"]


def test_fixes_that_touch_take_two_rounds(plant: Plant) -> None:
    plant(Planted(("还不够", "不太"), ("丰富", "多样")))
    assert "解读形式不太多样" in fixed(SOUND["2021"]).source.text


def test_suggestion_is_applied_on_demand_only(plant: Plant) -> None:
    plant(Planted(("解读形式", "解读方式"), safe=False))
    assert fixed(SOUND["2021"]).source.text == SOUND["2021"]
    assert "解读方式" in fixed(SOUND["2021"], unsafe=True).source.text


def test_text_with_damaged_characters_is_left_alone() -> None:
    source = Source(BASE, damaged=1)
    assert rounds.fix(source).source is source
