"""The styles of a document, as far as they change what is read: how words look, and how lists are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.numerals import numeral
from giar_lark.readers.odt.lengths import points
from giar_lark.readers.odt.look import PLAIN, Look, ground_of, look_of, with_parents
from giar_lark.readers.odt.names import FORMAT, STYLE, TEXT
from giar_lark.readers.paper import PAPER

# the formats of numbers by the name that ECMA-376 has for them
_FORMS: Mapping[str, str] = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "ideographLegalTraditional",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth",
}
_MOST_LEVELS = 10
_OF_CELLS = f"{STYLE}table-cell-properties"
_IDENTITY = "{http://www.w3.org/XML/1998/namespace}id"
# no identity is written so
_NONE = " "


@dataclass(frozen=True, slots=True)
class _Level:
    prefix: str
    suffix: str
    form: str
    shown: int
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the items of lists, and writes what stands in front of each."""

    levels: Mapping[str, Mapping[int, _Level]]
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _by_identity: dict[str, list[int]] = field(default_factory=dict)

    def opened(self, element: Element, style: str) -> list[int]:
        """The counts of a list at its beginning: those of the list that it goes on with, if it says so."""
        before = self._by_identity.get(element.get(f"{TEXT}continue-list", _NONE))
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self._counts.get(style)
        counts = before if before is not None else []
        self._counts[style] = counts
        identity = element.get(_IDENTITY)
        if identity is not None:
            self._by_identity[identity] = counts
        return counts

    def opened_again(self, style: str) -> list[int]:
        """The counts of the one list that numbers the headings of a style."""
        return self._counts.setdefault(style, [])

    def label(self, counts: list[int], style: str, depth: int, item: Element) -> str:
        """What stands in front of the next item of a list at a depth from 1."""
        level = self.levels.get(style, {}).get(depth)
        if level is None or depth > _MOST_LEVELS:
            return ""
        del counts[depth:]
        while len(counts) < depth:
            above = self.levels[style].get(len(counts) + 1, level)
            counts.append(above.start - (len(counts) + 1 == depth))
        told = item.get(f"{TEXT}start-value", "")
        counts[-1] = int(told) if told.isdigit() and len(told) < 6 else counts[-1] + 1
        first = max(depth - level.shown, 0)
        written = (
            numeral(number, self.levels[style].get(place, level).form)
            for place, number in enumerate(counts[first:], first + 1)
        )
        return f"{level.prefix}{'.'.join(written)}{level.suffix}" if level.form else ""


@dataclass(frozen=True, slots=True)
class Styles:
    """How words of a style look, the lists that styles of paragraphs are numbered by, the levels of lists, how wide columns are, and
    the grounds that are painted."""

    looks: Mapping[str, Look]
    lists: Mapping[str, str]
    levels: Mapping[str, Mapping[int, _Level]]
    widths: Mapping[str, float]
    grounds: Mapping[str, str]

    def look(self, style: str) -> Look:
        """What a style says of how its words look."""
        return self.looks.get(style, PLAIN)


def styles_of(roots: Iterable[Element]) -> Styles:
    """The styles in some parts of a document."""
    looks, parents = dict[str, Look](), dict[str, str]()
    lists, levels, widths = dict[str, str](), dict[str, Mapping[int, _Level]](), dict[str, float]()
    grounds = dict[str, str]()
    for element in (element for root in roots for element in root.iter()):
        name = element.get(f"{STYLE}name", "")
        if element.tag == f"{STYLE}style":
            looks[name], parents[name] = look_of(element), element.get(f"{STYLE}parent-style-name", "")
            column = element.find(f"{STYLE}table-column-properties")
            widths[name] = 0.0 if column is None else points(column.get(f"{STYLE}column-width", ""))
            grounds[name] = next(filter(None, map(_painted, element)), PAPER)
            lists[name] = element.get(f"{STYLE}list-style-name", "")
        elif element.tag == f"{TEXT}list-style":
            levels[name] = dict(_levels(element))
    return Styles(with_parents(looks, parents), lists, levels, widths, grounds)


def _painted(properties: Element) -> str | None:
    """The ground that properties of a cell paint, if they do."""
    return ground_of(properties.get(f"{FORMAT}background-color")) if properties.tag == _OF_CELLS else None


def _levels(element: Element) -> Iterator[tuple[int, _Level]]:
    for level in element:
        number = level.get(f"{TEXT}level", "")
        if level.tag == f"{TEXT}list-level-style-number" and number.isdigit():
            prefix, suffix = level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", "")
            form = level.get(f"{STYLE}num-format", "")
            shown, start = level.get(f"{TEXT}display-levels", "1"), level.get(f"{TEXT}start-value", "1")
            form = _FORMS.get(form, "decimal") if form else ""
            yield int(number), _Level(prefix, suffix, form, _whole(shown), _whole(start))


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 6 else 1
