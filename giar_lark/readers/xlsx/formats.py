"""How cells of a workbook are shown, by the number of their format (ECMA-376, 18.8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.paper import PAPER, is_lost, is_tiny
from giar_lark.readers.xlsx.built_in import BUILT_IN
from giar_lark.readers.xlsx.elements import attribute, child, children, local

_SIZE = lazy_pattern(r"\d{1,4}(?:\.\d+)?")
_EDGES = ("left", "right", "top", "bottom")
_One = TypeVar("_One")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a cell is shown: the number format, whether lines are drawn around it, and whether nobody can see figures in it."""

    code: str = ""
    framed: bool = False
    lost: bool = False


def formats_of(root: Element) -> Sequence[Format]:
    """The formats that a part for styles has, in their order."""
    codes = {
        attribute(one, "numFmtId"): attribute(one, "formatCode") for one in children(child(root, "numFmts"), "numFmt")
    }
    looks = _Looks(
        codes,
        [_is_framed(border) for border in children(child(root, "borders"), "border")],
        [_printed(font) for font in children(child(root, "fonts"), "font")],
        [_painted(fill) for fill in children(child(root, "fills"), "fill")],
    )
    return [_format(one, looks) for one in children(child(root, "cellXfs"), "xf")]


class _Looks(NamedTuple):
    """What the formats of cells are made of: the codes of numbers by their names, and in their order the borders, the colours and
    sizes of fonts, and the colours of fills."""

    codes: Mapping[str, str]
    framed: Sequence[bool]
    fonts: Sequence[tuple[str, float]]
    fills: Sequence[str]


def _format(element: Element, looks: _Looks) -> Format:
    number = attribute(element, "numFmtId")
    built_in = BUILT_IN.get(int(number), "") if number.isdigit() else ""
    framed = _at(looks.framed, attribute(element, "borderId"), otherwise=False)
    colour, points = _at(looks.fonts, attribute(element, "fontId"), otherwise=("", 0.0))
    ground = _at(looks.fills, attribute(element, "fillId"), otherwise=PAPER)
    lost = is_tiny(points) or is_lost(colour, ground)
    return Format(code=looks.codes.get(number, built_in), framed=framed, lost=lost)


def _at(looks: Sequence[_One], number: str, *, otherwise: _One) -> _One:
    return looks[int(number)] if number.isdigit() and int(number) < len(looks) else otherwise


def _printed(font: Element) -> tuple[str, float]:
    """The colour and the size in points of a font."""
    size = child(font, "sz")
    said = "" if size is None else attribute(size, "val")
    return _colour(child(font, "color")), float(said) if _SIZE.fullmatch(said) else 0.0


def _painted(fill: Element) -> str:
    """The colour of a fill; nothing where nobody knows."""
    pattern = child(fill, "patternFill")
    kind = "" if pattern is None else attribute(pattern, "patternType")
    if kind in ("", "none") and child(fill, "gradientFill") is None:
        return PAPER
    return _colour(child(pattern, "fgColor")) if kind == "solid" else ""


def _colour(element: Element | None) -> str:
    """A colour as six hexadecimal digits; of those of the theme and of the old palette white alone is known."""
    if element is None:
        return ""
    if rgb := attribute(element, "rgb"):
        return rgb[-6:]
    is_white = attribute(element, "theme") == "0" or attribute(element, "indexed") in ("1", "9")
    return PAPER if is_white and not attribute(element, "tint").strip("0.") else ""


def _is_framed(border: Element) -> bool:
    """Whether lines are drawn on at least two sides: one alone may belong to the cell beside it."""
    return sum(attribute(edge, "style") not in ("", "none") for edge in border if local(edge) in _EDGES) > 1
