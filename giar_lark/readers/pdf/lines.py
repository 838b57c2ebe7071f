"""Glyphs to words and lines, in the order in which people read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from giar_lark.lean.later import kept_property
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.pdf.page import Glyph, around
from giar_lark.readers.wide import is_wide
from giar_lark.source.address import Box

# so wide a gap, as a part of the writing's size, parts two words; between a Chinese character and a number word processors
# leave a quarter by themselves
_GAP, _GAP_IN_NUMBERS = 0.6, 0.2
# glyphs of one line differ in height by less than this part of their size
_LEVEL = 0.45
# what is raised is smaller than this part of the size beside it, and so much of that higher
_SMALLER, _RAISED = 0.9, 0.15
# the same character twice, apart by less than this part of its width, is how some print bold
_SAME = 0.5
# two glyphs that lie over one another by so much of their width were never meant as one word
_OVER = 0.4
# what must not be run together
_SOLID = lazy_pattern(r"[0-9A-Za-z.,，．%％+\-−/０-９]")


@dataclass(frozen=True)
class Line:
    """Glyphs from the left, none of them white space: the gaps that it leaves are enough."""

    glyphs: tuple[Glyph, ...]

    @kept_property
    def box(self) -> Box:
        """The box around the glyphs."""
        return box_of(self.glyphs)

    @kept_property
    def size(self) -> float:
        """How large most of it is written."""
        sizes = sorted(glyph.size for glyph in self.glyphs)
        return sizes[len(sizes) // 2]

    @kept_property
    def text(self) -> str:
        """What the line says, its words parted by a space, and the number of a note behind a number in brackets."""
        number, in_note = self.glyphs[0], False
        parts = [number.text]
        for before, glyph in zip(self.glyphs, self.glyphs[1:], strict=False):
            was_in_note, in_note = in_note, _is_note(number, glyph)
            if was_in_note and not in_note:
                parts.append("]")
            if in_note and not was_in_note:
                parts.append("[")
            elif is_gap(before, glyph):
                parts.append(" ")
            parts.append(glyph.text)
            number = number if in_note else glyph
        return "".join([*parts, "]"] if in_note else parts)

    def words(self, wide: float = 0.0) -> list[Line]:
        """The words of the line; with `wide`, only where the gap between them has so many times the size of the writing."""
        words: list[list[Glyph]] = []
        for glyph in self.glyphs:
            if words and not is_gap(words[-1][-1], glyph, wide):
                words[-1].append(glyph)
            else:
                words.append([glyph])
        return [Line(tuple(word)) for word in words]


def box_of(glyphs: Iterable[Glyph]) -> Box:
    """The box around some glyphs."""
    return around([glyph[1:5] for glyph in glyphs])


def is_gap(before: Glyph, glyph: Glyph, wide: float = 0.0) -> bool:
    """Whether two glyphs that follow one another belong to two words."""
    size = min(before.size, glyph.size)
    gap = glyph.left - before.right
    if gap < 0:
        return not wide and -gap > _OVER * min(before.right - before.left, glyph.right - glyph.left)
    if wide:
        return gap > wide * size
    solid = _SOLID.match(before.text) and _SOLID.match(glyph.text)
    return gap > size * (_GAP_IN_NUMBERS if solid else _GAP)


def _is_note(number: Glyph, glyph: Glyph) -> bool:
    """Whether a figure is raised above the number or the Chinese in front of it: then it is the number of a note."""
    is_behind = number.text.isdecimal() or is_wide(number.text)
    return is_behind and glyph.text.isdecimal() and _is_raised(number, glyph)


def _is_raised(glyph: Glyph, other: Glyph) -> bool:
    """Whether another glyph, written smaller, stands beside the upper part of a glyph."""
    is_above = glyph.top + 2 * _RAISED * glyph.size < other.bottom < glyph.bottom - _RAISED * glyph.size
    return other.size < _SMALLER * glyph.size and is_above


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that some glyphs make, from the top."""
    lines: list[list[Glyph]] = []
    level = 0.0
    for glyph in sorted((g for g in glyphs if not g.text.isspace()), key=lambda g: g.down):
        if lines and abs(glyph.down - level) < _LEVEL * min(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
            level += (glyph.down - level) / len(lines[-1])
        elif lines and all(_is_raised(glyph, other) for other in lines[-1]):
            lines[-1].append(glyph)
            level = glyph.down
        else:
            lines.append([glyph])
            level = glyph.down
    return [Line(tuple(_once(line))) for line in lines]


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs of a line from the left, what was printed twice on the same place once."""
    out: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (g.left, g.order)):
        if not any(_is_same(glyph, other) for other in out[-4:]):
            out.append(glyph)
    return out


def _is_same(glyph: Glyph, other: Glyph) -> bool:
    near = _SAME * max(glyph.right - glyph.left, 0.1)
    return glyph.text == other.text and abs(glyph.left - other.left) < near and abs(glyph.down - other.down) < near


def is_apart(before: str, text: str) -> bool:
    """Whether two pieces of text need a space between them: numbers and Latin words do, Chinese is run on."""
    return bool(_SOLID.match(before[-1:]) and _SOLID.match(text))


def joined(texts: Sequence[str]) -> str:
    """The lines of a cell as one text."""
    out = ""
    for text in texts:
        out += f" {text}" if is_apart(out, text) else text
    return out
