"""正文所说的结转数与表三不一致。

查什么
    正文中“上年结转 N 件”与表三“二、上年结转”核对，“结转下年度 N 件”（未到期限、跨年办理、转入次年）与“四、结转下年度
    继续办理”核对；“无上年结转”“没有结转下年度的申请”在表三有数时也提示。表三“四”是 0 而正文说有的，由 T3-11 指出。
为什么
    结转数连着两个年度的报告：今年转出多少，明年就要转入多少。
依据
    国办公开办函〔2021〕30号附件表三第二项、第四项。
怎么改
    以申请台账为准，把正文和表三改成一致；上年结转还应等于上年报告的结转下年度。
何时不必理会
    没有例外。

The prose and table 3 differ on what was carried over.

What it checks
    “N carried in from last year” against row 二 of table 3, “N carried to the next year” against row 四; and “none was
    carried over” where the table has some. Where row 四 is 0 and the prose carries some forward, T3-11 says so.
Why it matters
    It ties the reports of two years together: what leaves this year has to arrive in the next.
Basis
    Letter 30 (2021), annex, table 3, rows 二 and 四.
How to mend
    Take the number from the register and make both places agree; what was carried in must also be what last year's report
    carried forward.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Denial, Figure, Subject, When
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import CARRY_OVER
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import (
    CARRIED_FORWARD,
    CARRIED_IN,
    MAKE_AGREE,
    carried_row,
    contradicted,
    in_table,
    same_number_elsewhere,
)
from giar_lark.rules.numbers.cells import Cells, application_keys
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of
from giar_lark.source.span import Span

RULE = Rule(
    code="XT-07",
    name="carry-over-in-prose",
    severity=Severity.ERROR,
    summary=Text("正文的结转数与表三不一致", "text and table 3 differ on what was carried over"),
    clause=CARRY_OVER,
    example=Example(
        wrong="上年结转3件，答复均在法定期限内。",
        right="上年结转2件，答复均在法定期限内。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)


def _counts(told: Told) -> list[tuple[Figure, str]]:
    """The numbers of what was carried over, each with its row."""
    return [(figure, row) for figure in told.comparable if (row := carried_row(figure)) is not None]


def _denials(told: Told) -> list[tuple[Denial, list[str]]]:
    """The denials that something was carried over, each with the cells that count it."""
    whole = [denial for denial in told.denials if not denial.restricted]
    return [(denial, keys) for denial in whole if (keys := _denied_keys(denial))]


@held_against_cells(_counts)
def _other_number(counted: tuple[Figure, str], cells: Cells) -> str | None:
    """The cell of the row, if it has another number; row 四 without any has its own rule."""
    figure, row = counted
    number = cells.application(row, figure.subject.applicant)
    if number is None or figure.quantity.value == number or (row == CARRIED_FORWARD and number == 0):
        return None
    return application_keys(row, figure.subject.applicant)[0]


@held_against_cells(_denials)
def _any_number(denied: tuple[Denial, list[str]], cells: Cells) -> str | None:
    """The first cell that has any of what is denied."""
    return next(filter(cells.value, denied[1]), None)


@asked_where(_other_number, _any_number)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number, or denial, of what was carried over that the table contradicts."""
    cells = context.cells
    for passage, (figure, row), key in contradicted(context, _other_number):
        yield _counted(figure, row, cells, key, passage)
    for passage, (denial, _), key in contradicted(context, _any_number):
        yield _denied(denial, cells.at(key), passage)


def _denied_keys(denial: Denial) -> list[str]:
    rows = [_denied_row(subject, denial.when) for subject in denial.subjects]
    return [f"t3.{row}.total" for row in rows if row is not None]


def _counted(figure: Figure, row: str, cells: Cells, key: str, passage: Passage) -> Finding:
    cell, number = cells.at(key), cells.application(row, figure.subject.applicant)
    name, value = place_of(cell), figure.quantity.value
    other = CARRIED_IN if row == CARRIED_FORWARD else CARRIED_FORWARD
    return _finding(
        Text(
            f"正文说{_said(name.zh)} {value} 件，表三“{name.zh}”是 {number} 件",
            f"the text says {value} for “{name.en}”, table 3 has {number}",
        ),
        figure.span_in(passage),
        cell,
        same_number_elsewhere(figure, cells, [f"t3.{other}.total"]),
    )


def _denied(denial: Denial, cell: Cell, passage: Passage) -> Finding:
    name = place_of(cell)
    message = Text(
        f"正文说没有{_said(name.zh)}的，表三“{name.zh}”是 {cell.value} 件",
        f"the text says that there is none for “{name.en}”, table 3 has {cell.value}",
    )
    return _finding(message, denial.span_in(passage), cell, None)


def _said(name: str) -> str:
    """A row and column as prose has them: 上年结转 for 二、上年结转·总计."""
    return name.partition("、")[2].removesuffix("·总计")


def _denied_row(subject: Subject, when: When) -> str | None:
    if subject.thing not in ("APPLICATION", None):
        return None
    if subject.event == "CARRIED_IN" or (subject.event == "CARRY" and when is When.LAST):
        return CARRIED_IN
    return CARRIED_FORWARD if subject.event == "CARRIED_FORWARD" and when is not When.LAST else None


def _finding(message: Text, span: Span, cell: Cell, help: Text | None) -> Finding:
    return RULE.finding(
        message,
        span,
        key=cell.key,
        label=Text(f"表中是 {cell.value}", f"the table has {cell.value}"),
        related=(in_table(cell),),
        help=help or MAKE_AGREE,
        anchor=message.en,
    )
