"""What a rule tells of some prose is worked out once, and told wherever that prose stands."""

from __future__ import annotations

import pytest
from rule_cases import SOUND

from giar_lark import Finding, Source, check

TEXT = SOUND["2021"]
WORDS = "修订主动公开目录。"
FURTHER = 7


def found(text: str) -> tuple[Finding, ...]:
    return check(Source(text)).findings


@pytest.mark.parametrize(
    ("slip", "codes"),
    [
        ("修订主动公开目录（试行〕。", ["FM-01"]),
        ("修订修订主动公开目录。", ["FM-02"]),
        ("修订府信息公开目录。", ["FM-03"]),
        ("修订主动公开目录，、保持更新。", ["FM-09"]),
        ("修订府信息公开目录目录。", ["FM-03", "FM-02"]),
    ],
)
def test_prose_that_was_seen_before_has_its_findings_where_it_stands(slip: str, codes: list[str]) -> None:
    text = TEXT.replace(WORDS, slip)
    first, again, further = found(text), found(text), found("\n" * FURTHER + text)
    assert [finding.code for finding in first] == codes
    assert again == first
    assert further == tuple(finding.moved(FURTHER) for finding in first)
    assert [text[slice(*finding.span)] for finding in first] == [
        ("\n" * FURTHER + text)[slice(*finding.span)] for finding in further
    ]


def test_a_finding_that_moves_takes_its_fix_and_its_second_places_along() -> None:
    (here,) = found(TEXT.replace(WORDS, "修订主动公开目录（试行〕。"))
    there = here.moved(FURTHER)
    assert here.fix is not None and there.fix is not None
    assert [edit.span for edit in there.fix.edits] == [edit.span.moved(FURTHER) for edit in here.fix.edits]
    assert [other.span for other in there.related] == [other.span.moved(FURTHER) for other in here.related]
    assert (there.fix.safe, there.id, there.message) == (here.fix.safe, here.id, here.message)
