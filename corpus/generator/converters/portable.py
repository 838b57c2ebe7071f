"""Converters of PDF files."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol

from generator.converters.converter import Converter, each, output, package_version, program_version

poppler_version = program_version(["pdftotext", "-v"], "poppler pdftotext")


def pdftotext(path: Path, *options: str) -> str:
    """A PDF file as poppler gives it; form feeds end its pages."""
    return output(["pdftotext", "-enc", "UTF-8", *options, str(path), "-"])


def _pdfplumber(path: Path) -> str:
    with import_module("pdfplumber").open(path) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages) + "\n"


def _pdfplumber_tables(path: Path) -> str:
    """The tables as tab-separated rows, what stands between them as text."""
    with import_module("pdfplumber").open(path) as pdf:
        return "".join(f"{line}\n" for page in pdf.pages for line in _page_lines(page))


class _Table(Protocol):
    """What is used of a table of pdfplumber: its left, top, right and bottom, and its cells."""

    bbox: tuple[float, float, float, float]

    def extract(self) -> list[list[str | None]]: ...


class _Page(Protocol):
    """What is used of a page of pdfplumber."""

    width: float
    height: float

    def find_tables(self) -> list[_Table]: ...
    def crop(self, bbox: tuple[float, float, float, float]) -> _Page: ...
    def extract_text(self) -> str: ...


def _page_lines(page: _Page) -> Iterator[str]:
    top = 0.0
    for table in sorted(page.find_tables(), key=lambda table: table.bbox[1]):
        yield from _strip_lines(page, top, table.bbox[1])
        for row in table.extract():
            yield "\t".join((text or "").replace("\n", "") for text in row)
        top = table.bbox[3]
    yield from _strip_lines(page, top, page.height)


def _strip_lines(page: _Page, top: float, bottom: float) -> list[str]:
    """The lines of text in a strip across a page."""
    if bottom - top < 1:
        return []
    return page.crop((0, top, page.width, bottom)).extract_text().splitlines()


def _pdfminer(path: Path) -> str:
    return str(import_module("pdfminer.high_level").extract_text(str(path)))


def _pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in import_module("pypdf").PdfReader(path).pages) + "\n"


def _pypdfium2(path: Path) -> str:
    document = import_module("pypdfium2").PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document) + "\n"


PDF_CONVERTERS = (
    Converter(name="pdftotext", tiers={"pdf": "D"}, version=poppler_version, convert=each(pdftotext)),
    Converter(
        name="pdftotext-layout",
        tiers={"pdf": "B"},
        version=poppler_version,
        convert=each(lambda path: pdftotext(path, "-layout")),
    ),
    Converter(
        name="pdftotext-raw",
        tiers={"pdf": "A"},
        version=poppler_version,
        convert=each(lambda path: pdftotext(path, "-raw")),
    ),
    Converter(name="pdfplumber", tiers={"pdf": "B"}, version=package_version("pdfplumber"), convert=each(_pdfplumber)),
    Converter(
        name="pdfplumber-tables",
        tiers={"pdf": "A"},
        version=package_version("pdfplumber"),
        convert=each(_pdfplumber_tables),
    ),
    Converter(name="pdfminer", tiers={"pdf": "D"}, version=package_version("pdfminer.six"), convert=each(_pdfminer)),
    Converter(name="pypdf", tiers={"pdf": "A"}, version=package_version("pypdf"), convert=each(_pypdf)),
    Converter(name="pypdfium2", tiers={"pdf": "A"}, version=package_version("pypdfium2"), convert=each(_pypdfium2)),
)
