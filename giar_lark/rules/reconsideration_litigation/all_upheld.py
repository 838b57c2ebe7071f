"""正文说全部维持，表四却有纠正、其他结果或尚未审结的。

查什么
    正文说行政复议（行政诉讼）“均获维持”“全部维持”，而表四该组的结果纠正、其他结果、尚未审结中有数。
为什么
    没有审结的案件还谈不上维持；有纠正而说全部维持，是失实。
依据
    国办公开办函〔2021〕30号附件表四。
怎么改
    按表四写明维持、纠正、其他结果、尚未审结各多少件。
何时不必理会
    说的是已经审结的案件时，写明“已审结的”。

The prose says that all was upheld, and table 4 has cases that were not.

What it checks
    All reconsiderations (lawsuits) are said to have been upheld, while corrected, other or pending ones stand in table 4.
Why it matters
    A pending case is not upheld yet; and to hide a corrected one is untrue.
Basis
    Letter 30 (2021), annex, table 4.
How to mend
    Say how many were upheld, corrected, ended otherwise, and are pending, as the table does.
When to ignore
    Where decided cases are meant, say so (已审结的).
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Mention, When
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.official.names import column_name
from giar_lark.rules.clauses import CASES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import CASE_GROUPS, in_table
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T4-04",
    name="all-upheld",
    severity=Severity.WARNING,
    summary=Text("说全部维持，表四却有别的结果", "all said to be upheld, table 4 has other results"),
    clause=CASES,
    example=Example(
        wrong="将政务公开纳入年度考核，全年因政府信息公开引起行政复议2件，均获维持。",
        right="将政务公开纳入年度考核，全年因政府信息公开引起行政复议2件，维持1件。",
        instead_of="将政务公开纳入年度考核。",
    ),
    fault=Fault.INACCURATE,
)
_OTHERS = ("corrected", "other_result", "pending")
_DECIDED = ("审结的", "办结的", "结案的")


@sought_in_told
def _upheld(told: Told) -> list[Mention]:
    """Where all cases of the year are said to be upheld."""
    whole = [mention for mention in told.mentions if mention.all and mention.when is When.THIS]
    return [each for each in whole if each.subject.result == "UPHELD" and not _is_of_decided(each)]


@asked_where(_upheld)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each such sentence, at the words that say all."""
    cells = context.cells
    for passage, mention in context.narrative.each(_upheld):
        wrong = _not_upheld(mention, cells)
        if wrong:
            yield _finding(mention, wrong, passage)


def _is_of_decided(mention: Mention) -> bool:
    return any(word in mention.text[max(0, mention.start - 20) : mention.start] for word in _DECIDED)


def _not_upheld(mention: Mention, cells: Cells) -> list[Cell]:
    groups = dict.fromkeys(group for thing in mention.things for group in CASE_GROUPS.get(thing, ()))
    keys = [f"t4.{group}.{result}" for group in groups for result in _OTHERS]
    return [cells.at(key) for key in keys if cells.value(key)]


def _finding(mention: Mention, wrong: list[Cell], passage: Passage) -> Finding:
    words = mention.text[mention.start : mention.end]
    listed = "、".join(f"{column_name(cell.key).zh} {cell.value} 件" for cell in wrong)
    english = ", ".join(f"{cell.value} {column_name(cell.key).en}" for cell in wrong)
    return RULE.finding(
        Text(f"正文说“{words}”，表四有{listed}", f"the text says “{words}”, table 4 has {english}"),
        mention.span_in(passage),
        key=wrong[0].key,
        label=Text("并非全部", "not all"),
        related=tuple(in_table(cell) for cell in wrong),
        help=Text("按表四写明各种结果的件数", "say how many ended in which way, as the table does"),
    )
