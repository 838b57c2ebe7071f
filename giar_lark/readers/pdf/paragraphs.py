"""Lines of text to paragraphs: a line that fills its width runs on in the next one, over the end of the page too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.pdf.blocks import Block, Table, TextLine

Paragraph = list[TextLine]

# a line is full if so many characters at most would still fit; the next one is indented from so many on, and the first line
# of a paragraph not by more than that
_ROOM, _INDENT, _FIRST_INDENT = 2.5, 0.9, 5.0
# lines of one paragraph are no further apart than so many times their size, and their sizes differ by so much at most
_LEADING, _SIZES = 2.6, 1.08
# nor than so many times the nearest lines of that size, which are no nearer than this part of it
_SPREAD, _NEAREST = 1.45, 0.9
# what stands so far apart on a line is no running text
_APART = 2.0
# a line of so many characters tells how wide the text is
_LONG = 12
_HEAD = lazy_pattern(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_STOP, _END = "。！？；：”）", "。！？"
# a sentence that leaves room for so many characters ends its paragraph, if no number or Latin word comes next
_FREE = 1.3


def paragraphs(blocks: Iterable[Block]) -> Iterator[Table | Paragraph]:
    """Tables as they are, and between them the paragraphs that the lines make."""
    blocks = list(blocks)
    lines = [block for block in blocks if isinstance(block, TextLine)]
    edges, leadings = _edges(lines), _leadings(lines)
    open_paragraph: Paragraph = []
    for block in blocks:
        if open_paragraph and not (
            isinstance(block, TextLine) and _runs_on(open_paragraph[-1], block, edges, leadings)
        ):
            yield open_paragraph
            open_paragraph = []
        if isinstance(block, Table):
            yield block
        else:
            open_paragraph.append(block)
    if open_paragraph:
        yield open_paragraph


Edges = dict[int, tuple[float, float]]


def _edges(lines: Iterable[TextLine]) -> Edges:
    """How far the text of each page reaches to the left and to the right: on pages of few lines as far as on others as wide."""
    by_page: dict[int, list[TextLine]] = {}
    for line in lines:
        by_page.setdefault(id(line.page), []).append(line)
    reaches = {page: _reach(lines) for page, lines in by_page.items()}
    every = _reach([line for lines in by_page.values() for line in lines]) or (0.0, 0.0)
    widest: dict[int, float] = {}
    for page, reach in reaches.items():
        if reach is not None:
            width = round(by_page[page][0].page.width)
            widest[width] = max(widest.get(width, 0.0), reach[1] - reach[0])
    return {
        page: every if reach is None else (reach[0], reach[0] + widest[round(by_page[page][0].page.width)])
        for page, reach in reaches.items()
    }


def _leadings(lines: Sequence[TextLine]) -> dict[int, float]:
    """How far apart lines of a size are that stand one below the other, where they are nearest."""
    nearest: dict[int, float] = {}
    for before, line in pairwise(lines):
        apart, size = line.top - before.top, before.line.size
        is_next = before.page is line.page and size / _SIZES <= line.line.size <= size * _SIZES
        if is_next and len(before.line.glyphs) >= _LONG and apart >= _NEAREST * size:
            nearest[round(size)] = min(nearest.get(round(size), apart), apart)
    return nearest


def _reach(lines: list[TextLine]) -> tuple[float, float] | None:
    """From where to where long lines reach; to the left also a short one that ends a paragraph, for they may all begin one."""
    long = [line.line.box for line in lines if len(line.line.glyphs) >= _LONG]
    if len(long) < 2:
        return None
    left = min(box[0] for box in long)
    ends = (line.line.box[0] for line in lines if line.line.box[0] > left - _FIRST_INDENT * line.line.size)
    return min(ends, default=left), max(box[2] for box in long)


def _runs_on(before: TextLine, line: TextLine, edges: Edges, leadings: dict[int, float]) -> bool:
    """Whether a line continues the paragraph of the one before."""
    size = before.line.size
    if not size / _SIZES <= line.line.size <= size * _SIZES:
        return False
    if len(before.line.words(_APART)) > 1 or len(line.line.words(_APART)) > 1:
        return False
    left, right = edges[id(before.page)]
    if before.line.box[2] < right - _ROOM * size or before.line.box[0] > left + _FIRST_INDENT * size:
        return False
    if line.line.box[0] > edges[id(line.page)][0] + _INDENT * size:
        return False
    most = min(_LEADING * size, _SPREAD * leadings.get(round(size), _LEADING * size))
    if before.page is line.page and line.top - before.top > most:
        return False
    if before.line.text[-1] in _END and before.line.box[2] < right - _FREE * size and not line.line.text[0].isascii():
        return False
    return not (before.line.text[-1] in _STOP and _HEAD.match(line.line.text))
