"""Pages so that their text runs to the right: turned where it does not, and cut where two pages stand on one sheet."""

from __future__ import annotations

from collections import Counter

from giar_lark.lean.records import replace
from giar_lark.readers.pdf.page import Glyph, Page, Rule
from giar_lark.source.address import Box

# the middle of a sheet is free of text for so much of its width, and each side has so many lines of prose
_GUTTER = 0.03
_PROSE_LINES = 3
# a line of prose fills so much of its side
_PROSE_WIDTH = 0.4


def upright(page: Page) -> Page:
    """The page, turned as most of its text is."""
    turns = Counter(glyph.turn for glyph in page.glyphs if not glyph.text.isspace())
    turn = turns.most_common(1)[0][0] if turns else 0
    if turn == 0:
        return page
    width, height = (page.height, page.width) if turn % 2 else (page.width, page.height)
    return replace(
        page,
        width=width,
        height=height,
        glyphs=[_turned_glyph(glyph, page, turn) for glyph in page.glyphs],
        rules=[_turned_rule(rule, page, turn) for rule in page.rules],
        pictures=[_turned(box, page, turn) for box in page.pictures],
        fills=[],
        turned=turn,
    )


def _turned(box: Box, page: Page, turn: int) -> Box:
    left, top, right, bottom = box
    if turn == 1:
        return (page.height - bottom, left, page.height - top, right)
    if turn == 2:
        return (page.width - right, page.height - bottom, page.width - left, page.height - top)
    return (top, page.width - right, bottom, page.width - left)


def _turned_glyph(glyph: Glyph, page: Page, turn: int) -> Glyph:
    left, top, right, bottom = _turned((glyph.left, glyph.top, glyph.right, glyph.bottom), page, turn)
    return glyph._replace(left=left, top=top, right=right, bottom=bottom, turn=(glyph.turn - turn) % 4)


def _turned_rule(rule: Rule, page: Page, turn: int) -> Rule:
    box = (rule.start, rule.at, rule.end, rule.at) if rule.level else (rule.at, rule.start, rule.at, rule.end)
    left, top, right, bottom = _turned(box, page, turn)
    level = rule.level if turn == 2 else not rule.level
    return Rule(True, top, left, right) if level else Rule(False, left, top, bottom)


def sheets(page: Page) -> list[Page]:
    """The page, or its left and right half where two pages were put on one sheet."""
    middle = page.width / 2
    gap = page.width * _GUTTER
    if page.width <= page.height or _crossed(page, middle - gap, middle + gap):
        return [page]
    halves = [_half(page, 0.0, middle), _half(page, middle, page.width)]
    return halves if all(_is_page(half, middle) for half in halves) else [page]


def _crossed(page: Page, low: float, high: float) -> bool:
    """Whether anything stands in the middle of a sheet."""
    return any(glyph.right > low and glyph.left < high and not glyph.text.isspace() for glyph in page.glyphs) or any(
        (rule.start < high and rule.end > low) if rule.level else low < rule.at < high for rule in page.rules
    )


def _half(page: Page, left: float, right: float) -> Page:
    return replace(
        page,
        glyphs=[glyph for glyph in page.glyphs if left <= glyph.across < right],
        rules=[r for r in page.rules if left <= ((r.start + r.end) / 2 if r.level else r.at) < right],
        pictures=[box for box in page.pictures if left <= (box[0] + box[2]) / 2 < right],
    )


def _is_page(half: Page, width: float) -> bool:
    """Whether a side of a sheet looks like a page: it has a table of its own, or lines of prose."""
    if sum(not rule.level for rule in half.rules) > 1 and sum(rule.level for rule in half.rules) > 1:
        return True
    lines: dict[int, list[Glyph]] = {}
    for glyph in half.glyphs:
        if not glyph.text.isascii():
            lines.setdefault(round(glyph.down / 6), []).append(glyph)
    filled = (sum(glyph.right - glyph.left for glyph in line) for line in lines.values())
    return sum(chars > width * _PROSE_WIDTH for chars in filled) >= _PROSE_LINES
