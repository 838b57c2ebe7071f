"""A result in words: why it is not what it was to be, a line a reason."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.conformance.case import Expected
from giar_lark.conformance.reply import Answer, Given
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.score import CellMiss, Kind
from giar_lark.lang import Text

_SHOWN_CELLS = 5
_CELL_WORDS = {
    Kind.SILENT: Text("无声之误", "silently wrong"),
    Kind.WRONG: Text("读错（已报）", "wrong, and told"),
    Kind.UNREAD: Text("未读出", "not read"),
}


def explain(result: Result, lang: str) -> list[str]:
    """Why a case failed, was skipped, or stopped; empty for one that passed."""
    lines = list(_score_lines(result, lang))
    if result.reason:
        known = result.status in (Status.XFAIL, Status.XPASS)
        label = Text("已知", "known").in_language(lang)
        lines.insert(0, f"{label}: {result.reason}" if known else result.reason)
    return lines


def _score_lines(result: Result, lang: str) -> Iterator[str]:
    score = result.score
    for kind, words in _CELL_WORDS.items():
        yield from _cells(words.in_language(lang), [miss for miss in score.misses if miss.kind is kind], lang)
    for wanted in score.missing:
        yield f"{Text('缺', 'missing').in_language(lang)} {_expected(wanted)}"
    for pair in score.misplaced:
        middle = Text("，给出", ", given").in_language(lang)
        yield f"{Text('位置不对：应为', 'misplaced: wanted').in_language(lang)} {_expected(pair.wanted)}{middle} {_given(pair.got)}"
    for given in score.surplus:
        yield f"{Text('多报', 'surplus').in_language(lang)} {_given(given)}"
    for miss in score.metadata:
        yield f"{miss.field}: {miss.wanted} ≠ {miss.got}"


def _cells(words: str, misses: list[CellMiss], lang: str) -> Iterator[str]:
    for miss in misses[:_SHOWN_CELLS]:
        wanted = f"{_value(miss.wanted.values[0])} ({miss.wanted.states[0]})"
        yield f"{words}: {miss.key} = {wanted}, {Text('读作', 'read as').in_language(lang)} {_answer(miss.got)}"
    if len(misses) > _SHOWN_CELLS:
        more = len(misses) - _SHOWN_CELLS
        yield f"{words}: {Text(f'另有 {more} 格', f'{more} cells more').in_language(lang)}"


def _answer(got: Answer | None) -> str:
    if got is None:
        return "-"
    return _value(got.value) + (f" ({got.state})" if got.state else "")


def _value(value: object) -> str:
    return "null" if value is None else str(value)


def _expected(wanted: Expected) -> str:
    last = f"-{wanted.last_line}" if wanted.last_line else ""
    return _place(wanted.code, wanted.line, wanted.column, wanted.key) + last


def _given(given: Given) -> str:
    return _place(given.code, given.line, given.column, given.key)


def _place(code: str, line: int | None, column: int | None, key: str | None) -> str:
    place = ":".join(str(part) for part in (line, column) if part is not None)
    return " ".join(filter(None, [code, place, key]))
