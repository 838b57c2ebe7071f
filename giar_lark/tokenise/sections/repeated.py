"""Which of several headings of one section is its own: not those of a table of contents, of an outline, of a list."""

from __future__ import annotations

from giar_lark.tokenise.sections.heading import LONGEST_LINE, Heading
from giar_lark.tokenise.text.fold import key, letters

_CHINESE = frozenset("一二三四五六")
# so few letters between two headings, or behind one, are none of a section
_FEW = 6


def without_contents(text: str, found: list[Heading]) -> list[Heading]:
    """Drop a list of the headings (contents, preamble): one that the next heading follows at once, and that comes again."""
    last = {heading.spec.key: number for number, heading in enumerate(found)}
    kept: list[Heading] = []
    dropped = -1
    for number, heading in enumerate(found):
        close = number + 1 < len(found) and _touch(text, heading, found[number + 1])
        behind = dropped == number - 1 >= 0 and _touch(text, found[number - 1], heading)
        if last[heading.spec.key] > number and (close or behind):
            dropped = number
            continue
        kept.append(heading)
    return kept


def outline(text: str, found: list[Heading]) -> int:
    """How many of the last headings are an outline that a PDF reader has put behind the report: each stood before."""
    count = 0
    for number in range(len(found) - 1, 0, -1):
        heading = found[number]
        below = found[number + 1].start if number + 1 < len(found) else len(text)
        stood = any(earlier.spec is heading.spec for earlier in found[:number])
        if not stood or len(letters(text[heading.end : min(below, heading.end + LONGEST_LINE)])) > _FEW:
            break
        count += 1
    return count if count > 2 else 0


def _touch(text: str, heading: Heading, following: Heading) -> bool:
    """Whether there is next to nothing between two headings."""
    return following.start - heading.end < LONGEST_LINE and len(letters(text[heading.end : following.start])) <= _FEW


def one_each(text: str, found: list[Heading]) -> list[Heading]:
    """Of several lines with the same title, keep those with its own ordinal, and of these those with a Chinese one; true repeats stay."""
    numbered = {h.spec.key for h in found if key(text[h.start : h.end]).ordinal == h.spec.ordinal}
    found = [h for h in found if h.spec.key not in numbered or key(text[h.start : h.end]).ordinal == h.spec.ordinal]
    # 2.主动公开信息情况 within the first part, which 二、主动公开政府信息情况 follows
    in_chinese = {h.spec.key for h in found if h.ordinal[:1] in _CHINESE}
    return [h for h in found if h.spec.key not in in_chinese or h.ordinal[:1] in _CHINESE]
