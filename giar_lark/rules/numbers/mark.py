"""Where to look when a sum does not come out: the cell to mark, what to write under it, and what to do."""

from __future__ import annotations

from giar_lark.findings import Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Balance, Number, Verdict, is_blank, total
from giar_lark.source.span import Edit


class Mark(NamedTuple):
    """The cell that a finding points at, the words under it, the advice, and a number to be compared with the register."""

    cell: Cell
    label: Text
    help: Text
    fix: Fix | None = None


class Suspect(NamedTuple):
    """The one cell that explains why an identity and those that cross it fail, and the number that mends all."""

    cell: Cell
    value: Number


def mark_of(balance: Balance, suspect: Suspect | None, otherwise: Mark) -> Mark:
    """The suspect if there is one, else the only blank that could mend the identity, else another place."""
    if suspect is not None:
        return Mark(
            suspect.cell,
            Text(f"疑似错在这里：{suspect.value} 才平", f"probably the slip: {suspect.value} would balance"),
            Text(
                f"这一格改为 {suspect.value}，所在的行和列即全部相符；请与台账核对后改正",
                f"with {suspect.value} here, its row and its column both add up; compare with your register first",
            ),
            Fix(edits=(Edit(span=suspect.cell.span, text=str(suspect.value)),), safe=False, by_hand=True),
        )
    blank = balance.lone_blank
    if blank is None:
        return otherwise
    number = abs(balance.difference)
    return Mark(
        blank,
        Text(f"空白：填 {number} 才平", f"blank: {number} would balance"),
        Text("请与台账核对后补上这一格的数字", "compare with your register and fill in the number"),
    )


def severity_of(balance: Balance) -> Severity:
    """An error if the identity is broken, a warning if blanks leave it open."""
    return Severity.ERROR if balance.verdict is Verdict.BROKEN else Severity.WARNING


def both_sides(balance: Balance, left: Text, right: Text) -> Text:
    """An identity that does not hold, in numbers: both sides, and the difference or that it cannot be judged.

    Blank: a side without any number is said to be blank, never 0; blanks beside numbers are counted.
    """
    one, other, difference = side_of(left, balance.left), side_of(right, balance.right), abs(balance.difference)
    zh, en = f"{one.zh}，{other.zh}", f"{one.en}, {other.en}"
    # where it is broken, no side is wholly blank
    if balance.verdict is Verdict.BROKEN or not any(all(map(is_blank, side)) for side in (balance.left, balance.right)):
        zh, en = f"{zh}，差 {difference}", f"{en}, difference {difference}"
    return Text(f"{zh}，无法判断", f"{en}; cannot be judged") if balance.verdict is Verdict.OPEN else Text(zh, en)


def side_of(name: Text, cells: tuple[Cell, ...]) -> Text:
    """One side of an identity in numbers. Blank: see `both_sides`."""
    value, blanks = total(cells), len([cell for cell in cells if cell.reading.blank])
    if blanks == len(cells):
        return Text(f"{name.zh}空白", f"{name.en} blank")
    if not blanks:
        return Text(f"{name.zh}＝{value}", f"{name.en} = {value}")
    return Text(f"{name.zh}＝{value}（{blanks} 格空白）", f"{name.en} = {value} ({blanks} blank)")
