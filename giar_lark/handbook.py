"""The handbook: every rule with its page, and what the program says of the example on it."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.manual import Manual
from giar_lark.relate import check_many
from giar_lark.rules import RULES
from giar_lark.rules.example import Example
from giar_lark.rules.example_report import other_source, wrong_source
from giar_lark.rules.page import manual_of
from giar_lark.rules.rule import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page of the handbook, and the finding that its wrong example gives."""

    manual: Manual
    found: Finding | None


def entry_of(page: Page) -> Entry:
    """The entry of a rule. Its example is checked."""
    rule = page.RULE
    found = (finding for finding in _findings(rule.example) if finding.code == (rule.told_as or rule.code))
    return Entry(manual=manual_of(page), found=next(found, None))


def _findings(example: Example) -> Iterator[Finding]:
    """What is found in the wrong report, and in the one beside it where there is one."""
    if not example.of_report:
        return
    other = other_source(example)
    for checked in check_many([wrong_source(example), *([other] if other else [])]):
        yield from checked.findings


def entries() -> Iterator[Entry]:
    """All entries, in the order of the catalogue."""
    return map(entry_of, RULES)
