"""An amount in its clause, and what the words right beside it say of it: how exact it is, where its own words stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from giar_lark.narrative.group import Group
from giar_lark.narrative.numerals import CHINESE_NUMERALS, Quantity, read_quantity
from giar_lark.narrative.tree import Item

_FILLERS = frozenset({"LIGHT", "OF", "TOTAL", "ON_DISCLOSURE", "REST", "OF_WHICH", "COMPARED"})
_NUMERALS = frozenset("0123456789" + CHINESE_NUMERALS)
# 每一件, 同一个: no count
_NO_COUNT_BEHIND = "每同某任统逐第这那唯之不"
_ROUNDED = ("左右", "以上", "以下")


class Amount(NamedTuple):
    """An amount that counts something, with the words before it and those behind it, as far as the next amounts."""

    item: Item
    start: int
    quantity: Quantity
    before: Group
    behind: Group

    @property
    def cue(self) -> int:
        """Where its own words begin: at the word for a change if there is one."""
        change = next((word for word in self.before.items if word.type in ("GROWTH", "FALL")), None)
        first = change or (self.before.items[0] if self.before.items else self.item)
        return first.start

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The words in front of it without times, fillers and sums, each by the distance of its ends."""
        return tuple(
            (item.start - self.start, item.end - self.start)
            for item in self.before.items
            if item.group != "time" and item.type not in _FILLERS
        )

    @property
    def growth(self) -> str:
        """+ or - for a change, else empty."""
        return "+" if self.before.has("GROWTH") else "-" if self.before.has("FALL") else ""

    @property
    def is_share(self) -> bool:
        """Whether it is a per cent of something, and no change."""
        return self.before.has("SHARE") and not self.growth

    @property
    def is_partial(self) -> bool:
        """Whether the words beside it say that it counts not all."""
        return self.before.is_partial or (bool(self.behind.items) and self.behind.items[0].type == "PARTIAL")


def amount_at(text: str, items: Sequence[Item], start: int, at: int, following: int) -> Amount | None:
    """The amount among some items, whose words begin at `start` and end at `following`.

    None for a numeral that counts nothing (统一, 每一件, 两者).
    """
    item = items[at]
    begin = _start_of(text, item)
    quantity = _quantity(text, begin, item.end)
    if quantity is None:
        return None
    before, behind = Group(items[start:at]), Group(items[at + 1 : following])
    if before.only_speaks_of_them and behind.items and behind.items[0].type == "CARRIED_FORWARD":
        before = Group(())
    exact = quantity.exact and not item.about and not _is_rounded(text, behind)
    return Amount(item, begin, quantity._replace(exact=exact), before, behind)


def _start_of(text: str, item: Item) -> int:
    """Where the numeral begins behind a word for "about"."""
    if not item.about:
        return item.start
    return next((at for at in range(item.start, item.end) if text[at] in _NUMERALS), item.start)


def _quantity(text: str, start: int, end: int) -> Quantity | None:
    quantity = read_quantity(text[start:end])
    if quantity is None or (start and text[start - 1] in _NO_COUNT_BEHIND):
        return None
    return quantity if quantity.unit or text[start].isascii() else None


def _is_rounded(text: str, behind: Group) -> bool:
    first = behind.items[0] if behind.items else None
    return first is not None and first.group == "other" and text[first.start : first.end].startswith(_ROUNDED)
