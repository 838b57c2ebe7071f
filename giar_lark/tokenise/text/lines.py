"""The lines of a text, and those among them that a page or a drawing leaves behind and that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern

_PAGE = lazy_pattern(
    r"(?:第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|共\s*\d+\s*页\s*[,，/]?\s*第\s*\d+\s*页|[-—–－─]+\s*\d+\s*[-—–－─]+|\d+\s*/\s*\d+"
    r"|[Pp]age\s+\d+.*|https?://\S+(?:\s+\d+\s*/\s*\d+)?|\d+/\d+/\d+,\s.*|第?\s*\d+\s*页|·\s*\d+\s*·)$"
)
# what a page line begins with, but for digits
_PAGE_BEGINS = frozenset("第共-—–－─Pph·")
_RULE = lazy_pattern(r"[\s\u2060|+\-=:_─━┄┅┼├┤┌┐└┘┬┴╞╡╪═╔╗╚╝╠╣╬╦╩│┃║]+$")
# a line that only begins or ends a row or table of a wiki (`|-`, `|}`)
ROW_MARK = lazy_pattern(r"[|{][-+}]-*[^\S\n]*(?=\n|$)")
_BELOW = lazy_pattern(r"\s*(?P<line>[^\n]*)")
_DRAWN = lazy_pattern(r"[-=─━═]{3}|[┌┐└┘├┤┬┴┼╔╗╚╝╠╣╬╦╩]")


def lines_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line of a stretch, line breaks left out."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def line_below(text: str, end: int) -> tuple[int, int]:
    """Start and end of the next line that says something behind a place; both at the end of the text if none does."""
    below = _BELOW.match(text, end)
    assert below is not None  # it may be empty, and is always there
    return below.span("line")


def is_page_line(line: str) -> bool:
    """Whether a line is the number, header address or footer that a page break leaves behind."""
    text = line.strip()
    if text[:1] not in _PAGE_BEGINS and not text[:1].isdigit():
        return False
    return len(line) < 300 and _PAGE.match(text) is not None


def is_rule(line: str) -> bool:
    """Whether a line is drawn: of signs alone, with a stroke or a corner among them, and not of cells that hold a dash."""
    return len(line.strip()) > 3 and _RULE.match(line) is not None and _DRAWN.search(line) is not None
