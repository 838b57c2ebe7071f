"""Markdown: headings, paragraphs, and tables that keep every cell in its column, merged cells left empty.

Paragraphs are indented as in a Chinese text. So none is taken for a list, a heading or a rule, and none for the end of the
one above it when the text is read again.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Grid, unmerged

_INDENT = "\u3000" * 2
_PREFIXES = {Kind.TITLE: "# ", Kind.HEADING: "## "}
# What would be taken as a mark. Not `_` inside a word or an address, nor the last `~`, which has none to pair with.
_SPECIAL = lazy_pattern(r"[|<>*`\[]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|~(?=.*~)|&(?=#?[0-9A-Za-z]+;)|#(?=#*$)")
# Markdown and our reader take the backslash before such a character as an escape, and the reader does so in pairs, too:
# an invisible character between the two keeps a backslash that is the report's own
_ESCAPE = lazy_pattern(r"\\(?=[!-/:-@\[-`{-~])")
# The reader takes backslashes for escapes in a text that has at least three. A text with fewer gets three more, as the name
# of a link that is nowhere used: Markdown does not show it, and the reader passes over a line without a letter.
_ESCAPES = 3
_UNSEEN = r"[\*\*\*]: #"


def markdown_text(document: Document) -> str:
    """A document in GitHub's Markdown, an empty line between two parts."""
    blocks = ["\n".join(_lines(part)) for part in document]
    if 0 < sum(len(_ESCAPE.findall(block)) for block in blocks) < _ESCAPES:
        blocks.append(_UNSEEN)
    return "\n\n".join(blocks) + "\n"


def _lines(part: Part) -> Iterator[str]:
    if part.grid is None:
        yield _PREFIXES.get(part.kind, _INDENT) + _escaped(part.text)
    else:
        yield from _table(part.grid)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _ESCAPE.sub(rf"\\{FILLER}", text))


def _table(grid: Grid) -> Iterator[str]:
    head, *rows = [["" if box is None else _cell(box.text) for box in row] for row in unmerged(grid)]
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"


def _cell(text: str) -> str:
    """A cell. A bar in it is an entity, by which the reader, to whom a bar ends a cell, knows it no more; but it stays in its column."""
    return _escaped(text).replace("\\|", "&#124;")
