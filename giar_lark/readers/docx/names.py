"""The names of Office Open XML (ECMA-376) that a reader of text needs, in the namespaces of its transitional form."""

from __future__ import annotations

from xml.etree.ElementTree import Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_STRICT_ROOT = b"http://purl.oclc.org/ooxml/"
# the strict form has the same names in other namespaces
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": WORD.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _MATH.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _RELATIONS.encode(),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": f"{_DRAWING}/wordprocessingDrawing".encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": f"{_DRAWING}/main".encode(),
}

W, M, R = f"{{{WORD}}}", f"{{{_MATH}}}", f"{{{_RELATIONS}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V, OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
A, WP = f"{{{_DRAWING}/main}}", f"{{{_DRAWING}/wordprocessingDrawing}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

VAL = f"{W}val"
P, PPR, R_, RPR, T = f"{W}p", f"{W}pPr", f"{W}r", f"{W}rPr", f"{W}t"
TBL, TR, TC, TRPR, TCPR = f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}trPr", f"{W}tcPr"
SDT, SDT_PR, SDT_CONTENT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent"
INS, DEL, MOVED_HERE, MOVED_AWAY = f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"
TEXTS = frozenset({T, f"{W}delText"})
BOX = f"{W}txbxContent"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"

_OFF = frozenset({"0", "false", "off"})


def transitional(data: bytes) -> bytes:
    """A part with the names of the transitional form, whichever it is written in."""
    if _STRICT_ROOT not in data[:8192]:
        return data
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    return data


def is_on(property: Element | None) -> bool:
    """Whether a property that is on or off stands there and is on."""
    return property is not None and property.get(VAL, "1") not in _OFF


def value(parent: Element | None, name: str) -> str | None:
    """The value of a property of an element; None where it is not there."""
    found = None if parent is None else parent.find(name)
    return None if found is None else found.get(VAL)


def number(text: str | None, otherwise: int = 0, most: int = 1 << 20) -> int:
    """A whole number that an attribute says, kept within bounds; `otherwise` where it says none."""
    if not text:
        return otherwise
    try:
        return max(-most, min(most, int(text)))
    except ValueError:
        return otherwise
