"""The canonical form of every text of the corpus says what the text says, is its own canonical form, and is read by stock Lark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from generator.render import FAMILIES
from lark.exceptions import UnexpectedInput

from corpus.texts import CORPUS, STEMS, TEXTS
from giar_lark.model.report import Metadata, Report
from giar_lark.parse.grammar import canonical_parser
from giar_lark.pipeline import Parsed, parse
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from giar_lark.write.document import Document, document_of
from giar_lark.write.html import html_page
from giar_lark.write.markdown import markdown_text
from giar_lark.write.text import canonical_text

# folders of texts that are no report, so that there is nothing to write
REFUSED = ("RD-01-", "RD-02-", "RD-03-", "RD-04-", "RD-09-")
READ = tuple(name for name in TEXTS if not name.startswith(tuple(f"faults/{code}" for code in REFUSED)))

# what the canonical form of a text does not keep, and why
KNOWN = {
    "reports/city-bureau-2020/pdf.pdfminer.txt": (
        ["canonical form"],
        "a lost row ends in a space, and the next time in none",
    ),
}
# a layout in turn for each report, so that every layout is written in both formats
TURNS = [(stem, FAMILIES[place % len(FAMILIES)]) for place, stem in enumerate(STEMS)]


def cells(report: Report) -> dict[str, tuple[object, str]]:
    """Value and state by key; a cell whose place was inferred is a given one."""
    return {cell.key: (cell.value, "given" if cell.state == "inferred" else cell.state) for cell in report.cells}


def said(metadata: Metadata) -> tuple[object, ...]:
    """What a report says of itself."""
    return (
        metadata.title,
        metadata.organ_name,
        metadata.year,
        metadata.period_start,
        metadata.period_end,
        metadata.issued_date,
    )


def document(parsed: Parsed, source: Source) -> Document:
    """The document of a report that was read."""
    assert not parsed.refused
    return document_of(parsed.report, source.text)


def is_read_by_stock_lark(text: str) -> bool:
    try:
        canonical_parser().parse(text)
    except UnexpectedInput:
        return False
    return True


@pytest.mark.parametrize("name", READ)
def test_the_canonical_form_says_the_same(name: str) -> None:
    source = read(CORPUS / name)
    before = parse(source)
    written = Source(canonical_text(document(before, source)))
    after = parse(written)
    kept = {
        "cells": cells(after.report) == cells(before.report),
        "metadata": said(after.report.metadata) == said(before.report.metadata),
        "canonical form": canonical_text(document(after, written)) == written.text,
        "stock Lark": is_read_by_stock_lark(written.text),
    }
    assert [what for what, is_kept in kept.items() if not is_kept] == KNOWN.get(name, ([], ""))[0]


@pytest.mark.parametrize("write", [markdown_text, html_page])
@pytest.mark.parametrize(("stem", "layout"), TURNS)
def test_markdown_and_html_keep_the_cells(stem: str, layout: str, write: Callable[[Document], str]) -> None:
    source = read(CORPUS / "reports" / stem / f"{layout}.txt")
    before = parse(source)
    assert cells(parse(Source(write(document(before, source)))).report) == cells(before.report)


@pytest.mark.parametrize("name", [name for name in TEXTS if name not in READ])
def test_what_is_no_report_is_refused(name: str) -> None:
    assert parse(read(CORPUS / name)).refused
