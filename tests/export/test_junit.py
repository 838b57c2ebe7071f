"""JUnit XML of findings: a suite a file, a case a finding, a passing case for a sound file."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from outcome_sample import HOSTILE, hostile, outcome, two_lines

from giar_lark.export.junit import JunitDocument
from giar_lark.findings import Severity
from giar_lark.outcomes.outcome import Outcome

WHOLE = """\
<?xml version='1.0' encoding='utf-8'?>
<testsuites>
  <testsuite name="reports/a.txt" tests="3" failures="2" errors="0" skipped="0">
    <testcase classname="reports/a" name="T3-01 conservation 2:3" file="reports/a.txt" line="2">
      <failure message="column natural person: 15 is not 14, difference 1">reports/a.txt:2:3: column natural person: 15 is not 14, difference 1
help: compare with your register
basis: letter 30 (2021), annex</failure>
    </testcase>
    <testcase classname="reports/a" name="FM-09 broken-line 1:6" file="reports/a.txt" line="1">
      <failure message="column natural person: 15 is not 14, difference 1">reports/a.txt:1:6: column natural person: 15 is not 14, difference 1</failure>
    </testcase>
    <testcase classname="reports/a" name="ST-01 missing-section 3:1" file="reports/a.txt" line="3">
      <system-out>reports/a.txt:3:1: column natural person: 15 is not 14, difference 1
basis: letter 30 (2021), annex</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="b" name="nothing found" file="b" />
  </testsuite>
</testsuites>
"""


def document(*outcomes: Outcome, fail_on: Severity = Severity.WARNING) -> bytes:
    """The document of some files."""
    growing = JunitDocument("en", Path("/project"), fail_on)
    for one in outcomes:
        growing.add(one)
    return growing.document()


def test_whole_document() -> None:
    assert document(two_lines(), outcome("", path="b")).decode() == WHOLE


def test_what_is_milder_than_the_level_passes() -> None:
    counts = {
        level: ElementTree.fromstring(document(two_lines(), fail_on=level))[0].get("failures") for level in Severity
    }
    assert counts == {Severity.ERROR: "1", Severity.WARNING: "2", Severity.INFO: "3"}


def test_what_xml_forbids_is_left_out_and_the_rest_is_text() -> None:
    [[case]] = ElementTree.fromstring(document(hostile()))
    allowed = HOSTILE.translate(dict.fromkeys(map(ord, "\x1b\x00\x0b\ufffe")))
    assert case.get("file") == f"a/{allowed}.txt"
    assert case[0].get("message") == allowed
    assert (case[0].text or "").count("]]> &amp; %0A::error::") == 4
