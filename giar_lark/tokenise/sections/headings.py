"""The six section headings, wherever they stand: on a line, over two, or inside running text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import filterfalse

from giar_lark.official.templates import tables
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
from giar_lark.tokenise.sections.inline import inline_headings
from giar_lark.tokenise.sections.repeated import one_each, outline, without_contents
from giar_lark.tokenise.sections.reworded import reworded_headings
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import Key, key, letters
from giar_lark.tokenise.text.lines import is_page_line

# of so many lines it is remembered that they are none
_REMEMBERED = 8192


def find_headings(text: str) -> list[Heading]:
    """The section headings of a report in the order of the text; a table of contents is passed over."""
    found = _on_lines(text)
    missing = _missing(found)
    if missing:
        taken = {heading.start for heading in found}
        found += [h for h in inline_headings(text) if h.spec.key in missing and h.start not in taken]
        found.sort(key=_start)
        missing = _missing(found)
    if len(found) + len(missing) > len(tables().sections):
        found = without_contents(text, found[: -outline(text, found) or None])
        found = one_each(text, found)
    return sorted(found + reworded_headings(text, found), key=_start) if missing else found


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
