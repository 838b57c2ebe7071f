"""The handbook: every rule with its page, and what the program says of the example on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from giar_lark.check import check
from giar_lark.findings import Finding
from giar_lark.manual import Manual
from giar_lark.rules import RULES
from giar_lark.rules.example import wrong_source
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
    findings = check(wrong_source(rule.example)).findings if rule.example else ()
    found = (finding for finding in findings if finding.code == (rule.told_as or rule.code))
    return Entry(manual=manual_of(page), found=next(found, None))


def entries() -> Iterator[Entry]:
    """All entries, in the order of the catalogue."""
    return map(entry_of, RULES)
