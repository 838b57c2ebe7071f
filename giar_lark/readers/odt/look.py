"""How words look, as far as it changes what is read: not shown, struck out, raised, or of no colour or size that anybody sees."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.odt.lengths import points
from giar_lark.readers.odt.names import FORMAT, STYLE, TEXT
from giar_lark.readers.paper import is_like_paper, is_lost, is_tiny

# no chain of styles is longer; a longer one runs in a circle
_LONGEST_CHAIN = 30


class Look(NamedTuple):
    """What is said of words, by one style or by all around them; None where nothing is said."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    colour: str | None = None
    ground: str | None = None
    points: float | None = None

    def over(self, other: Look) -> Look:
        """What holds where this is said inside of what says another."""
        return Look._make(above if own is None else own for own, above in zip(self, other, strict=True))

    @property
    def unread(self) -> str:
        """Why words are not read: `hidden` or `struck`; nothing if they are."""
        return "hidden" if self.hidden else "struck" if self.struck else ""

    @property
    def apart(self) -> tuple[bool, bool]:
        """What parts a figure from the one beside it, where they differ in it: a note's number is none of the count's."""
        return bool(self.raised), is_like_paper(self.colour or "")

    def is_lost(self, ground: str) -> bool:
        """Whether nothing can be seen of figures on the ground of their cell; on one that nobody knows they are seen."""
        return ground != "" and (is_lost(self.colour or "", self.ground or ground) or is_tiny(self.points or 0))


PLAIN = Look()


def look_of(style: Element) -> Look:
    """What a style says itself."""
    said = style.find(f"{STYLE}text-properties")
    if said is None:
        return PLAIN
    display, line, place = (
        said.get(name) for name in (f"{TEXT}display", f"{STYLE}text-line-through-style", f"{STYLE}text-position")
    )
    colour, ground, size = (said.get(f"{FORMAT}{name}") for name in ("color", "background-color", "font-size"))
    return Look(
        None if display is None else display == "none",
        None if line is None else line != "none",
        None if place is None else not place.startswith("0%"),
        None if colour is None else colour.removeprefix("#"),
        ground_of(ground),
        None if size is None else points(size),
    )


def ground_of(said: str | None) -> str | None:
    """The colour that a background says; None where it is that of what lies behind."""
    return None if said is None or said == "transparent" else said.removeprefix("#")


def with_parents(own: Mapping[str, Look], parents: Mapping[str, str]) -> dict[str, Look]:
    """The looks of styles by their names, with what those say that they are made from."""
    return {name: _inherited(name, own, parents) for name in own}


def _inherited(name: str, own: Mapping[str, Look], parents: Mapping[str, str]) -> Look:
    look = own[name]
    for _ in range(_LONGEST_CHAIN):
        name = parents.get(name, "")
        if name not in own:
            break
        look = look.over(own[name])
    return look
