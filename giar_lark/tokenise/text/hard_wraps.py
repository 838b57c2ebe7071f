"""Texts that are cut at a width: every line that is longer goes on in the next one, wherever that may cut a cell or a label."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import compress, pairwise, repeat
from operator import add, eq, le
from unicodedata import east_asian_width

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

# so many lines of the table, and of the prose, end at the width
_FEW = 3
_NARROWEST, _WIDEST = 16, 200
# what parts the cells of a line
_PARTED = lazy_pattern(r"[\t|│,;<]|[ ]{2}")
# what begins the label of a row, or a line drawn below one
_NUMBERED = lazy_pattern(
    r"[+├└][-=─]|\s*(?:\d{1,2}[.．、]\D|[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)


class _Width(NamedTuple):
    """How many columns the lines of a text have at most, a Chinese character counted as `wide` of them."""

    columns: int
    wide: int

    def is_cut(self, line: str, following: str) -> bool:
        """Whether a line is so wide that the next character had no room in it, and is not a row of its own all the same."""
        left = self.columns - _columns(line, self.wide)
        full = not left or (left == 1 and _columns(following[:1], self.wide) == 2)
        return full and not _begins_row(line, following)


def unwrapped(text: str, start: int, end: int) -> str:
    """A text of the same length in which the lines of a table run on where they were cut, if they were cut at a width.

    A line of just that width may be whole: so it is where the next one begins a row.
    """
    width = _cut_at(text)
    if width is None:
        return text
    lines = text[start:end].split("\n")
    breaks = [FILLER if width.is_cut(line, following) else "\n" for line, following in pairwise(lines)]
    joined = "".join(line + gap for line, gap in zip(lines, [*breaks, ""], strict=True))
    return text[:start] + joined + text[end:]


def _begins_row(line: str, following: str) -> bool:
    """Whether a line begins a row: with a number, or with a word where the line before it ends in a digit."""
    return _NUMBERED.match(following) is not None or (line[-1:].isdigit() and "\u4e00" <= following[:1] <= "\u9fff")


@lru_cache(maxsize=2)
def _cut_at(text: str) -> _Width | None:
    """The width of a text, if lines of prose and of tables have just as many columns again and again."""
    lines = text.split("\n")
    lengths = [*map(len, lines)]
    if max(lengths) > _WIDEST:
        return None
    octets = map(len, text.encode(errors="replace").split(b"\n"))
    return _repeated(_longest(lines, lengths), 1) or _repeated(_widest(lines, [*map(add, lengths, octets)]), 2)


def _repeated(whole: Sequence[str], wide: int) -> _Width | None:
    """The width of the widest lines of a text, if it is cut there."""
    if len(whole) < 2 * _FEW:
        return None
    columns = _columns(whole[0], wide)
    parted = sum(_PARTED.search(line) is not None for line in whole)
    return _Width(columns, wide) if columns >= _NARROWEST and _FEW <= parted <= len(whole) - _FEW else None


def _longest(lines: Sequence[str], lengths: Sequence[int]) -> list[str]:
    """The lines that have as many characters as any; none where they are too few."""
    longest = max(lengths)
    return [line for line in lines if len(line) == longest] if lengths.count(longest) >= 2 * _FEW else []


def _widest(lines: Sequence[str], halves: Sequence[int]) -> list[str]:
    """The lines that are as wide as any, their wide characters counted as two columns.

    None has more columns than half of its characters and bytes, for the wide ones have three bytes or more.
    """
    least = _columns(lines[halves.index(max(halves))], 2)
    reaching = [*compress(lines, map(le, repeat(2 * least), halves))]
    columns = [_columns(line, 2) for line in reaching]
    return [*compress(reaching, map(eq, repeat(max(columns)), columns))]


def _columns(line: str, wide: int) -> int:
    if wide == 1:
        return len(line)
    classes = "".join(map(east_asian_width, line))
    return len(line) + classes.count("W") + classes.count("F")
