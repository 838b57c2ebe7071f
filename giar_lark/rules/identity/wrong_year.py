"""文中的年份不是报告年度。

查什么
    公布报告的句子（现将…年情况报告如下、现公布…年年度报告）、当年工作和数字（…年新收申请…件）、下一步计划（…年将继续…）里的年份与报告年度
    对不上；前言依据的是布置往年年度报告的通知（警告）；标题的年度与统计期限、落款日期都对不上。与上年比较的数、法规和文件的年份、规划和其他通知的名称、历史日期都不查。
为什么
    年份没改，读者分不清数字是哪一年的，也说明这一段是从往年报告抄来的。
依据
    国办公开办函〔2021〕30号：年度报告须准确，不得敷衍、雷同。
怎么改
    改成报告年度（计划改成下一年度），并核对这一句的数字是不是当年的。
何时不必理会
    这一句确是讲往年的事，而句中没有说明时。

A year in the text is not the one reported on.

What it checks
    The year in a sentence that announces the report, in one that counts this year's work, or in one that plans ahead does not
    go with the year reported on; the preamble rests on the notice about an earlier year's reports (a warning); or the year of
    the title goes with neither period nor date. Numbers compared with last year's, years of laws and documents, titles of
    plans and of other notices, and dates of the past are not looked at.
Why it matters
    With an old year left in, nobody knows which year a number belongs to; the sentence was kept from an older report.
Basis
    Letter 30 (2021): reports must be accurate, and neither perfunctory nor copied.
How to mend
    Write the year reported on (the next one for plans), and check that the numbers of the sentence are this year's.
When to ignore
    Where the sentence does speak of an earlier year without saying so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import Terms, found_in_passages, sought_on_terms
from giar_lark.rules.prose.stated_years import Claim, StatedYear, stated_years, wrong_years
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="ID-02",
    name="wrong-year",
    severity=Severity.ERROR,
    summary=Text("文中的年份不是报告年度", "a year in the text is not the one reported on"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="（一）主动公开。2022年通过门户网站公开信息312条",
        right="（一）主动公开。2023年通过门户网站公开信息312条",
        instead_of="（一）主动公开。全年通过门户网站公开信息三百余条",
    ),
    fixable="safe",
)

_CLAIMS = {
    Claim.REPORT: Text(
        "这里公布的是 {0} 年的情况，报告年度是 {1} 年", "this announces the year {0}, but the report is on {1}"
    ),
    Claim.WORK: Text(
        "这里说的是 {0} 年的工作，报告年度是 {1} 年", "this tells of the year {0}, but the report is on {1}"
    ),
    Claim.OPENING: Text(
        "总体情况从 {0} 年说起，报告年度是 {1} 年", "the overview begins with the year {0}, but the report is on {1}"
    ),
    Claim.OTHER: Text(
        "这里说的是 {0} 年的事项，报告年度是 {1} 年", "this tells of matters of {0}, but the report is on {1}"
    ),
    Claim.NOTICE: Text(
        "依据的是布置 {0} 年度报告的通知，报告年度是 {1} 年",
        "the notice cited is about the reports on {0}, but this report is on {1}",
    ),
    Claim.PLAN: Text("计划写的是 {0} 年，而报告年度已是 {1} 年", "this plans for {0}, but the report is on {1}"),
}

_CITE_ANEW = Text(
    "改引布置本年度报告的通知，文号一并核对", "cite the notice on this year's reports, and check its number with it"
)


@sought_on_terms
def _has_wrong_years(prose: Stretch, section: str, terms: Terms) -> bool:
    stated, year = prose.answers[found_in_passages].get(stated_years, ()), terms.year
    return year is not None and any(
        [wrong_years(prose.passages[number].text, years, section, year) for number, years in stated]
    )


@asked_where(_has_wrong_years, Sign.OTHER_YEAR)
def check(context: Context) -> Iterator[Finding]:
    """A finding at the title's year, and one at each year that cannot be right."""
    year, titled = context.year, context.report.metadata.year
    if year is None:
        return
    if titled is not None and titled != year:
        yield _in_title(context, titled, year)
    for passage, stated in context.in_passages(stated_years):
        for wrong in wrong_years(passage.text, stated, passage.section, year):
            yield _finding(passage, wrong, year)


def _finding(passage: Passage, stated: StatedYear, year: int) -> Finding:
    message = _CLAIMS[stated.claim]
    wanted = year + 1 if stated.claim is Claim.PLAN else year
    is_notice = stated.claim is Claim.NOTICE
    return RULE.finding(
        Text(message.zh.format(stated.year, year), message.en.format(stated.year, year)),
        passage.span_of(stated.start, stated.end),
        severity=Severity.WARNING if is_notice else None,
        label=Text(f"应为 {wanted} 年？", f"{wanted}?"),
        help=_CITE_ANEW
        if is_notice
        else Text(
            f"改为 {wanted} 年，并核对这一句的数字和内容",
            f"write {wanted}, and check the numbers of the sentence with it",
        ),
        anchor=f"{stated.year} {passage.text[stated.start : stated.end + 12]}",
    )


def _in_title(context: Context, titled: int, year: int) -> Finding:
    title = context.report.metadata.spans["title"]
    written = re.search(str(titled), context.text[title.start : title.end])
    span = Span(title.start + written.start(), title.start + written.end()) if written else title
    return RULE.finding(
        Text(
            f"标题写 {titled} 年，统计期限和正文都是 {year} 年",
            f"the title says {titled}; the period and the text are of {year}",
        ),
        span,
        label=Text(f"应为 {year}", f"should be {year}"),
        help=Text(f"把标题的年度改为 {year} 年", f"write {year} in the title"),
        fix=Fix(edits=(Edit(span=span, text=str(year)),), safe=True) if written else None,
        anchor="title",
    )
