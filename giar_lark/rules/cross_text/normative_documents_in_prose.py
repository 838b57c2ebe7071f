"""正文所说的规章、规范性文件数与表二不一致。

查什么
    正文中“制发（废止、现行有效）规章、行政规范性文件 N 件”，与表二（一）项相应的格核对；2019 年格式核对新制作、新公开、
    对外公开总数；“未制发”“无现行有效”在表二有数时也提示。政策解读、会议纪要、技术导则等不是规范性文件，不核对。
为什么
    表二（一）项的数要求在正文里重复说明，两处必须一致。
依据
    国办公开办函〔2021〕30号附件表二（一）项。
怎么改
    与备案登记核对后，把正文和表二改成一致。
何时不必理会
    正文所说的是另一类文件时，写明是什么文件。

The prose and table 2 differ on 规章 or 规范性文件.

What it checks
    “N 规章 (行政规范性文件) issued, repealed, in force” against the cells of block （一） of table 2; in the template of 2019
    those made, newly disclosed and disclosed in all; and denials where the table has some. Explanations, minutes and
    technical guides are not 规范性文件.
Why it matters
    The numbers of block （一） have to be told in the prose as well, and must be the same.
Basis
    Letter 30 (2021), annex, table 2, block （一）.
How to mend
    Compare with the register of documents and make both places agree.
When to ignore
    Where other documents are meant, name them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Denial, Figure, Subject, When
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import DOCUMENTS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import MAKE_AGREE, contradicted, in_table
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of
from giar_lark.source.span import Span

RULE = Rule(
    code="XT-08",
    name="normative-documents-in-prose",
    severity=Severity.ERROR,
    summary=Text("正文的规章、规范性文件数与表二不一致", "text and table 2 differ on 规章 or 规范性文件"),
    clause=DOCUMENTS,
    example=Example(
        wrong="制发行政规范性文件5件，修订主动公开目录。",
        right="制发行政规范性文件3件，修订主动公开目录。",
        instead_of="全年通过门户网站公开信息三百余条，修订主动公开目录。",
    ),
    fault=Fault.INACCURATE,
)
_ROWS = {"REGULATIONS": "rules", "NORMATIVE_DOCUMENTS": "normative_documents"}
# what an event of the prose is called in the columns of 2021 and of 2019
_COLUMNS = {
    "ISSUE": ("issued", "made"),
    "REPEAL": ("repealed",),
    "IN_FORCE": ("in_force",),
    "NEWLY_DISCLOSED": ("newly_disclosed",),
    "TOTAL_DISCLOSED": ("total_disclosed",),
}


def _said(name: str) -> str:
    """A row and column as prose has them: 行政规范性文件本年制发 for 行政规范性文件·本年制发件数."""
    return name.replace("·", "").removesuffix("件数").removesuffix("数量")


def _counts(told: Told) -> list[tuple[Figure, list[str]]]:
    """The numbers of documents, each with the cells that may count them."""
    whole = [figure for figure in told.comparable if not figure.part]
    return [(figure, keys) for figure in whole if (keys := _keys(figure.subject))]


def _denials(told: Told) -> list[tuple[Denial, list[str]]]:
    """What is denied of documents: the denial, with the cells that may count it."""
    whole = [denial for denial in told.denials if not denial.restricted and denial.when is When.THIS]
    denied = [(denial, _keys(subject)) for denial in whole for subject in denial.subjects]
    return [(denial, keys) for denial, keys in denied if keys]


@held_against_cells(_counts)
def _other_number(counted: tuple[Figure, list[str]], cells: Cells) -> str | None:
    """The cell that has another number than the prose."""
    figure, keys = counted
    key = _known(keys, cells)
    return None if key is None or cells.value(key) == figure.quantity.value else key


@held_against_cells(_denials)
def _any_number(denied: tuple[Denial, list[str]], cells: Cells) -> str | None:
    """The cell that has any of what is denied."""
    key = _known(denied[1], cells)
    return key if key is not None and cells.value(key) else None


@asked_where(_other_number, _any_number)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number, or denial, of documents that the table contradicts."""
    for passage, (figure, _), key in contradicted(context, _other_number):
        cell = context.cells.at(key)
        name, value = place_of(cell), figure.quantity.value
        message = Text(
            f"正文说{_said(name.zh)} {value} 件，表二“{name.zh}”是 {cell.value} 件",
            f"the text says {value} for “{name.en}”, table 2 has {cell.value}",
        )
        yield _finding(message, figure.span_in(passage), cell)
    for passage, (denial, _), key in contradicted(context, _any_number):
        cell = context.cells.at(key)
        name = place_of(cell)
        message = Text(
            f"正文说没有{name.zh.partition('·')[0]}，表二“{name.zh}”是 {cell.value} 件",
            f"the text denies “{name.en}”, table 2 has {cell.value}",
        )
        yield _finding(message, denial.span_in(passage), cell)


def _keys(subject: Subject) -> list[str]:
    """The cells of table 2 that documents are counted in, of either template; none if it has no such column."""
    row = _ROWS.get(subject.thing or "")
    return [f"t2.{row}.{column}" for column in _COLUMNS.get(subject.event or "", ())] if row is not None else []


def _known(keys: Sequence[str], cells: Cells) -> str | None:
    """The first of some cells whose number is known."""
    for key in keys:
        if cells.value(key) is not None:
            return key
    return None


def _finding(message: Text, span: Span, cell: Cell) -> Finding:
    return RULE.finding(
        message,
        span,
        key=cell.key,
        label=Text(f"表中是 {cell.value}", f"the table has {cell.value}"),
        related=(in_table(cell),),
        help=MAKE_AGREE,
        anchor=message.en,
    )
