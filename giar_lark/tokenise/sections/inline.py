"""Headings inside running text: the official ordinal of a section with its own title behind it."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.tokenise.sections.heading import LONGEST_LINE, Heading, title_prefixes, titles
from giar_lark.tokenise.text.fold import letters, number_of

_INLINE_ORDINAL = lazy_pattern(r"(?P<number>[一二三四五六1-6１-６])[ \t\xa0\u3000]?[、.．]")
# a few words behind a title on its line, but none that would be all that a section has to say
_REST = lazy_pattern(r"(?![无没未暂略见同])[\u4e00-\u9fff]{1,6}(?=\s*(?:\n|$))")

_CELL = lazy_pattern(r"(?<![^\s|│,，;；、/])\d+(?=[\s|│,，;；、/])")


def inline_headings(text: str) -> list[Heading]:
    """The headings inside running text, in its order."""
    found = []
    for ordinal in _INLINE_ORDINAL.finditer(text):
        number = number_of(ordinal["number"])
        end = _title_end(text, ordinal.end(), number)
        if end:
            spec = tables().sections[number - 1]
            lead = _mark_up_before(text, ordinal.start(), end)
            end = _end_with_rest(text, ordinal.start(), end)
            found.append(Heading(spec, ordinal.start(), end, ordinal["number"] + "、", lead=lead))
    return found


def _end_with_rest(text: str, start: int, end: int) -> int:
    """Where a heading ends whose line has a word or two more (总体情况情况); else the end of its title."""
    rest = _REST.match(text, end)
    is_own_line = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return rest.end() if rest and is_own_line else end


def _mark_up_before(text: str, start: int, end: int) -> int:
    """Where the line of a heading begins if only mark-up stands before it, its own words as an anchor included; else -1.

    Numbers by themselves are the cells of a row.
    """
    line = text.rfind("\n", 0, start) + 1
    if _CELL.search(text, line, start):
        return -1
    words = "".join(char for char in letters(text[line:start]) if not char.isascii())
    own = letters(text[start:end])
    return line if start - line < LONGEST_LINE * 2 and own.endswith(words) else -1


def _title_end(text: str, start: int, number: int) -> int:
    """Where the longest title of a section that begins at an offset ends; 0 if none does."""
    spelled, best = "", 0
    for offset in range(start, min(start + LONGEST_LINE, len(text))):
        if text[offset] == "\n":
            break
        spelled += letters(text[offset])
        spec = titles().get(spelled)
        if spec is not None and spec.ordinal == number and letters(text[offset]):
            best = offset + 1
        elif spelled and spelled not in title_prefixes():
            break
    return best
