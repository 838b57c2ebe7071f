"""Organs compared: the same one under two spellings of its name, and what belongs to a government."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ import Division, Organ
from giar_lark.model.organ.division import TOWNSHIP

_GOVERNMENT = lazy_pattern(r"^(?:人民|地区)?(?:行政公署|公署|政府|办事处)?$|^办$")
# an office of fewer characters, without a place, may be anybody's
_SHORTEST_CHARS = 3


class Identity(NamedTuple):
    """A name without what its spellings differ in: its places, its office, its class.

    苇塘口镇人民政府 and 苇塘口镇政府 have no office: they are the government of their place. 青岚县人民政府办公室 is one.
    """

    places: tuple[str, ...]
    office: str
    kind: str

    def shortened(self) -> Iterator[Identity]:
        """The same organ without its widest place, without the two widest, and so on."""
        for count in range(1, len(self.places) + 1):
            shorter = Identity(self.places[count:], self.office, self.kind)
            if shorter.places or len(shorter.office) >= _SHORTEST_CHARS:
                yield shorter


def identity_of(organ: Organ) -> Identity:
    """What all spellings of an organ's name have in common."""
    office = organ.office.replace("人民政府", "政府").replace("管委会", "管理委员会")
    return Identity(_names(organ.divisions), "" if _GOVERNMENT.match(organ.office) else office, organ.kind)


def is_body_of(body: Organ, government: Organ) -> bool:
    """Whether an organ belongs to a government itself: its departments, and the townships of a county.

    Not what lies under a lower government: that one reports for it. A place in front that only one of the names has is no
    difference.
    """
    if not government.is_government or government.home is None or identity_of(government).office:
        return False
    return _agree(_places_above(body), _names(government.divisions))


def place_of_body(body: Organ) -> str | None:
    """The narrowest place of the government that an organ belongs to; None if it can belong to none."""
    return next(reversed(_places_above(body)), None)


def place_of_government(government: Organ) -> str:
    """The place that a government is of, by which its organs may be found; empty if it is of none."""
    return government.divisions[-1].name if government.divisions else ""


def _places_above(body: Organ) -> tuple[str, ...]:
    """The places of the government that an organ belongs to; none if it belongs to none, or is one itself."""
    places, mine = list(body.divisions), identity_of(body).office
    if places and places[-1].level == TOWNSHIP and not mine:
        places.pop()
    elif not mine:
        return ()
    return _names(places)


def _agree(places: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two addresses mean one place, as far as both go; an empty one means none."""
    return bool(places) and all(one == other for one, other in zip(reversed(places), reversed(others), strict=False))


def _names(divisions: list[Division] | tuple[Division, ...]) -> tuple[str, ...]:
    return tuple(division.name for division in divisions)
