"""The rules, painted boxes and pictures of a page by PDFium."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.readers.pdf.page import Page, Rule
from giar_lark.readers.pdf.view import View
from giar_lark.source.address import Box

# a painted box this thin is a rule; a line that leaves its axis by no more is straight
_THIN = 3.0
_STRAIGHT = 0.8
_DEEPEST = 8
_WHITE = 240

# what PDFium knows its objects by
Handle = ctypes.c_void_p
Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1, 0, 0, 1, 0, 0)
Point = tuple[float, float]


class _Outline(NamedTuple):
    """A part of a path: its corners, and whether it bends anywhere."""

    corners: list[Point]
    bends: bool


def read_shapes(page: Handle, view: View, out: Page) -> None:
    """Put the rules, painted boxes and pictures of a page into `out`."""
    for handle, matrix in _objects(page):
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(handle, matrix, view, out)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            _read_picture(handle, matrix, view, out)


def _objects(page: Handle) -> Iterator[tuple[Handle, Matrix]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _inside(pdfium.FPDFPage_GetObject(page, index), _PLAIN, 0)


def _inside(handle: Handle, outer: Matrix, depth: int) -> Iterator[tuple[Handle, Matrix]]:
    """An object with the matrix of what it stands in; of a form, the objects in it."""
    if pdfium.FPDFPageObj_GetType(handle) != pdfium.FPDF_PAGEOBJ_FORM:
        yield handle, outer
    elif depth < _DEEPEST:
        matrix = _times(_matrix(handle), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _inside(pdfium.FPDFFormObj_GetObject(handle, index), matrix, depth + 1)


def _matrix(handle: Handle) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return _PLAIN
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _read_picture(handle: Handle, matrix: Matrix, view: View, out: Page) -> None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        x1, y1 = _moved(matrix, left.value, bottom.value)
        x2, y2 = _moved(matrix, right.value, top.value)
        box = view.box(x1, y1, x2, y2)
        if not _thin_rule(box, out):
            out.pictures.append(box)


def _read_path(handle: Handle, outer: Matrix, view: View, out: Page) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not fill.value and not stroke.value:
        return
    painted = bool(fill.value) and _is_dark(handle)
    for outline in _outlines(handle, _times(_matrix(handle), outer), view):
        out.curves += outline.bends
        box = _bounds(outline.corners)
        if _thin_rule(box, out):
            continue
        if stroke.value:
            out.rules.extend(_edges(outline.corners))
        elif painted and not outline.bends:
            out.fills.append(box)


def _is_dark(handle: Handle) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    return min(red.value, green.value, blue.value) <= _WHITE and alpha.value > 0


def _outlines(handle: Handle, matrix: Matrix, view: View) -> Iterator[_Outline]:
    corners: list[Point] = []
    bends = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO and corners:
            yield _Outline(corners, bends)
            corners, bends = [], False
        bends |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
        corners.append(view.point(*_moved(matrix, x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners:
        yield _Outline(corners, bends)


def _bounds(corners: list[Point]) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _thin_rule(box: Box, out: Page) -> bool:
    """Take a box for a rule if it is thin enough; say whether it is one, or nothing at all."""
    left, top, right, bottom = box
    if bottom - top > _THIN and right - left > _THIN:
        return False
    if right - left > bottom - top:
        out.rules.append(Rule(True, (top + bottom) / 2, left, right))
    elif bottom > top:
        out.rules.append(Rule(False, (left + right) / 2, top, bottom))
    return True


def _edges(corners: list[Point]) -> Iterator[Rule]:
    for (x1, y1), (x2, y2) in itertools.pairwise(corners):
        if abs(y1 - y2) <= _STRAIGHT < abs(x1 - x2):
            yield Rule(True, (y1 + y2) / 2, min(x1, x2), max(x1, x2))
        elif abs(x1 - x2) <= _STRAIGHT < abs(y1 - y2):
            yield Rule(False, (x1 + x2) / 2, min(y1, y2), max(y1, y2))
