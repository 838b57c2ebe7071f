"""What is painted behind the words of a table, as six hexadecimal digits; nothing where nobody knows."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.readers.docx.names import TCPR, W, value
from giar_lark.readers.docx.styles import Styles
from giar_lark.readers.paper import PAPER

_SHADE, _FILL = f"{W}shd", f"{W}fill"
_PROPERTIES = f"{W}tblPr"
_UNPAINTED = frozenset({"", "auto", "none"})


def ground_of_table(table: Element, styles: Styles) -> str:
    """The ground of a table, before its cells are painted: the style of a table may paint rows of it, whichever."""
    properties = table.find(_PROPERTIES)
    style = value(properties, f"{W}tblStyle")
    for _, element in styles.chain(style):
        if any(painted(shade, PAPER) != PAPER for shade in element.iter(_SHADE)):
            return ""
    return ground_in(properties, PAPER)


def ground_of_cell(cell: Element, table: str) -> str:
    """The ground of a cell, in a table with a ground."""
    return ground_in(cell.find(TCPR), table)


def ground_in(properties: Element | None, around: str) -> str:
    """What some properties paint, or what is painted around."""
    shade = None if properties is None else properties.find(_SHADE)
    return around if shade is None else painted(shade, around)


def painted(shade: Element, around: str) -> str:
    """What a shade paints, or what is painted around."""
    fill = shade.get(_FILL, "")
    return around if fill in _UNPAINTED else fill
