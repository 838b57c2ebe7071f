"""How words look, as far as it changes what is read: not shown, struck out, raised, or white on white paper."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.odt.names import FORMAT, STYLE, TEXT
from giar_lark.readers.paper import is_like_paper

# no chain of styles is longer; a longer one runs in a circle
_LONGEST_CHAIN = 30


class Look(NamedTuple):
    """What is said of words, by one style or by all around them; None where nothing is said."""

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    white: bool | None = None

    def over(self, other: Look) -> Look:
        """What holds where this is said inside of what says another."""
        return Look(*(above if own is None else own for own, above in zip(self, other, strict=True)))

    @property
    def unread(self) -> str:
        """Why words are not read: `hidden` or `struck`; nothing if they are."""
        return "hidden" if self.hidden else "struck" if self.struck else ""

    @property
    def apart(self) -> tuple[bool, bool]:
        """What parts a figure from the one beside it, where they differ in it: a note's number is none of the count's."""
        return bool(self.raised), bool(self.white)


PLAIN = Look()


def look_of(style: Element) -> Look:
    """What a style says itself."""
    said = style.find(f"{STYLE}text-properties")
    if said is None:
        return PLAIN
    display, line, place = (
        said.get(name) for name in (f"{TEXT}display", f"{STYLE}text-line-through-style", f"{STYLE}text-position")
    )
    colour = said.get(f"{FORMAT}color")
    return Look(
        None if display is None else display == "none",
        None if line is None else line != "none",
        None if place is None else not place.startswith("0%"),
        None if colour is None else is_like_paper(colour.removeprefix("#")),
    )


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
