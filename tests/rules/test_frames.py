"""Rules that look at all of a table but its numbers look once at tables of the same words."""

from __future__ import annotations

from collections.abc import Iterator

from rule_cases import SOUND

from giar_lark import Source, check, parse
from giar_lark.model.report import Table
from giar_lark.rules.context import Context
from giar_lark.tokenise.regular import known_tables

TEXT = SOUND["2021"]
OTHER_NUMBER = TEXT.replace("行政处罚\t46", "行政处罚\t47")
LONGER_NUMBER = TEXT.replace("行政处罚\t46", "行政处罚\t467")
OTHER_WORDS = TEXT.replace("行政处罚\t46", " 行政处罚\t46")


class Look:
    """A rule that finds something, or nothing, in every table, and counts how often it is asked."""

    def __init__(self, *, finds: bool) -> None:
        self.finds, self.tables = finds, list[str]()

    def __call__(self, _: Context, table: Table) -> Iterator[int]:
        self.tables.append(table.key)
        if self.finds:
            yield len(self.tables)

    def at(self, text: str) -> list[tuple[int, int]]:
        """Where each table ends in which something is found, and what."""
        source = Source(text)
        found = Context(source=source, report=parse(source).report).in_frames(self)
        return [(table.span.end, hit) for table, hit in found]


def test_where_nothing_was_found_nothing_is_looked_for_again() -> None:
    known_tables._known.forget()
    look = Look(finds=False)
    assert look.at(TEXT) == look.at(OTHER_NUMBER) == []
    assert look.tables == ["t2", "t3", "t4"]
    look.at(OTHER_WORDS)
    assert look.tables == ["t2", "t3", "t4", "t2"]


def test_what_was_found_is_found_again_in_the_place_of_each_table_and_not_looked_for() -> None:
    known_tables._known.forget()
    look = Look(finds=True)
    ends = [table.span.end for table in parse(Source(TEXT)).report.tables]
    assert look.at(TEXT) == list(zip(ends, [1, 2, 3], strict=True))
    assert look.at("\n" + LONGER_NUMBER) == list(zip([end + 2 for end in ends], [1, 2, 3], strict=True))
    assert look.tables == ["t2", "t3", "t4"]


def test_slips_that_were_seen_in_tables_before_are_told_in_their_own_places() -> None:
    known_tables._known.forget()
    row = "\n行政处罚\t46"
    for slip in (row * 2, row.replace("行政处罚", "行政处罚（其它）"), f"{row}\n规章\t0\t0\t0"):
        wrong = TEXT.replace(row, slip)
        first, *again = (told(text) for text in (wrong, wrong, wrong.replace("46", "461")))
        assert first != []
        assert again == [first, first]


def told(text: str) -> list[tuple[str, str]]:
    """The findings about a table that are no sums, each with the text that it marks, but for its numbers."""
    found = [finding for finding in check(Source(text)).findings if finding.code[:2] in ("SY", "FM", "T2")]
    return [(finding.code, text[slice(*finding.span)].rstrip("0123456789")) for finding in found]


def test_a_table_like_a_sound_one_is_seen_to_be_wrong() -> None:
    known_tables._known.forget()
    wrong = TEXT.replace("行政规范性文件", "规范性文件")
    assert check(Source(TEXT)).findings == ()
    assert [finding.code for finding in check(Source(wrong)).findings] == ["T2-09"]
    assert [finding.code for finding in check(Source(wrong)).findings] == ["T2-09"]
