"""Every kind of defect costs one finding in the words of the report, and the rest of the report is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from generator.numbers import sound_numbers
from generator.values import number

from giar_lark.findings import Finding, Severity
from giar_lark.official.vocabulary import official
from giar_lark.pipeline import check
from giar_lark.source.source import Source
from parse.wording import internal_words, sentences
from synthetic.layouts import canonical
from synthetic.reading import read_text

NUMBERS = sound_numbers(
    "2021",
    {
        "t3.granted.natural_person": 31,
        "t3.not_processed.repeated.natural_person": 22,
        "t3.carried_in.natural_person": 5,
    },
).changed({"t2.rules.issued": number(0), "t2.licensing.decisions": number(64)})
TEXT = canonical(NUMBERS)


@dataclass(frozen=True, slots=True)
class Defect:
    """A slip (what stands there, what is put instead), the code it should get, the text under the mark, the lost cells."""

    old: str
    new: str
    code: str
    covers: str
    lost: str = "nothing"
    says: tuple[str, ...] = ()


REPEATED = "2.重复申请\t22\t0\t0\t0\t0\t0\t22"
CASES = "\t0" * 15
DEFECTS = {
    "a row of table 3 with too few values": Defect(
        REPEATED,
        REPEATED.removesuffix("\t22"),
        "T3-13",
        "22\t0\t0\t0\t0\t0",
        "t3.not_processed.repeated.",
        ("2.重复申请", "7", "6"),
    ),
    "a row of table 3 with too many values": Defect(
        REPEATED, f"{REPEATED}\t9", "T3-13", "9", "t3.not_processed.repeated.", ("2.重复申请", "7", "8")
    ),
    "a row of table 2 with too few values": Defect(
        "规章\t0\t0\t0", "规章\t0\t0", "T2-07", "0\t0", "t2.rules.", ("规章", "3", "2")
    ),
    "a row of table 2 with too many values": Defect(
        "行政许可\t64", "行政许可\t64\t8", "SY-01", "8", "t2.licensing.", ("行政许可", "1", "2")
    ),
    "table 4 with too few values": Defect(CASES, "\t0" * 14, "T4-02", "\t".join("0" * 14), "t4.", ("15", "14")),
    "table 4 with too many values": Defect(CASES, "\t0" * 16, "T4-02", "0", "t4.", ("15", "16")),
    "a missing row of table 3": Defect(f"{REPEATED}\n", "", "T3-14", "", "t3.not_processed.repeated.", ("2.重复申请",)),
    "a missing row of table 2": Defect("行政强制\t0\n", "", "SY-06", "", "t2.coercive_measures.", ("行政强制",)),
    "a missing caption": Defect("第二十条第（五）项\n", "", "T2-12", "", says=("第二十条第（五）项",)),
    "a missing heading": Defect("六、其他需要报告的事项\n", "", "ST-01", "", says=("六、其他需要报告的事项",)),
    "an unknown row of table 2": Defect(
        "行政强制\t0\n", "行政强制\t0\n其他强制事项\t0\n", "T2-10", "其他强制事项", says=("其他强制事项",)
    ),
    "an unknown row of table 3": Defect(
        REPEATED,
        f"{REPEATED}\n属于工作秘密{chr(9)}0\t0\t0\t0\t0\t0\t0",
        "SY-02",
        "属于工作秘密",
        says=("属于工作秘密", "7"),
    ),
    "a misspelt label": Defect(
        "4.保护第三方合法权益", "4.保护第三方合法权宜", "FM-04", "4.保护第三方合法权宜", says=("4.保护第三方合法权益",)
    ),
}


def new_findings(text: str) -> list[Finding]:
    """The findings that the sound report has not."""
    known = {(finding.code, finding.anchor) for finding in check(Source(TEXT)).findings}
    return [f for f in check(Source(text)).findings if (f.code, f.anchor) not in known]


def test_the_sound_report_has_no_error() -> None:
    assert [f.code for f in check(Source(TEXT)).findings if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_one_finding(name: str) -> None:
    defect = DEFECTS[name]
    assert TEXT.count(defect.old) == 1
    text = TEXT.replace(defect.old, defect.new)
    found = new_findings(text)
    assert [finding.code for finding in found] == [defect.code]
    assert text[slice(*found[0].span)].strip() == defect.covers


@pytest.mark.parametrize("name", DEFECTS)
def test_a_finding_names_the_row_and_the_numbers(name: str) -> None:
    defect = DEFECTS[name]
    (finding,) = new_findings(TEXT.replace(defect.old, defect.new))
    assert [word for word in defect.says if word not in finding.message.zh] == []
    assert [word for word in defect.says if word.isdigit() and word not in finding.message.en] == []


@pytest.mark.parametrize("name", DEFECTS)
def test_reading_goes_on_behind_a_defect(name: str) -> None:
    defect = DEFECTS[name]
    reading = read_text(TEXT.replace(defect.old, defect.new))
    lost = {key: state for key, (_, state) in reading.readings.items() if key.startswith(defect.lost)}
    assert set(lost.values()) <= {"unreadable", "missing"}
    assert {k: v for k, v in reading.readings.items() if k not in lost} == {
        k: v for k, v in NUMBERS.readings.items() if not k.startswith(defect.lost)
    }


@pytest.mark.parametrize("name", DEFECTS)
def test_a_finding_speaks_the_language_of_the_report(name: str) -> None:
    defect = DEFECTS[name]
    found = new_findings(TEXT.replace(defect.old, defect.new))
    assert internal_words(found) == []
    assert [s for finding in found for s in sentences(finding) if re.search("[!！]", s)] == []


def test_a_repeated_row_is_one_finding_and_the_first_one_counts() -> None:
    again = REPEATED.replace("22", "99")
    text = TEXT.replace(REPEATED, f"{REPEATED}\n{again}")
    found = new_findings(text)
    assert [finding.name for finding in found] == ["repeated-row"]
    assert read_text(text).readings == NUMBERS.readings
    assert internal_words(found) == []


def test_every_defect_at_once_is_told_and_what_is_whole_is_read() -> None:
    text = TEXT
    for defect in DEFECTS.values():
        text = text.replace(defect.old, defect.new, 1)
    reading = read_text(text)
    whole = {key: reading.cells[key].value for key in NUMBERS.cells if key.startswith("t3.granted.")}
    assert whole == {key: NUMBERS.at(key).value for key in whole}
    assert internal_words(check(Source(text)).findings) == []


def test_a_finding_in_an_empty_row_points_at_its_label() -> None:
    reading = read_text(TEXT.replace("行政许可\t64", "行政许可"))
    assert [f.code for f in reading.findings] in (["T2-07"], ["RD-06"], [])
    assert reading.cells["t2.licensing.decisions"].value is None
    start, end = reading.cells["t2.licensing.decisions"].span
    assert reading.source.text[:end].rstrip().endswith(official("LICENSING"))
    assert start == end
