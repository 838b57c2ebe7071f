"""One line as a heading: its section, whatever layout and mark-up stand around it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import Key, key, letters
from giar_lark.tokenise.text.lines import line_below

# a heading is short; a line longer than this is prose, however it begins
LONGEST_LINE = 60
# with the mark-up of a word processor around it, it may still be this long
LONGEST_RAW = 2000
BLANKS = " \t\r\n\f\v\xa0\u3000\u2002\u2003" + FILLER
LEADING = BLANKS + "#*>_=-+|·•\ufeff"
CLOSING = BLANKS + "#*_=|：:"
# an ordinal in brackets is none of a section
_BRACKETS = ("（", "(", "〔", "[")
_PLAIN_ORDINAL = lazy_pattern(
    r"\s*(?:第[一二三四五六七八九十]部分|[一二三四五六七八九十]{1,2}|[0-9０-９]{1,2}|[lI](?=六))\s*[、.．。,，:：)）]?\s*"
)


class Heading(NamedTuple):
    """A section heading: the section, the span of ordinal and title, the ordinal as written (empty if there is none).

    An empty span is a heading that is not in the text: its table is.
    """

    spec: SectionSpec
    start: int
    end: int
    ordinal: str = ""
    lead: int = -1

    @property
    def above(self) -> int:
        """Where the heading's own line begins, marks of a mark-up language in front of it included."""
        return self.start if self.lead < 0 else self.lead


@cache
def titles() -> dict[str, SectionSpec]:
    """The section of each title, by its letters."""
    return {key(text).letters: spec for spec in tables().sections for text in vocabulary()[spec.terminal]}


@cache
def title_prefixes() -> frozenset[str]:
    """What the letters of a title may begin with."""
    return frozenset(title[:length] for title in titles() for length in range(1, len(title)))


class Shape(NamedTuple):
    """What a line is as a heading: a whole one (its section, span and ordinal), or, without a section, perhaps its beginning."""

    spec: SectionSpec | None
    start: int = 0
    end: int = 0
    ordinal: str = ""


NO, _PERHAPS = Shape(None), Shape(None, 1)


@lru_cache(maxsize=1024)
def shape_of(line: str) -> Shape:
    """Whether a line can be a heading or its first part: a title's beginning, or an ordinal alone."""
    start, end = trimmed(line, 0, len(line))
    if line[start:end].lstrip().startswith(_BRACKETS):
        return NO
    form = key(line[start:end])
    spec = titles().get(form.letters)
    if spec is not None and is_title(line[start:end], form, spec):
        return Shape(spec, start, end, ordinal_of(line[start:end]))
    may = form.letters in title_prefixes() or (form.ordinal > 0 and not form.letters)
    return _PERHAPS if may else NO


def heading_of(line: str, start: int) -> Heading | None:
    """The heading that a line is which begins at an offset; None if it is none, or not a whole one."""
    spec, first, last, ordinal = shape_of(line)
    return None if spec is None else Heading(spec, start + first, start + last, ordinal, start)


def may_be_heading(text: str, start: int, end: int) -> bool:
    """Whether a line is a heading, or its first part as far as the line below shows."""
    shape = shape_of(text[start:end])
    return shape.spec is not None or (shape is not NO and may_go_on(text[start:end], text, end))


def may_go_on(line: str, text: str, end: int) -> bool:
    """Whether a line that begins a title, and ends at a place, may be continued by the next one that says something."""
    start, stop = line_below(text, end)
    return _may_go_on(line, text[start:stop])


@lru_cache(maxsize=8192)
def _may_go_on(line: str, below: str) -> bool:
    start, end = trimmed(line, 0, len(line))
    title = key(line[start:end]).letters
    start, end = trimmed(below, 0, len(below))
    return not title or start >= end or title + letters(below[start:end]) in title_prefixes() | titles().keys()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A line without the marks that mark-up languages put around a heading."""
    line = text[start:end]
    left = len(line) - len(line.lstrip(LEADING))
    right = len(line.rstrip(CLOSING))
    return start + left, start + max(left, right)


def is_title(line: str, form: Key, spec: SectionSpec) -> bool:
    """Whether a line that spells a title is one: a short title needs its own number."""
    official = key(vocabulary()[spec.terminal][0]).letters
    if form.letters == official or len(form.letters) >= 10:
        return True
    return form.ordinal == spec.ordinal and re.match(r"\s*[一二三四五六0-9]", line) is not None


def ordinal_of(line: str) -> str:
    """The ordinal in front of a heading as written, white space left out; empty if there is none."""
    match = _PLAIN_ORDINAL.match(line.replace(FILLER, ""))
    return "".join(match[0].split()) if match else ""
