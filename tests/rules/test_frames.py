"""Rules that look at all of a table but its numbers look once at tables of the same words."""

from __future__ import annotations

from collections.abc import Iterator

from rule_cases import SOUND

from giar_lark import Finding, Source, check, parse
from giar_lark.findings import Text
from giar_lark.model.report import Table
from giar_lark.rules import find_rule
from giar_lark.rules.context import Context
from giar_lark.tokenise.regular import known_tables

TEXT = SOUND["2021"]
OTHER_NUMBER = TEXT.replace("行政处罚\t46", "行政处罚\t47")
OTHER_WORDS = TEXT.replace("行政处罚\t46", " 行政处罚\t46")


class Look:
    """A rule that finds something, or nothing, in every table, and counts how often it is asked."""

    def __init__(self, *, finds: bool) -> None:
        self.finds, self.tables = finds, list[str]()

    def __call__(self, _: Context, table: Table) -> Iterator[Finding]:
        self.tables.append(table.key)
        if self.finds:
            yield find_rule("T3-01").RULE.finding(Text("不平", "no balance"), table.span)

    def at(self, text: str) -> list[Finding]:
        source = Source(text)
        return list(Context(source=source, report=parse(source).report).in_frames(self))


def test_where_nothing_was_found_nothing_is_looked_for_again() -> None:
    known_tables._known.forget()
    look = Look(finds=False)
    assert look.at(TEXT) == look.at(OTHER_NUMBER) == []
    assert look.tables == ["t2", "t3", "t4"]
    look.at(OTHER_WORDS)
    assert look.tables == ["t2", "t3", "t4", "t2"]


def test_what_was_found_is_found_again() -> None:
    known_tables._known.forget()
    look = Look(finds=True)
    assert len(look.at(TEXT)) == len(look.at(OTHER_NUMBER)) == 3
    assert look.tables == ["t2", "t3", "t4"] * 2


def test_a_table_like_a_sound_one_is_seen_to_be_wrong() -> None:
    known_tables._known.forget()
    wrong = TEXT.replace("行政规范性文件", "规范性文件")
    assert check(Source(TEXT)).findings == ()
    assert [finding.code for finding in check(Source(wrong)).findings] == ["T2-09"]
    assert [finding.code for finding in check(Source(wrong)).findings] == ["T2-09"]
