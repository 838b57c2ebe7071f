"""A DOCX file for a word processor: the tables of the official annex, cells merged over rows and columns.

Only what a report needs of Office Open XML (ECMA-376): paragraphs in four styles, and tables with `gridSpan` and `vMerge`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from giar_lark.markup.xml_text import xml_text
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box, Grid, unmerged

_STYLES = {Kind.TITLE: "ReportTitle", Kind.HEADING: "Heading1", Kind.ORGAN: "Signature", Kind.DATE: "Signature"}
_WIDTH_TWIPS = 9000
# narrow ones, so that a number of eight signs stands in its cell unbroken
_MARGINS = '<w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>'
_FRAME = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
}
# a zip archive knows no date before this one; a fixed one makes the same report the same file
_DATE = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# A4, with margins of an inch
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
# relations have no use here, but every word processor declares them, and some readers look for that
_NAMESPACE = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def docx_file(document: Document) -> bytes:
    """A document as the bytes of a DOCX file; the same document gives the same bytes."""
    body = "".join(map(_part, document))
    content = f"{_HEAD}<w:document {_NAMESPACE}><w:body>{body}{_PAGE}</w:body></w:document>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (*_frame(), ("word/document.xml", content)):
            archive.writestr(zipfile.ZipInfo(name, _DATE), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _frame() -> Iterator[tuple[str, str]]:
    """The parts of the file that are the same in every report, by their names in it."""
    folder = files("giar_lark") / "write" / "office"
    for name, file in _FRAME.items():
        yield name, (folder / file).read_text("utf-8")


def _part(part: Part) -> str:
    if part.grid is not None:
        return _table(part.grid) + _paragraph("")
    return _paragraph(part.text, _STYLES.get(part.kind, "BodyText"))


def _paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(xml_text(text), quote=False)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def _table(grid: Grid) -> str:
    widths = _widths(grid)
    head = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>{_MARGINS}</w:tblPr>'
    sizes = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl>{head}<w:tblGrid>{sizes}</w:tblGrid>{''.join(_rows(grid, widths))}</w:tbl>"


def _widths(grid: Grid) -> list[int]:
    """The width of each column in twips: the last column of labels the widest; all alike where no row has values."""
    full = unmerged(grid)
    labels = min((x for row in full for x, box in enumerate(row) if box is not None and box.value), default=0)
    shares = [1.0] * max(labels - 1, 0) + [2.2] * (labels > 0) + [1.0] * (len(full[0]) - labels)
    return [int(_WIDTH_TWIPS * share / sum(shares)) for share in shares]


def _rows(grid: Grid, widths: list[int]) -> Iterator[str]:
    """The rows; a cell that covers several is opened in the first and continued in each below."""
    above: dict[int, Box] = {}  # column to the box that last began in it
    for row in unmerged(grid):
        cells, x = [], 0
        while x < len(row):
            here = row[x]
            box = above[x] if here is None else here
            merge = "continue" if here is None else "restart" if box.rows > 1 else ""
            cells.append(_cell(box, sum(widths[x : x + box.columns]), merge=merge))
            above[x] = box
            x += box.columns
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(box: Box, width: int, *, merge: str) -> str:
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    vertical = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(merge, "")
    text = "" if merge == "continue" else box.text
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{vertical}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(text, 'TableText')}</w:tc>"
