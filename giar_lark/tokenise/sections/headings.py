"""The six section headings, wherever they stand: on a line, over two, or inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import filterfalse

from giar_lark.pattern import lazy_pattern
from giar_lark.templates import SectionSpec, tables
from giar_lark.tokenise.labels.recognise import index_of
from giar_lark.tokenise.sections.heading import (
    CLOSING,
    LEADING,
    LONGEST_LINE,
    LONGEST_RAW,
    NO,
    Heading,
    heading_of,
    is_title,
    may_go_on,
    ordinal_of,
    shape_of,
    title_prefixes,
    titles,
    trimmed,
)
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import Key, key, letters, number_of
from giar_lark.tokenise.text.lines import is_page_line, lines_of
from giar_lark.vocabulary import vocabulary

_CHINESE = frozenset("一二三四五六")
# of so many lines it is remembered that they are none
_REMEMBERED = 8192
_INLINE_ORDINAL = lazy_pattern(r"(?P<number>[一二三四五六1-6１-６])[ \t\xa0\u3000]?[、.．]")
# words alone behind a Chinese number: no row of a table, no sentence
_LIKE_A_HEADING = lazy_pattern(r"[二三四五]\s*、[\u4e00-\u9fff、和与及\s]{4,25}")
# a few words behind a title on its line, but none that would be all that a section has to say
_REST = lazy_pattern(r"(?![无没未暂略见同])[\u4e00-\u9fff]{1,6}(?=\s*(?:\n|$))")


def find_headings(text: str) -> list[Heading]:
    """The section headings of a report in the order of the text; a table of contents is passed over."""
    found = _on_lines(text)
    missing = _missing(found)
    if missing:
        taken = {heading.start for heading in found}
        found += [h for h in _inside_lines(text) if h.spec.key in missing and h.start not in taken]
        found.sort(key=_start)
        missing = _missing(found)
    if len(found) + len(missing) > len(tables().sections):
        found = _without_contents(text, found[: -_outline(text, found) or None])
        found = _one_each(text, found)
    return sorted(found + _reworded(text, found), key=_start) if missing else found


def _start(heading: Heading) -> int:
    return heading.start


def _missing(found: list[Heading]) -> set[str]:
    """The keys of the sections that have no heading."""
    return {spec.key for spec in tables().sections}.difference([heading.spec.key for heading in found])


def _on_lines(text: str) -> list[Heading]:
    found: list[Heading] = []
    skip_to = 0
    for start, line in _like_headings(text):
        if start >= skip_to:
            heading = heading_of(line, start) or _line_heading(text, start, start + len(line))
            if heading is not None:
                found.append(heading)
                skip_to = heading.end
    return found


def _like_headings(text: str) -> Iterator[tuple[int, str]]:
    """The lines that may be a heading or begin one, each with its offset; most lines are neither."""
    framed, at = f"\n{text}\n", 0
    for line in filterfalse(_others.__contains__, text.split("\n")):
        shape = NO if len(line) > LONGEST_LINE and _is_too_long(line) else shape_of(line)
        if shape is not NO:
            start = framed.index(f"\n{line}\n", at)
            at = start + len(line)
            if shape.spec is not None or may_go_on(line, text, at):
                yield start, line
        elif len(line) <= LONGEST_LINE:
            _pass_over(line)


def _is_too_long(line: str) -> bool:
    """Whether a line is too long for a heading, without the marks around it and what stands where mark-up stood."""
    if len(line) > LONGEST_RAW:
        return True
    bare = line.lstrip(LEADING).rstrip(CLOSING)
    return len(bare) > LONGEST_LINE and len(line.replace(FILLER, "").strip()) > LONGEST_LINE


# lines that were no headings: tables of one form, and reports of one hand, have the same ones
_others: set[str] = set()


def _pass_over(line: str) -> None:
    if len(_others) >= _REMEMBERED:
        _others.clear()
    _others.add(line)


def _line_heading(text: str, start: int, end: int) -> Heading | None:
    """The heading that begins on a line, continued on the next ones if the title is broken."""
    lead, following = start, _next_lines(text, end)
    start, end = trimmed(text, start, end)
    form = key(text[start:end])
    while True:
        spec = titles().get(form.letters)
        if spec is not None and is_title(text[start:end], form, spec):
            return Heading(spec, start, end, ordinal_of(text[start:end]), lead=lead)
        if form.letters and form.letters not in title_prefixes():
            return None
        below = next(following, None)
        if below is None or is_page_line(text[slice(*below)]):
            return None
        if not form.letters and key(text[slice(*below)]).ordinal:
            return None
        end = below[1]
        form = Key(form.letters + letters(text[slice(*below)]), form.ordinal)


def _next_lines(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The next few lines that say something, marks around them left out; none behind a line that is too long for a title."""
    for _ in range(3):
        while end < len(text) and text[end] in "\n\r":
            end += 1
        start, stop = end, text.find("\n", end)
        end = stop if stop >= 0 else len(text)
        if end - start > LONGEST_RAW:
            return
        start, stop = trimmed(text, start, end)
        if stop - start > LONGEST_LINE:
            return
        if stop > start:
            yield start, stop


def _inside_lines(text: str) -> list[Heading]:
    """Headings inside running text: an official ordinal with its own title behind it."""
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
    """Where the line of a heading begins if only mark-up stands before it, its own words as an anchor included; else -1."""
    line = text.rfind("\n", 0, start) + 1
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


def _without_contents(text: str, found: list[Heading]) -> list[Heading]:
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


def _outline(text: str, found: list[Heading]) -> int:
    """How many of the last headings are an outline that a PDF reader has put behind the report: each stood before."""
    count = 0
    for number in range(len(found) - 1, 0, -1):
        heading = found[number]
        below = found[number + 1].start if number + 1 < len(found) else len(text)
        stood = any(earlier.spec is heading.spec for earlier in found[:number])
        if not stood or len(letters(text[heading.end : min(below, heading.end + LONGEST_LINE)])) > 6:
            break
        count += 1
    return count if count > 2 else 0


def _touch(text: str, heading: Heading, following: Heading) -> bool:
    """Whether there is next to nothing between two headings."""
    return following.start - heading.end < LONGEST_LINE and len(letters(text[heading.end : following.start])) <= 6


def _one_each(text: str, found: list[Heading]) -> list[Heading]:
    """Of several lines with the same title, keep those with its own ordinal, and of these those with a Chinese one; true repeats stay."""
    numbered = {h.spec.key for h in found if key(text[h.start : h.end]).ordinal == h.spec.ordinal}
    found = [h for h in found if h.spec.key not in numbered or key(text[h.start : h.end]).ordinal == h.spec.ordinal]
    # 2.主动公开信息情况 within the first part, which 二、主动公开政府信息情况 follows
    in_chinese = {h.spec.key for h in found if h.ordinal[:1] in _CHINESE}
    return [h for h in found if h.spec.key not in in_chinese or h.ordinal[:1] in _CHINESE]


def _reworded(text: str, found: list[Heading]) -> list[Heading]:
    """Headings in other words: a short line with the right ordinal, between its neighbours, not too far from the title."""
    present = {heading.spec.key for heading in found}
    if len(present) < 3:
        return []
    extra: list[Heading] = []
    for spec in tables().sections:
        if spec.key in present:
            continue
        low = max((h.end for h in found if h.spec.ordinal < spec.ordinal), default=0)
        high = min((h.start for h in found if h.spec.ordinal > spec.ordinal), default=len(text))
        best: tuple[float, Heading] | None = None
        for first, last in lines_of(text, low, high):
            start, end = trimmed(text, first, last)
            form = key(text[start:end])
            if (
                not 3 <= len(form.letters) <= 40
                or (form.letters not in titles() and re.match(r"[（(]", text[start:end]))
                or form.letters in index_of("t3").whole
            ):
                continue
            if text[end - 1] in "。；，" or form.ordinal not in (0, spec.ordinal):
                continue
            closeness = closeness_to(spec, form.letters)
            if closeness >= _needed(text[start:end], form, spec, present) and (best is None or closeness > best[0]):
                best = closeness, Heading(spec, start, end, ordinal_of(text[start:end]), lead=first)
        if best is not None:
            extra.append(best[1])
    return extra


def _needed(line: str, form: Key, spec: SectionSpec, present: set[str]) -> float:
    """How close to its title a line has to be: less with the right ordinal, least between the headings before and after."""
    if not form.ordinal:
        return 0.75
    neighbours = {other.key for other in tables().sections if abs(other.ordinal - spec.ordinal) == 1}
    between = len(neighbours) == 2 and neighbours <= present
    return 0.15 if between and _LIKE_A_HEADING.fullmatch(line) else 0.5


def closeness_to(spec: SectionSpec, title: str) -> float:
    """How close the letters of a heading are to the nearest spelling of a title: 1 for the same, 0 for nothing in common."""
    from difflib import SequenceMatcher

    return max(
        SequenceMatcher(None, title, key(text).letters, autojunk=False).ratio() for text in vocabulary()[spec.terminal]
    )
