"""Where a finding stands, in words: table, row and column, or the heading of its section."""

from __future__ import annotations

from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.render.cells import printable
from giar_lark.render.document import Document
from giar_lark.render.labels import place_name


def place_key(document: Document, finding: Finding) -> str | None:
    """The key of the cell or row that a finding is told at; None where it is told in a sentence, or of no table."""
    known = document.row_of(finding.key) is not None
    beside = document.section_at(finding.span) and document.is_beside_tables(finding.span)
    return finding.key if known and not beside else None


def place_words(document: Document, finding: Finding) -> Text:
    """The cell or row of a finding in words, or the heading of the section where it is in a sentence; empty if in none."""
    key = place_key(document, finding)
    row = document.row_of(key)
    if key is None or row is None:
        section = printable(document.section_at(finding.span))
        return Text(section, section)
    return place_name(key, row.columns)
