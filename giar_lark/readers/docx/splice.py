"""New texts put into the XML of a part, of which every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from xml.etree.ElementTree import Element
from xml.parsers import expat

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.looks import look_for
from giar_lark.readers.docx.names import SPACE

_TAG = lazy_pattern(rb"""<(?P<name>[^\s/>]+)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_END = lazy_pattern(rb"</[^>]*>")


class Place(NamedTuple):
    """Where an element stands in the XML: its start tag, and the offset of its end tag; -1 where it has none."""

    name: bytes
    start: int
    inside: int
    end: int

    @property
    def is_empty(self) -> bool:
        """Whether it is one tag, `<w:p/>`."""
        return self.end < 0


def spliced(data: bytes, root: Element, texts: Mapping[Element, str], fills: Mapping[Element, str]) -> bytes | None:
    """The XML of a part with new texts in some `w:t`, and runs with a text in some paragraphs; None where one is not found."""
    looks = {paragraph: look_for(paragraph, root) for paragraph in fills}
    wanted = {*texts, *fills, *(look for look in looks.values() if look is not None)}
    places = _places(data, root, wanted)
    if len(places) != len(wanted):
        return None
    cuts = [_new_text(data, places[element], element, text) for element, text in texts.items()]
    for paragraph, text in fills.items():
        look = looks[paragraph]
        cuts += _filled(data, places[paragraph], text, b"" if look is None else _whole(data, places[look]))
    for start, end, new in sorted(cuts, reverse=True):
        data = data[:start] + new + data[end:]
    return data


Cut = tuple[int, int, bytes]


def _new_text(data: bytes, place: Place, element: Element, text: str) -> Cut:
    tag = data[place.start : place.inside]
    if text != text.strip() and element.get(SPACE) != "preserve":
        tag = tag.replace(place.name, place.name + b' xml:space="preserve"', 1)
    content = escape(text, quote=False).encode("utf-8")
    if place.is_empty:
        return place.start, place.inside, _opened(tag) + content + b"</" + place.name + b">"
    return place.start, place.end, tag + content


def _filled(data: bytes, place: Place, text: str, look: bytes) -> list[Cut]:
    prefix = place.name.rpartition(b":")[0]
    run, inner = ((prefix + b":" + name if prefix else name) for name in (b"r", b"t"))
    content = escape(text, quote=False).encode("utf-8")
    new = b"<%b>%b<%b>%b</%b></%b>" % (run, look, inner, content, inner, run)
    if not place.is_empty:
        return [(place.end, place.end, new)]
    tag = _opened(data[place.start : place.inside])
    return [(place.start, place.inside, tag + new + b"</" + place.name + b">")]


def _opened(tag: bytes) -> bytes:
    """A tag that is an element by itself as the start tag of one."""
    return tag[:-2].rstrip() + b">"


def _whole(data: bytes, place: Place) -> bytes:
    if place.is_empty:
        return data[place.start : place.inside]
    end = _END.match(data, place.end)
    return data[place.start : end.end() if end else place.end]


@dataclass(slots=True)
class _Finder:
    """Follows the elements of a part in the order in which a tree has them."""

    wanted: frozenset[int]
    parser: expat.XMLParserType = field(default_factory=expat.ParserCreate)
    count: int = -1
    open: list[int] = field(default_factory=list)
    starts: dict[int, int] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)

    def find(self, data: bytes) -> None:
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.Parse(data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        self.open.append(self.count)
        if self.count in self.wanted:
            self.starts[self.count] = self.parser.CurrentByteIndex

    def _end(self, name: str) -> None:
        one = self.open.pop()
        if one in self.wanted:
            self.ends[one] = self.parser.CurrentByteIndex


def _places(data: bytes, root: Element, wanted: set[Element]) -> dict[Element, Place]:
    order = {count: element for count, element in enumerate(root.iter()) if element in wanted}
    finder = _Finder(frozenset(order))
    finder.find(data)
    return {element: place for count, element in order.items() if (place := _place(data, finder, count)) is not None}


def _place(data: bytes, finder: _Finder, count: int) -> Place | None:
    start = finder.starts.get(count, -1)
    tag = _TAG.match(data, start) if start >= 0 else None
    if tag is None:
        return None
    return Place(tag["name"], start, tag.end(), -1 if tag[0].endswith(b"/>") else finder.ends[count])
