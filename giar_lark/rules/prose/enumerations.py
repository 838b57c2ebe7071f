"""Lists within a paragraph whose numbers break off: 一是……；三是……, 第一，……；第一，……."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.tokenise.text.fold import number_of

# 三是 and not 唯一是, 第三， and not 第三季度
_ITEM = lazy_pattern(r"(?P<numeral>[一二三四五六七八九十]{1,2})是|第(?P<nth>[一二三四五六七八九十]{1,2})[，,]")
# what stands in front of a number of a list
_MARKS = frozenset("：:；;，,。！？、）) \n")
# behind these a list of its own may begin
_NEW = lazy_pattern("[：:。！？]")
_NUMERALS = "零一二三四五六七八九十"


class BrokenList(NamedTuple):
    """A number of a list that is not the next one: where it stands, the one due, and where the one before stands."""

    start: int
    end: int
    due: str
    before: tuple[int, int]


@sought_in_passages(_ITEM)
def broken_lists(text: str) -> tuple[BrokenList, ...]:
    """The numbers in a paragraph that do not go on its lists, in order."""
    items = [item for item in _ITEM.finditer(text) if item.start() == 0 or text[item.start() - 1] in _MARKS]
    kinds = ([item for item in items if (item["nth"] is None) is spoken] for spoken in (True, False))
    return tuple(sorted(broken for kind in kinds for broken in _broken(text, kind)))


def _broken(text: str, items: list[re.Match[str]]) -> Iterator[BrokenList]:
    """Of the numbers of one kind those that go on no list: neither the newest nor one that it may stand in."""
    lists: list[tuple[int, re.Match[str]]] = []
    numbers = [_number(item) for item in items]
    for at, item in enumerate(items):
        number = numbers[at]
        while lists and number > 1 and number != lists[-1][0] + 1 and any(number == last + 1 for last, _ in lists[:-1]):
            lists.pop()
        if not lists or (number == 1 and _may_begin(text, lists[-1][1], item)):
            lists.append((number, item))
            continue
        last, before = lists.pop()
        if number != last + 1 and last + 1 < len(_NUMERALS):
            due = item[0].replace(item["numeral"] or item["nth"], _NUMERALS[last + 1])
            yield BrokenList(item.start(), item.end(), due, before.span())
            # the list goes on from here, or as if the number were the one due
            number = last + 1 if numbers[at + 1 : at + 2] == [last + 2] else number
        lists.append((number, item))


def _number(item: re.Match[str]) -> int:
    return number_of(item["numeral"] or item["nth"])


def _may_begin(text: str, before: re.Match[str], item: re.Match[str]) -> bool:
    """Whether a list may begin anew at an item: not right behind the first one of a list, in its own sentence."""
    return _number(before) != 1 or _NEW.search(text, before.end(), item.start()) is not None
