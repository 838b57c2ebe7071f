"""正文说未收到申请，表三却有数；或者正文说收到了，表三是 0。

查什么
    正文中“未收到（没有、无）政府信息公开申请”一类的话，与表三“一、本年新收”的总计核对；
    “全年收到的申请均已答复”一类没有数字的话，在表三新收和结转都为 0 时也提示。只否定某一渠道、某类申请人、某种来件的话不算。
为什么
    一句话否定了整张表。多半是照抄了上年的报告，或表三填错了行。
依据
    国办公开办函〔2021〕30号：年度报告须准确；附件表三“一、本年新收政府信息公开申请数量”。
怎么改
    与申请台账核对：有申请就改这句话，没有申请就改表三。
何时不必理会
    这句话另有所指（如只说某一个渠道）时，把范围写明即可。

The prose denies applications that table 3 has, or tells of some where table 3 has none.

What it checks
    “No applications were received” and the like, against the total of row 一 of table 3; “all applications received were
    answered”, without a number, where rows 一 and 二 are both 0. What denies one channel, one kind of applicant or another
    kind of letter does not count.
Why it matters
    One sentence denies a whole table. It was usually copied from last year, or the table is filled in the wrong row.
Basis
    Letter 30 (2021): the report has to be accurate; annex, table 3, row 一.
How to mend
    Compare with the register of applications: mend the sentence if there were some, the table if there were none.
When to ignore
    Where the sentence means something narrower, say so in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Denial, Mention, Subject, When
from giar_lark.narrative.told import Told
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import (
    CARRIED_IN,
    MAKE_AGREE,
    RECEIVED,
    contradicted,
    differing,
    in_table,
    is_about_applications,
)
from giar_lark.rules.numbers.cells import Cells, application_keys
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import place_of

RULE = Rule(
    code="XT-02",
    name="receipt-denied",
    severity=Severity.ERROR,
    summary=Text("正文说未收到申请而表三有数，或相反", "the text denies applications that table 3 has, or the reverse"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年未收到政府信息公开申请。",
        right="全年新收政府信息公开申请16件。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)


def _denials(told: Told) -> list[Denial]:
    return [denial for denial in told.denials if _denies_receipt(denial)]


def _receipts(told: Told) -> list[Mention]:
    """Where it is said of all applications of the year that they were received."""
    whole = [mention for mention in told.mentions if mention.dated and mention.all]
    return [each for each in whole if each.subject.event == "RECEIVE" and is_about_applications(each.subject)]


@held_against_cells(_denials)
def _received(denial: Denial, cells: Cells) -> str | None:
    """The cell of what was received of what is denied, if anything was."""
    applicant = denial.subjects[0].applicant
    return application_keys(RECEIVED, applicant)[0] if cells.application(RECEIVED, applicant) else None


@held_against_cells(_receipts)
def _none_received(_mention: Mention, cells: Cells) -> str | None:
    """The cell of what was received, if there is none, this year's or last year's."""
    has_none = cells.application(RECEIVED) == 0 and cells.application(CARRIED_IN) == 0
    return application_keys(RECEIVED)[0] if has_none else None


@asked_where(_received, _none_received)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each sentence that denies what the table has, or tells of what it has not."""
    cells = context.cells
    for passage, denial, key in contradicted(context, _received):
        yield _denied(denial, cells, key, passage)
    for passage, mention, key in differing(context, _none_received):
        yield _told(mention, cells, key, passage)


def _denies_receipt(denial: Denial) -> bool:
    if denial.when is not When.THIS or denial.restricted:
        return False
    return any(_is_receipt(subject, closed=denial.closed) for subject in denial.subjects)


def _is_receipt(subject: Subject, *, closed: bool) -> bool:
    """Whether it is applications that are denied: their receipt, or (无政府信息公开申请) they themselves."""
    if not is_about_applications(subject) or subject.outcomes or subject.result:
        return False
    return subject.event in ("RECEIVE", "SUBMIT") or (subject.event in (None, "HAPPEN") and closed)


def _denied(denial: Denial, cells: Cells, key: str, passage: Passage) -> Finding:
    cell, received = cells.at(key), cells.application(RECEIVED, denial.subjects[0].applicant)
    name = place_of(cell)
    return RULE.finding(
        Text(
            f"正文说没有收到申请，表三“{name.zh}”是 {received} 件",
            f"the text says that no application was received, table 3 has {received} ({name.en})",
        ),
        denial.span_in(passage),
        key=cell.key,
        label=Text(f"表中是 {received}", f"the table has {received}"),
        related=(in_table(cell),),
        help=MAKE_AGREE,
        anchor=passage.section,
    )


def _told(mention: Mention, cells: Cells, key: str, passage: Passage) -> Finding:
    return RULE.finding(
        Text("正文说收到了申请，表三新收和结转都是 0", "the text speaks of applications received, table 3 has none"),
        mention.span_in(passage),
        key=key,
        label=Text("表中是 0", "the table has 0"),
        related=(in_table(cells.at(key)),),
        help=MAKE_AGREE,
        anchor=passage.section,
    )
