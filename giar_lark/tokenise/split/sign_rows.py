"""Rows whose cells are parted by a sign that may also stand in them (`/`, `-`, `、`), or whose first cell only white space parts
from the label: each becomes a row with a tab, or a bar, in front of every cell.

`3 / 5` may be three cells with a mark; `3 / 0 / 5 / 0 / 1 / 0 / 9` are seven cells with signs between. `规章　3, 0, 5` has three
cells behind its label, of which a comma parts two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.tokenise.cell_text import MARKS
from giar_lark.tokenise.split.bars import BARS
from giar_lark.tokenise.split.piece import BLANK, content_of
from giar_lark.tokenise.split.separators import SIGN

# what stands behind a number, or alone between words
_BEHIND_NUMBER = lazy_pattern(
    r"\d[^\S\n\t]*(\t+|(?:(?![.．()（）\[\]【】〔〕\"'“”‘’%％\u2060])[^\w\s]){1,2}|__?)(?!\w*[^\W\d_])"
)
_BETWEEN_WORDS = lazy_pattern(r"[ ](?<=\w[ ])([^\w\s]{1,2})[ ](?=[^\W\d])")
_GAPS = r" \xa0\u2000-\u200a\u3000：:"
# a value that only white space, or what leads to it, parts from the words in front of it, and the sign behind it
_LED_VALUE = lazy_pattern(
    rf"[)）”\"{_GAPS}](?<=[^\W\d_].)(?:(?<=[{_GAPS}])|(?<![{_GAPS}])[)）”\"]*[{_GAPS}])[{_GAPS}]*"
    r"\d[\d,.]*[ ]?(?:\t|[^\w\s.．()（）%％])"
)
_GAP = lazy_pattern(rf"[{_GAPS}]")
_WORD = lazy_pattern(r"[^\s：:]+")
_ORDINAL = lazy_pattern(r"[ ]?(?:[（(][一二三四五六七]{1,2}[）)]|\d{1,2}[.．、])")
_LETTER = lazy_pattern(r"[^\W_]")
# these stand before numbers, and inside of words: they part cells only where they stand alone
_LONE = frozenset("-—–―─－*＊+＋")
# these have splitters of their own
_THOUSANDS = frozenset(",，")
_OWNED = frozenset(f"\t;；{BARS}").union(_THOUSANDS)
# so many signs part the words of a line, and so many lines of the table with the most rows show it
_FEW, _SEVERAL = 3, 2
# so many fields in front of a row's cells may be blank, where a label covers them
_PADDING = 2


class _Sign(NamedTuple):
    """A way to write the sign between cells, in a group of its own. `is_owned` says that cells so parted are read without more
    ado, unless white space parts the first; `may_be_mark` that one more of it may be a cell.
    """

    written: re.Pattern[str]
    mark: str = "\t"
    is_owned: bool = False
    may_be_mark: bool = False


class _Line(NamedTuple):
    """A line by what it ends in: where the signs there stand, how many it has in all, and how many values stand there.

    `head` is where the first sign begins, and `led` where a value in front of it does, or -1; with `is_broken` several do.
    """

    places: Sequence[int]
    signs: int
    values: int
    head: int
    led: int
    is_broken: bool


def with_cells_marked(text: str, start: int, end: int, table: str) -> str:
    """A text of the same length, a tab or a bar in front of each cell of a table whose cells are parted in such a way."""
    region = text[start:end]
    lines = region.split("\n")
    for sign in _candidates(region, lines, table):
        ends = [_end_of(line, sign.written) for line in lines]
        is_led = _are_led(ends)
        if is_led if sign.is_owned else _parts_cells(ends, sign, table):
            marked = (_marked(line, end_of, sign, is_led) for line, end_of in zip(lines, ends, strict=True))
            return text[:start] + "\n".join(marked) + text[end:]
    return text


def _candidates(region: str, lines: Sequence[str], table: str) -> Iterator[_Sign]:
    """The ways in which the signs that most often stand behind a number, or alone between words, may part cells."""
    found = Counter(_BEHIND_NUMBER.findall(region)) or Counter(_BETWEEN_WORDS.findall(region))
    for sign in [_single(sign, region) for sign, _ in found.most_common(2)]:
        if _belongs_to_numbers(region, sign):
            continue
        if sign in _OWNED or SIGN.match(sign):
            if _LED_VALUE.search(region) and not _is_glued(region, sign):
                yield _Sign(_owned(sign), sign if sign in BARS else "\t", is_owned=True)
            continue
        if not _may_part_cells(lines, sign, table):
            continue
        written, may_be_mark = re.escape(sign), sign in MARKS
        if may_be_mark:
            yield _Sign(re.compile(rf"[ ]({written})(?:[ ]|$)"))
            yield _Sign(re.compile(rf"(?<!\S)({written})(?!\S)"), may_be_mark=True)
        if sign not in _LONE:
            yield _Sign(re.compile(f"({written})"), may_be_mark=may_be_mark)


def _may_part_cells(lines: Sequence[str], sign: str, table: str) -> bool:
    """Whether a line has so many signs that with a value around each, and one in front, they may be more cells than a row has."""
    return 2 * max(line.count(sign) for line in lines) + 1 > _widest_row(table)


def _single(sign: str, region: str) -> str:
    """A sign, or the one that stands there twice around a blank cell: it then stands alone elsewhere."""
    first = re.escape(sign[0])
    is_doubled = len({*sign}) == 1 < len(sign) and re.search(rf"(?<!{first}){first}(?!{first})", region)
    return sign[0] if is_doubled else sign


def _belongs_to_numbers(region: str, sign: str) -> bool:
    """Whether a sign stands right behind a number and far from the next one: white space parts those (`130。    214。`)."""
    return re.search(rf"\d{re.escape(sign)}[ \u3000]{{2,}}\d", region) is not None


def _owned(sign: str) -> re.Pattern[str]:
    """A sign that has a splitter of its own; a comma in front of a digit may part thousands."""
    return re.compile(rf"({re.escape(sign)})" + (r"(?!\d)" if sign in _THOUSANDS else ""))


def _is_glued(region: str, sign: str) -> bool:
    """Whether a comma that parts no thousands has no space behind it: then thousands are not told from cells."""
    return sign in _THOUSANDS and re.compile(rf"{sign}(?!\d{{3}}(?!\d))\S").search(region) is not None


def _end_of(line: str, written: re.Pattern[str]) -> _Line:
    """What a line ends in, back to the last words in it."""
    found = list(written.finditer(line))
    behind = len(found)
    while behind and content_of(line[found[behind - 1].end() : _start(found, behind, line)]).cell is not None:
        behind -= 1
    fields = [line[sign.end() : _start(found, number, line)] for number, sign in enumerate(found[behind:], behind + 1)]
    head = _start(found, behind, line)
    first = found[behind - 1].end() if behind else 0
    words = [word.span() for word in _WORD.finditer(line, first, head)]
    led = list(takewhile(lambda word: _is_value(line[slice(*word)]), reversed(words))) if len(words) > 1 else []
    values = sum(content_of(field).cell is not BLANK for field in fields) + len(led)
    places = [sign.start(1) for sign in found[behind:]]
    return _Line(places, len(found), values, head, led[0][0] if led else -1, len(led) > 1)


def _start(found: Sequence[re.Match[str]], number: int, line: str) -> int:
    """Where a sign of a line begins, or the line ends."""
    return found[number].start() if number < len(found) else len(line)


def _is_value(word: str) -> bool:
    return content_of(word).cell is not None


def _parts_cells(ends: Sequence[_Line], sign: _Sign, table: str) -> bool:
    """Whether a sign parts cells: on several lines it makes more of them than a row has, and nowhere it is left out."""
    wide = sum(len(end.places) + end.values > _widest_row(table) for end in ends)
    if wide < (_SEVERAL if table == "t3" else 1) or any(line.is_broken for line in ends):
        return False
    return not sign.may_be_mark or _are_as_many([end for end in ends if end.places], table)


def _are_as_many(ends: Sequence[_Line], table: str) -> bool:
    """Whether no line has more signs than usual, one of which could then be a cell: in all, or behind its label.

    Of table 2 the rows have one cell or three.
    """
    behind, of_line = [len(end.places) for end in ends], [end.signs for end in ends]
    most = max(behind)
    if most > _widest_row(table) + _PADDING:
        return False
    is_usual = {*behind} <= {most, most - 2} if table == "t2" else _is_most_common(most, behind)
    return is_usual or _is_most_common(max(of_line), of_line)


def _is_most_common(count: int, counts: Sequence[int]) -> bool:
    return Counter(counts).most_common(1)[0][0] == count


@cache
def _widest_row(table: str) -> int:
    """How many cells the widest row of a table has."""
    return {"t2": 3, "t3": len(tables().applicants), "t4": 15}[table]


def _are_led(ends: Sequence[_Line]) -> bool:
    """Whether no sign parts the first value of a row from its label: no line has more signs than those where a value leads."""
    led = [len(end.places) for end in ends if end.led >= 0]
    if len(led) < 2 or not any(led):
        return False
    return all(len(end.places) <= max(led) for end in ends if end.led < 0)


def _marked(line: str, end: _Line, sign: _Sign, is_led: bool) -> str:
    """A line with the mark for each sign that parts cells, and for what parts the first value from the label."""
    chars = [*line]
    for found in sign.written.finditer(line):
        if _is_between_cells(line, found, end):
            chars[found.start(1) : found.end(1)] = sign.mark.rjust(len(found[1]))
    if is_led and end.led > 0:
        chars[end.led - 1] = sign.mark
    elif is_led and _GAP.fullmatch(line[: end.head][-1:]):
        chars[end.head - 1] = sign.mark
    return "".join(chars)


def _is_between_cells(line: str, sign: re.Match[str], end: _Line) -> bool:
    """Whether a sign stands behind the words of a line, or alone, or in a row of words, or before all of them, or an ordinal."""
    if sign.start(1) in end.places or sign[0] != sign[1] or (not end.values and end.signs >= _FEW):
        return True
    return _ORDINAL.match(line, sign.end()) is not None or not _LETTER.search(line, 0, sign.start())
