"""与上年相比的增减幅度算错了。

查什么
    正文同时写出上年的数、本年的数和“增长（下降）N%”或“增加（减少）N 件”时，用这两个数重新计算；方向相反也提示；
    增减数和幅度彼此相符、都与上年的数不符的，只在上年的数那里提示一次。
    误差在所写末位的半个单位以内视为正确。没有写上年的数而写了增减数（“161 件，增加 23 件，增长 16.7%”）时，用增减数计算；
    只写幅度的，看上年有没有一个整数合这个幅度（9 件不会是“增长 52%”）。如果同一文件夹中有同一机关上年的报告，
    新收申请的增减按那份报告核对；没有就不核对。“百分点”不是百分比，不核对。
为什么
    两年的数和幅度同在一段里，读者一算就知道。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    用（本年－上年）÷上年重新计算后改正。
何时不必理会
    没有例外。

The change on last year is worked out wrongly.

What it checks
    Where the prose gives last year's number, this year's, and the growth or fall in per cent or as a number, the change is
    worked out anew, its direction, too; where a difference and a share agree, and not with last year's number, that is said. It is right within half a unit of its last digit. Without last year's number it is worked out from
    the difference, where that is told (161, 23 more, a growth of 16.7%), and else there has to be a whole number of last
    year that makes it (9 is no growth of 52%). The change in applications received is compared with last year's report of
    the same organ, if that is in the folder. Percentage points are no per cent.
Why it matters
    Both numbers and the change stand in one paragraph, and any reader can work it out.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Work it out again: this year's number less last year's, divided by last year's.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Figure
from giar_lark.rules.batch_rule import cell_in, report_on
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.growth import Change, without_last_year
from giar_lark.rules.figures.growth_of_applications import ToldGrowth, growth_of_applications
from giar_lark.rules.figures.two_years import BetweenYears, WrongBase, wrong_bases, wrong_between_years
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="XT-11",
    name="change-on-last-year",
    severity=Severity.WARNING,
    summary=Text("与上年相比的增减幅度算错了", "the change on last year is worked out wrongly"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年通过门户网站公开信息302条，比上年的200条增长41%，修订主动公开目录。",
        right="全年通过门户网站公开信息302条，比上年的200条增长51%，修订主动公开目录。",
        instead_of="全年通过门户网站公开信息三百余条，修订主动公开目录。",
    ),
    fault=Fault.INACCURATE,
)

_WORK_OUT = Text(
    "用（本年－上年）÷上年重新计算后改正", "work it out again: the difference divided by last year's number"
)
_TAKE_AWAY = Text("核对本年和上年的数，改正增减的数", "check both years' numbers, and correct the difference")
_RECEIVED = "t3.new_received.total"


@asked_where(wrong_between_years, wrong_bases, without_last_year)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each change that the two numbers do not make.

    Where table 3 has another number of applications, and the change is right for that, XT-01 tells of it, and that is all.
    """
    received = context.cells.value(_RECEIVED)
    for passage, change in context.narrative.each(wrong_between_years):
        if not _of_table(change, received).is_right:
            yield _against_numbers(change, passage)
    for passage, base in context.narrative.each(wrong_bases):
        yield _against_changes(base, passage)
    for passage, worked_out in context.narrative.each(without_last_year):
        yield (_against_difference if worked_out.difference else _impossible)(worked_out, passage)


def _of_table(change: BetweenYears, received: int | Decimal | None) -> BetweenYears:
    """A change with the number of applications that table 3 has, if it is theirs."""
    current = change.current
    if _key(current) is None or received is None:
        return change
    return change._replace(current=current._replace(quantity=current.quantity._replace(value=Decimal(received))))


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each growth of applications that last year's report does not bear out.

    One that no number of last year can make is left to the report alone, which has a finding of it.
    """
    now, last = entry.cell(_RECEIVED), before.cell(_RECEIVED)
    if (
        now is None
        or last is None
        or not isinstance(now.value, int)
        or not isinstance(last.value, int)
        or not last.value
    ):
        return
    for prose in entry.prose.values():
        for sentence in prose.sentences():
            told = growth_of_applications(sentence.text)
            if told is None or told.received != now.value or told.year not in (None, str(before.year)):
                continue
            if told.is_refuted_by(last.value):
                against = _against_report if told.base is None else _against_base
                yield against(told, sentence.span, last, before)


def _against_base(told: ToldGrowth, span: Span, last: Cell, before: Entry) -> Finding:
    year = report_on(before)
    return RULE.finding(
        Text(
            f"文中写上年申请 {told.base} 件，{year.zh}为 {last.value} 件",
            f"the text has {told.base} applications for last year, the {year.en} has {last.value}",
        ),
        span,
        label=Text(f"应为 {last.value} 件", f"should be {last.value}"),
        related=(cell_in(before, last, Text("新收申请总计", "received, total")),),
        help=Text(
            "核对上年报告的数，改正上年件数和增减幅度", "compare with last year's report, and correct both numbers"
        ),
        anchor="last year's report",
    )


def _against_report(told: ToldGrowth, span: Span, last: Cell, before: Entry) -> Finding:
    assert isinstance(last.value, int)
    year, unit = report_on(before), Text("%", "%") if told.is_share else Text(f" {told.unit}", "")
    right = told.right(last.value)
    right = round(right, 1) if told.is_share else right
    word = _word(right, is_share=told.is_share)
    return RULE.finding(
        Text(
            f"新收申请 {told.received} 件，{year.zh}为 {last.value} 件，是{word.zh} {abs(right)}{unit.zh}，文中写{told.way} {told.number}{unit.zh}",
            f"{told.received} applications received, {last.value} in the {year.en}: {word.en} of {abs(right)}{unit.en}, "
            f"the text says {told.number}{unit.en}",
        ),
        span,
        label=Text(f"应为{word.zh} {abs(right)}{unit.zh}", f"should be {word.en} of {abs(right)}{unit.en}"),
        related=(cell_in(before, last, Text("新收申请总计", "received, total")),),
        help=Text("核对上年报告的数，改正增减幅度", "compare with last year's report, and correct the change"),
        anchor="last year's report",
    )


def _against_numbers(wrong: BetweenYears, passage: Passage) -> Finding:
    told, current, base = wrong
    right, unit = wrong.right, Text("%", "%") if wrong.is_share else Text(f" {told.quantity.unit}", "")
    word = _word(right, is_share=wrong.is_share)
    turned = (right >= 0) != (told.growth == "+")
    return RULE.finding(
        Text(
            f"从 {base.quantity.value} 到 {current.quantity.value} 是{word.zh} {abs(right)}{unit.zh}",
            f"from {base.quantity.value} to {current.quantity.value} is {word.en} of {abs(right)}{unit.en}",
        ),
        passage.span_of(told.cue if turned else told.start, told.end),
        key=_key(current),
        label=Text(f"应为{word.zh} {abs(right)}{unit.zh}", f"should be {word.en} of {abs(right)}{unit.en}"),
        related=(
            Related(span=base.span_in(passage), message=Text("上年", "last year")),
            Related(span=current.span_in(passage), message=Text("本年", "this year")),
        ),
        help=_WORK_OUT if wrong.is_share else _TAKE_AWAY,
        anchor=f"{base.quantity.value} {current.quantity.value}",
    )


def _against_changes(wrong: WrongBase, passage: Passage) -> Finding:
    (difference, current, base), share = wrong.difference, wrong.share.told
    written = current.text[difference.cue : share.end]
    number, last = current.quantity.value, base.quantity.value
    return RULE.finding(
        Text(
            f"{number} 比上年{written}，上年应是 {wrong.right}，正文写的是 {last}",
            f"with “{written}”, {number} makes last year's number {wrong.right}; the text says {last}",
        ),
        base.span_in(passage),
        key=_key(current),
        label=Text(f"应为 {wrong.right}？", f"{wrong.right}?"),
        related=(
            Related(span=current.span_in(passage), message=Text("本年", "this year")),
            Related(
                span=passage.span_of(difference.cue, share.end), message=Text("增减数和幅度", "the change, told twice")
            ),
        ),
        help=Text("查上年报告的数后改正", "look up last year's number, and correct it"),
        anchor=f"{last} {number} base",
    )


def _against_difference(told: Change, passage: Passage) -> Finding:
    change, current, difference = told.told, told.current.quantity.value, told.difference
    assert difference is not None
    right = round(told.percent, change.quantity.decimals)
    word, way = _word(right), Text("增加", "more") if difference.growth == "+" else Text("减少", "fewer")
    amount = difference.quantity.value
    return RULE.finding(
        Text(
            f"{current} 比上年{way.zh} {amount}，上年就是 {told.base}，是{word.zh} {abs(right)}%",
            f"{current} is {amount} {way.en} than last year's {told.base}: {word.en} of {abs(right)}%",
        ),
        passage.span_of(change.cue, change.end),
        key=_key(told.current),
        label=Text(f"应为{word.zh} {abs(right)}%", f"should be {word.en} of {abs(right)}%"),
        related=(
            Related(span=told.current.span_in(passage), message=Text("本年", "this year")),
            Related(span=difference.span_in(passage), message=Text("增减数", "the difference")),
        ),
        help=_WORK_OUT,
        anchor=f"{current} {amount}",
    )


def _impossible(possible: Change, passage: Passage) -> Finding:
    change, current = possible.told, possible.current.quantity.value
    written = change.text[change.cue : change.end]
    right = round(possible.percent, max(change.quantity.decimals, 1))
    word = _word(right)
    return RULE.finding(
        Text(
            f"{current} 算不出“{written}”：上年若为 {possible.base}，是{word.zh} {abs(right)}%",
            f"no number of last year makes {current} “{written}”: from {possible.base}, it is {word.en} of {abs(right)}%",
        ),
        passage.span_of(change.cue, change.end),
        key=_key(possible.current),
        label=Text(f"应为{word.zh} {abs(right)}%？", f"{word.en} of {abs(right)}%?"),
        related=(Related(span=possible.current.span_in(passage), message=Text("本年", "this year")),),
        help=Text(
            "查上年报告的数，用（本年－上年）÷上年重新计算后改正",
            "look up last year's number, and work it out again: the difference divided by last year's number",
        ),
        anchor=f"{current} impossible",
    )


def _word(change: Decimal, *, is_share: bool = True) -> Text:
    """What a change is called: a share grows or falls, a number gets larger or smaller by so many."""
    if change >= 0:
        return Text("增长" if is_share else "增加", "a growth")
    return Text("下降" if is_share else "减少", "a fall")


def _key(current: Figure) -> str | None:
    subject = current.subject
    if subject.event == "RECEIVE" and subject.thing == "APPLICATION" and subject.applicant is None:
        return _RECEIVED
    return None
