"""Where a finding stands, in words: table, row and column, or the heading of its section."""

from __future__ import annotations

from giar_lark.findings import Finding
from giar_lark.render.cells import printable
from giar_lark.render.document import Document
from giar_lark.render.labels import place_name


def place_words(document: Document, finding: Finding, lang: str) -> str:
    """The cell or row of a finding in words, or the heading of the section where it is in a sentence; empty if in none."""
    row = document.row_of(finding.key)
    section = printable(document.section_at(finding.span))
    if row is None or finding.key is None or (section and document.is_beside_tables(finding.span)):
        return section
    return place_name(finding.key, row.columns, lang)
