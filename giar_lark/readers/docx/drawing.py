"""What stands in a drawing: text boxes, which are read, and pictures and embedded documents, which are not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_lark.readers.docx.bits import GENERATED, Bit, Kind
from giar_lark.readers.docx.names import ALTERNATE, BOX, CHOICE, FALLBACK, OFFICE, WP, A, V, number

_EXTENT, _EMBEDDED, _WORD_ART = f"{WP}extent", f"{OFFICE}OLEObject", f"{V}textpath"
_PICTURES = frozenset({f"{A}blip", f"{V}imagedata"})
# a picture as large as this may be one of a table. Units: English metric units, 360,000 a centimetre
_WIDE, _HIGH = 8 * 360_000, 2 * 360_000


def drawn_things(element: Element) -> Iterator[Bit]:
    """The bits of a drawing, a picture or an embedded object; of what is there twice, for old and new programs, one."""
    things = list(_things(element))
    yield from (bit for bit in things if bit.kind is not Kind.PICTURE)
    # an embedded object is shown by a picture of itself
    if not any(bit.kind is Kind.UNREAD for bit in things):
        yield from (bit for bit in things if bit.kind is Kind.PICTURE)


def _things(element: Element) -> Iterator[Bit]:
    waiting, large = [element], True
    while waiting:
        one = waiting.pop()
        if one.tag == BOX:
            yield Bit(Kind.BOX, "", one)
        elif one.tag == ALTERNATE:
            waiting += [part for part in _alternative(one) if part is not None]
        else:
            if one.tag == _EXTENT:
                large = number(one.get("cx"), most=1 << 40) >= _WIDE and number(one.get("cy"), most=1 << 40) >= _HIGH
            yield from _thing(one, large)
            waiting += reversed(one)


def _thing(one: Element, large: bool) -> Iterator[Bit]:
    if one.tag == _WORD_ART and one.get("string"):
        yield Bit(Kind.BREAK)
        yield Bit(Kind.TEXT, one.get("string", ""), None, GENERATED)
        yield Bit(Kind.BREAK)
    elif one.tag == _EMBEDDED and not one.get("ProgID", "").startswith("Equation"):
        yield Bit(Kind.UNREAD, "object")
    elif one.tag in _PICTURES or one.tag == _EMBEDDED:
        yield Bit(Kind.PICTURE, "large" if large else "")


def _alternative(element: Element) -> tuple[Element | None, ...]:
    """The form for new programs; the one for old programs where that has no text."""
    choice, fallback = element.find(CHOICE), element.find(FALLBACK)
    if choice is None or (fallback is not None and not _has_text(choice) and _has_text(fallback)):
        return (fallback,)
    return (choice,)


def _has_text(element: Element) -> bool:
    return next(element.iter(BOX), None) is not None
