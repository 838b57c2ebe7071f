"""Lists of links around a report: menus, reports of other years, what stands before and behind it on the portal.

A list that names other reports would be read as a part of this one. Nothing is taken for such a list but lines that are links
as a whole, with nothing beside them but a date, several in a row.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.stream import CELL, END_LINK, HARD_LINE, LINE, LINK, NOTHING, TEXT, Stream

_LEAST = 3
# what may stand beside a link: a date, marks
_BESIDE = lazy_pattern(r"(?:[\[（(]?20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d\d:\d\d)?[\])）]?|[·•|>›»▪◆■>\[\]・])*")
_NEIGHBOUR = lazy_pattern(r"(?:上一|下一|前一|后一)[篇条页]\s*[：:]")
# a heading may be a link, too; no entry of such a list begins like one
_HEADING = lazy_pattern(r"[一二三四五六]\s*[、.．]")


def take_out_link_lists(stream: Stream) -> None:
    """Make nothing of the lines of such lists, and of the links to the pages before and behind."""
    run: list[_Line] = []
    for line in _lines(stream):
        if line.is_link:
            run.append(line)
            continue
        _take_out(stream, run)
        run.clear()
        if _NEIGHBOUR.match(line.beside) and len(line.beside) < 8:
            _nothing(stream, line)
    _take_out(stream, run)


@dataclass(slots=True)
class _Line:
    """A line or row: its entries, the words in it that are links, and the others."""

    start: int
    end: int = 0
    linked: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)

    @property
    def beside(self) -> str:
        """The words that are no link."""
        return "".join(self.others)

    @property
    def is_link(self) -> bool:
        """Whether the line is a link as a whole."""
        words = "".join(self.linked)
        return bool(words) and _BESIDE.fullmatch(self.beside) is not None and _HEADING.match(words) is None


def _lines(stream: Stream) -> Iterator[_Line]:
    """The lines that say something."""
    line, in_link = _Line(0), False
    for at, kind in enumerate(stream.kinds):
        if kind == TEXT:
            line.texts.append(at)
            (line.linked if in_link else line.others).append(stream.text(at).strip())
        elif kind == LINK:
            in_link = True
        elif kind == END_LINK:
            in_link = False
        elif kind in (LINE, HARD_LINE):
            if line.texts:
                line.end = at
                yield line
            line = _Line(at)
    if line.texts:
        line.end = len(stream)
        yield line


def _take_out(stream: Stream, run: list[_Line]) -> None:
    if len(run) >= _LEAST:
        for line in run:
            _nothing(stream, line)


def _nothing(stream: Stream, line: _Line) -> None:
    for at in line.texts:
        stream.kinds[at] = NOTHING
    stream.replace(line.start, line.end, (CELL,), LINE)
