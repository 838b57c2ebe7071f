"""Formatting is the canonical form, or nothing."""

from __future__ import annotations

import pytest
from analysed import SOUND, analysed

from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.formatting import formatted
from giar_lark.pipeline import parse
from giar_lark.write.document import document_of
from giar_lark.write.text import canonical_text


def after(analysis: Analysis) -> str:
    text = analysis.text
    for edit in reversed(formatted(analysis).edits):
        start, end = analysis.document.raw.span(edit.range)
        text = text[:start] + edit.new_text + text[end:]
    return text


def test_a_report_is_brought_to_what_fmt_writes() -> None:
    text = SOUND.replace("\t", " | ").replace("　　", "")
    analysis = analysed(text)
    source = analysis.document.source
    assert after(analysis) == canonical_text(document_of(parse(source).report, text))


def test_a_formatted_report_needs_no_edits() -> None:
    once = after(analysed(SOUND))
    assert formatted(analysed(once)).edits == []
    assert formatted(analysed(once)).refusal is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SOUND.replace("规章\t0\t0\t0", "规章\t0\t0\t0\n闲话一句"), "“闲话一句”会丢失"),
        (SOUND.replace("规章\t0\t0\t0", "规章\t0\t0\t0\t7"), "没有排版"),
        ("今天天气很好。\n" * 20, "没有排版"),
        ("", "没有排版"),
    ],
)
def test_what_would_lose_anything_is_refused(text: str, words: str) -> None:
    found = formatted(analysed(text))
    assert found.edits == []
    assert found.refusal is not None and words in found.refusal.zh
