"""2019 年格式表二：对外公开总数与新公开、新制作数量不合。

查什么
    第（一）项的规章、规范性文件两行分别核对：对外公开总数量不应小于本年新公开数量；
    本年新制作不为 0 时，新公开数量和对外公开总数量不应都是 0（规章只查有权制定的机关）。有空白而无法判断时不提示。
为什么
    新公开的就在公开总数之中，总数不会更小。规章和规范性文件属于应当主动公开的内容，制作了却一件也没有公开，
    多半是后两格漏填。
依据
    国办公开办函〔2019〕60号附件表二第（一）项；《政府信息公开条例》第二十条第（一）项。
怎么改
    与文件清单和公开目录核对三个数；总数为历年公开、至今仍公开着的件数。
何时不必理会
    所制作的文件依法不予公开，或年底制作、次年才公开时；请在文字部分说明。

Template 2019: the total disclosed does not go with what was made and newly disclosed.

What it checks
    In item 1 of table 2, for rules and for normative documents: the total disclosed must be no less than what was newly
    disclosed; where any were made, newly disclosed and total must not both be 0 (for rules, only of an organ that may
    make them). Silent where blanks leave it open.
Why it matters
    What is newly disclosed is part of the total. Rules and normative documents have to be disclosed; where some were
    made and none is disclosed, the last two cells were most likely left at 0.
Basis
    Letter 60 (2019), annex, table 2, item 1; Regulations on Open Government Information, article 20, item 1.
How to mend
    Compare the three numbers with the list of documents and the disclosure catalogue; the total is what stands disclosed
    from all years.
When to ignore
    Where the law forbids to disclose the documents, or they were made in December and disclosed in January; then say so
    in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.official.names import column_name, row_name_of_cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Number, addend, is_unknown
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_numbers
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="T2-05",
    name="disclosed-stock-and-flow",
    severity=Severity.WARNING,
    summary=Text(
        "2019 年格式：对外公开总数与新公开、新制作数量不合",
        "template 2019: the total disclosed does not go with newly disclosed and made",
    ),
    clause=FORMAT,
    templates=("2019",),
    example=Example(wrong="规范性文件\t3\t4\t2", right="规范性文件\t3\t4\t15", template="2019"),
    fault=Fault.INACCURATE,
)

_RULES, _NORMATIVE_DOCUMENTS = "t2.rules", "t2.normative_documents"
_MAKERS_OF_RULES = ("state_council_department", "province", "prefecture")


@sought_in_numbers("t2.rules.made", "t2.rules.newly_disclosed", "t2.rules.total_disclosed")
@sought_in_numbers(
    "t2.normative_documents.made", "t2.normative_documents.newly_disclosed", "t2.normative_documents.total_disclosed"
)
def _clash(made: Number, newly: Number, total: Number) -> bool:
    """Whether anything can be wrong with three numbers, with blanks as nothing."""
    return newly > total or (newly <= 0 and made != 0)


@asked_where(_clash)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding for each row. Blank: nothing is judged that a blank takes part in."""
    if context.table("t2") is None:
        return
    for row in (_RULES, _NORMATIVE_DOCUMENTS):
        keys = [f"{row}.{column}" for column in ("made", "newly_disclosed", "total_disclosed")]
        if not _clash(*map(context.cells.number, keys)):
            continue  # as in nearly all reports; or a block of the other template
        made, newly, total = (context.cells.at(key) for key in keys)
        problem = _less_than_new(newly, total)
        if problem is None and _may_make(row, context):
            problem = _none_disclosed(made, newly, total)
        if problem is not None:
            yield _finding(problem, made, newly, total)


def _may_make(row: str, context: Context) -> bool:
    """Whether the organ may make such documents at all; where it may not, the number made is the slip (T2-01)."""
    return row != _RULES or context.report.metadata.organ_class in _MAKERS_OF_RULES


def _less_than_new(newly: Cell, total: Cell) -> Text | None:
    if is_unknown(newly) or is_unknown(total) or newly.value is None or total.value is None:
        return None
    if total.value >= newly.value:
        return None
    return Text(
        f"对外公开总数 {total.value}，小于本年新公开 {newly.value}",
        f"{total.value} disclosed in all, fewer than {newly.value} newly disclosed",
    )


def _none_disclosed(made: Cell, newly: Cell, total: Cell) -> Text | None:
    if is_unknown(made) or not made.value or newly.value != 0 or total.value != 0:
        return None
    return Text(
        f"新制作 {made.value} 件，新公开和对外公开总数都是 0",
        f"{made.value} made, none newly disclosed and none disclosed in all",
    )


def _finding(problem: Text, made: Cell, newly: Cell, total: Cell) -> Finding:
    row = row_name_of_cell(total.key)
    return RULE.finding(
        Text(f"“{row.zh}”{problem.zh}", f"row “{row.en}”: {problem.en}"),
        total.span,
        key=total.key,
        label=Text("与前两格不合", "does not go with the two before it"),
        related=tuple(addend(cell, column_name(cell.key)) for cell in (made, newly) if cell.value),
        help=Text(
            "与文件清单和公开目录核对三个数；确有不公开的，在文字部分说明",
            "compare the three numbers with your list of documents; say in the text if some are not disclosed",
        ),
    )
