"""Which sign, written between the cells of a line, parts them: one that is no part of a number, a label or a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.fold import letters

# signs that are no part of a number or label, and do not stand for "not applicable"
SIGN = lazy_pattern(
    r"[^\w\s|\-−–—―─－/\\.．。、，,;；：()（）\[\]〔〕《》〈〉“”\"'‘’「」『』【】…?？*＊+＋~～\u2060\ufffd]"
)
# a plus that no number has for its sign
_LONE_PLUS = lazy_pattern(r"(?<!\S)[+＋](?!\S)")
# a line of so many separators and nothing else is a row of table 4 without a single value
BLANK_ROW = 14
# fewer marks on a line may be part of what it says
_FEW = 3


def written_separator(region: str) -> str | None:
    """The mark that parts the cells of a line (`,` `;`, their wide forms, `&` …), if most lines with numbers have one.

    A mark that also stands inside numbers or labels counts only where a line has several of them.
    """
    return next((mark for mark in _candidates(region) if _parts_cells(region, mark)), None)


def _candidates(region: str) -> Iterator[str]:
    yield from (mark for mark in (";", "；", ",", "，") if mark in region)
    yield from _foreign_marks(region)


def _parts_cells(region: str, mark: str) -> bool:
    """Whether a mark parts the cells of most lines with numbers."""
    if region.count(mark) < 2 * _FEW:
        return False
    lines = [line for line in region.split("\n") if line.strip()]
    marked = [line for line in lines if line.count(mark) >= _FEW and _parting(line, mark)]
    if len(marked) < 2 and not any(_parting(line, mark) >= 2 * _FEW for line in marked):
        return False
    plain = [line for line in lines if mark not in line and any(char.isdigit() for char in letters(line)[-3:])]
    return len(marked) > len(plain) and any(
        mark * 2 in line or _parting(line, mark) >= 2 * _FEW or _cells_of(line, mark) for line in marked
    )


def _foreign_marks(region: str) -> list[str]:
    """Signs that stand so often in a table that they may part its cells: none of a number, a label or a cell without one."""
    found = Counter(SIGN.findall(region))
    found.update(sign for sign in "+＋" for _ in _lone(region, sign))
    return [sign for sign, count in found.most_common(2) if count >= BLANK_ROW and not _is_around(region, sign, count)]


def _is_around(region: str, sign: str, count: int) -> bool:
    """Whether most of so many signs stand around numbers (`` `12` ``, `$12$`), which something else then parts."""
    mark = re.escape(sign)
    return len(re.findall(rf"(?<!\S){mark}\d[\d.,]*{mark}(?!\S)", region)) * 4 > count


def _lone(region: str, sign: str) -> list[str]:
    """The plus signs of a region, if all of them stand alone."""
    lone = [found for found in _LONE_PLUS.findall(region) if found == sign] if sign in region else []
    return lone if len(lone) == region.count(sign) else []


def _parting(line: str, mark: str) -> int:
    """How often a mark stands in a line other than between the thousands of a number."""
    return line.count(mark) - len(_among_thousands(mark).findall(line))


@cache
def _among_thousands(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=\d){re.escape(mark)}(?=\d{{3}}(?!\d))")


def _cells_of(line: str, mark: str) -> bool:
    """Whether a line ends in at least three short fields that could be cells."""
    fields = line.split(mark)
    return len(fields) > _FEW and all(len(field.strip()) <= 12 for field in fields[-_FEW:])
