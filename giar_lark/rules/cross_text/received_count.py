"""正文所说的收到申请数与表三不一致。

查什么
    正文中“收到（新收、受理、接到）政府信息公开申请 N 件”，与表三“一、本年新收”的总计核对；说明是自然人、商业企业等提出的，
    与相应的列核对。N 等于“本年新收”加“上年结转”时视为相符。带“约”“余”“近”的数、上半年的数、往年的数、按渠道分的数不核对。
为什么
    同一件事在一份报告里有两个数，读者不知道该信哪一个；检查时按“不准确”退回。
依据
    国办公开办函〔2021〕30号：年度报告须准确；附件表三“一、本年新收政府信息公开申请数量”。
怎么改
    以申请台账为准，把正文和表三改成一致。正文的数恰为该行另一格的数时，多半是取错了列。
何时不必理会
    正文的数另有所指（如只算某一渠道）时，把范围写明即可。

The prose and table 3 differ on the applications received.

What it checks
    “N applications received” in the prose, against the total of row 一 of table 3; where it says of whom, against that
    column. N may also be row 一 and row 二 together. Numbers with 约, 余 or 近, of half a year, of other years, or of one
    channel are not compared.
Why it matters
    One fact with two numbers: a reader cannot know which to believe, and an inspection returns the report as inaccurate.
Basis
    Letter 30 (2021): the report has to be accurate; annex, table 3, row 一.
How to mend
    Take the number from the register of applications and make both places agree. Where the number is that of another cell
    of the row, it was probably taken from the wrong column.
When to ignore
    Where the number means something narrower, say so in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Figure, Subject
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
from giar_lark.rules.numbers.cells import Cells, application_keys
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

RULE = Rule(
    code="XT-01",
    name="received-count",
    severity=Severity.ERROR,
    summary=Text("正文的收到申请数与表三不一致", "text and table 3 differ on the applications received"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年新收政府信息公开申请15件，答复均在法定期限内。",
        right="全年新收政府信息公开申请16件，答复均在法定期限内。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)

_APPLICATIONS = Subject(thing="APPLICATION")
_ALONE = lazy_pattern(r"(?:政府信息|信息)?(?:依申请公开(?:申请|事项|件)?|公开申请)量?")


def _receipts(told: Told) -> list[_Receipt]:
    """The numbers of received applications in a paragraph, which may count what was carried in beside the only one of them."""
    found = [figure for figure in told.comparable if _tells_received(figure)]
    is_apart = len(found) == 1 and any(map(_tells_carried_in, told.comparable))
    return [_Receipt(figure, is_apart) for figure in found]


def _numbers(told: Told) -> list[Figure]:
    """The numbers of a paragraph whose words are nothing but applications on disclosure, and that are no parts: 依申请公开8件."""
    bare = [figure for figure in told.comparable if figure.subject == _APPLICATIONS and not figure.part]
    return [figure for figure in bare if _ALONE.fullmatch(figure.phrase)]


@held_against_cells(_receipts)
def _not_received(receipt: _Receipt, cells: Cells) -> str | None:
    """The cell of what was received, if a number is not that, nor anything else that it may be; None where it is not known."""
    figure, is_apart = receipt
    value, applicant = figure.quantity.value, figure.subject.applicant
    received = cells.application(RECEIVED, applicant)
    if received is None or value == received:
        return None
    carried_in = cells.application(CARRIED_IN, applicant)
    if not is_apart and carried_in is not None and value == received + carried_in:
        return None
    is_settled = figure.subject.event != "RECEIVE" and value == cells.application(PROCESSED, applicant)
    return None if is_settled else application_keys(RECEIVED, applicant)[0]


@held_against_cells(_numbers)
def _nowhere_among_totals(figure: Figure, cells: Cells) -> str | None:
    """The cell of row 一, if a figure is the number of no row of all applications; None where one of those is not known."""
    rows = [cells.application(row) for row in (RECEIVED, CARRIED_IN, PROCESSED, CARRIED_FORWARD)]
    known = [row for row in rows if row is not None]
    is_open = len(known) < len(rows) or figure.quantity.value in (*known, known[0] + known[1])
    return None if is_open else application_keys(RECEIVED)[0]


@asked_where(_not_received, _nowhere_among_totals)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number of received applications that is not the table's."""
    cells = context.cells
    for passage, (figure, _), key in contradicted(context, _not_received):
        yield from _finding(figure, key, cells, passage)
    for passage, figure, key in contradicted(context, _nowhere_among_totals):
        yield from _finding(figure, key, cells, passage)


class _Receipt(NamedTuple):
    """A number of received applications; what was carried in may be `apart`: then the number is row 一 alone."""

    figure: Figure
    is_apart: bool


def _tells_carried_in(figure: Figure) -> bool:
    return figure.subject.event == "CARRIED_IN" and not figure.part


def _tells_received(figure: Figure) -> bool:
    subject = figure.subject
    if subject.outcomes or subject.result or not is_about_applications(subject):
        return False
    return subject.event == "RECEIVE" or (subject.event in (None, "SUBMIT") and subject.applicant is not None)


def _finding(figure: Figure, key: str, cells: Cells, passage: Passage) -> Iterator[Finding]:
    cell = cells.cell(key)
    if cell is None:
        return
    received = cells.application(RECEIVED, figure.subject.applicant)
    name, value = place_of(cell), figure.quantity.value
    row = [f"t3.{RECEIVED}.{column}" for column in tables().applicant_keys]
    yield RULE.finding(
        Text(
            f"正文说收到申请 {value} 件，表三“{name.zh}”是 {received} 件",
            f"the text says {value} applications received, table 3 has {received} ({name.en})",
        ),
        figure.span_in(passage),
        key=cell.key,
        label=Text(f"表中是 {received}", f"the table has {received}"),
        related=(in_table(cell),),
        help=same_number_elsewhere(figure, cells, row) or MAKE_AGREE,
        anchor=f"{passage.section} {figure.phrase}",
    )
