"""Documents to write, and the tables of what was written, taken from each format by its own rules."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from markdown_it import MarkdownIt  # which rich needs

from giar_lark.model.report import Report
from giar_lark.pipeline import parse
from giar_lark.readers.read import read
from giar_lark.source.source import Source
from giar_lark.write.document import Document, document_of
from giar_lark.write.formats import FORMATS

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
STEMS = sorted(path.parent.name for path in REPORTS.glob("*/truth.json"))
# one of each template, both mixtures, and blanks among numbers
MIXED = ("district-bureau-2021-old-first-block", "district-bureau-2022-procurement-kept")
CHOSEN = ("county-government-2024", "zone-committee-2019", *MIXED, "town-2025-partly-blank")
SOUND = (Path(__file__).parents[1] / "golden" / "render" / "report.txt").read_text(encoding="utf-8")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Cells = dict[str, tuple[object, str]]


class Box(NamedTuple):
    """A cell of a table as a format has it: its text, and how many columns and rows it covers."""

    text: str
    columns: int
    rows: int


Table = list[list[Box]]


def document(text: str) -> Document:
    """The document of a report."""
    return document_of(report(text), text)


def report(text: str) -> Report:
    """The report in a text."""
    parsed = parse(Source(text))
    assert not parsed.refused, parsed.findings
    return parsed.report


def layout(stem: str, name: str = "canonical") -> str:
    """A report of the corpus in a layout."""
    return read(REPORTS / stem / f"{name}.txt").text


def layouts(stem: str) -> list[str]:
    """The layouts of a report of the corpus, without what converters made of it."""
    return sorted(path.stem for path in (REPORTS / stem).glob("*.txt") if "." not in path.stem)


def truth(stem: str) -> Cells:
    """What has to be found in the cells of a report of the corpus."""
    cells = json.loads((REPORTS / stem / "truth.json").read_text("utf-8"), parse_float=Decimal)["cells"]
    return {key: _truth(entry) for key, entry in cells.items()}


def _truth(entry: object) -> tuple[object, str]:
    if isinstance(entry, dict):
        return entry["value"], entry["state"]
    return entry, "blank" if entry is None else "given"


def cells(text: str) -> Cells:
    """Value and state of each cell in a text."""
    return {cell.key: (cell.value, cell.state) for cell in report(text).cells}


def written(document: Document, form: str) -> str:
    """A document in a text format."""
    return FORMATS[form].encode(document).decode("utf-8")


def spread(table: Table) -> list[list[str]]:
    """The text of a table cell by cell; where a cell covers others, they are empty.

    Every place must be covered, and covered once.
    """
    width = sum(box.columns for box in table[0])
    places: dict[tuple[int, int], str] = {}
    for y, row in enumerate(table):
        x = 0
        for box in row:
            while (y, x) in places:
                x += 1
            for dy in range(box.rows):
                for dx in range(box.columns):
                    assert (y + dy, x + dx) not in places, f"{box} covers what is covered"
                    places[y + dy, x + dx] = box.text if dy == dx == 0 else ""
    assert set(places) == {(y, x) for y in range(len(table)) for x in range(width)}, "the cells do not fill the table"
    return [[places[y, x] for x in range(width)] for y in range(len(table))]


# ---------------------------------------------------------------- HTML


class Page(HTMLParser):
    """The tables of a page, and its other elements: tag and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.elements: list[tuple[str, str]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spans = {name: int(value or 0) for name, value in attrs if name in ("colspan", "rowspan")}
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append(Box("", spans.get("colspan", 1), spans.get("rowspan", 1)))
        self.elements.append((tag, ""))

    def handle_data(self, data: str) -> None:
        if not self.elements:
            return
        tag, text = self.elements[-1]
        self.elements[-1] = (tag, text + data)
        if tag in ("td", "th"):
            row = self.tables[-1][-1]
            row[-1] = row[-1]._replace(text=row[-1].text + data.strip("\n"))


# ---------------------------------------------------------------- Markdown


def shown(text: str) -> Page:
    """What is shown of a Markdown text, with the tables and struck words of GitHub's; without what has no width."""
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    return Page(page.replace("\u2060", ""))


# ---------------------------------------------------------------- DOCX


def part(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    """A part of a DOCX file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def docx_tables(data: bytes) -> list[Table]:
    """The tables of a DOCX file: cells that are continued below become one."""
    return [_docx_table(table) for table in part(data).iter(f"{W}tbl")]


def _docx_table(table: ElementTree.Element) -> Table:
    out: Table = []
    open_: dict[int, tuple[int, int]] = {}  # column to the row and the number of the cell that reaches down to here
    for y, row in enumerate(table.findall(f"{W}tr")):
        out.append([])
        x = 0
        for cell in row.findall(f"{W}tc"):
            columns, merge = _properties(cell)
            text = docx_text(cell)
            if merge == "continue":
                above_y, number = open_[x]
                above = out[above_y][number]
                assert (above.columns, text) == (columns, ""), "a continued cell is as wide as the one above, and empty"
                out[above_y][number] = above._replace(rows=above.rows + 1)
            else:
                open_.pop(x, None)
                if merge == "restart":
                    open_[x] = (y, len(out[y]))
                out[y].append(Box(text, columns, 1))
            x += columns
    return out


def _properties(cell: ElementTree.Element) -> tuple[int, str]:
    """How many columns a cell covers, and whether it starts or continues a merged one."""
    span, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
    columns = 1 if span is None else int(span.attrib[f"{W}val"])
    return columns, "" if merge is None else merge.get(f"{W}val", "continue")


def docx_text(element: ElementTree.Element) -> str:
    """The text in an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def docx_paragraphs(data: bytes) -> Iterator[tuple[str, str]]:
    """Style and text of the paragraphs between the tables; an empty one stands behind each table."""
    body = part(data).find(f"{W}body")
    assert body is not None
    for paragraph in body.findall(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        yield "" if style is None else style.attrib[f"{W}val"], docx_text(paragraph)
