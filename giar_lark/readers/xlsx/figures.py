"""A number in a format of figures: places, thousands, percentages, and words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import takewhile

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

_PART = lazy_pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<other>.)'
)


class _Part(NamedTuple):
    """A sign of a format: what it is, and what it shows if it stands for itself."""

    kind: str
    text: str


def written_number(value: Decimal, section: str) -> str | None:
    """A number in a section of a format; None where that has no place for figures, or is of a kind that is not known."""
    parts = [_part(found) for found in _PART.finditer(section)]
    digits = [number for number, part in enumerate(parts) if part.kind == "digit"]
    if not digits or any(part.kind == "other" and part.text in "Ee/" for part in parts):
        return None
    point = next((number for number, part in enumerate(parts) if part.kind == "point"), len(parts))
    places = sum(number > point for number in digits)
    behind = takewhile(lambda part: part.kind == "comma", parts[digits[-1] + 1 :])
    value = value.scaleb(2 * section.count("%") - 3 * len(list(behind)))
    value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(value):f}".partition(".")
    before, after = parts[:point], parts[point + 1 :]
    text = _whole(whole, before) + _fraction(fraction, after, has_point=point < len(parts))
    return ("-" if value < 0 else "") + text.strip()


def _part(found: re.Match[str]) -> _Part:
    kind = found.lastgroup or "other"
    return _Part("text" if kind in ("quoted", "escaped") else kind, found[kind])


def _whole(figures: str, parts: Sequence[_Part]) -> str:
    """The figures before the point, put into their places from the last to the first; the first place takes what is left."""
    places = [number for number, part in enumerate(parts) if part.kind == "digit"]
    if not places:
        return "".join(part.text for part in parts if part.kind != "comma") + (figures if figures != "0" else "")
    if any(part.kind == "comma" for part in parts[places[0] : places[-1]]):
        least = sum(parts[place].text == "0" for place in places)
        grouped = f"{int(figures):,}" if int(figures) or least else ""
        return _words(parts[: places[0]]) + grouped + _words(parts[places[-1] + 1 :])
    figures = figures if figures != "0" or any(parts[place].text == "0" for place in places) else ""
    out = _words(parts[places[-1] + 1 :])
    for place in reversed(range(places[0], places[-1] + 1)):
        if parts[place].kind != "digit":
            out = _words(parts[place : place + 1]) + out
            continue
        taken = figures if place == places[0] else figures[-1:]
        figures = figures[: len(figures) - len(taken)]
        out = (taken or ("0" if parts[place].text == "0" else "")) + out
    return _words(parts[: places[0]]) + out


def _fraction(figures: str, parts: Sequence[_Part], *, has_point: bool) -> str:
    """The figures behind the point; those that a format does not insist on are left out where they are zeros."""
    if not has_point:
        return ""
    kept = len(figures)
    digits = [part.text for part in parts if part.kind == "digit"]
    while kept and figures[kept - 1] == "0" and digits[kept - 1] == "#":
        kept -= 1
    last = max((number for number, part in enumerate(parts) if part.kind == "digit"), default=-1)
    return "." + figures[:kept] + _words(parts[last + 1 :])


def _words(parts: Sequence[_Part]) -> str:
    return "".join(part.text for part in parts if part.kind in ("text", "other"))
