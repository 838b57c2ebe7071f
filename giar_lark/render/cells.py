"""Display width: characters as terminal cells, invisible ones made visible, long lines cut to a window.

Widths exist here only. A terminal never gets a character of the report that could move its cursor.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass

TAB_CELLS = 4
# what an invisible character is shown as: a dot, and as wide as the character itself
_DOT, _WIDE_DOT = "·", "· "
# closing punctuation that does not begin a line of text
_CLOSING = frozenset("，。、；：！？）】》〉〕”’…%％,.;:!?)")

_EVEN_LINES_MOST, _WORD_MOST, _WIDOW_CELLS = 6, 40, 8
_PAUSES = frozenset("，；：。,;:")


class Glyph(NamedTuple):
    """One character of the source as it is shown: its offset, the text shown, its width, whether it is a stand-in."""

    offset: int
    text: str
    cells: int
    faint: bool


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a line that is shown, and whether the line goes on to the left or right of it."""

    glyphs: tuple[Glyph, ...]
    cut_left: bool
    cut_right: bool

    def column_of(self, offset: int) -> int:
        """Cells in front of an offset, the cut mark not counted; the window's end for an offset behind it."""
        return sum(glyph.cells for glyph in self.glyphs if glyph.offset < offset)


def width_of(text: str) -> int:
    """Cells that a text takes."""
    return cell_len(text)


@lru_cache(maxsize=4096)
def _shown(char: str) -> tuple[str, bool]:
    if char == "\u3000":
        return _WIDE_DOT, True
    if char == " " or (char.isprintable() and cell_len(char) > 0):
        return char, False
    if "\udc80" <= char <= "\udcff":  # a byte of a file's name that is no text
        return f"\\x{ord(char) - 0xDC00:02x}", True
    if char == "\ufffd" or unicodedata.category(char) in ("Cs", "Cn"):
        return "?", True
    return _DOT, True


def glyphs_of(text: str, start: int, end: int) -> Iterable[Glyph]:
    """The characters of a stretch of the source as they are shown; a tab reaches to the next stop."""
    column = 0
    for offset in range(start, end):
        char = text[offset]
        if char == "\t":
            shown, faint = " " * (TAB_CELLS - column % TAB_CELLS), False
        else:
            shown, faint = _shown(char)
        cells = cell_len(shown)
        column += cells
        yield Glyph(offset, shown, cells, faint)


def printable(text: str) -> str:
    """A text safe to print on one line: control and invisible characters become dots, line breaks and tabs spaces."""
    return "".join(" " if char in "\t\n\r" else _shown(char)[0] for char in text)


def window(text: str, line: tuple[int, int], focus: tuple[int, int], room: int) -> Window:
    """The part of a line that fits into some cells, with the focus in it and text on both sides of the focus.

    Linear in the room, not in the line.
    """
    start, end = line
    if end - start <= room:
        whole = tuple(glyphs_of(text, start, end))
        if sum(glyph.cells for glyph in whole) <= room:
            return Window(whole, False, False)
    room = max(room - 2, 8)
    low = max(start, min(focus[0], end))
    high = low
    used = 0
    # the focus first, then a third of the room in front of it, then as much as fits behind, then the rest in front
    high, used = _grow_right(text, high, min(max(focus[1], low), end), used, room * 2 // 3)
    low, used = _grow_left(text, low, start, used, used + room // 3)
    high, used = _grow_right(text, high, end, used, room)
    low, used = _grow_left(text, low, start, used, room)
    return Window(tuple(glyphs_of(text, low, high)), low > start, high < end)


def _cells_of(char: str) -> int:
    return TAB_CELLS if char == "\t" else cell_len(_shown(char)[0])


def _grow_right(text: str, at: int, end: int, used: int, room: int) -> tuple[int, int]:
    while at < end and used + _cells_of(text[at]) <= room:
        used += _cells_of(text[at])
        at += 1
    return at, used


def _grow_left(text: str, at: int, start: int, used: int, room: int) -> tuple[int, int]:
    while at > start and used + _cells_of(text[at - 1]) <= room:
        used += _cells_of(text[at - 1])
        at -= 1
    return at, used


def fit(text: str, room: int, mark: str = "…") -> str:
    """A text padded with spaces to some cells, or cut to them with a mark at its end."""
    cells = cell_len(text)
    if cells <= room:
        return text + " " * (room - cells)
    kept, used = [], 0
    for char in text:
        if used + cell_len(char) > room - cell_len(mark):
            break
        kept.append(char)
        used += cell_len(char)
    return "".join(kept) + mark + " " * (room - used - cell_len(mark))


def wrap(text: str, first: int, later: int) -> list[str]:
    """A text in lines of at most `first`, then `later` cells.

    Chinese breaks between any two characters; words and numbers stay whole, a number with what it counts (36 件), and no
    line begins with a closing mark.
    """
    lines, line, used, room = [], "", 0, first
    for atom in _atoms(text):
        cells = cell_len(atom)
        if line and used + cells > room:
            lines.append(line.rstrip())
            line, used, room = "", 0, later
            atom = atom.lstrip()
            cells = cell_len(atom)
        line += atom
        used += cells
    return [*lines, line] if line or not lines else lines


def wrap_evenly(text: str, room: int) -> list[str]:
    """A text in as few lines as its room allows: broken behind a comma if all breaks can be, else into even lines."""
    lines = wrap(text, room, room)
    if len(lines) > _EVEN_LINES_MOST:
        return lines
    least = -(-width_of(text) // max(len(lines), 1))
    even = [found for width in range(least, room) if len(found := wrap(text, width, width)) == len(lines)]
    at_pauses = (found for found in even if all(line[-1] in _PAUSES for line in found[:-1]))
    return next(at_pauses, even[0] if even else lines)


def wrap_without_widow(text: str, room: int) -> list[str]:
    """A text in lines, evenly where the last one would hold a word or two only."""
    lines = wrap(text, room, room)
    return wrap_evenly(text, room) if lines and width_of(lines[-1]) < _WIDOW_CELLS else lines


def wrap_paragraph(text: str, room: int) -> list[str]:
    """A text in full lines, a little narrower where the last one would hold a word or two only."""
    lines = wrap(text, room, room)
    for width in range(room - 1, room * 2 // 3, -1):
        if len(lines) < 2 or width_of(lines[-1]) >= _WIDOW_CELLS:
            break
        lines = wrap(text, width, width)
    return lines


def _atoms(text: str) -> Sequence[str]:
    """The pieces of a text that a line break must not divide; a word too long for any line is divided all the same."""
    atoms: list[str] = []
    for char, following in zip(text, f"{text[1:]}\n", strict=False):
        if atoms and len(atoms[-1]) < _WORD_MOST and _is_joined(atoms[-1], char, following):
            atoms[-1] += char
        else:
            atoms.append(char)
    return atoms


def _is_joined(atom: str, char: str, following: str) -> bool:
    """Whether a character goes with what stands before it, by what comes behind."""
    last = atom[-1]
    if char == " ":
        return last.isdigit() and not following.isascii()
    is_counted = last == " " and len(atom) > 1
    return is_counted or char in _CLOSING or (_is_word(char) and _is_word(last)) or last in "（“《〔(["


def _is_word(char: str) -> bool:
    return char.isascii() and not char.isspace()
