"""Prose to lines: one search goes through a whole stretch, and a line is two offsets until its token is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from giar_lark.pattern import lazy_pattern
from giar_lark.tokenise.characters import FILLER
from giar_lark.tokenise.fold import letters
from giar_lark.tokenise.lines import is_page_line
from giar_lark.tokenise.token import Token

# the ordinal in front of a paragraph
ORDINAL = lazy_pattern(
    r"(?:[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[）)]|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,2}[，,、]|[0-9]{1,2}[.．、](?!\d))"
)
_ORDINAL_BEGINS = frozenset("（(一二三四五六七八九十第0123456789")
# what may stand around a line and says nothing
_AROUND = rf" \t\r\f\v\xa0\u3000\ufeff|{FILLER}"
_LINE = lazy_pattern(rf"[^\n{_AROUND}](?:[^\n]*[^\n{_AROUND}])?")
# a line as long as this says something
_SHORT = 80
# a line that begins with any other Chinese character is no page number
_PAGE_BEGINS = frozenset("第共")


class ProseLines:
    """Lines of prose that follow one another in a stream: where each begins and ends, and which of them are numbered."""

    __slots__ = ("bounds", "numbered")

    def __init__(self, bounds: Iterable[int] = (), numbered: Iterable[int] = ()) -> None:
        """Hold lines: two bounds of each, and whether it is numbered."""
        self.bounds = array("L", bounds)
        self.numbered = bytes(numbered)

    @classmethod
    def of(cls, parts: Sequence[Token | ProseLines]) -> ProseLines:
        """The lines that some tokens and other lines are, one behind the other."""
        if not parts:
            return _NO_LINES
        if len(parts) == 1 and isinstance(parts[0], ProseLines):
            return parts[0]
        bounds, numbered = array("L"), bytearray()
        for part in parts:
            if isinstance(part, Token):
                bounds.extend((part.start, part.end))
                numbered.append(part.type == "NUMBERED")
            else:
                bounds.extend(part.bounds)
                numbered.extend(part.numbered)
        return cls(bounds, numbered)

    @property
    def end(self) -> int:
        """Where the last of them ends; there must be one."""
        return self.bounds[-1]

    def __bool__(self) -> bool:
        return bool(self.numbered)

    def written(self, text: str) -> list[str]:
        """What stands on each line, in the text that they are lines of."""
        return [text[start:end] for start, end in zip(self.bounds[::2], self.bounds[1::2], strict=True)]

    def tokens(self) -> list[Token]:
        """A TEXT or NUMBERED token for each line."""
        places = zip(self.numbered, self.bounds[::2], self.bounds[1::2], strict=True)
        return [Token("NUMBERED" if numbered else "TEXT", start, end) for numbered, start, end in places]


_NO_LINES = ProseLines()


def prose_lines(text: str, start: int, end: int) -> ProseLines:
    """The lines of a stretch that say something; page numbers and rules are passed over."""
    if start >= end or text[start:end].isspace():
        return _NO_LINES
    bounds: list[int] = []
    numbered: list[bool] = []
    for line in _LINE.finditer(text, start, end):
        first, last = line.span()
        char = text[first]
        has_ordinal = char in _ORDINAL_BEGINS and ORDINAL.match(text, first, last) is not None
        if has_ordinal or ("\u4e00" <= char <= "\u9fff" and char not in _PAGE_BEGINS) or _says_something(line[0]):
            bounds += (first, last)
            numbered.append(has_ordinal)
    return ProseLines(bounds, numbered) if bounds else _NO_LINES


def _says_something(line: str) -> bool:
    if len(line) >= _SHORT and FILLER not in line:
        return True
    return not is_page_line(line) and letters(line) != ""
