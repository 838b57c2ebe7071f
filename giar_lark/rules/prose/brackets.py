"""Brackets and quotation marks that have lost their other half, in the prose of a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.flow import Flow
from giar_lark.model.passage import FRONT
from giar_lark.rules.occasions.sought import sought_in_flows

# half-width and full-width marks of one shape go together: converters change the width of either
_SHAPES = ("(（)）", "[［]］", "{｛}｝", "〔〕", "【】", "《》", "〈〉", "“”", "‘’", "「」", "『』")
_OPENING = {mark: shape for shape in _SHAPES for mark in shape[: len(shape) // 2]}
_CLOSING = {mark: shape for shape in _SHAPES for mark in shape[len(shape) // 2 :]}
_MARK = lazy_pattern("[" + re.escape("".join(_SHAPES)) + "]")
_QUOTES = "“”‘’"
# 1） and 一） number a list
_NUMBERING = lazy_pattern(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Za-z])$")
_STOPS = "。；！？;!?"
# a mark is not looked for behind more open ones than this
_DEEPEST = 20


class Slip(NamedTuple):
    """Marks that do not go together.

    `kind` is `surplus` (a closing mark alone), `unclosed` (an opening mark alone), `mismatch` (two marks of different
    shape), or `reversed` (two quotation marks of one direction); `at` the mark to look at, `other` the second one, if any.
    """

    kind: str
    at: int
    other: int | None = None


def slips_of(flow: Flow) -> Iterator[Slip]:
    """The slips in a flow, in order; two that explain each other are one."""
    single = sorted(_unmatched(flow))
    taken: set[int] = set()
    for number, (position, _) in enumerate(single):
        if number in taken:
            continue
        pair = _pair(flow, single[number : number + 2])
        if pair is not None:
            taken.add(number + 1)
            yield pair
        elif not _is_repeated_quote(flow, position):
            yield Slip("unclosed" if flow.text[position] in _OPENING else "surplus", position)


@sought_in_flows()
def astray(text: str) -> tuple[str, ...]:
    """The first mark of which something may have to be said: one that does not simply close the last that is open, or ’."""
    open_marks: list[str] = []
    for mark in _MARK.findall(text):
        if mark in _OPENING:
            open_marks.append(mark)
        elif mark == "’" or not open_marks or _OPENING[open_marks.pop()] != _CLOSING[mark]:
            return (mark,)
    return tuple(open_marks[:1])


def partner(mark: str, like: str = "") -> str:
    """The other half of a mark; a round or square one in the width of `like`, or its own."""
    shape = _OPENING.get(mark) or _CLOSING[mark]
    half = len(shape) // 2
    if half == 1:
        return shape[1 - shape.index(mark)]
    return shape[(shape.index(like or mark) + half) % len(shape)]


def _unmatched(flow: Flow) -> Iterator[tuple[int, str]]:
    """Each mark without its other half: its position, and its shape."""
    open_marks: list[tuple[int, str]] = []
    for match in _MARK.finditer(flow.text):
        position, mark = match.start(), match[0]
        if _is_no_bracket(flow, position, open_marks):
            continue
        if mark in _OPENING:
            open_marks.append((position, _OPENING[mark]))
            continue
        depth = _depth_of(flow, open_marks, position, _CLOSING[mark])
        if depth is None:
            yield position, _CLOSING[mark]
            continue
        yield from open_marks[depth + 1 :]
        del open_marks[depth:]
    yield from open_marks


def _depth_of(flow: Flow, open_marks: Sequence[tuple[int, str]], position: int, shape: str) -> int | None:
    """Which of the open marks a closing one closes: the last, or one further out in the same paragraph; None if none."""
    for depth in range(len(open_marks) - 1, max(-1, len(open_marks) - 1 - _DEEPEST), -1):
        start, opened = open_marks[depth]
        if opened == shape:
            is_last = depth == len(open_marks) - 1
            return depth if is_last or not _ends_between(flow, start, position) else None
    return None


def _ends_between(flow: Flow, start: int, end: int) -> bool:
    """Whether a paragraph ends between two positions: a passage begins there, behind a whole sentence."""
    begin = flow.next_start(start)
    while begin is not None and begin <= end:
        if flow.text[begin - 1] in _STOPS:
            return True
        begin = flow.next_start(begin)
    return False


def _is_no_bracket(flow: Flow, position: int, open_marks: Sequence[tuple[int, str]]) -> bool:
    mark, text = flow.text[position], flow.text
    if mark in "[]" and flow.section == FRONT:
        return True  # the frame of a portal: 字体：[大 中 小]
    if mark == "’":
        return text[position - 1 : position].isascii() and text[position + 1 : position + 2].isascii()
    if mark not in ")）" or any(shape == _CLOSING[mark] for _, shape in open_marks[-1:]):
        return False
    number = _NUMBERING.search(text, max(position - 2, 0), position)
    if number is None:
        return False
    begin = number.start()
    return (
        begin == 0
        or flow.begins_at(begin)
        or text[begin - 1] in "。；：，、;:,"
        or not flow.is_solid(begin - 1, begin + 1)
    )


def _pair(flow: Flow, slips: Sequence[tuple[int, str]]) -> Slip | None:
    """Two marks in one sentence, each the other's false half; None if there are no such two."""
    if len(slips) < 2:
        return None
    (first, shape), (second, other) = slips
    text = flow.text
    if any(stop in text[first:second] for stop in _STOPS) or flow.is_parted(first, second + 1):
        return None
    if text[first] in _OPENING and text[second] in _CLOSING:
        return Slip("mismatch", second, first)
    if shape == other and text[first] in _QUOTES and text[first] == text[second]:
        return Slip("reversed", *((first, second) if text[first] in _CLOSING else (second, first)))
    return None


def _is_repeated_quote(flow: Flow, position: int) -> bool:
    """Whether a mark opens a quotation that the next paragraph opens again, as one of several paragraphs is written."""
    if flow.text[position] not in "“‘" or not flow.begins_at(position):
        return False
    following = flow.next_start(position)
    return following is not None and flow.text[following] == flow.text[position]
