"""Prose to lines. A stretch of prose is two offsets until somebody asks for its lines: most are asked for by their text alone."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.fold import letters
from giar_lark.tokenise.text.lines import is_page_line
from giar_lark.tokenise.token import Token

# the ordinal in front of a paragraph
ORDINAL = lazy_pattern(
    r"(?:[（(]\s*[一二三四五六七八九十0-9]{1,3}\s*[）)]|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]{1,2}[，,、]|[0-9]{1,2}[.．、](?!\d))"
)
_ORDINAL_BEGINS = frozenset("（(一二三四五六七八九十第0123456789")
# what may stand around a line and says nothing
_AROUND = f" \t\r\f\v\xa0\u3000\ufeff|{FILLER}"
_AROUND_STRETCH = "\n" + _AROUND
_LINE = lazy_pattern(rf"[^\n{_AROUND}](?:[^\n]*[^\n{_AROUND}])?")
# a line as long as this says something
_SHORT = 80
# a line that begins with any other Chinese character is no page number
_PAGE_BEGINS = frozenset("第共")


class Lines(NamedTuple):
    """Where some lines begin and end, two bounds of each, and which of them are numbered."""

    bounds: Sequence[int]
    numbered: bytes


class ProseLines:
    """Lines of prose that follow one another in a stream, from where the first begins to where the last ends.

    They are all lines of their stretch that say something, and are looked for when they are asked for, unless they are given.
    `written` is what stands from where the first begins to where the last ends.
    """

    __slots__ = ("_given", "end", "start", "text", "written")
    # what they are to the grammar
    type = "TEXT"

    def __init__(self, text: str = "", start: int = 0, end: int = 0, given: Lines | None = None) -> None:
        self.text, self.start, self.end, self._given = text, start, end, given
        self.written = text[start:end]

    @classmethod
    def of(cls, parts: Sequence[Token | ProseLines], text: str) -> ProseLines:
        """The lines that some tokens and other lines of a text are, one behind the other."""
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
                bounds.extend(part.lines.bounds)
                numbered.extend(part.lines.numbered)
        return cls(text, bounds[0], bounds[-1], Lines(bounds, bytes(numbered)))

    @property
    def is_whole(self) -> bool:
        """Whether they follow from what is written from their start to their end, wherever that stands."""
        return self._given is None

    @property
    def lines(self) -> Lines:
        """Each of them."""
        return self._given or _lines_in(self.text, self.start, self.end)

    def __bool__(self) -> bool:
        return self.start < self.end

    def tokens(self) -> list[Token]:
        """A TEXT or NUMBERED token for each line."""
        bounds, numbered = self.lines
        places = zip(numbered, bounds[::2], bounds[1::2], strict=True)
        return [Token("NUMBERED" if numbered else "TEXT", start, end) for numbered, start, end in places]


_NO_LINES = ProseLines()


def prose_lines(text: str, start: int, end: int) -> ProseLines:
    """The lines of a stretch that say something; page numbers and rules are passed over."""
    below = text[start:end].lstrip(_AROUND_STRETCH)
    if not below:
        return _NO_LINES
    first, written = end - len(below), below.rstrip(_AROUND_STRETCH)
    if _begins_with_words(written) and _ends_with_words(written):
        return ProseLines(text, first, first + len(written))
    bounds = _lines_in(text, start, end).bounds
    return ProseLines(text, bounds[0], bounds[-1]) if bounds else _NO_LINES


def _begins_with_words(written: str) -> bool:
    """Whether the first line of some prose says something."""
    return _is_word(written[0]) or _says_something(written.partition("\n")[0].rstrip(_AROUND))


def _ends_with_words(written: str) -> bool:
    """Whether the last line of some prose says something."""
    return _says_something(written[written.rfind("\n") + 1 :].lstrip(_AROUND))


def _is_word(char: str) -> bool:
    """Whether no line that begins with a character says nothing."""
    return "\u4e00" <= char <= "\u9fff" and char not in _PAGE_BEGINS


def _is_numbered(line: str) -> bool:
    return line[0] in _ORDINAL_BEGINS and ORDINAL.match(line) is not None


def _lines_in(text: str, start: int, end: int) -> Lines:
    bounds, numbered = array("L"), bytearray()
    for found in _LINE.finditer(text, start, end):
        line = found[0]
        if _says_something(line):
            bounds.extend(found.span())
            numbered.append(_is_numbered(line))
    return Lines(bounds, bytes(numbered))


def _says_something(line: str) -> bool:
    if _is_word(line[0]) or _is_numbered(line) or (len(line) >= _SHORT and FILLER not in line):
        return True
    return not is_page_line(line) and letters(line) != ""
