"""Every rule against its cases: all rules run, and the whole list of findings is compared."""

from __future__ import annotations

import re

import pytest
from rule_cases import SOUND, Case, all_cases, findings_of, tells

from giar_lark import Finding, Source, check

ARITHMETIC = ("T3-01", "T3-02", "T3-03", "T4-01")


@pytest.mark.parametrize("case", all_cases(), ids=str)
def test_case_gives_exactly_its_findings(case: Case) -> None:
    found = findings_of(case)
    assert [_brief(finding, case.source) for finding in found] == list(case.findings)
    own = [finding for finding in found if tells(finding, case.code)]
    assert bool(own) == case.fails
    if own:
        numbers = re.findall(r"-?\d+(?:\.\d+)?", own[0].message.zh)
        assert [number for number in case.numbers if number not in numbers] == []
        assert case.severity in (None, own[0].severity.value)


@pytest.mark.parametrize("case", [case for case in all_cases() if case.code in ARITHMETIC], ids=str)
def test_sums_do_not_depend_on_the_layout(case: Case) -> None:
    a_cell_a_line = Source("\n".join(_unfolded(line) for line in case.source.text.split("\n")))
    assert _what(check(a_cell_a_line).findings) == _what(findings_of(case))


@pytest.mark.parametrize("name", SOUND)
def test_sound_report_gives_nothing(name: str) -> None:
    checked = check(Source(SOUND[name]))
    assert checked.findings == ()
    assert {cell.state for cell in checked.report.cells} == {"given"}


def _unfolded(line: str) -> str:
    """A row as word processors dump it: a tab before each cell, a cell a line, a blank line behind the row."""
    return "".join(f"\t{cell}\n" for cell in line.split("\t")) if "\t" in line else line


def _brief(finding: Finding, source: Source) -> str:
    covered = source.text[finding.span.start : finding.span.end]
    return f"{finding.code} {covered}".strip()


def _what(findings: tuple[Finding, ...]) -> list[tuple[str, str | None, str]]:
    return sorted((finding.code, finding.key, finding.message.zh) for finding in findings)
