"""Lines to paragraphs: line breaks that a converter put inside a sentence are taken out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence

from giar_lark.model.report import Paragraph
from giar_lark.pattern import lazy_pattern
from giar_lark.span import Span
from giar_lark.tokenise.characters import FILLER
from giar_lark.tokenise.token import Token

_ENDS = "。！？；：!?;:"
# several blanks, or a line break
_RUN = lazy_pattern(r"\s(?:\s+|(?<=\n))")
_ORDINAL = lazy_pattern(
    r"(?:[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[）)]|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,2}[，,、]|[0-9]{1,2}[.．、](?!\d))"
)


class Prose:
    """Some lines of prose, of which only the places are kept."""

    __slots__ = ("_bounds", "_numbered", "_text")

    def __init__(self, text: str, lines: Sequence[Token]) -> None:
        self._text = text
        self._bounds = array("L", [bound for line in lines for bound in (line.start, line.end)])
        self._numbered = bytes([line.type == "NUMBERED" for line in lines])

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        """Whether something of a pattern stands between the beginning of its first line and the end of its last."""
        return bool(self._bounds) and pattern.search(self._text, self._bounds[0], self._bounds[-1]) is not None

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs that the lines make."""
        places = zip(self._numbered, self._bounds[::2], self._bounds[1::2], strict=True)
        lines = [Token("NUMBERED" if numbered else "TEXT", start, end) for numbered, start, end in places]
        return tuple(paragraphs_of(self._text, lines))


def paragraphs_of(text: str, tokens: Sequence[Token]) -> Iterable[Paragraph]:
    """The paragraphs of some prose lines.

    A line goes on in the next one unless it ends a sentence, is numbered itself as a short heading, or the next one is
    indented or numbered.
    """
    lines: list[Token] = []
    for token in tokens:
        if lines and _goes_on(text, lines[-1], token):
            lines.append(token)
            continue
        if lines:
            yield _paragraph(text, lines)
        lines = [token]
    if lines:
        yield _paragraph(text, lines)


def _goes_on(text: str, before: Token, token: Token) -> bool:
    if token.type != "TEXT" or text[before.end - 1] in _ENDS:
        return False
    indent = text[before.end : token.start].rpartition("\n")[2].replace("\t", "")
    return len(indent) < 2


def _paragraph(text: str, lines: Sequence[Token]) -> Paragraph:
    places = tuple([Span(line.start, line.end) for line in lines])
    joined = "".join([text[line.start : line.end] for line in lines]).replace(FILLER, "")
    joined = _RUN.sub(" ", joined)
    ordinal = _ORDINAL.match(joined)
    span = places[0] if len(places) == 1 else Span(lines[0].start, lines[-1].end)
    return Paragraph(joined, span, ordinal[0] if ordinal else "", places)
