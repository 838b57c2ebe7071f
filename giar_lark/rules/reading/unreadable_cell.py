"""格里的内容不是数字。

查什么
    格中有内容，但既不是数字，也不是“/”“—”“无”一类的符号：字母 O 当作 0，数字中间断开，夹了多余的文字等。这一格不读
    取，也不猜测。

    整行数字的个数不对时，由 T3-13、T4-02、T2-07、SY-01 提示。
为什么
    看起来像数字的不一定是数字：O 在屏幕上与 0 几乎一样，汇总时却会漏掉。“1 2”是 12，还是 1 和 2，只有填表的人知道。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：各格均为数字。
怎么改
    对照原表，改为数字。
何时不必理会
    没有例外。

A cell holds something that is no number.

What it checks
    Something that is neither a number nor one of the marks “/”, “—”, “无”: the letter O for 0, a number torn by a
    space, words around it. The cell is not read, and nothing is guessed.

    Where a row has not the right count of numbers, T3-13, T4-02, T2-07 or SY-01 says so.
Why it matters
    What looks like a number need not be one: on the screen O and 0 are much alike, but a sum leaves out the O.
    Whether “1 2” is 12, or 1 and 2, only those know who filled in the table.
Basis
    Letters 30 (2021) and 60 (2019), annex: all cells are numbers.
How to mend
    Compare with the original and write the number.
When to ignore
    Never.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell, Row
from giar_lark.official.names import row_name
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of
from giar_lark.source.source import Source

RULE = Rule(
    code="RD-08",
    name="unreadable-cell",
    severity=Severity.ERROR,
    summary=Text("格里的内容不是数字", "a cell holds no number"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政许可\t12O",
        right="行政许可\t120",
    ),
)

_LONGEST_SHOWN = 20
_LOOKALIKES = str.maketrans({"O": "0", "o": "0", "〇": "0", "○": "0", "零": "0", "l": "1", "I": "1", "|": "1"})


@asked_where(Sign.ODD_CELLS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each unreadable cell, or for a row of which nothing can be read and nothing was said yet."""
    for rows in context.odd_rows.values():
        for row, odd in rows:
            damaged = [cell for cell in odd if cell.state == "unreadable" and not _is_told(cell, context.source)]
            if not damaged or context.is_reported(row):
                continue
            if len(damaged) > 1 and len({cell.span for cell in damaged}) == 1:
                yield _row_finding(row, damaged[0])
            else:
                yield from map(_finding, damaged)


def _is_told(cell: Cell, source: Source) -> bool:
    """Whether the reader has said why a cell could not be read, wherever else the same content stands for a cell."""
    if not source.remarks:
        return False
    at = source.told(cell.span).start
    spans = (span for remark in source.remarks for span in (remark.span, *(span for span, _ in remark.related)))
    return any(told.start <= at < told.end for told in map(source.told, spans))


def _finding(cell: Cell) -> Finding:
    place, guess = place_of(cell), _guess(cell.raw)
    return RULE.finding(
        Text(f"{place.zh}：“{_shown(cell.raw)}”不是数字", f"{place.en}: “{_shown(cell.raw)}” is no number"),
        cell.span,
        key=cell.key,
        label=Text("这里应是数字", "a number belongs here"),
        help=Text(f"可能是 {guess}？请对照原表改正", f"could it be {guess}? compare with the original")
        if guess
        else Text("请对照原表改为数字", "compare with the original and write the number"),
    )


def _row_finding(row: Row, cell: Cell) -> Finding:
    name = row_name(row.key)
    return RULE.finding(
        Text(
            f"“{name.zh}”行的数字无法逐格读取：“{_shown(cell.raw)}”",
            f"the values of row “{name.en}” cannot be told apart: “{_shown(cell.raw)}”",
        ),
        cell.span,
        key=row.key,
        label=Text("这里应有各列的数字", "the numbers of the columns belong here"),
        help=Text("请对照原表，每格一个数", "compare with the original; one number a cell"),
        anchor=row.key,
    )


def _shown(raw: str) -> str:
    if len(raw) <= _LONGEST_SHOWN:
        return raw
    return f"{raw[:_LONGEST_SHOWN]}…（{len(raw)} 字符）"


def _guess(raw: str) -> str | None:
    """The number that a damaged cell most likely shows: `O` for 0, `1 2` for 12; None if it looks like none."""
    if len(raw) > _LONGEST_SHOWN:
        return None
    plain = re.sub(r"[\s,]", "", unicodedata.normalize("NFKC", raw).translate(_LOOKALIKES))
    return str(int(plain)) if plain.isascii() and plain.isdigit() else None
