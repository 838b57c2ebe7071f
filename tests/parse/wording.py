"""What a finding says, and the words that must not be in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from giar_lark.findings import Finding
from giar_lark.lang import Text
from parse.token_streams import terminals

_INTERNAL = re.compile(r"token|terminal|unexpected|__ANON|lark|LALR|parser|\$END", re.IGNORECASE)
_CODE = re.compile(r"\b[a-z]+_[a-z_]+\b|\bNone\b|\bTrue\b|\bFalse\b")


def sentences(finding: Finding) -> Iterator[str]:
    """Every sentence of a finding, in both languages."""
    texts: list[Text | None] = [finding.message, finding.label, finding.help, finding.clause]
    for text in [*texts, *(related.message for related in finding.related)]:
        if text is not None:
            yield from (text.zh, text.en)


def internal_words(findings: Iterable[Finding]) -> list[str]:
    """The sentences that say what only the program knows: names of terminals and rules, words of parsing."""
    names = re.compile(rf"\b(?:{'|'.join(terminals())})\b")
    return [
        sentence
        for finding in findings
        for sentence in sentences(finding)
        if _INTERNAL.search(sentence) or names.search(sentence) or _CODE.search(sentence)
    ]
