"""What is known of a finding: not where it stands, but which cell it is about and what stands there."""

from __future__ import annotations

import pytest
from rule_cases import SOUND

from giar_lark import Finding, Source, check
from giar_lark.baseline.known import Baseline, all_known, known_of
from giar_lark.findings import Elsewhere, Related, Severity
from giar_lark.lang import Text
from giar_lark.source.address import Address
from giar_lark.source.span import Span

TEXT = SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5").replace("行政处罚\t46", "行政处罚\t46件")


def findings(text: str) -> tuple[Finding, ...]:
    return check(Source(text)).findings


BASELINE = Baseline({"a.txt": all_known(findings(TEXT), Source(TEXT))})


def new_codes(text: str, path: str = "a.txt") -> list[str]:
    """The codes of the findings that a baseline of `TEXT` does not know."""
    return [finding.code for finding in BASELINE.split(path, Source(text), findings(text)).new]


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def test_all_findings_are_known() -> None:
    split = BASELINE.split("a.txt", Source(TEXT), findings(TEXT))
    assert (split.new, split.known) == ((), findings(TEXT))
    assert BASELINE.count == len(findings(TEXT)) == 3


@pytest.mark.parametrize(
    "text",
    [
        f"\n\n{TEXT}",
        TEXT.replace("\n", "\n\n"),
        TEXT.replace("\n", "\r\n"),
        changed("（一）予以公开\t5", "（一）予以公开\t５"),
        changed("行政强制\t2", "行政强制\t4"),
    ],
)
def test_lines_layout_and_other_numbers_do_not_matter(text: str) -> None:
    assert new_codes(text) == []


def test_number_that_changes_makes_a_finding_new() -> None:
    assert new_codes(changed("行政处罚\t46件", "行政处罚\t47件")) == ["T2-11"]
    assert new_codes(changed("（一）予以公开\t5", "（一）予以公开\t4")) == ["T3-02", "T3-03"]


def test_addend_that_changes_makes_a_sum_new() -> None:
    assert new_codes(changed("（一）予以公开\t5\t1", "（一）予以公开\t5\t3"))[:1] != []


def test_other_file_knows_nothing() -> None:
    assert new_codes(TEXT, "b.txt") == ["T2-11", "T3-02", "T3-03"]


def test_number_in_another_file_counts() -> None:
    def finding(number: int) -> Finding:
        said = Text(f"2022 年报告，结转下年度：{number}", f"report on 2022: {number}")
        there = Related(span=Span(0, 1), message=said, elsewhere=Elsewhere("2022.txt", Address(9, 4)))
        return Finding(
            code="YR-01",
            name="x",
            severity=Severity.ERROR,
            message=Text("不一致", "differs"),
            span=Span(0, 1),
            key="t3.carried_in.total",
            related=(there,),
        )

    source = Source("3")
    assert known_of(finding(4), source) == known_of(finding(4), source)
    assert known_of(finding(4), source) != known_of(finding(5), source)


def test_what_is_not_found_any_more_goes() -> None:
    some = all_known(findings(TEXT)[:1], Source(TEXT))
    assert BASELINE.still_in({"a.txt": some, "b.txt": some}) == Baseline({"a.txt": some})
    assert BASELINE.still_in({}) == Baseline({})
