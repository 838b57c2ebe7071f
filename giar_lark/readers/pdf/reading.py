"""The bytes of a PDF to its layout text, or to the reason why there is none. This runs in the process that `process.py` starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import pypdfium2
import pypdfium2.raw as pdfium

from giar_lark.readers.pdf.answer import Answer, Reason
from giar_lark.readers.pdf.blocks import Block
from giar_lark.readers.pdf.columns import with_rows
from giar_lark.readers.pdf.joints import join_tables
from giar_lark.readers.pdf.layout import blocks_of
from giar_lark.readers.pdf.margins import without_margins
from giar_lark.readers.pdf.page import Glyph, Page
from giar_lark.readers.pdf.pdfium import read_pages
from giar_lark.readers.pdf.struck import take_out_struck
from giar_lark.readers.pdf.turn import sheets, upright
from giar_lark.readers.pdf.writing import written
from giar_lark.source.address import PageSpot

_ENCRYPTED = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
# a page with fewer characters has no text; one that is painted has pictures on so much of it, or so many outlines
_FEW, _PICTURED, _DRAWN = 10, 0.2, 200
# so much is shown of what nobody sees
_SHOWN = 20
# if so many of the characters are not known, the others are of no use either
_UNMAPPED = 0.2


def read_document(data: bytes, most_pages: int) -> Answer:
    """The text of a PDF with its spots, or the reason why it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Answer(reason=Reason.ENCRYPTED if error.err_code in _ENCRYPTED else Reason.DAMAGED)
    try:
        count = len(document)
        if not 0 < count <= most_pages:
            return Answer(count=count, reason=Reason.LONG if count else Reason.DAMAGED)
        document.init_forms()
        return _read([_prepared(page) for page in read_pages(document)])
    except pypdfium2.PdfiumError:
        return Answer(reason=Reason.DAMAGED)
    finally:
        document.close()


def _read(pages: Sequence[Page]) -> Answer:
    textless = [page for page in pages if len(page.glyphs) < _FEW and _is_painted(page)]
    chars = sum(len(page.glyphs) for page in pages)
    if sum(page.unmapped for page in pages) > _UNMAPPED * chars:
        return Answer(count=len(pages), reason=Reason.UNMAPPED)
    if not chars or (textless and len(textless) == sum(bool(page.glyphs) or page in textless for page in pages)):
        return Answer(count=len(pages), reason=Reason.SCANNED if textless else Reason.EMPTY)
    layout = written(_blocks(pages))
    spots = [
        (at, spot) for at, spot in zip(layout.spot_starts, layout.spots, strict=True) if isinstance(spot, PageSpot)
    ]
    return Answer(
        text=layout.text,
        starts=tuple(at for at, _ in spots),
        pages=tuple(spot.page for _, spot in spots),
        boxes=tuple(spot.box for _, spot in spots),
        textless=tuple(page.number for page in textless),
        hidden=tuple((page.number, text) for page in pages if page not in textless and (text := _begin(page.hidden))),
        struck=tuple((page.number, _begin(page.struck)) for page in pages if page.struck),
        count=len(pages),
    )


def _prepared(page: Page) -> Page:
    """A page as people read it."""
    page = upright(page)
    take_out_struck(page)
    return page


def _begin(glyphs: Sequence[Glyph]) -> str:
    """The beginning of what some glyphs say that are not read."""
    return "".join(glyph.text for glyph in glyphs).strip()[:_SHOWN]


def _blocks(pages: Sequence[Page]) -> Iterable[Block]:
    sides = [side for page in pages for side in sheets(page)]
    pages_of_blocks = without_margins([blocks_of(side) for side in sides])
    join_tables(pages_of_blocks)
    return chain.from_iterable(map(with_rows, pages_of_blocks))


def _is_painted(page: Page) -> bool:
    """Whether something is on a page that text may be seen in."""
    covered = sum((right - left) * (bottom - top) for left, top, right, bottom in page.pictures)
    return covered > _PICTURED * page.width * page.height or page.curves > _DRAWN
