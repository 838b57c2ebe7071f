"""A small invented report, findings built by hand, and how to draw them; what the tests of the renderer share."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.pipeline import parse
from giar_lark.render.document import Document
from giar_lark.render.full import full_lines
from giar_lark.render.page import Page, show
from giar_lark.render.theme import LINES, Glyphs
from giar_lark.source.source import Source
from giar_lark.source.span import Span

GOLDEN = Path(__file__).parents[1] / "golden" / "render"
SOUND = (GOLDEN / "report.txt").read_text(encoding="utf-8")


def document(*edits: tuple[str, str], text: str = SOUND) -> Document:
    """The sound report after some edits, each of which must apply once."""
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the report"
        text = text.replace(old, new)
    source = Source(text, "年报.txt")
    return Document("年报.txt", source, parse(source).report)


def cell_span(found: Document, key: str) -> Span:
    """The place of a cell."""
    assert found.report is not None
    return next(cell.span for cell in found.report.cells if cell.key == key)


def text_span(found: Document, needle: str) -> Span:
    """The first place of a text."""
    start = found.source.text.index(needle)
    return Span(start, start + len(needle))


def finding(span: Span, **fields: object) -> Finding:
    """A finding with defaults for what a test does not care about."""
    defaults: dict[str, object] = {
        "code": "T3-01",
        "name": "conservation",
        "severity": Severity.ERROR,
        "message": Text("自然人列：15 ≠ 14，差 1", "column natural person: 15 is not 14, difference 1"),
        "label": Text("这一列不平", "does not balance"),
        "help": Text("与台账核对", "compare with your register"),
        "clause": Text("国办公开办函〔2021〕30号附件", "letter 30 (2021), annex"),
    }
    return Finding(span=span, **(defaults | fields))  # type: ignore[arg-type]


def addends(found: Document, *keys: str) -> tuple[Related, ...]:
    """Cells as second places."""
    return tuple(Related(span=cell_span(found, key), message=Text("加数", "addend"), key=key) for key in keys)


def draw(
    found: Document,
    findings: Sequence[Finding],
    *,
    lang: str = "zh",
    width: int = 80,
    glyphs: Glyphs = LINES,
    colour: bool = False,
) -> str:
    """What is printed for some findings."""
    out = io.StringIO()
    console = Console(
        file=out, force_terminal=colour, color_system="standard" if colour else None, width=width, _environ={}
    )
    show(console, full_lines(found, findings, Page(lang=lang, width=width, glyphs=glyphs)))
    return out.getvalue()
