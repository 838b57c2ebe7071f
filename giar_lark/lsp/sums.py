"""Sums in words: what an identity of the report comes to, for hints and hovers."""

from __future__ import annotations

from giar_lark.lang import Text
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Balance, Number, Verdict, is_blank
from giar_lark.rules.numbers.grid import CONSERVATION, OUTCOMES, ROW, Identity
from giar_lark.rules.numbers.sums import GROUP

# a column has twenty
_MANY_ADDENDS = 8

MARKS = {Verdict.HOLDS: "✓", Verdict.BROKEN: "≠", Verdict.OPEN: "?", Verdict.UNKNOWN: "?"}


def has_numbers(identity: Identity) -> bool:
    """Whether there is anything to be seen in an identity: a number that is not zero."""
    return any(cell.value for cell in identity.balance.cells)


def computed(identity: Identity) -> Number | None:
    """What the total of an identity should be by the other cells; None where a blank, or an unreadable one, is among them."""
    balance = identity.balance
    if any(is_blank(cell) for cell in (*balance.left, *balance.right[:-1])):
        return None
    rest = sum(cell.value or 0 for cell in balance.right[:-1])
    return None if balance.verdict is Verdict.UNKNOWN else balance.left_sum - rest


def equation(identity: Identity) -> Text:
    """An identity in numbers: `6＋1＋0＋0＋1＋0＝8`, `一＋二≠三（七）＋四：12＋2≠14＋1`."""
    balance, sign = identity.balance, "＝" if identity.balance.verdict is Verdict.HOLDS else "≠"
    left, right = _side(balance.left), _side(balance.right)
    if identity.kind == CONSERVATION:
        return Text(f"一＋二{sign}三（七）＋四：{left}{sign}{right}", f"1 + 2 {sign} 3 (7) + 4: {left}{sign}{right}")
    return Text(f"{left}{sign}{right}", f"{left}{sign}{right}")


def kind_of(identity: Identity) -> Text:
    """What an identity is a sum of, to stand in front of it; nothing where the equation says so itself."""
    return _KINDS.get(identity.kind, Text("", ""))


_KINDS = {
    ROW: Text("本行：", "row: "),
    OUTCOMES: Text("本列：", "column: "),
    GROUP: Text("本组：", "group: "),
}


def _side(cells: tuple[Cell, ...]) -> str:
    """One side of an identity; of many addends those that are not zero."""
    shown = cells if len(cells) < _MANY_ADDENDS else [cell for cell in cells if cell.value != 0]
    return "＋".join(map(_number, shown)) or "0"


def _number(cell: Cell) -> str:
    return "□" if cell.value is None else str(cell.value)


def verdict_words(balance: Balance) -> Text:
    """Whether an identity holds, as a word."""
    return _VERDICTS[balance.verdict]


_VERDICTS = {
    Verdict.HOLDS: Text("相符", "holds"),
    Verdict.BROKEN: Text("不符", "does not hold"),
    Verdict.OPEN: Text("有空格，无法判断", "cannot be judged, for there are blanks"),
    Verdict.UNKNOWN: Text("有读不出的数，无法判断", "cannot be judged, for a number cannot be read"),
}
