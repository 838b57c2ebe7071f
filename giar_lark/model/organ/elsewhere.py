"""Whether a place lies elsewhere: neither the organ's own, nor above it, nor within it."""

from __future__ import annotations

from giar_lark.model.organ.division import COUNTY, LEVELS, PREFECTURE, Division, is_short_for
from giar_lark.model.organ.gazetteer import Place, places_named
from giar_lark.model.organ.organ import Organ
from giar_lark.model.organ.place_mention import PlaceMention


def is_elsewhere(mention: PlaceMention, organ: Organ) -> bool:
    """Whether a place is surely none of the organ's: another one of a level that its name has, or elsewhere by the list.

    A place above the organ that its name leaves out, and one below it that no list knows, may well be its own.
    """
    if organ.home is None or any(_same(mention, division) for division in organ.divisions):
        return False
    own = _in_list(organ)
    if mention.is_known and own:
        return not any(_related(place, mine) for place in places_named(mention.name) for mine in own)
    if mention.level is None:
        return organ.at(COUNTY) is not None and organ.at(PREFECTURE) is not None
    named = organ.at(mention.level)
    return named is not None and _is_narrowest(organ, mention.level)


def _same(mention: PlaceMention, division: Division) -> bool:
    """Whether both are one place, its ending left out or changed (湟中县 became 湟中区), or with its province in front (安徽池州)."""
    if division.name.endswith((mention.name, mention.stem)) or mention.stem == division.stem:
        return True
    return is_short_for(mention.name, division.name)


def _in_list(organ: Organ) -> tuple[Place, ...]:
    """The places of the list that the organ's narrowest listed division can be."""
    for division in reversed(organ.divisions):
        found = places_named(division.name)
        if found:
            names = {other.name for other in organ.divisions}
            fitting = tuple(place for place in found if names & set(place.above))
            return fitting or found
    return ()


def _related(place: Place, mine: Place) -> bool:
    return place.name == mine.name or place.name in mine.above or mine.name in place.above


def _is_narrowest(organ: Organ, level: str) -> bool:
    """Whether places of a level cannot lie within the organ's own: it has a place of that level or of a narrower one."""
    return any(division.level in LEVELS[LEVELS.index(level) :] for division in organ.divisions)
