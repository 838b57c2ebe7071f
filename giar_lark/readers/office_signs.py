"""By what the documents of office programs are known, told without loading their readers."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.limits import DEFAULT

OLD_OFFICE_ENDINGS = (".doc", ".dot", ".wps", ".wpt", ".rtf", ".xls", ".et", ".ods")
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
# what documents of several parts begin with
PACKED = (_ZIP, _COMPOUND)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_XML = lazy_pattern(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml[\s?]")
_XML_OF_2003 = lazy_pattern(
    rb'<w:wordDocument[\s>]|<(?:\w+:)?Workbook\s[^>]*"urn:schemas-microsoft-com:office:spreadsheet"'
)
# the first part of a package in OpenDocument is not compressed; in a flat document the same stands in the first element
_NAME_AT = 30
_PACKED_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_PACKED_BOOK = b"mimetypeapplication/epub+zip"
_PACKED_SHEETS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_FLAT_TEXT = b'office:mimetype="application/vnd.oasis.opendocument.text'
_FLAT_HEAD_BYTES = 1 << 14
_HEAD_BYTES = 4096


def is_workbook(data: bytes, name: str) -> bool:
    """Whether it is a workbook in XML."""
    return _has_part(data, name, ("xl/workbook.xml", "xl/"), (".xlsx", ".xlsm"))


def is_fixed_layout(data: bytes, name: str) -> bool:
    """Whether it is a document in OFD."""
    return _has_part(data, name, ("OFD.xml",), (".ofd",))


def is_open_text(data: bytes, name: str) -> bool:
    """Whether it is a text in OpenDocument, packed or flat; by its own name, where it is damaged."""
    if data.startswith(_ZIP):
        named = data[_NAME_AT : _NAME_AT + len(_PACKED_TEXT)] == _PACKED_TEXT
        return named or (not is_open_workbook(data) and _has_part(data, name, ("content.xml",), (".odt", ".ott")))
    return _FLAT_TEXT in data[:_FLAT_HEAD_BYTES]


def is_open_workbook(data: bytes) -> bool:
    """Whether it is a workbook in OpenDocument."""
    return data[_NAME_AT : _NAME_AT + len(_PACKED_SHEETS)] == _PACKED_SHEETS


def is_book(data: bytes) -> bool:
    """Whether it is an electronic book, whose pages are of HTML."""
    return data[_NAME_AT : _NAME_AT + len(_PACKED_BOOK)] == _PACKED_BOOK


def is_old_office(data: bytes, name: str) -> bool:
    """Whether it is a document that takes another program to read: DOC, WPS, XLS, RTF, the XML of 2003, ODS."""
    if data.startswith(_COMPOUND) or is_rich_text(data) or is_open_workbook(data):
        return True
    head = data[:_HEAD_BYTES]
    return _XML.match(head) is not None and _XML_OF_2003.search(head) is not None


def is_rich_text(data: bytes) -> bool:
    """Whether it is a document in RTF."""
    return data[:64].lstrip().startswith(b"{\\rtf")


def may_be_exported_table(data: bytes, name: str) -> bool:
    """Whether it may be a table exported as text, with quotation marks; its reader decides.

    Excel also exports what it calls Unicode text, in UTF-16.
    """
    return name.lower().endswith((".csv", ".tsv")) or data.startswith(_UTF16) or b"sep=" in data[:8].lower()


def _has_part(data: bytes, name: str, beginnings: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    """Whether it is a package with a part whose name begins so; by its own name, where it is damaged."""
    if not data.startswith(_ZIP):
        return False
    from giar_lark.readers.package import Unfit, open_package

    try:
        names = open_package(data, DEFAULT).names
    except Unfit:
        return name.lower().endswith(endings)
    return any(part.startswith(beginnings) for part in names)
