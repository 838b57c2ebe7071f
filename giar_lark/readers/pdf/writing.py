"""Blocks to layout text: a paragraph on a line, a row on a line with tabs, and the spot of each piece."""

from __future__ import annotations

from collections.abc import Iterable

from giar_lark.readers.layout import Layout, LayoutWriter
from giar_lark.readers.pdf.blocks import Block, Row, Table
from giar_lark.readers.pdf.lines import is_apart
from giar_lark.readers.pdf.page import Page
from giar_lark.readers.pdf.paragraphs import Paragraph, paragraphs
from giar_lark.source.address import PageSpot


def written(blocks: Iterable[Block]) -> Layout:
    """The layout text of all blocks of a document."""
    writer = LayoutWriter()
    for part in paragraphs(blocks):
        if isinstance(part, Table):
            for row in part.rows:
                _write_row(writer, part.page, row)
        else:
            _write_paragraph(writer, part)
    return writer.layout()


def _write_row(writer: LayoutWriter, page: Page, row: Row) -> None:
    for number, entry in enumerate(row):
        if number:
            writer.tab()
        writer.spot(PageSpot(page.number, entry.box))
        writer.write(entry.text, writer.at)
    writer.line()


def _write_paragraph(writer: LayoutWriter, paragraph: Paragraph) -> None:
    for number, line in enumerate(paragraph):
        if number and is_apart(paragraph[number - 1].line.text, line.line.text):
            writer.space()
        writer.spot(PageSpot(line.page.number, line.page.shown(line.line.box)))
        writer.write(line.line.text, writer.at)
    writer.line()
