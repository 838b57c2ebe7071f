"""The sums of tables 3 and 4, worked out: what the numbers come to, beside what is printed."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.model.report import Report, Table
from giar_lark.rules.numbers.arithmetic import Balance, Number, Verdict
from giar_lark.rules.numbers.grid import ROW, grid_of
from giar_lark.rules.numbers.sums import GROUP, sums

_ROW_SUMS = Text("各列之和", "sum of the columns")
_OUTCOME_SUMS = Text("（一）至（六）之和", "sum of （一） to （六）")
_IN, _OUT = Text("一＋二", "items 1 + 2"), Text("三（七）＋四", "items 3 (7) + 4")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum, and what it has to be: `holds`, `broken`, `open` where blanks leave it open, or `unknown`."""

    value: Number
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of sums under a table, one for each column; `name` says what is added up."""

    name: Text
    sums: tuple[Sum, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a table: for each row by its key, and lines under the columns. `name` is the heading of the former."""

    name: Text
    rows: dict[str, Sum]
    lines: tuple[SumLine, ...] = ()


def sums_of(report: Report, table: Table) -> Sums:
    """The sums of a table; none for table 2, whose numbers are not added up. Blank: adds nothing, and is never wrong by itself."""
    rows = {
        identity.line: _left(identity.balance)
        for identity in sums(report)
        if identity.kind in (ROW, GROUP) and identity.line.startswith(table.key)
    }
    return Sums(_ROW_SUMS, rows, tuple(_column_lines(report)) if table.key == "t3" else ())


def _column_lines(report: Report) -> Iterator[SumLine]:
    outcomes = [identity.balance for identity in grid_of(report).outcomes]
    balances = [identity.balance for identity in grid_of(report).conservation]
    yield SumLine(_OUTCOME_SUMS, tuple(map(_left, outcomes)))
    yield SumLine(_IN, tuple(map(_left, balances)))
    yield SumLine(_OUT, tuple(Sum(balance.right_sum, balance.verdict) for balance in balances))


def _left(balance: Balance) -> Sum:
    return Sum(balance.left_sum, balance.verdict)
