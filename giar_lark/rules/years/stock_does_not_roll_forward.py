"""现行有效件数与上年接不上。

查什么
    同一文件夹中有同一机关上年的报告、两年都用 2021 年格式时，核对表二规章、行政规范性文件两行：
    上年现行有效＋本年制发－本年废止，应等于本年现行有效。四个数有空白或读不准的，不提示。
    文字中说明了清理、失效、机构合并、划转或统计口径的，也不提示。
为什么
    现行有效是存量，逐年只因制发和废止而变。接不上，说明某一年的文件清单漏了或重了。
依据
    国办公开办函〔2021〕30号附件表二：本年制发件数、本年废止件数、现行有效件数。
怎么改
    与法制机构的规范性文件清单逐件核对。有效期届满自动失效的，计入本年废止，或在文字部分说明。
何时不必理会
    文件全面清理、机构合并或划转使存量重新统计时。

The documents in force do not continue last year's number.

What it checks
    With last year's report of the same organ in the folder, both in the format of 2021: last year's number in force,
    plus those issued, less those repealed, must be this year's number in force, for rules and for normative
    documents. Silent where one of the four is blank or cannot be read, and where the text speaks of a clean-up,
    documents that expired, a merger, a transfer or another way of counting.
Why it matters
    A stock changes by what is issued and what is repealed. Where it does not, the list of one year is not complete.
Basis
    Letter 30 (2021), annex, table 2: issued, repealed, in force.
How to mend
    Compare the list of documents with that of the legal department. Count documents that expired as repealed, or
    speak of them in the text.
When to ignore
    After a general clean-up or a merger, when the stock was counted anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name, row_name
from giar_lark.rules.batch_rule import cell_in
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.numbers.arithmetic import Balance, Verdict, is_blank
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="YR-02",
    name="stock-does-not-roll-forward",
    severity=Severity.WARNING,
    summary=Text("现行有效 ≠ 上年现行有效＋制发－废止", "documents in force do not continue last year's number"),
    clause=FORMAT,
    templates=("2021",),
    fault=Fault.INACCURATE,
    example=Example(
        wrong="行政规范性文件\t3\t1\t18",
        right="行政规范性文件\t3\t1\t15",
        beside=Beside(whose=Other.LAST_YEAR, piece="行政规范性文件\t2\t0\t13"),
    ),
)

_ROWS = ("t2.rules", "t2.normative_documents")
_EXPLAINED = lazy_pattern(
    r"清理|失效|届满|到期|机构改革|合并|撤并|划转|划入|划归|移交|口径|重新(?:认定|统计|梳理|核定)|撤销|整合|隶属|管辖"
)
_DOCUMENTS = lazy_pattern(r"规章|规范性文件|机构改革|统计口径")


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each row whose stock is not what last year's, and the changes of this year, come to."""
    if _is_explained(entry):
        return
    for row in _ROWS:
        cells = [entry.cell(f"{row}.{column}") for column in ("in_force", "repealed", "issued")]
        cells.append(before.cell(f"{row}.in_force"))
        given = [cell for cell in cells if cell is not None and not is_blank(cell)]
        if len(given) == len(cells):
            now, repealed, issued, last = given
            balance = Balance((now, repealed), (last, issued))
            if balance.verdict is Verdict.BROKEN:
                yield _finding(row, balance, before)


def _is_explained(entry: Entry) -> bool:
    """Whether the report itself says why its stock of documents may have been counted anew."""
    return any(
        _DOCUMENTS.search(sentence.text) and _EXPLAINED.search(sentence.text)
        for prose in entry.prose.values()
        for sentence in prose.sentences()
    )


def _finding(row: str, balance: Balance, before: Entry) -> Finding:
    (now, repealed), (last, issued) = balance.left, balance.right
    name, expected = row_name(row), balance.right_sum - (repealed.value or 0)
    return RULE.finding(
        Text(
            f"“{name.zh}”现行有效＝{now.value}，上年 {last.value}＋制发 {issued.value}－废止 {repealed.value}＝{expected}，"
            f"差 {abs(balance.difference)}",
            f"row “{name.en}”: {now.value} in force; last year's {last.value} + {issued.value} issued "
            f"- {repealed.value} repealed = {expected}, difference {abs(balance.difference)}",
        ),
        now.span,
        key=now.key,
        label=Text(f"按上年推算为 {expected}", f"{expected} by last year's number"),
        related=(cell_in(before, last, Text("现行有效", "in force")), *map(_change, (issued, repealed))),
        help=Text(
            "对照规范性文件清单核对；有自动失效或重新统计的，在文字部分说明",
            "compare with the list of documents; speak in the text of any that expired or were counted anew",
        ),
        anchor=row,
    )


def _change(cell: Cell) -> Related:
    name = column_name(cell.key)
    return Related(span=cell.span, message=Text(f"{name.zh}：{cell.value}", f"{name.en}: {cell.value}"), key=cell.key)
