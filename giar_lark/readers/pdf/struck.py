"""Words that are struck out: a rule as long as they are runs through their middle."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from giar_lark.readers.pdf.page import Glyph, Page, Rule

# a rule strikes words if it is so near to their middle, as a part of their size, and ends where they end, in points; no
# writing is larger than that
_MIDDLE, _END, _LARGEST = 0.2, 1.5, 60.0


def take_out_struck(page: Page) -> None:
    """Part the struck words of a page, and the rules that strike them, from what stands on it."""
    by_height = sorted((glyph for glyph in page.glyphs if not glyph.turn), key=_down)
    struck: list[Glyph] = []
    kept: list[Rule] = []
    for rule in page.rules:
        words = _struck_by(rule, by_height) if rule.level else []
        struck += words
        if not words:
            kept.append(rule)
    if struck:
        gone = {glyph.order for glyph in struck}
        page.struck = sorted(struck, key=lambda glyph: glyph.order)
        page.glyphs = [glyph for glyph in page.glyphs if glyph.order not in gone]
        page.rules = kept


def _struck_by(rule: Rule, by_height: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs that a rule strikes: as long as all of them together, it is no line of a table that crosses a word."""
    near = _MIDDLE * _LARGEST
    words = []
    for glyph in by_height[bisect_left(by_height, rule.at - near, key=_down) :]:
        if glyph.down > rule.at + near:
            break
        is_level = abs(glyph.down - rule.at) < _MIDDLE * glyph.size
        if is_level and rule.start - _END < glyph.left and glyph.right < rule.end + _END:
            words.append(glyph)
    if not words:
        return []
    left, right = min(glyph.left for glyph in words), max(glyph.right for glyph in words)
    return words if left < rule.start + _END and rule.end - _END < right else []


def _down(glyph: Glyph) -> float:
    return glyph.down
