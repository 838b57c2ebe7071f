"""A rule that names its occasions is asked only where one of them is, and would have found nothing elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from rule_cases import SOUND, all_cases

from giar_lark import Source, check, parse, read
from giar_lark.findings import Finding
from giar_lark.rules import CHECKS, RULES
from giar_lark.rules.context import Context
from giar_lark.rules.due import rules_asked, rules_due
from giar_lark.rules.example_report import right_source, wrong_source
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Check

CORPUS = Path(__file__).parents[2] / "corpus"


def of(source: Source) -> Context | None:
    """What rules are given of a source; None where none is asked."""
    parsed = parse(source)
    return None if parsed.refused else Context(source=source, report=parsed.report, earlier=parsed.findings)


def found_by_idle_rules(sources: Iterator[Source]) -> list[tuple[str, str]]:
    """The rules that are not asked of a source and find something in it, with the name of the source."""
    found: list[tuple[str, str]] = []
    for context in filter(None, map(of, sources)):
        due = rules_due(CHECKS, context)
        for table in context.report.tables:
            table.frame.sound.clear()  # what was remembered would hide what is found
        idle = [rule for rule in CHECKS if rule not in due]
        found += [(rule.RULE.code, context.source.name) for rule in idle if list(rule.check(context))]
    return found


def test_idle_rules_would_find_nothing_in_any_case_of_a_rule() -> None:
    assert found_by_idle_rules(case.source for case in all_cases()) == []


@pytest.mark.parametrize(("folder", "step"), [("reports", 5), ("faults", 1), ("changes", 1), ("twins", 1)])
def test_idle_rules_would_find_nothing_in_the_corpus(folder: str, step: int) -> None:
    # a report stands there in more than ten layouts: the step takes another one of each
    assert found_by_idle_rules(map(read, sorted((CORPUS / folder).rglob("*.txt"))[::step])) == []


def test_most_rules_are_idle_in_a_sound_report() -> None:
    for text in SOUND.values():
        check(Source(text))  # a table is like those before from the second on
        context = of(Source(text))
        assert context is not None
        assert len(rules_due(CHECKS, context)) < len(CHECKS) / 2


@pytest.mark.parametrize(
    "code", ["XT-01", "XT-02", "XT-03", "XT-07", "XT-08", "XT-10", "XT-13", "T3-10", "T3-11", "T4-03"]
)
def test_rule_on_numbers_that_the_table_has_too_is_asked_where_they_differ_alone(code: str) -> None:
    example, asked = next(page.RULE.example for page in RULES if page.RULE.code == code), []
    for source in (right_source(example), wrong_source(example)):
        context = of(source)
        assert context is not None
        asked.append(code in [rule.RULE.code for rule in rules_due(CHECKS, context)])
    assert asked == [False, True]


def rule(*occasions: Sign) -> Check:
    """A rule with some occasions, or with none."""

    def check_nothing(_: Context) -> Iterator[Finding]:
        yield from ()

    planted = ModuleType("planted")
    vars(planted)["check"] = asked_where(*occasions)(check_nothing) if occasions else check_nothing
    return cast("Check", planted)


def test_rule_is_due_where_one_of_its_occasions_is_and_always_if_it_names_none() -> None:
    odd, told, any_report = rule(Sign.ODD_CELLS, Sign.UNEQUAL), rule(Sign.REMARKS), rule()
    rules = (odd, any_report, told)
    assert rules_asked(rules, frozenset()) == (any_report,)
    assert rules_asked(rules, frozenset({Sign.UNEQUAL})) == (odd, any_report)
    assert rules_asked(rules, frozenset({Sign.REMARKS, Sign.ODD_CELLS})) == rules
