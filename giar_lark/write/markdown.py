"""Markdown: headings, paragraphs, and tables that keep every cell in its column, merged cells left empty."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Grid, unmerged

_PREFIXES = {Kind.TITLE: "# ", Kind.HEADING: "## "}
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\|<>*_`"})


def markdown_text(document: Document) -> str:
    """A document in GitHub's Markdown, an empty line between two parts."""
    return "\n\n".join("\n".join(_lines(part)) for part in document) + "\n"


def _lines(part: Part) -> Iterator[str]:
    if part.grid is None:
        yield _PREFIXES.get(part.kind, "") + _first_char_escaped(part.text.translate(_SPECIAL))
    else:
        yield from _table(part.grid)


def _first_char_escaped(text: str) -> str:
    """A paragraph that begins like a list or a heading must not become one."""
    number, dot, rest = text.partition(".")
    if dot and number.isascii() and number.isdigit():
        return f"{number}\\.{rest}"
    return f"\\{text}" if text.startswith(("#", "+ ", "- ")) else text


def _table(grid: Grid) -> Iterator[str]:
    head, *rows = [["" if box is None else box.text.translate(_SPECIAL) for box in row] for row in unmerged(grid)]
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
