"""A rule's page: its heading, its sections in paragraphs that fit the width, and its example."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Styled

from giar_lark.findings import Finding
from giar_lark.manual import EXAMPLE, EXAMPLE_BEHIND, Manual
from giar_lark.render.cells import printable, width_of, wrap, wrap_paragraph
from giar_lark.render.page import Page, line
from giar_lark.render.piece import piece_lines
from giar_lark.render.theme import FAINT, HELP, NAME, SEVERITY_STYLES, STRONG

_INDENT, _INSIDE = 4, 8


def rule_lines(manual: Manual, found: Finding | None, page: Page) -> Iterator[Styled]:
    """The lines of a page. `found` is what the wrong example gives; it is shown below it."""
    yield from _heading(manual, page)
    for section in manual.sections:
        yield line((section.head.in_language(page.lang), HELP))
        for paragraph in section.text.in_language(page.lang).split("\n\n"):
            yield from _paragraph(paragraph, _INDENT, page)
        if section.key == EXAMPLE_BEHIND:
            yield from _example(manual, found, page)


def _heading(manual: Manual, page: Page) -> Iterator[Styled]:
    marks = f" {page.glyphs.part} ".join(mark.in_language(page.lang) for mark in manual.marks)
    head = line((manual.code, SEVERITY_STYLES[manual.severity]), " ", (manual.name, NAME))
    fits = head.cell_len + 2 + width_of(marks) <= page.width
    rows = [head.append(f"  {marks}")] if fits else [head, line(marks)]
    yield from rows
    title = wrap(manual.title.in_language(page.lang), page.width, page.width)
    for part in title:
        yield line((part, STRONG))
    width = max(*(row.cell_len for row in rows), *map(width_of, title))
    yield line(("─" if page.glyphs.bar == "│" else "-") * min(page.width, width))


def _example(manual: Manual, found: Finding | None, page: Page) -> Iterator[Styled]:
    yield line((EXAMPLE.in_language(page.lang), HELP))
    for piece in manual.example:
        yield line(" " * _INDENT, piece.heading.in_language(page.lang))
        for drawn in piece_lines(piece.text, page.width - _INSIDE, page):
            yield line(" " * _INSIDE).append_text(drawn)
        if piece.kind == "wrong" and found:
            yield from _said(found, page)


def _said(found: Finding, page: Page) -> Iterator[Styled]:
    """What the program says of the wrong example."""
    arrow = f"{page.glyphs.place} "
    room = page.width - _INSIDE - len(arrow)
    for number, part in enumerate(wrap(printable(found.message.in_language(page.lang)), room, room)):
        lead = (arrow, FAINT) if number == 0 else " " * len(arrow)
        yield line(" " * _INSIDE, lead, (part, SEVERITY_STYLES[found.severity]))


def _paragraph(text: str, indent: int, page: Page) -> Iterator[Styled]:
    for part in wrap_paragraph(text, page.width - indent):
        yield line(" " * indent + part)
