"""Drawings of railroad diagrams: a drawing has a track through it, and is put together from smaller ones.

A drawing begins at (0, 0), where its track comes in from the left, and ends at (width, 0), where it goes out.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from unicodedata import east_asian_width

from giar_lark.lean.records import dataclass

_GAP, _RADIUS, _HALF, _SPACE = 12.0, 10.0, 14.0, 8.0
_WIDE, _NARROW, _PAD = 14.0, 8.0, 12.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG marks, how wide they are, and how far they reach above and below the track."""

    width: float
    above: float
    below: float
    svg: str


def text_width(text: str) -> float:
    """How wide a text is drawn; Chinese characters are wide."""
    return sum(_WIDE if east_asian_width(char) in "WFA" else _NARROW for char in text)


def box(text: str, kind: str, *, link: str = "", hint: str = "") -> Drawing:
    """A box with a text, perhaps a link, and what is shown when one points at it."""
    width = text_width(text) + 2 * _PAD
    radius = _HALF if kind == "terminal" else 3
    shape = f'<rect y="{-_HALF:g}" width="{width:g}" height="{2 * _HALF:g}" rx="{radius:g}"/>'
    inner = f'{shape}<text x="{width / 2:g}">{escape(text)}</text>'
    inner = f"<title>{escape(hint)}</title>{inner}" if hint else inner
    inner = f'<a href="#{escape(link)}">{inner}</a>' if link else inner
    return Drawing(width, _HALF, _HALF, f'<g class="{kind}">{inner}</g>')


def row(items: Sequence[Drawing]) -> Drawing:
    """Drawings one after another."""
    if not items:
        return track(_GAP)
    x, svg = 0.0, []
    for number, item in enumerate(items):
        if number:
            svg.append(_line(x, _GAP))
            x += _GAP
        svg.append(_at(item, x, 0))
        x += item.width
    return Drawing(x, max(item.above for item in items), max(item.below for item in items), "".join(svg))


def track(width: float) -> Drawing:
    """Nothing but track."""
    return Drawing(width, 0, 0, _line(0, width))


def branches(items: Sequence[Drawing]) -> Drawing:
    """Drawings below each other, of which the track takes one; the first one lies on the track."""
    inner = max(item.width for item in items)
    width, y = inner + 4 * _RADIUS, 0.0
    svg = []
    for number, item in enumerate(items):
        if number:
            y += max(items[number - 1].below + _SPACE + item.above, 2 * _RADIUS)
            svg.append(_branch(y, width))
        else:
            svg.append(_line(0, 2 * _RADIUS) + _line(width - 2 * _RADIUS, 2 * _RADIUS))
        svg.append(_at(item, 2 * _RADIUS, y))
        svg.append(_line(2 * _RADIUS + item.width, inner - item.width, y))
    return Drawing(width, items[0].above, y + items[-1].below, "".join(svg))


def loop(item: Drawing, back: Drawing | None = None) -> Drawing:
    """A drawing that the track may go through again: back below it, through `back` if there is one."""
    back = back or track(0)
    inner = max(item.width, back.width)
    width, y = inner + 4 * _RADIUS, max(item.below + _SPACE + back.above, 2 * _RADIUS)
    edge, r = width - 2 * _RADIUS, _RADIUS
    svg = [
        _line(0, 2 * r),
        _at(item, 2 * r, 0),
        _line(2 * r + item.width, width - 2 * r - item.width),
        f'<path d="M{edge:g} 0a{r:g} {r:g} 0 0 1 {r:g} {r:g}V{y - r:g}a{r:g} {r:g} 0 0 1 {-r:g} {r:g}"/>',
        f'<path d="M{2 * r:g} {y:g}a{r:g} {r:g} 0 0 1 {-r:g} {-r:g}V{r:g}a{r:g} {r:g} 0 0 1 {r:g} {-r:g}"/>',
        _at(back, 2 * r, y),
        _line(2 * r + back.width, edge - 2 * r - back.width, y),
        f'<path class="arrow" d="M{2 * r + inner / 2 + 4:g} {y - 4:g}l-6 4l6 4"/>' if back.width == 0 else "",
    ]
    return Drawing(width, item.above, y + back.below, "".join(svg))


def picture(item: Drawing, label: str) -> str:
    """A whole diagram as an SVG element, from its beginning to its end."""
    margin, lead = 6.0, 20.0
    width, height = item.width + 2 * lead + 2 * margin, item.above + item.below + 2 * margin
    ends = f'<path class="end" d="M0 -8V8M5 -8V8M{item.width + 2 * lead:g} -8V8M{item.width + 2 * lead - 5:g} -8V8"/>'
    tracks = _line(5, lead - 5) + _line(lead + item.width, lead - 5)
    return (
        f'<svg class="railroad" role="img" aria-label="{escape(label)}" width="{width:g}" height="{height:g}" '
        f'viewBox="{-margin:g} {-item.above - margin:g} {width:g} {height:g}">{ends}{tracks}{_at(item, lead, 0)}</svg>'
    )


def _line(x: float, length: float, y: float = 0) -> str:
    return f'<path d="M{x:g} {y:g}h{length:g}"/>' if length > 0 else ""


def _at(item: Drawing, x: float, y: float) -> str:
    return f'<g transform="translate({x:g} {y:g})">{item.svg}</g>'


def _branch(y: float, width: float) -> str:
    """The track from the main line down to a branch, and back up behind it."""
    r = _RADIUS
    down = f"M0 0a{r:g} {r:g} 0 0 1 {r:g} {r:g}V{y - r:g}a{r:g} {r:g} 0 0 0 {r:g} {r:g}"
    up = f"M{width - 2 * r:g} {y:g}a{r:g} {r:g} 0 0 0 {r:g} {-r:g}V{r:g}a{r:g} {r:g} 0 0 1 {r:g} {-r:g}"
    return f'<path d="{down}"/><path d="{up}"/>'
