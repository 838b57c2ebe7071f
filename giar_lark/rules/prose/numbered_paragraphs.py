"""The plain numbers of paragraphs: 1. … 2. … 4. …, （1）… （2）… （2）…, 一是…… 三是……."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from giar_lark.findings import Related
from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.paragraph import Paragraph
from giar_lark.rules.prose.subsections import Slip, jumps_to, stands_twice
from giar_lark.source.span import Span
from giar_lark.tokenise.text.fold import number_of

# 1. and 1、 may be two levels, （1） and 一是 are their own; 2.5万 and 3.15 are no numbers of paragraphs
_NUMBERED = lazy_pattern(
    r"\s*(?:(?P<plain>[0-9０-９]{1,2})(?P<mark>[.．、])(?![0-9])|[（(](?P<within>[0-9０-９]{1,2})[）)]"
    r"|(?P<said>[一二三四五六七八九十])是)"
)
_A_LEVEL_ABOVE = lazy_pattern(r"\s*[（(][一二三四五六七八九十]{1,3}[）)]")
_STOP, _WITHIN, _SAID = ".", "（", "是"
_NUMERALS = "一二三四五六七八九十"


class _Number(NamedTuple):
    """The number with which a paragraph begins: how long it is with white space, as written, which, and its mark."""

    chars: int
    written: str
    number: int
    mark: str


class _Entry(NamedTuple):
    """A numbered paragraph: its position among all, where its number stands, as written, and which."""

    at: int
    span: Span
    written: str
    number: int


def gaps_in(paragraphs: Sequence[Paragraph]) -> Iterator[Slip]:
    """The numbers that stand twice, or behind one left out, in the lists of a part: each mark by itself, from 1 on.

    A number that stands between with another mark, or within a paragraph, is not left out.
    """
    lists: dict[str, _Entry] = {}
    for at, paragraph in enumerate(paragraphs):
        found = _number_of(paragraph.text)
        if found is None:
            if _A_LEVEL_ABOVE.match(paragraph.text):
                lists = {}
            continue
        start = paragraph.span.start
        entry = _Entry(at, Span(start, start + found.chars), found.written, found.number)
        before = lists.get(found.mark)
        if entry.number == 1:
            lists[found.mark] = entry
        elif before is not None:
            lists[found.mark] = entry
            between = (paragraphs[other].text for other in range(before.at, at))
            if entry.number - before.number in (0, 2) and not _stands_in(before.number + 1, between):
                yield _slip(entry, before, found.mark)


@remembered
def _number_of(text: str) -> _Number | None:
    match = _NUMBERED.match(text)
    if match is None:
        return None
    mark = _SAID if match["said"] else (match["mark"] or _WITHIN).replace("．", _STOP)
    number = number_of(match["said"] or match["plain"] or match["within"])
    return _Number(match.end(), match[0].strip(), number, mark)


def _stands_in(number: int, texts: Iterator[str]) -> bool:
    """Whether some texts have an item of a number, whatever its mark."""
    numeral = _NUMERALS[number - 1 : number]
    item = re.compile(rf"(?<![0-9０-９]){number}[.．、）)]" + (rf"|{numeral}是|[（(]{numeral}[）)]" if numeral else ""))
    return any(item.search(text) for text in texts)


def _due(number: int, mark: str) -> str:
    if mark == _SAID:
        return f"{_NUMERALS[number - 1 : number]}{_SAID}"
    return f"（{number}）" if mark == _WITHIN else f"{number}{mark}"


def _slip(entry: _Entry, before: _Entry, mark: str) -> Slip:
    due = _due(before.number + 1, mark)
    message = stands_twice(entry.written) if entry.number == before.number else jumps_to(entry.written, due)
    return Slip(
        entry.span,
        entry.written,
        message,
        Text(f"应为“{due}”", f"should be “{due}”"),
        Text(f"改为“{due}”；如漏了一项，补上", f"write “{due}”, or supply the item that is missing"),
        (Related(span=before.span, message=Text("前一项", "the item before")),),
    )
