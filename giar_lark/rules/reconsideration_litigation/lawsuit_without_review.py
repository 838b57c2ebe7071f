"""有复议后起诉的案件，两年里却没有那么多行政复议。

查什么
    复议后起诉的案件，之前都经过行政复议。文中说上年和本年都没有行政复议，而表四复议后起诉大于 0 的，提示。
    同一文件夹中有同一机关上年的报告时，本年复议后起诉的总计大于上年、本年行政复议总计之和的，也提示。
    没有上年的报告、文中又没有说到上年的，无法判断，不提示。
为什么
    先有复议，才有复议后起诉；对复议决定不服的，十五日内起诉。两年的复议加起来还不够，多半是应填在“未经复议直接起诉”。
依据
    《行政诉讼法》第四十五条：不服复议决定的，可以在收到复议决定书之日起十五日内起诉。
怎么改
    逐件核对案件是否经过复议：没有经过的，填入“未经复议直接起诉”；经过的，补上复议件数。
何时不必理会
    起诉的是前年以前作出的复议决定时。

Lawsuits after reconsideration, without as many reconsiderations in two years.

What it checks
    A lawsuit after reconsideration has had one. There is a finding where the text says that neither this year nor the
    last had any, and table 4 has such lawsuits; and, with last year's report of the same organ in the folder, where
    their number exceeds the reconsiderations of both years. Silent where nothing is known of last year.
Why it matters
    Whoever does not accept a decision on reconsideration sues within fifteen days. Where two years have too few
    reconsiderations, the cases most likely belong under lawsuits without reconsideration.
Basis
    Administrative Litigation Law, article 45: fifteen days from the decision on reconsideration.
How to mend
    See for each case whether it had a reconsideration: if not, it belongs in the group without; if so, count it there.
When to ignore
    Where the decision on reconsideration is older than a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text, numbered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Cell
from giar_lark.rules.batch_rule import cell_in
from giar_lark.rules.clauses import SUIT_AFTER_REVIEW
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

RULE = Rule(
    code="T4-05",
    name="lawsuit-without-review",
    severity=Severity.WARNING,
    summary=Text(
        "复议后起诉多于两年的行政复议", "more lawsuits after reconsideration than reconsiderations in two years"
    ),
    clause=SUIT_AFTER_REVIEW,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="\t0\t0\t0\t0\t0\t0\t1\t0\t1\t2\t1\t0\t0\t0\t1",
        right="\t0\t0\t0\t0\t0\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
        instead_of="\t1\t0\t1\t0\t2\t0\t1\t0\t1\t2\t0\t0\t0\t0\t0",
        besides=(("未收取信息处理费。", "未收取信息处理费。上年和本年都没有发生行政复议。"),),
    ),
)

_SUITS, _REVIEWS = "t4.litigation_after_reconsideration.total", "t4.reconsideration.total"
_NONE_IN_TWO_YEARS = lazy_pattern(
    r"行政复议[^，。；]{0,6}[，,]?(?:上年|去年|上一年)[^，。；]{0,6}(?:本年|今年)[^，。；]{0,4}(?:没有|未|均无|无)(?:发生|收到|产生)?"
    r"|(?:上年|去年|上一年)[^，。；]{0,3}(?:本年|今年)[^，。；]{0,4}(?:没有|未|均未|均无|无)[^，。；]{0,16}行政复议"
    r"|(?:近|连续|这)(?:两|二)年[^，。；]{0,4}(?:没有|未|均未|均无|无)[^，。；]{0,16}行政复议"
)


class _Shortage(NamedTuple):
    """Too many lawsuits: their cell, and why there are too few reconsiderations."""

    suits: Cell
    message: Text
    label: Text
    related: tuple[Related, ...]


@sought_in_passages(_NONE_IN_TWO_YEARS)
def _denials(text: str) -> tuple[tuple[int, int], ...]:
    """Where a paragraph denies any reconsideration in two years."""
    return tuple(match.span() for match in _NONE_IN_TWO_YEARS.finditer(text))


@asked_where(_denials)
def check(context: Context) -> Iterator[Finding]:
    """One finding if the text denies any reconsideration in two years, and the table has lawsuits after some."""
    if context.cells.number(_SUITS) <= 0:
        return
    for passage, (words, *_) in context.in_passages(_denials)[:1]:
        yield _finding(_against_text(context.cells.at(_SUITS), passage.span_of(*words)))


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each report with more lawsuits than the reconsiderations of two years. Blank: not judged."""
    suits, reviews, last = entry.cell(_SUITS), entry.cell(_REVIEWS), before.cell(_REVIEWS)
    if suits is None or reviews is None or last is None or _is_denied(entry):
        return
    if suits.value is None or reviews.value is None or last.value is None:
        return
    if suits.value > reviews.value + last.value:
        yield _finding(_against_years(suits, reviews, last, before))


def _is_denied(entry: Entry) -> bool:
    """Whether the report alone gives the finding already."""
    return any(_NONE_IN_TWO_YEARS.search(prose.text) for prose in entry.prose.values())


def _against_text(suits: Cell, denied: Span) -> _Shortage:
    return _Shortage(
        suits,
        Text(
            f"复议后起诉 {suits.value} 件，文中说上年和本年都没有行政复议",
            f"{numbered(int(suits.value or 0), 'lawsuit')} after reconsideration; the text says that two years had no reconsideration",
        ),
        Text("两年没有行政复议", "no reconsideration in two years"),
        (Related(span=denied, message=Text("文中这样说", "so the text says")),),
    )


def _against_years(suits: Cell, reviews: Cell, last: Cell, before: Entry) -> _Shortage:
    here, there = reviews.value or 0, last.value or 0
    this_year = Related(
        span=reviews.span, message=Text(f"行政复议：{here}", f"reconsideration: {here}"), key=reviews.key
    )
    return _Shortage(
        suits,
        Text(
            f"复议后起诉 {suits.value} 件，本年复议 {here}＋上年复议 {there}＝{here + there}",
            f"{numbered(int(suits.value or 0), 'lawsuit')} after reconsideration; this year's {here} and last year's {there} "
            f"reconsiderations = {here + there}",
        ),
        Text(f"两年的行政复议只有 {here + there} 件", f"two years have {here + there} reconsiderations"),
        (this_year, cell_in(before, last, Text("行政复议", "reconsideration"))),
    )


def _finding(shortage: _Shortage) -> Finding:
    return RULE.finding(
        shortage.message,
        shortage.suits.span,
        key=shortage.suits.key,
        label=shortage.label,
        related=shortage.related,
        help=Text(
            "逐件核对是否经过复议，没有的填入“未经复议直接起诉”",
            "see for each case whether it had a reconsideration; if not, it belongs in the group without",
        ),
    )
