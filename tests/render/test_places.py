"""Where a finding stands, in words of both languages."""

from __future__ import annotations

import pytest

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.resources import read_sample
from giar_lark.pipeline import parse
from giar_lark.render.document import Document
from giar_lark.render.places import place_key, place_words
from giar_lark.source.source import Source
from giar_lark.source.span import Span

SOURCE = Source(read_sample("2021"))
REPORT = parse(SOURCE).report
DOCUMENT = Document("a.txt", SOURCE, REPORT)
CELL = "t3.denied.state_secret.natural_person"


def finding(key: str | None, span: Span) -> Finding:
    said = Text("不平", "unequal")
    return Finding(code="T3-02", name="outcome-sum", severity=Severity.ERROR, message=said, span=span, key=key)


def span_of(key: str) -> Span:
    return next(cell.span for cell in REPORT.cells if cell.key.startswith(key))


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (
            CELL,
            Text("表三 · （三）不予公开 1.属于国家秘密 · 自然人", "table 3 · denied: state secret · natural person"),
        ),
        ("t3.new_received", Text("表三 · 一、本年新收政府信息公开申请数量", "table 3 · new received")),
        (
            "t2.administrative_fees.amount_10k_yuan",
            Text("表二 · 行政事业性收费 · 本年收费金额", "table 2 · administrative fees · amount (10,000 yuan)"),
        ),
        (
            "t4.litigation_direct.upheld",
            Text("表四 · 未经复议直接起诉 · 结果维持", "table 4 · lawsuits without reconsideration · upheld"),
        ),
    ],
)
def test_cell_or_row_is_told_by_table_row_and_column(key: str, words: Text) -> None:
    told = finding(key, span_of(key))
    assert (place_key(DOCUMENT, told), place_words(DOCUMENT, told)) == (key, words)


@pytest.mark.parametrize("key", [None, CELL])
def test_sentence_is_told_by_the_heading_of_its_section(key: str | None) -> None:
    section = REPORT.sections[0]
    told = finding(key, Span(section.heading_span.end + 5, section.heading_span.end + 9))
    assert (place_key(DOCUMENT, told), place_words(DOCUMENT, told)) == (None, Text(section.heading, section.heading))


def test_what_stands_in_front_of_all_sections_is_told_by_nothing() -> None:
    assert place_words(DOCUMENT, finding(None, Span(0, 1))) == Text("", "")
