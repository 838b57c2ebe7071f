"""What is told of a slip with all values of a row: one finding instead of one for each sum that fails by it."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Fix, Related
from giar_lark.lang import Text, numbered
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.numbers.row_slip import RowSlip, Slip
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit


def told_slip(rule: Rule, slip: RowSlip | None, kind: str) -> Iterator[Finding]:
    """The finding of a slip, if there is one and the first of the sums that fail by it is of the kind of the rule."""
    if slip is not None and slip.explains[0].kind == kind:
        yield _finding(rule, slip)


def _finding(rule: Rule, slip: RowSlip) -> Finding:
    (first, value), *others = slip.changes
    what, values = _what(slip), [*map(str, slip.values)]
    name = row_name(slip.row.line)
    return rule.finding(
        Text(f"“{name.zh}”行{what.zh}，{_sums(slip).zh}", f"row “{name.en}”: {what.en}; {_sums(slip).en}"),
        first.span,
        key=first.key,
        label=Text(f"这里应为 {value}", f"{value} belongs here"),
        related=tuple(
            [Related(cell.span, Text(f"应为 {due}", f"{due} belongs here"), cell.key) for cell, due in others]
        ),
        help=_help(slip, Text("、".join(values), ", ".join(values))),
        fix=_fix(slip),
        anchor=slip.row.line,
    )


def _what(slip: RowSlip) -> Text:
    other = row_name(slip.other.line) if slip.other else Text("", "")
    if slip.slip is Slip.MOVED:
        side = Text("右", "right") if slip.by > 0 else Text("左", "left")
        columns, first = numbered(abs(slip.by), "column"), column_name(slip.row.balance.cells[slip.first].key)
        if slip.first:
            return Text(
                f"的数从“{first.zh}”起{side.zh}移了 {abs(slip.by)} 格",
                f"its numbers from “{first.en}” on stand {columns} too far to the {side.en}",
            )
        return Text(
            f"的数整行{side.zh}移了 {abs(slip.by)} 格", f"all its numbers stand {columns} too far to the {side.en}"
        )
    return {
        Slip.COPIED: Text(
            f"与“{other.zh}”行的数完全相同，疑有一行抄错", f"its numbers are those of “{other.en}”, one of them copied"
        ),
        Slip.SWAPPED_CELLS: Text("有两格的数疑似互换了位置", "two of its numbers seem to have changed places"),
        Slip.SWAPPED_ROWS: Text(
            f"和“{other.zh}”行的数疑似互换了位置", f"its numbers and those of “{other.en}” seem exchanged"
        ),
        Slip.TOGETHER: Text(
            "有几格的数与上下各行都对不上", "some of its numbers fit neither the rows above nor the balance"
        ),
    }[slip.slip]


def _sums(slip: RowSlip) -> Text:
    count = len(slip.explains)
    return Text(f"{count} 个合计因此对不上", f"{numbered(count, 'sum')} fail by it")


def _help(slip: RowSlip, due: Text) -> Text:
    if slip.slip is Slip.SWAPPED_ROWS:
        return Text(
            "两行对调后各列全部相符；请与台账核对后改正",
            "exchanged, all columns come out; compare with your register first",
        )
    if slip.slip is Slip.COPIED:
        return Text(
            f"抄错的一行应为 {due.zh}，各列才全部相符；请对照原表改正",
            f"{due.en} belongs in one of the two, then all columns come out; compare with the original and correct it",
        )
    moved = Text("（T3-08）", " (T3-08)") if slip.slip is Slip.MOVED else Text("", "")
    return Text(
        f"这一行依次改为 {due.zh}，有关的行和列即全部相符；请对照原表改正{moved.zh}",
        f"with {due.en} in this row, all its sums come out; compare with the original and correct it{moved.en}",
    )


def _fix(slip: RowSlip) -> Fix | None:
    """The numbers that are due, where each stands in the place of another."""
    changes = slip.changes
    if slip.slip in (Slip.SWAPPED_ROWS, Slip.COPIED) or not all(cell.state == "given" for cell, _ in changes):
        return None
    return Fix(edits=tuple([Edit(span=cell.span, text=str(due)) for cell, due in changes]), safe=False, by_hand=True)
