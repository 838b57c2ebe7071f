"""The examples on the pages about dismissals."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rule_cases import SOUND

from giar_lark import Source, check
from giar_lark.dismissals.file import dismissals_in
from giar_lark.dismissals.review import Seen, review
from giar_lark.dismissals.sift import sift
from giar_lark.rules import RULES

EXAMPLES = {page.RULE.code: page.RULE.example for page in RULES if not page.RULE.example.of_report}
FOLDER, REPORT = Path("/reports"), "2023.txt"
SOURCE = Source(SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5"))


def said_of(text: str) -> list[str]:
    """What is said of dismissals beside a report that has a row that does not add up, T3-03."""
    given = dismissals_in(text, FOLDER / "giar-lark.dismissals.toml")
    today = date(2026, 3, 1)
    used = sift(str(FOLDER / REPORT), SOURCE, check(SOURCE).findings, given, today).used
    seen = Seen(checked=(REPORT,), present=(REPORT,), used=used)
    return [finding.code for finding in review(given.entries, given.source, seen, today)]


@pytest.mark.parametrize("code", EXAMPLES)
def test_wrong_example_gives_its_finding_and_the_right_one_none(code: str) -> None:
    assert code.startswith("CF")
    assert said_of(str(EXAMPLES[code].wrong)) == [code]
    assert said_of(EXAMPLES[code].right) == []
