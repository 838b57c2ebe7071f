"""The names of OpenDocument (ISO/IEC 26300) that a reader meets."""

from __future__ import annotations

from xml.etree.ElementTree import Element

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

PARAGRAPH, HEADING, LIST = f"{TEXT}p", f"{TEXT}h", f"{TEXT}list"
PARAGRAPHS = (PARAGRAPH, HEADING)
GRID = f"{TABLE}table"
ROW, CELL, COVERED = f"{TABLE}table-row", f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
COLUMN = f"{TABLE}table-column"
FRAME, TEXT_BOX, NOTE, CHANGES = f"{DRAW}frame", f"{DRAW}text-box", f"{TEXT}note", f"{TEXT}tracked-changes"


def count(element: Element, name: str, most: int = 1_000) -> int:
    """A number in an attribute, 1 where it says none; what no table has is cut off."""
    said = element.get(name, "1")
    return min(max(int(said), 1), most) if said.isdigit() and len(said) < 9 else 1
