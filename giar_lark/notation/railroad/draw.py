"""Productions as drawings."""

from __future__ import annotations

from itertools import groupby

from giar_lark.notation.railroad import shapes
from giar_lark.notation.railroad.ebnf import Choice, Name, Node, Repeated, Sequence, productions
from giar_lark.notation.railroad.names import hint, shown
from giar_lark.notation.railroad.shapes import Drawing

# so many equal things in a row are drawn once, with their number
_MANY = 3


def drawing(node: Node, lang: str) -> Drawing:
    """The drawing of a production."""
    match node:
        case Name(name):
            return _named(name, lang)
        case Sequence(items):
            return shapes.row([part for item, times in _runs(items) for part in _run(item, times, lang)])
        case Choice(items):
            return shapes.branches([drawing(item, lang) for item in items])
        case Repeated(item, least, most):
            return _repeated(drawing(item, lang), least, most)


def _named(name: str, lang: str, times: int = 1) -> Drawing:
    text = shown(name, lang) + (f" × {times}" if times > 1 else "")
    kind = "rule" if name in productions() else "terminal"
    return shapes.box(text, kind, link=name if kind == "rule" else "", hint=hint(name))


def _runs(items: tuple[Node, ...]) -> list[tuple[Node, int]]:
    return [(item, len(list(run))) for item, run in groupby(items)]


def _run(item: Node, times: int, lang: str) -> list[Drawing]:
    if times >= _MANY and isinstance(item, Name):
        return [_named(item.name, lang, times)]
    return [drawing(item, lang)] * times


def _repeated(item: Drawing, least: int, most: int | None) -> Drawing:
    """What may be left out has a track beside it; what may come again, a track back."""
    again = shapes.loop(item) if most is None else item
    return shapes.branches([shapes.track(again.width), again]) if least == 0 else again
