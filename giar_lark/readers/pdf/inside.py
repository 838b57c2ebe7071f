"""The text of a cell: level, turned, or written downward, over as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from giar_lark.readers.pdf.lines import Line, joined, lines_of
from giar_lark.readers.pdf.page import Glyph
from giar_lark.source.address import Box

# characters are written downward if so many of their steps lead to the next one below
_DOWNWARD = 0.5
# what word processors leave between a rule and the writing, if it is not less
_MARGIN = 5.7


def cell_text(glyphs: Sequence[Glyph], cell: Box) -> str:
    """What the glyphs in the box of a cell say."""
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not seen:
        return ""
    turned = [glyph for glyph in seen if glyph.turn]
    if len(turned) * 2 > len(seen):
        return joined([line.text for line in lines_of(_levelled(turned))])
    if _is_downward(seen):
        return _downward(seen)
    lines = lines_of(seen)
    texts = [line.text for line in lines]
    return "".join(texts) if _is_broken_number(lines, cell) else joined(texts)


def _is_broken_number(lines: Sequence[Line], cell: Box) -> bool:
    """Whether lines are one number that its cell is too narrow for: each line but the last has no room for a further digit."""
    if len(lines) < 2 or not all(line.text.isascii() and line.text.isdigit() for line in lines):
        return False
    margin = min(_MARGIN, *(line.box[0] - cell[0] for line in lines))
    room = cell[2] - cell[0] - 2 * margin
    full = [line.box[2] - line.box[0] for line in lines[:-1]]
    digits = [width / len(line.glyphs) for width, line in zip(full, lines, strict=False)]
    return all(width + digit > room for width, digit in zip(full, digits, strict=True))


def _levelled(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs of turned writing as if it ran to the right."""
    return [glyph._replace(left=b[0], top=b[1], right=b[2], bottom=b[3]) for glyph in glyphs for b in [_turned(glyph)]]


def _turned(glyph: Glyph) -> Box:
    if glyph.turn == 1:
        return (-glyph.bottom, glyph.left, -glyph.top, glyph.right)
    if glyph.turn == 3:
        return (glyph.top, -glyph.right, glyph.bottom, -glyph.left)
    return (-glyph.right, -glyph.bottom, -glyph.left, -glyph.top)


def _is_downward(glyphs: list[Glyph]) -> bool:
    """Whether characters were written one below the other, in columns from the right, and not in lines of one or two."""
    if len(glyphs) < 4 or len({round(glyph.across) for glyph in glyphs}) < 2:
        return False
    written = sorted(glyphs, key=lambda glyph: glyph.order)
    steps = [
        abs(b.across - a.across) < a.size * 0.3 and 0 < b.down - a.down < a.size * 2.5 for a, b in pairwise(written)
    ]
    turns = [b.across < a.across - a.size * 0.3 and b.down < a.down for a, b in pairwise(written)]
    return any(turns) and sum(steps) > _DOWNWARD * len(steps)


def _downward(glyphs: list[Glyph]) -> str:
    """Columns of characters from the right."""
    turned = [g._replace(left=g.top, top=-g.right, right=g.bottom, bottom=-g.left) for g in glyphs]
    return joined([line.text for line in lines_of(turned)])
