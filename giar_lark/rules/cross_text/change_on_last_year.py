"""与上年相比的增减幅度算错了。

查什么
    正文同时写出上年的数、本年的数和“增长（下降）N%”时，用这两个数重新计算；方向相反也提示。
    误差在所写末位的半个单位以内视为正确。没有写出上年的数时不核对；“百分点”不是百分比，不核对。
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
    Where the prose gives last year's number, this year's, and the growth or fall in per cent, the change is worked out anew,
    its direction, too. It is right within half a unit of its last digit. Without last year's number nothing is compared;
    percentage points are no per cent.
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

from collections.abc import Iterator, Sequence
from decimal import Decimal

from giar_lark.findings import Finding, Related, Severity, Text
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Figure, When
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.rule import Context, Example, Rule

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


def check(context: Context) -> Iterator[Finding]:
    """One finding for each change that the two numbers do not make."""
    figures = context.narrative.figures
    for number, change in enumerate(figures):
        if not change.growth or change.quantity.unit != "%" or not change.quantity.exact:
            continue
        before = [figure for figure in figures[:number] if figure.passage is change.passage and not figure.part]
        base = _last(before, change, When.LAST)
        current = [figure for figure in before if _is_current(figure, base)] if base is not None else []
        if base is None or not current or not base.quantity.value:
            continue
        if not any(_is_right(change, figure, base) for figure in current):
            yield _finding(change, current[-1], base)


def _last(before: Sequence[Figure], change: Figure, when: When) -> Figure | None:
    """The last number of a year in the sentence of a change."""
    found = [
        figure for figure in before if figure.sentence == change.sentence and figure.when is when and _counts(figure)
    ]
    return found[-1] if found else None


def _is_current(figure: Figure, base: Figure) -> bool:
    return figure.when is When.THIS and _counts(figure) and figure.quantity.unit == base.quantity.unit


def _counts(figure: Figure) -> bool:
    return figure.quantity.exact and not figure.growth and figure.quantity.unit not in ("%", "百分点", "")


def _percent(current: Figure, base: Figure) -> Decimal:
    return (current.quantity.value - base.quantity.value) * 100 / base.quantity.value


def _is_right(change: Figure, current: Figure, base: Figure) -> bool:
    signed = change.quantity.value if change.growth == "+" else -change.quantity.value
    tolerance = Decimal("0.5").scaleb(-change.quantity.decimals)
    return abs(_percent(current, base) - signed) <= tolerance


def _finding(change: Figure, current: Figure, base: Figure) -> Finding:
    right = round(_percent(current, base), change.quantity.decimals)
    word = Text("增长" if right >= 0 else "下降", "a growth" if right >= 0 else "a fall")
    turned = (right >= 0) != (change.growth == "+")
    start = change.cue if turned else change.start
    return RULE.finding(
        Text(
            f"从 {base.quantity.value} 到 {current.quantity.value} 是{word.zh} {abs(right)}%",
            f"from {base.quantity.value} to {current.quantity.value} is {word.en} of {abs(right)}%",
        ),
        change.passage.span_of(start, change.end),
        key=_key(current),
        label=Text(f"应为{word.zh} {abs(right)}%", f"should be {word.en} of {abs(right)}%"),
        related=(
            Related(span=base.span, message=Text("上年", "last year")),
            Related(span=current.span, message=Text("本年", "this year")),
        ),
        help=Text(
            "用（本年－上年）÷上年重新计算后改正", "work it out again: the difference divided by last year's number"
        ),
        anchor=f"{base.quantity.value} {current.quantity.value}",
    )


def _key(current: Figure) -> str | None:
    subject = current.subject
    if subject.event == "RECEIVE" and subject.thing == "APPLICATION" and subject.applicant is None:
        return "t3.new_received.total"
    return None
