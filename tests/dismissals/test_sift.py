"""Findings that are set aside, and what is said of the dismissals themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rule_cases import SOUND

from giar_lark import Finding, Source, check
from giar_lark.dismissals.file import Dismissals, dismissals_in
from giar_lark.dismissals.review import Seen, review
from giar_lark.dismissals.sift import Sifted, sift

TODAY = date(2026, 3, 1)
FOLDER = Path("/reports")
SOURCE = Source(
    SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5").replace("行政处罚\t46", "行政处罚\t 46 件")
)
FINDINGS = check(SOURCE).findings
KEY = "t3.granted.natural_person"


def dismissals(*entries: str) -> Dismissals:
    """Dismissals of a.txt, each given by what it has besides the file and the reason."""
    texts = [f"[[dismiss]]\nfile = 'a.txt'\nreason = '已核'\n{entry}\n" for entry in entries]
    return dismissals_in("\n".join(texts), FOLDER / "x.toml")


def sifted(*entries: str, name: str = "a.txt") -> Sifted:
    return sift(str(FOLDER / name), SOURCE, FINDINGS, dismissals(*entries), TODAY)


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def test_findings_before() -> None:
    assert codes(FINDINGS) == ["T2-11", "T3-02", "T3-03"]
    assert {finding.key for finding in FINDINGS} == {"t2.penalties.decisions", KEY}


@pytest.mark.parametrize(
    "entry",
    [
        "code = 'T3-03'",
        "code = 'row-total'",
        f"code = 'T3-03'\nkey = '{KEY}'",
        "code = 'T3-03'\ntext = '5'",
        f"code = 'T3-03'\nkey = '{KEY}'\ntext = '5'\nid = '{FINDINGS[2].id}'",
        "code = 'T3-03'\nuntil = 2026-03-01",
    ],
)
def test_finding_that_is_meant_is_set_aside_with_its_reason(entry: str) -> None:
    result = sifted(entry)
    assert codes(result.kept) == ["T2-11", "T3-02"]
    (dismissed,) = result.dismissed
    assert (dismissed.finding, dismissed.reason) == (FINDINGS[2], "已核")
    assert dismissed.until == (date(2026, 3, 1) if "until" in entry else None)


@pytest.mark.parametrize(
    "entry",
    [
        "code = 'T3-01'",
        "code = 'T3-03'\nkey = 't3.granted.total'",
        "code = 'T3-03'\ntext = '6'",
        f"code = 'T3-03'\nkey = '{KEY}'\ntext = '6'",
        f"code = 'T3-03'\nid = '{FINDINGS[1].id}'",
        "code = 'T3-03'\nuntil = 2026-02-28",
    ],
)
def test_other_findings_stay(entry: str) -> None:
    assert sifted(entry) == Sifted(FINDINGS, (), ())


def test_white_space_under_a_finding_is_no_matter() -> None:
    assert codes(sifted("code = 'T2-11'\ntext = '46件'").kept) == ["T3-02", "T3-03"]


def test_file_that_is_not_meant_keeps_its_findings() -> None:
    assert codes(sifted("code = 'T3-03'", name="b.txt").kept) == codes(FINDINGS)


def test_first_entry_that_means_a_finding_sets_it_aside() -> None:
    result = sifted("code = 'T3-03'\ntext = '6'", "code = 'T3-03'", "code = 'T3-03'")
    assert [entry.index for entry in result.used] == [1]


def reviewed(*entries: str, checked: tuple[str, ...] = ("a.txt",), present: tuple[str, ...] = ("a.txt",)) -> list[str]:
    """Code and line of what is said of some dismissals, after a.txt was sifted by them."""
    given = dismissals(*entries)
    used = sift(str(FOLDER / "a.txt"), SOURCE, FINDINGS, given, TODAY).used
    found = review(given.entries, given.source, Seen(checked=checked, present=present, used=used), TODAY)
    return [f"{finding.code} {given.source.text[finding.span.start : finding.span.end]}" for finding in found]


def test_dismissal_in_use_is_not_mentioned() -> None:
    assert reviewed("code = 'T3-03'", "code = 'T3-02'\nuntil = 2026-03-01") == []


def test_dismissal_without_effect_is_told_at_its_rule() -> None:
    assert reviewed("code = 'T3-01'") == ["CF-01 code = 'T3-01'"]
    assert reviewed("code = 'T3-03'", "code = 'T3-03'\nkey = 't3.granted.total'") == ["CF-01 code = 'T3-03'"]


def test_dismissal_of_a_file_that_is_not_there_is_told_at_its_file() -> None:
    assert reviewed("code = 'T3-01'", checked=("b.txt",), present=("b.txt",)) == ["CF-01 file = 'a.txt'"]


def test_dismissal_of_a_file_that_was_not_checked_is_not_judged() -> None:
    assert reviewed("code = 'T3-01'", checked=("b.txt",)) == []
    assert reviewed("code = 'T3-01'\nuntil = 2026-02-28", checked=("b.txt",)) == []


def test_dismissal_of_several_files_is_judged_when_all_were_checked() -> None:
    given = dismissals_in("[[dismiss]]\nfile = '*.txt'\ncode = 'T3-01'\nreason = 'x'\n", FOLDER / "x.toml")
    for checked, count in ((("a.txt",), 0), (("a.txt", "b.txt"), 1)):
        seen = Seen(checked=checked, present=("a.txt", "b.txt"), used=())
        assert len(list(review(given.entries, given.source, seen, TODAY))) == count


def test_dismissal_of_a_rule_about_several_reports_is_judged_when_all_were_checked() -> None:
    both = ("2022.txt", "a.txt")
    assert reviewed("code = 'YR-01'", present=both) == []
    assert reviewed("code = 'YR-01'", checked=both, present=both) == ["CF-01 code = 'YR-01'"]


def test_expired_dismissal_is_told_at_its_day_and_once() -> None:
    assert reviewed("code = 'T3-03'\nuntil = 2026-02-28") == ["CF-02 until = 2026-02-28"]
    assert reviewed("code = 'T3-01'\nuntil = 2026-02-28") == ["CF-02 until = 2026-02-28"]
