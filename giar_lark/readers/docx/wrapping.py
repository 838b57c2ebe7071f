"""The blocks of a document without the controls, changes and mark-up that may stand around them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.docx.bits import TRACKED
from giar_lark.readers.docx.inline import TooDeep, refusal_of_control
from giar_lark.readers.docx.names import ALTERNATE, CHOICE, FALLBACK, INS, MOVED_HERE, SDT, SDT_CONTENT, W

_CUSTOM = f"{W}customXml"
_SMART = f"{W}smartTag"


class Wrapped(NamedTuple):
    """An element, why what is in it is not to be edited, and how deep it is nested."""

    element: Element
    refusal: Text | None
    depth: int


def unwrapped(parent: Element, refusal: Text | None, depth: int, most: int) -> Iterator[Wrapped]:
    """The blocks, rows or cells in an element, whatever stands around each.

    Raises: TooDeep.
    """
    if depth > most:
        raise TooDeep
    for child in parent:
        tag = child.tag
        if tag == SDT:
            content = child.find(SDT_CONTENT)
            if content is not None:
                yield from unwrapped(content, refusal or refusal_of_control(child), depth + 2, most)
        elif tag in (_CUSTOM, _SMART):
            yield from unwrapped(child, refusal, depth + 1, most)
        elif tag in (INS, MOVED_HERE):
            yield from unwrapped(child, TRACKED, depth + 1, most)
        elif tag == ALTERNATE:
            part = child.find(CHOICE)
            part = child.find(FALLBACK) if part is None else part
            if part is not None:
                yield from unwrapped(part, refusal, depth + 2, most)
        else:
            yield Wrapped(child, refusal, depth + 1)
