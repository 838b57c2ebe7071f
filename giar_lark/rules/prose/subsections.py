"""The numbers of subsections within one part: （1） that stands for （一）, a number twice, a number left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Related
from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.paragraph import Paragraph
from giar_lark.source.span import Span
from giar_lark.tokenise.text.fold import number_of

_BRACKETED = lazy_pattern(r"\s*[（(]\s*([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})\s*[）)]")
_NUMERALS = "一二三四五六七八九十"


class Slip(NamedTuple):
    """A subsection whose number is wrong: where, as written, what is wrong, and the subsections that show it.

    `right` is the number that it can only have; empty where another subsection may be the wrong one.
    """

    span: Span
    ordinal: str
    message: Text
    label: Text
    help: Text
    related: tuple[Related, ...]
    right: str = ""

    def moved(self, by: int) -> Slip:
        """The same slip so many characters further behind."""
        related = tuple([other._replace(span=other.span.moved(by)) for other in self.related])
        return self._replace(span=self.span.moved(by), related=related)


class _Number(NamedTuple):
    """The number in brackets with which a paragraph begins: how long it is with white space, as written, and which."""

    chars: int
    written: str
    number: int
    is_chinese: bool


class _Numbered(NamedTuple):
    span: Span
    written: str
    number: int
    is_chinese: bool


def slips_in(paragraphs: Sequence[Paragraph]) -> Iterator[Slip]:
    """The wrong numbers among the bracketed ones of a part, in order.

    （1） under （一） is a level of its own and right; （1） in the place of （一） is not. Numbers that are
    all alike were lost by a converter and tell nothing.
    """
    read = [(paragraph.span.start, found) for paragraph in paragraphs if (found := _number_of(paragraph.text))]
    if [(found.number, found.is_chinese) for _, found in read] == [(number + 1, True) for number in range(len(read))]:
        return
    numbered = [_Numbered(Span(start, start + found.chars), *found[1:]) for start, found in read]
    chinese = [entry for entry in numbered if entry.is_chinese]
    if len(chinese) > 1 and len({entry.number for entry in chinese}) == 1:
        return
    last = 0
    between: list[_Numbered] = []
    for entry in numbered:
        if not entry.is_chinese:
            between.append(entry)
            continue
        yield from _between(last, between, entry)
        # behind a number that stands twice, the next but one is in its place
        last, between = last + 1 if entry.number == last else entry.number, []


@remembered
def _number_of(text: str) -> _Number | None:
    match = _BRACKETED.match(text)
    if match is None:
        return None
    return _Number(match.end(), match[0].strip(), number_of(match[1]), not match[1].isdigit())


def _between(last: int, between: Sequence[_Numbered], entry: _Numbered) -> Iterator[Slip]:
    """The slips that a Chinese number shows, given the one before and the Arabic ones since."""
    wanted = last + 1
    stand_ins = [other for other in between if last < other.number < entry.number]
    if entry.number > wanted and [other.number for other in stand_ins] == list(range(wanted, entry.number)):
        is_certain = len(stand_ins) == len(between)
        yield from (_mixed(other, entry, is_certain=is_certain) for other in stand_ins)
    elif entry.number == last:
        yield _slip(entry, stands_twice(entry.written), _numeral(wanted))
    elif entry.number > wanted and last > 0:
        yield _slip(entry, jumps_to(entry.written, _numeral(wanted)), _numeral(wanted))


def stands_twice(written: str) -> Text:
    """What is said of a number that stands twice."""
    return Text(f"小标题“{written}”重号", f"the number “{written}” stands twice")


def jumps_to(written: str, missing: str) -> Text:
    """What is said of a number in front of which another is left out."""
    return Text(
        f"小标题序号跳到“{written}”，缺少“{missing}”", f"the numbers jump to “{written}”; “{missing}” is missing"
    )


def _mixed(slip: _Numbered, entry: _Numbered, *, is_certain: bool) -> Slip:
    wanted = _numeral(slip.number)
    found = _slip(
        slip,
        Text(
            f"小标题“{slip.written}”与“{entry.written}”在同一层混用，应为“{wanted}”",
            f"“{slip.written}” and “{entry.written}” are on one level; it should be “{wanted}”",
        ),
        wanted,
        (Related(span=entry.span, message=Text("同一层的小标题", "the same level")),),
    )
    return found._replace(right=wanted) if is_certain and slip.number <= len(_NUMERALS) else found


def _slip(entry: _Numbered, message: Text, wanted: str, related: tuple[Related, ...] = ()) -> Slip:
    label = Text(f"应为“{wanted}”", f"should be “{wanted}”")
    help = Text("同一层用同一种序号，依次编排", "number one level in one way and without gaps")
    return Slip(entry.span, entry.written, message, label, help, related)


def _numeral(number: int) -> str:
    return f"（{_NUMERALS[number - 1]}）" if number <= len(_NUMERALS) else f"（{number}）"
