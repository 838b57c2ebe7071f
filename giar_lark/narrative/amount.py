"""An amount in its clause, and what the words right beside it say of it: how exact it is, where its own words stand."""

from __future__ import annotations

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.narrative.group import Group
from giar_lark.narrative.numerals import CHINESE_NUMERALS, NO_STEP, Quantity, read_quantity
from giar_lark.narrative.tree import Item

# 收到的申请为零: what none is counted in, where nothing more is said
_IS, _OF_NOTHING, _CLOSED = "为", "件", frozenset(["", *"，。；、,;）)"])
_NUMERALS = frozenset("0123456789" + CHINESE_NUMERALS)
# 每一件, 同一个: no count
_NO_COUNT_BEHIND = "每同某任统逐第这那唯之不"
_ROUNDED = ("左右", "以上", "以下")


class Amount(NamedTuple):
    """An amount that counts something, with the words before it and those behind it, as far as the next amounts.

    `is_last`: no other amount follows in its clause.
    """

    item: Item
    start: int
    quantity: Quantity
    before: Group
    behind: Group
    is_last: bool

    @property
    def cue(self) -> int:
        """Where its own words begin: at the word for a change if there is one."""
        cue = self.before.run.cue
        return self.item.start if cue is None else self.before.items[cue].start

    @property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The words in front of it without times, fillers and sums, each by the distance of its ends."""
        items, start = self.before.items, self.start
        return tuple([(items[at].start - start, items[at].end - start) for at in self.before.run.words])

    @property
    def is_share(self) -> bool:
        """Whether it is a per cent of something, and no change."""
        return "SHARE" in self.before.run.kinds and not self.before.run.growth

    @property
    def is_partial(self) -> bool:
        """Whether the words beside it say that it counts not all."""
        return self.before.run.is_partial or self.behind.run.types[:1] == ("PARTIAL",)


def amount_at(text: str, words: Group, start: int, at: int, following: int) -> Amount | None:
    """The amount among the words of a clause, whose own words begin at `start` and end at `following`.

    None for a numeral that counts nothing (统一, 每一件, 两者).
    """
    item = words.items[at]
    begin = _start_of(text, item)
    quantity = _quantity(text, begin, item.end)
    if quantity is None:
        return None
    before, behind = words.between(start, at), words.between(at + 1, following)
    if before.run.only_speaks_of_them and behind.run.types[:1] == ("CARRIED_FORWARD",):
        before = words.between(start, start)
    if (quantity.exact or quantity.step) and (item.about or _is_rounded(text, behind)):
        quantity = quantity._replace(exact=False, step=NO_STEP)
    return Amount(item, begin, quantity, before, behind, following == len(words.items))


def _start_of(text: str, item: Item) -> int:
    """Where the numeral begins behind a word for "about"."""
    if not item.about:
        return item.start
    return next((at for at in range(item.start, item.end) if text[at] in _NUMERALS), item.start)


def _quantity(text: str, start: int, end: int) -> Quantity | None:
    quantity = read_quantity(text[start:end])
    if quantity is None or (start and text[start - 1] in _NO_COUNT_BEHIND):
        return None
    if not quantity.value and not quantity.unit and text[start - 1 : start] == _IS and text[end : end + 1] in _CLOSED:
        return quantity._replace(unit=_OF_NOTHING)
    return quantity if quantity.unit or text[start].isascii() else None


def _is_rounded(text: str, behind: Group) -> bool:
    return behind.run.groups[:1] == ("other",) and text.startswith(_ROUNDED, behind.items[0].start)
