"""Automatic numbering: what a word processor shows in front of a paragraph, which stands nowhere in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, RPR, VAL, W, is_on, number, value
from giar_lark.readers.docx.numerals import numeral
from giar_lark.readers.docx.styles import Styles
from giar_lark.readers.docx.symbols import shown

_LEVELS = 9
_PLACE = lazy_pattern(r"%([1-9])")
_LEVEL, _ILVL, _NUM_ID, _NUMBERED = f"{W}lvl", f"{W}ilvl", f"{W}numId", f"{W}numPr"
_ABSTRACT_ID, _TEXT, _FORM = f"{W}abstractNumId", f"{W}lvlText", f"{W}numFmt"
_STYLE_OF_PARAGRAPH, _START_OVERRIDE = f"{W}pStyle", f"{W}startOverride"


class Level(NamedTuple):
    """How one level of a list is numbered; `restart` is the highest level number, from 1, whose use begins it anew."""

    text: str
    form: str
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    legal: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _List:
    """The numbers that a list has reached: None for a level that is to begin."""

    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


@dataclass(slots=True)
class Numbering:
    """The lists of a document, counted on paragraph by paragraph, in the order of the text."""

    styles: Styles
    nums: dict[str, Element] = field(default_factory=dict)
    abstracts: dict[str, Element] = field(default_factory=dict)
    _lists: dict[str, _List] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)
    _levels: dict[tuple[str, int], Level | None] = field(default_factory=dict)
    _styled: dict[str | None, tuple[str | None, str | None]] = field(default_factory=dict)

    def next(self, paragraph: Element | None) -> str:
        """What stands in front of a paragraph with these properties, a space behind it if there is a gap; mostly nothing."""
        if not self.nums:
            return ""
        num, at = self._place_of(paragraph)
        if num is None or num == "0" or not 0 <= at < _LEVELS:
            return ""
        level = self._level(num, at)
        if level is None:
            return ""
        self._count(num, at, level)
        if level.hidden:
            return ""
        text = self._text(num, level)
        return f"{text} " if text and level.suffix != "nothing" else text

    def _place_of(self, paragraph: Element | None) -> tuple[str | None, int]:
        """The list and the level of a paragraph, by what it says itself and what its style says."""
        own = None if paragraph is None else paragraph.find(_NUMBERED)
        num, at = value(own, _NUM_ID), value(own, _ILVL)
        if num is None:
            num, of_style = self._by_style(value(paragraph, _STYLE_OF_PARAGRAPH))
            at = at or of_style
        return num, number(at)

    def _by_style(self, style: str | None) -> tuple[str | None, str | None]:
        """The list and the level that a style gives its paragraphs."""
        if style not in self._styled:
            self._styled[style] = None, None
            for name, said in self.styles.numbering(style):
                num = value(said, _NUM_ID)
                if num is not None:
                    self._styled[style] = num, self._level_of_style(num, name) or value(said, _ILVL)
                    break
        return self._styled[style]

    def _level_of_style(self, num: str, style: str) -> str | None:
        """The level of a list that belongs to a style."""
        abstract = self._abstract(num)
        levels = () if abstract is None else abstract.iterfind(_LEVEL)
        return next((level.get(_ILVL) for level in levels if value(level, _STYLE_OF_PARAGRAPH) == style), None)

    def _abstract(self, num: str) -> Element | None:
        """The definition that a list follows, through the style that may stand for it."""
        found = self.abstracts.get(value(self.nums.get(num), _ABSTRACT_ID) or "")
        link = value(found, f"{W}numStyleLink")
        if link is None:
            return found
        return next((one for one in self.abstracts.values() if value(one, f"{W}styleLink") == link), found)

    def _level(self, num: str, at: int) -> Level | None:
        key = (num, at)
        if key not in self._levels:
            override = self._override(num, at)
            level = next((level for one in (override, self._abstract(num)) for level in _levels_at(one, at)), None)
            start = value(override, _START_OVERRIDE)
            self._levels[key] = level if level is None or start is None else level._replace(start=number(start))
        return self._levels[key]

    def _override(self, num: str, at: int) -> Element | None:
        element = self.nums.get(num)
        overrides = () if element is None else element.iterfind(f"{W}lvlOverride")
        return next((one for one in overrides if number(one.get(_ILVL)) == at), None)

    def _list(self, num: str) -> _List:
        """Lists with the same definition count on together."""
        abstract = self._abstract(num)
        name = num if abstract is None else abstract.get(_ABSTRACT_ID, num)
        return self._lists.setdefault(name, _List())

    def _count(self, num: str, at: int, level: Level) -> None:
        counts = self._list(num).counts
        if (num, at) not in self._begun and value(self._override(num, at), _START_OVERRIDE) is not None:
            # such a list begins with its own number, wherever others with the same definition have come to
            counts[at] = None
        self._begun.add((num, at))
        for above in range(at):
            if counts[above] is None:
                higher = self._level(num, above)
                counts[above] = 1 if higher is None else higher.start
        before = counts[at]
        counts[at] = level.start if before is None else before + 1
        for below in range(at + 1, _LEVELS):
            lower = self._level(num, below)
            restart = None if lower is None else lower.restart
            if restart is None or at < restart:
                counts[below] = None

    def _text(self, num: str, level: Level) -> str:
        counts = self._list(num).counts

        def figure(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = self._level(num, at)
            form = "decimal" if level.legal else "none" if other is None else other.form
            count = counts[at]
            return numeral((1 if other is None else other.start) if count is None else count, form)

        return _PLACE.sub(figure, level.text)


def numbering_of(root: Element | None, styles: Styles) -> Numbering:
    """The lists of a document; none where it has no part for them."""
    numbering = Numbering(styles)
    for element in () if root is None else root:
        if element.tag == f"{W}abstractNum":
            numbering.abstracts[element.get(_ABSTRACT_ID, "")] = element
        elif element.tag == f"{W}num":
            numbering.nums[element.get(_NUM_ID, "")] = element
    return numbering


def _levels_at(parent: Element | None, at: int) -> Iterator[Level]:
    for element in () if parent is None else parent.iterfind(_LEVEL):
        if number(element.get(_ILVL)) == at:
            yield _level_of(element)


def _level_of(element: Element) -> Level:
    form, custom = _form_of(element)
    text = value(element, _TEXT) or ""
    restart = value(element, f"{W}lvlRestart")
    if form == "bullet":
        fonts = element.find(f"{RPR}/{W}rFonts")
        text = shown(text, "" if fonts is None else fonts.get(f"{W}ascii", ""))
    return Level(
        text=text,
        form=custom or form,
        start=number(value(element, f"{W}start")),
        suffix=value(element, f"{W}suff") or "tab",
        restart=None if restart is None else number(restart),
        legal=is_on(element.find(f"{W}isLgl")),
        hidden=is_on(element.find(f"{RPR}/{W}vanish")),
    )


def _form_of(element: Element) -> tuple[str, str | None]:
    """The format of a level, and the newer one that may stand beside it: `01, 02, 03, ...` among them."""
    newer = element.find(f"{ALTERNATE}/{CHOICE}/{_FORM}")
    found = element.find(_FORM)
    if found is None:
        found = element.find(f"{ALTERNATE}/{FALLBACK}/{_FORM}")
    form = "decimal" if found is None else found.get(VAL, "decimal")
    pattern = "" if newer is None else newer.get(f"{W}format", "")
    return form, "decimalZero" if pattern.startswith("01,") else None
