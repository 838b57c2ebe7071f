"""正文所说的办理结果与表三不一致。

查什么
    正文中“予以公开 N 件”“部分公开 N 件”“不予公开 N 件”“无法提供 N 件”“不予处理 N 件”“其他处理 N 件”及各项具体情形，
    与表三对应的行核对；不予公开等几类以其下各分项之和为准，几类合在一起说的以合计为准。“办结（答复）N 件”与（七）总计核对，
    “办理 N 件”也可以是新收、或新收加结转。只说其中一部分的（延期的、上年结转的、某类事项的）不核对。
为什么
    办理结果是报告里被引用最多的数。常见的错是把“自然人”一列、或一个分项的数当成了全部。
依据
    国办公开办函〔2021〕30号：年度报告须准确；附件表三“三、本年度办理结果”。
怎么改
    以申请台账为准，把正文和表三改成一致。
何时不必理会
    正文的数另有所指时，把范围写明即可。

The prose and table 3 differ on an outcome.

What it checks
    “N granted”, “N partly granted”, “N denied” and so on, against the rows of table 3: a group counts as the sum of its
    rows, several outcomes told together as their sum. “N settled” is held against row （七）; “N handled” may also be what
    came in, with or without what was carried in. Numbers of a part (extended ones, those of last year, those on one matter) are not
    compared.
Why it matters
    Outcomes are the numbers of the report that are quoted most. The usual slip is to take the column of natural persons,
    or one row of a group, for the whole.
Basis
    Letter 30 (2021): the report has to be accurate; annex, table 3, part 三.
How to mend
    Take the number from the register of applications and make both places agree.
When to ignore
    Where the number means something narrower, say so in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Figure
from giar_lark.narrative.told import Told
from giar_lark.official.templates import tables
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import (
    CARRIED_FORWARD,
    CARRIED_IN,
    MAKE_AGREE,
    PROCESSED,
    RECEIVED,
    contradicted,
    in_table,
    is_about_applications,
    same_number_elsewhere,
)
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells, application_keys
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import outcome_name

RULE = Rule(
    code="XT-03",
    name="outcome-count",
    severity=Severity.ERROR,
    summary=Text("正文的办理结果与表三不一致", "text and table 3 differ on an outcome"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年新收政府信息公开申请16件，其中予以公开6件。",
        right="全年新收政府信息公开申请16件，其中予以公开8件。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)


def _counts(told: Told) -> list[Figure]:
    """The numbers of applications with an outcome, or settled."""
    about = [figure for figure in told.comparable if is_about_applications(figure.subject)]
    return [figure for figure in about if figure.subject.outcomes or _is_settled(figure)]


@held_against_cells(_counts)
def _difference(figure: Figure, cells: Cells) -> _Difference | None:
    """What the table has in the place of a number; None where they agree, or what it counts is not known."""
    return _outcome(figure, cells) if figure.subject.outcomes else _settled(figure, cells)


@asked_where(_difference)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number of an outcome, or of all that were settled, that is not the table's."""
    for passage, figure, difference in contradicted(context, _difference):
        yield _finding(figure, context.cells, difference, passage)


def _is_settled(figure: Figure) -> bool:
    return figure.subject.event in ("COMPLETE", "HANDLE") and not figure.rest


def _outcome(figure: Figure, cells: Cells) -> _Difference | None:
    subject = figure.subject
    numbers = [cells.outcome(outcome, subject.applicant) for outcome in subject.outcomes]
    known = [number for number in numbers if number is not None]
    if len(known) != len(numbers) or figure.quantity.value == sum(known):
        return None
    # 不予处理和其他处理各1件
    if figure.text[: figure.start].endswith("各") and all(number == figure.quantity.value for number in known):
        return None
    rows = [row for outcome in subject.outcomes for row in cells.outcome_rows(outcome)]
    return _Difference(outcome_name(subject.outcomes), sum(known), rows)


def _settled(figure: Figure, cells: Cells) -> _Difference | None:
    value, applicant = figure.quantity.value, figure.subject.applicant
    processed = cells.application(PROCESSED, applicant)
    if processed is None or value == processed:
        return None
    received, carried_in, forward = (
        cells.application(row, applicant) for row in (RECEIVED, CARRIED_IN, CARRIED_FORWARD)
    )
    if received is None or carried_in is None or forward is None:
        return None
    # 答复当年申请: what came in this year, as far as it was settled
    candidates = [processed - carried_in, received - forward]
    if figure.subject.event == "HANDLE":
        candidates += [received, received + carried_in]
    if value in candidates:
        return None
    said = Text("办理" if figure.subject.event == "HANDLE" else "办结", "row （七）, the total")
    return _Difference(said, processed, [PROCESSED], "（七）总计")


class _Difference(NamedTuple):
    """What the table has in the place of a number: the name of it in the prose, the number, the rows, and their name if it is another."""

    name: Text
    number: Number
    rows: list[str]
    row_zh: str = ""


def _finding(figure: Figure, cells: Cells, differs: _Difference, passage: Passage) -> Finding:
    name, number, rows, row_zh = differs
    keys = application_keys(rows[0], figure.subject.applicant)
    cell = cells.cell(keys[0]) if len(rows) == 1 else None
    value = figure.quantity.value
    return RULE.finding(
        Text(
            f"正文说{name.zh} {value} 件，表三{row_zh}是 {number} 件",
            f"the text says {value} for {name.en}, table 3 has {number}",
        ),
        figure.span_in(passage),
        key=cell.key if cell is not None else None,
        label=Text(f"表中是 {number}", f"the table has {number}"),
        related=tuple(in_table(each) for each in _shown(cells, rows, figure)),
        help=_slip(figure, cells, rows) or MAKE_AGREE,
        anchor=f"{passage.section} {figure.phrase} {name.en}",
    )


def _shown(cells: Cells, rows: list[str], figure: Figure) -> list[Cell]:
    """The cells that make the table's number, without zeros if there are several."""
    keys = [key for row in rows for key in application_keys(row, figure.subject.applicant)]
    found = [cell for key in keys if (cell := cells.cell(key)) is not None]
    return [cell for cell in found if cell.value] or found[:1]


def _slip(figure: Figure, cells: Cells, rows: list[str]) -> Text | None:
    """Which other cell of the rows the number may have been taken from."""
    keys = [f"t3.{row}.{column}" for row in rows for column in tables().applicant_keys]
    return same_number_elsewhere(figure, cells, keys)
