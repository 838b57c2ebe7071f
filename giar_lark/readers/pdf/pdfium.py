"""The pages of a PDF by PDFium: the only module that knows the library."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from giar_lark.readers.pdf.page import Glyph, Page
from giar_lark.readers.pdf.radicals import without_radicals
from giar_lark.readers.pdf.shapes import Handle, read_shapes
from giar_lark.readers.pdf.view import View

# writing that leans more than so many degrees is a watermark
_LEAN = 8.0
# what PDFium puts in place of a hyphen at the end of a line, and of what it knows no character for
_HYPHEN, _UNKNOWN = 0x02, (0, 0xFFFE, 0xFFFF, 0xFFFD)
# paint as bright as this is not seen on paper
_WHITE = 240
_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)


class _Piece:
    """A run of text that was written at once: how it is turned and sized, whether it is seen, and whether any of it was on the page."""

    __slots__ = ("begun", "bright", "leaning", "number", "scale", "seen", "turn")

    def __init__(self, number: int, textpage: Handle, index: int, handle: Handle, view: View) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(textpage, index, matrix)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - view.rotation * 90
        turn = round(angle / 90)
        self.number = number
        self.turn = turn % 4
        self.leaning = abs(angle - turn * 90) > _LEAN
        self.scale = math.hypot(matrix.c, matrix.d) * pdfium.FPDFText_GetFontSize(textpage, index)
        self.seen = not handle or pdfium.FPDFTextObj_GetTextRenderMode(handle) not in _INVISIBLE
        self.bright = _is_bright(textpage, index)
        self.begun = False


def _is_bright(textpage: Handle, index: int) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha):
        return False
    return min(red.value, green.value, blue.value) > _WHITE or alpha.value == 0


def read_pages(document: pypdfium2.PdfDocument) -> Iterator[Page]:
    """The pages of a document one by one, what is filled into forms and stamped on a page among their text."""
    for number in range(len(document)):
        page = document[number]
        if pdfium.FPDFPage_GetAnnotCount(page.raw) and pdfium.FPDFPage_Flatten(page.raw, 0) == 1:
            page.close()
            page = document[number]
        yield _page(page, number + 1)
        page.close()


def _page(page: pypdfium2.PdfPage, number: int) -> Page:
    view = View.of(page.get_bbox(), pdfium.FPDFPage_GetRotation(page.raw))
    out = Page(number, view.width, view.height)
    read_shapes(page.raw, view, out)
    textpage = page.get_textpage()
    _read_glyphs(textpage.raw, view, out)
    textpage.close()
    return out


def _read_glyphs(textpage: Handle, view: View, out: Page) -> None:
    pieces: dict[int, _Piece] = {}
    rect = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        if pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        handle = pdfium.FPDFText_GetTextObject(textpage, index)
        address = ctypes.cast(handle, ctypes.c_void_p).value or 0
        piece = pieces.get(address)
        if piece is None:
            piece = pieces[address] = _Piece(len(pieces), textpage, index, handle, view)
        if piece.leaning or not pdfium.FPDFText_GetLooseCharBox(textpage, index, rect):
            continue
        text = _character(pdfium.FPDFText_GetUnicode(textpage, index))
        if text == "\ufffd" or pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1:
            text, out.unmapped = "\ufffd", out.unmapped + 1
        box = view.box(rect.left, rect.bottom, rect.right, rect.top)
        _put(out, Glyph(text, *box, piece.scale or box[3] - box[1], piece.turn, piece.number, index), piece)


def _put(out: Page, glyph: Glyph, piece: _Piece) -> None:
    """Put a glyph where people see it, or where nobody does; a number that runs over the edge of the page stays whole."""
    inside = -1 <= glyph.across <= out.width + 1 and -1 <= glyph.down <= out.height + 1
    piece.begun |= inside
    seen = piece.seen and not (piece.bright and not _is_painted(out, glyph))
    (out.glyphs if seen and (inside or piece.begun) else out.hidden).append(glyph)


def _is_painted(out: Page, glyph: Glyph) -> bool:
    """Whether there is colour behind a glyph."""
    return any(
        left <= glyph.across <= right and top <= glyph.down <= bottom
        for left, top, right, bottom in (*out.fills, *out.pictures)
    )


def _character(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    return "\ufffd" if code in _UNKNOWN or 0xD800 <= code <= 0xDFFF else without_radicals(chr(code))
