"""What stands above and below the text of every page: page numbers, running heads and feet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.pdf.blocks import Block, TextLine

# so many lines at either end of a page may be its head or foot, within this part of its height
_LINES, _MARGIN = 3, 0.12
_NUMBER = r"[\dⅠ-Ⅻ０-９]{1,4}"
_PAGE = lazy_pattern(
    rf"(?:[-—–－─·~\s]*第?\s*{_NUMBER}\s*页?[-—–－─·~\s]*|第?\s*{_NUMBER}\s*页?\s*[,，/|]?\s*共?\s*{_NUMBER}\s*页?"
    rf"|共\s*{_NUMBER}\s*页\s*[,，/]?\s*第\s*{_NUMBER}\s*页|[Pp]age\s*\d+.*)$"
)
_COUNTED = lazy_pattern(r"页|[Pp]age|\d\s*/\s*\d")
_DIGITS = lazy_pattern(r"\d+")


def without_margins(pages: Sequence[list[Block]]) -> list[list[Block]]:
    """The blocks of each page without page numbers, and without what stands at the head or foot of several pages."""
    repeated = Counter(name for blocks in pages for name in {_name(line) for line in _outer(blocks)})
    out = []
    for blocks in pages:
        margin = {id(line) for line in _outer(blocks) if _PAGE.match(line.line.text) or repeated[_name(line)] > 1}
        out.append([block for block in blocks if id(block) not in margin])
    return out


def _outer(blocks: Sequence[Block]) -> Iterable[TextLine]:
    """The lines in the margins of a page, which no table stands beyond."""
    for ordered in (blocks[:_LINES], blocks[: -_LINES - 1 : -1]):
        for block in ordered:
            if not isinstance(block, TextLine) or not _is_in_margin(block):
                break
            yield block


def _is_in_margin(block: TextLine) -> bool:
    middle = (block.line.box[1] + block.line.box[3]) / 2
    margin = block.page.height * _MARGIN
    return not margin <= middle <= block.page.height - margin


def _name(line: TextLine) -> tuple[bool, int, str]:
    """What lines of several pages have in common if they are one running head: which end, what height, which words."""
    low, text = line.top > line.page.height / 2, line.line.text
    return low, round(line.top / 4), _DIGITS.sub("0", text) if _COUNTED.search(text) else text
