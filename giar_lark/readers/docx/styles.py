"""What the styles of a document say that changes its words: numbering, and text that is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.names import PPR, RPR, VAL, W, is_on

_STYLE, _STYLE_ID, _TYPE, _DEFAULT = f"{W}style", f"{W}styleId", f"{W}type", f"{W}default"
_BASED_ON, _NUMBERING = f"{W}basedOn", f"{PPR}/{W}numPr"
_VANISH = f"{RPR}/{W}vanish"
_COLOUR, _SIZE = f"{RPR}/{W}color", f"{RPR}/{W}sz"
# no chain of styles is longer; a longer one runs in a circle
_LONGEST_CHAIN = 30


class Print(NamedTuple):
    """The colour and the size, in half-points, of words; empty where nothing is said of it."""

    colour: str = ""
    size: str = ""

    def over(self, other: Print) -> Print:
        """What holds where this is said inside of what says another."""
        return Print(self.colour or other.colour, self.size or other.size)


@dataclass(slots=True)
class Styles:
    """The styles by their ids; `default` is that of paragraphs which name none."""

    by_id: dict[str, Element] = field(default_factory=dict)
    default: str | None = None
    _hidden: dict[str, bool] = field(default_factory=dict)
    _prints: dict[str, Print] = field(default_factory=dict)

    def chain(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those that it is based on, with their ids."""
        for _ in range(_LONGEST_CHAIN):
            found = None if style is None else self.by_id.get(style)
            if style is None or found is None:
                return
            yield style, found
            based_on = found.find(_BASED_ON)
            style = None if based_on is None else based_on.get(VAL)

    def numbering(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """What a style and those that it is based on say of numbering, the nearest first."""
        for name, element in self.chain(style or self.default):
            found = element.find(_NUMBERING)
            if found is not None:
                yield name, found

    def hides(self, style: str | None) -> bool:
        """Whether text of a style is not shown."""
        if style is None:
            return False
        if style not in self._hidden:
            said = (element.find(_VANISH) for _, element in self.chain(style))
            self._hidden[style] = is_on(next((one for one in said if one is not None), None))
        return self._hidden[style]

    def print_of(self, style: str | None) -> Print:
        """What a style and those that it is based on say of how words are printed."""
        if style is None:
            return Print()
        if style not in self._prints:
            found = Print()
            for _, element in self.chain(style):
                colour, size = element.find(_COLOUR), element.find(_SIZE)
                own = ("" if one is None else one.get(VAL, "") for one in (colour, size))
                found = found.over(Print(*own))
            self._prints[style] = found
        return self._prints[style]


def styles_of(root: Element | None) -> Styles:
    """The styles of a document; none where it has no part for them."""
    styles = Styles()
    for element in () if root is None else root.iterfind(_STYLE):
        name = element.get(_STYLE_ID, "")
        styles.by_id[name] = element
        if element.get(_TYPE) == "paragraph" and element.get(_DEFAULT) in ("1", "true", "on"):
            styles.default = name
    return styles
