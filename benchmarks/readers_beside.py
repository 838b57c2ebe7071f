"""The libraries that `readers.py` measures: what people write with them to get at the tables of a document."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec


@dataclass(frozen=True, slots=True)
class Peer:
    """A library: its package, the ending of what it reads, what it does with the bytes, and the module it needs."""

    name: str
    format: str
    job: Callable[[bytes], object]
    module: str
    on_large_pages: bool = False

    @property
    def is_installed(self) -> bool:
        """Whether its module is there."""
        return find_spec(self.module) is not None


def _python_docx(data: bytes) -> object:
    import docx

    tables = docx.Document(io.BytesIO(data)).tables
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def _mammoth(data: bytes) -> object:
    import mammoth

    return mammoth.convert_to_html(io.BytesIO(data)).value


def _markitdown(ending: str) -> Callable[[bytes], object]:
    made: list[object] = []

    def job(data: bytes) -> object:
        from markitdown import MarkItDown, StreamInfo

        if not made:
            made.append(MarkItDown(enable_plugins=False))
        converter = made[0]
        assert isinstance(converter, MarkItDown)
        return converter.convert_stream(io.BytesIO(data), stream_info=StreamInfo(extension=ending)).text_content

    return job


def _lxml(data: bytes) -> object:
    import lxml.html

    rows = lxml.html.fromstring(data).iter("tr")
    return [["".join(cell.itertext()) for cell in row if cell.tag in ("td", "th")] for row in rows]


def _selectolax(data: bytes) -> object:
    from selectolax.lexbor import LexborHTMLParser

    return [[cell.text() for cell in row.css("td, th")] for row in LexborHTMLParser(data).css("tr")]


def _pdfplumber(data: bytes) -> object:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]


def _pypdfium2(data: bytes) -> object:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [document[number].get_textpage().get_text_range() for number in range(len(document))]


PEERS = (
    Peer("python-docx", "docx", _python_docx, "docx"),
    Peer("mammoth", "docx", _mammoth, "mammoth"),
    Peer("markitdown", "docx", _markitdown(".docx"), "markitdown"),
    Peer("lxml", "html", _lxml, "lxml", on_large_pages=True),
    Peer("selectolax", "html", _selectolax, "selectolax", on_large_pages=True),
    Peer("markitdown", "html", _markitdown(".html"), "markitdown"),
    Peer("pdfplumber", "pdf", _pdfplumber, "pdfplumber"),
    Peer("pypdfium2", "pdf", _pypdfium2, "pypdfium2"),
    Peer("markitdown", "pdf", _markitdown(".pdf"), "markitdown"),
)
