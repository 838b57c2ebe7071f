"""A text as the server knows it, without a server."""

from __future__ import annotations

from pathlib import Path

from giar_lark.lean.resources import read_sample
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.document import Document
from giar_lark.lsp.options import Options
from giar_lark.lsp.surroundings import Atlas
from giar_lark.source.span import Span

SOUND = read_sample("2021")
# the third number of a row, and a total
WRONG_TOTAL = SOUND.replace("（一）予以公开\t6\t1\t0\t0\t1\t0\t8", "（一）予以公开\t6\t1\t0\t0\t1\t0\t9")


def analysed(text: str, path: Path = Path("/nowhere/report.txt"), options: Options | None = None) -> Analysis:
    """What is known of a text that lies at a path, to a client that counts in UTF-16."""
    around = Atlas(options or Options(lang="zh"), None, {}).of(path.parent)
    return Analysis(Document(uri=path.as_uri(), text=text), around)


def at(text: str, mark: str, behind: int = 0) -> int:
    """The offset of a mark in a text, and so many characters on."""
    return text.index(mark) + behind


def whole(analysis: Analysis) -> Span:
    """All of a text."""
    return Span(0, len(analysis.text))
