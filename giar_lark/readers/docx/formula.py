"""A formula as a line of text, in which no two of its numbers run into one."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.readers.docx.names import M, T

_RUN, _TEXT = f"{M}r", f"{M}t"
# what stands between the two parts of these; between the parts of any other a space
_BETWEEN = {f"{M}f": "/", f"{M}sSup": "^", f"{M}sSub": "_"}


def formula_text(formula: Element) -> str:
    """The text of a formula: a number alone as it is, `1/2`, `3^2`."""
    return "".join(_pieces(formula)).strip()


def _pieces(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag == _RUN:
            yield "".join(one.text or "" for one in child if one.tag in (_TEXT, T))
        elif not child.tag.endswith("Pr"):
            yield from _structure(child)


def _structure(element: Element) -> Iterator[str]:
    parts = ["".join(_pieces(part)) for part in element if not part.tag.endswith("Pr")]
    if element.tag in (f"{M}oMath", f"{M}e", f"{M}num", f"{M}den", f"{M}sup", f"{M}sub"):
        yield "".join(_pieces(element))
    elif any(parts):
        yield _BETWEEN.get(element.tag, " ").join(part for part in parts if part)
