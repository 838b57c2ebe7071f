"""The kinds of documents that LibreOffice converts, told by their content."""

from __future__ import annotations

import struct

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.office.ole import MAGIC, streams_of
from giar_lark.readers.office_signs import is_open_workbook

# how much of an XML document is searched for its first element
_HEAD_BYTES = 4096
_FILEPASS = 0x2F


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of document.

    `name` and `words` are what it is called; `filter` is what LibreOffice calls it, which would else take damaged documents
    for texts; `target` is the format that it is converted to and then read in.
    """

    name: str
    words: Text
    filter: str
    target: str


_WORD = Kind(name="doc", words=Text("旧版 Word 文件", "an old Word file"), filter="MS Word 97", target="docx")
_EXCEL = Kind(name="xls", words=Text("旧版 Excel 表格", "an old Excel workbook"), filter="MS Excel 97", target="xlsx")
_RTF = Kind(name="rtf", words=Text("RTF 文件", "an RTF file"), filter="Rich Text Format", target="docx")
_WORD_XML = Kind(
    name="word-xml",
    words=Text("Word 2003 XML 文件", "a Word 2003 XML file"),
    filter="MS Word 2003 XML",
    target="docx",
)
_EXCEL_XML = Kind(
    name="excel-xml",
    words=Text("Excel 2003 XML 表格", "an Excel 2003 XML workbook"),
    filter="MS Excel 2003 XML",
    target="xlsx",
)

_ODS = Kind(name="ods", words=Text("ODS 表格", "an ODS workbook"), filter="calc8", target="xlsx")

_BY_STREAM = {"WordDocument": _WORD, "Workbook": _EXCEL, "Book": _EXCEL}
_XML = lazy_pattern(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml[\s?]")
_BY_ELEMENT = (
    (lazy_pattern(rb"<w:wordDocument[\s>]"), _WORD_XML),
    (lazy_pattern(rb'<(?:\w+:)?Workbook\s[^>]*"urn:schemas-microsoft-com:office:spreadsheet"'), _EXCEL_XML),
)


def kind_of(data: bytes) -> Kind | None:
    """The kind of a document; None where it is of no kind that LibreOffice is asked for."""
    if data.startswith(MAGIC):
        return _kind_of_compound_file(data)
    if is_open_workbook(data):
        return _ODS
    if data.lstrip()[:5] == b"{\\rtf":
        return _RTF
    head = data[:_HEAD_BYTES]
    if not _XML.match(head):
        return None
    return next((kind for element, kind in _BY_ELEMENT if element.search(head)), None)


def _kind_of_compound_file(data: bytes) -> Kind | None:
    streams = streams_of(data)
    return next((kind for name, kind in _BY_STREAM.items() if name in streams), None)


def is_locked(data: bytes) -> bool:
    """Whether a document of an office program opens with a password only."""
    if not data.startswith(MAGIC):
        return False
    streams = streams_of(data)
    if "EncryptedPackage" in streams:
        return True
    word, book = streams.get("WordDocument", b""), streams.get("Workbook", b"") or streams.get("Book", b"")
    return _is_encrypted_word(word) or _is_encrypted_book(book)


def _is_encrypted_word(stream: bytes) -> bool:
    """The flag in the file information block ([MS-DOC] 2.5.2)."""
    return len(stream) > 12 and bool(stream[11] & 0x01)


def _is_encrypted_book(stream: bytes) -> bool:
    """Whether the record behind the first one says how to find the key ([MS-XLS] 2.4.117)."""
    if len(stream) < 12:
        return False
    at = 4 + struct.unpack_from("<H", stream, 2)[0]
    return stream[at : at + 2] == struct.pack("<H", _FILEPASS)
