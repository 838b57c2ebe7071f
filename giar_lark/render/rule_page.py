"""A rule's page: its heading, then its text in paragraphs that fit the width."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from rich.text import Text as Styled

from giar_lark.findings import Severity, Text
from giar_lark.render.cells import width_of, wrap
from giar_lark.render.page import Page, line
from giar_lark.render.theme import HELP, NAME, SEVERITY_STYLES, SEVERITY_WORDS, STRONG

_ENGLISH = "In English:"
_EXAMPLE = re.compile(r"^(错|对|Wrong|Right)[：:]")


def rule_lines(code: str, name: str, severity: Severity, summary: Text, doc: str, page: Page) -> Iterator[Styled]:
    """The lines of a page. In English its English paragraph, where it has one, comes first."""
    style = SEVERITY_STYLES[severity]
    head = f"{code} {name}"
    yield line((code, style), " ", (name, NAME), "  ", SEVERITY_WORDS[severity].in_language(page.lang))
    title = summary.in_language(page.lang)
    for part in wrap(title, page.width, page.width):
        yield line((part, STRONG))
    yield line("─" * min(page.width, max(width_of(head), width_of(title)))) if page.glyphs.bar == "│" else line()
    chinese, _, english = inspect.cleandoc(doc).partition(_ENGLISH)
    if page.lang == "en" and english:
        yield from _paragraph(" ".join(english.split()), 0, page)
        yield line()
    _, _, body = chinese.strip().partition("\n")
    yield from _body(body.strip("\n"), page)


def _body(text: str, page: Page) -> Iterator[Styled]:
    """Headings at the margin, what stands under them indented; lines of one paragraph run together."""
    paragraph = ""
    for row in [*text.splitlines(), ""]:
        inside = row.startswith(" ")
        starts = not inside or not row.strip() or _EXAMPLE.match(row.strip())
        if paragraph and starts:
            yield from _paragraph(paragraph, 4, page)
            paragraph = ""
        if not inside and row.strip():
            yield line((row.strip(), HELP))
        elif inside:
            paragraph = _joined(paragraph, row.strip())


def _joined(before: str, after: str) -> str:
    """Two lines of a paragraph as one: Chinese without a space, Latin with one."""
    latin = before and after and before[-1].isascii() and after[0].isascii()
    return f"{before} {after}" if latin else before + after


def _paragraph(text: str, indent: int, page: Page) -> Iterator[Styled]:
    room = page.width - indent
    for part in wrap(text, room, room):
        yield line(" " * indent + part)
