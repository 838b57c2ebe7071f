"""正文中的百分比算错了。

查什么
    “占 N%”：占比的对象是表三的办理结果或申请人类型时，用表三的数重新计算；前面刚说过“其中 N 件（条）”的，用正文自己的数计算；
    同一段里别的占比都以某个数为总数的，这一个也按它计算；“发放 N 份，收回 M 份，回收率 P%”用这两个数计算。
    误差在所写末位的半个单位以内视为正确。分母可以是本年新收、新收加结转、办理结果总计，或所属的一类，只要有一个相符即可。
    “约几成”、满意率、覆盖率等表中没有的比例不核对。
为什么
    百分比常用计算器另算、或沿用上年的数，改了件数之后忘了改比例。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    用表中的数重新计算后改正。
何时不必理会
    分母另有所指时，在句中写明是占什么的比例。

A percentage in the prose is wrong.

What it checks
    A share (占 N%) of an outcome or of a kind of applicant is worked out anew from table 3; one that follows “of which N”
    from the numbers of the sentence itself, one among others from the whole that is right for these, and 回收率 from what was
    given out and what came back. It is right within half a unit of its last digit. The whole may be what came
    in, with or without what was carried in, what was settled, or the group that an outcome belongs to; one that fits is
    enough. 约几成 and rates that have no number in the tables are not compared.
Why it matters
    Shares are worked out apart, or stay from last year, and are forgotten when the counts change.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Work it out again from the numbers of the table.
When to ignore
    Where it is a share of something else, say of what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Figure, Subject
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.official.templates import tables
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.shares import HUNDRED, RETURNED, Ratio, Share, is_right, ratios_in_prose, shares_of
from giar_lark.rules.figures.told import CARRIED_IN, PROCESSED, RECEIVED, is_about_applications
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells, application_keys
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="XT-04",
    name="percentage",
    severity=Severity.WARNING,
    summary=Text("正文中的百分比算错了", "a percentage in the prose is wrong"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年新收政府信息公开申请16件，其中自然人占57.0%。",
        right="全年新收政府信息公开申请16件，其中自然人占75.0%。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fault=Fault.INACCURATE,
)
_SETTLED = "办结率"
_ALL_APPLICATIONS = (
    *[Subject(event, "APPLICATION") for event in ("RECEIVE", "COMPLETE", "HANDLE")],
    Subject(None, "APPLICATION"),
)


@sought_in_told
def _shares(told: Told) -> list[Share]:
    """The shares that a paragraph tells exactly, and of this year."""
    return shares_of(told.figures, (_SETTLED, *RETURNED))


@asked_where(_shares)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each share that none of the wholes explains."""
    for passage, share in context.narrative.each(_shares):
        ratios = _sensible(_ratios(share, context.cells))
        others = (ratio for cells in context.cells_as_told[1:] for ratio in _sensible(_ratios(share, cells)))
        if ratios and not any(is_right(share.figure, ratio) for ratio in (*ratios, *_of_other_numbers(share), *others)):
            yield _finding(share.figure, ratios[0], passage)


def _sensible(ratios: Iterable[Ratio]) -> list[Ratio]:
    """The ratios of a part in a whole."""
    return [ratio for ratio in ratios if 0 <= ratio.part <= ratio.whole and ratio.whole]


def _ratios(share: Share, cells: Cells) -> Iterator[Ratio]:
    """The shares that a figure may be, the likeliest first; none where the sentence does not say of what."""
    subject = share.figure.subject
    if share.figure.phrase == _SETTLED:
        yield from _of_settled(share, cells)
    elif subject.outcomes:
        yield from _of_outcomes(subject.outcomes, subject.applicant, cells)
        yield from _of_the_number_before(share, cells)
    elif subject.applicant is not None and subject.thing in ("APPLICATION", None):
        yield from _of_applicant(subject.applicant, cells)
    yield from ratios_in_prose(share)


def _of_settled(share: Share, cells: Cells) -> Iterator[Ratio]:
    """What was settled of all applications, where the number before is theirs: 办结160件，办结率95.2%.

    100% may be said of those that were due.
    """
    figure, before, wholes = share.figure, share.before, _wholes(cells, None)
    if before is None or before.sentence != figure.sentence or figure.quantity.value == HUNDRED or not wholes:
        return
    if before.subject == Subject("COMPLETE", "APPLICATION") and before.is_whole:
        received, processed, together = wholes
        yield from (Ratio(processed, together), Ratio(processed, received), Ratio(before.quantity.value, together))


def _of_outcomes(outcomes: tuple[str, ...], applicant: str | None, cells: Cells) -> Iterator[Ratio]:
    parts = [cells.outcome(outcome, applicant) for outcome in outcomes]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return
    rows = [row for outcome in outcomes for row in cells.outcome_rows(outcome)]
    key = application_keys(rows[0], applicant)[0] if len(rows) == 1 else None
    wholes = _wholes(cells, None)
    for whole in (*wholes[1:], *wholes[:1], *_wholes(cells, applicant), *_groups(outcomes, cells)):
        yield Ratio(sum(known), whole, key)


def _of_the_number_before(share: Share, cells: Cells) -> Iterator[Ratio]:
    """The number of the outcome as the prose has it: where that one is wrong, the share is not."""
    before = share.before
    if before is not None and before.subject == share.figure.subject:
        for whole in _wholes(cells, None):
            yield Ratio(before.quantity.value, whole)


def _of_other_numbers(share: Share) -> Iterator[Ratio]:
    """The number before, of those that the paragraph itself tells of all applications: where one is wrong, that is told of it."""
    before = share.before
    if before is not None and before.sentence == share.figure.sentence and is_about_applications(share.figure.subject):
        wholes = [each for each in share.all if each.is_whole and each.subject in _ALL_APPLICATIONS]
        yield from _sensible(Ratio(before.quantity.value, whole.quantity.value) for whole in wholes)


def _of_applicant(applicant: str, cells: Cells) -> Iterator[Ratio]:
    key = application_keys(RECEIVED, applicant)[0]
    for part, whole in zip(_wholes(cells, applicant), _wholes(cells, None), strict=False):
        yield Ratio(part, whole, key)


def _wholes(cells: Cells, applicant: str | None) -> list[Number]:
    """What was settled, what came in, and both years' together; none where one of them is not known."""
    processed, received, carried_in = (cells.application(row, applicant) for row in (PROCESSED, RECEIVED, CARRIED_IN))
    if processed is None or received is None or carried_in is None:
        return []
    return [received, processed, received + carried_in]


def _groups(outcomes: tuple[str, ...], cells: Cells) -> Iterator[Number]:
    """The group that an outcome belongs to."""
    for name, members in tables().application_groups.items():
        if name != "OUTCOMES" and outcomes[0] in members:
            whole = cells.outcome(name)
            if whole is not None:
                yield whole


def _finding(figure: Figure, ratio: Ratio, passage: Passage) -> Finding:
    right = round(ratio.percent, figure.quantity.decimals)
    written = figure.text[figure.start : figure.end]
    return RULE.finding(
        Text(
            f"百分比不对：{ratio.part}÷{ratio.whole}＝{right}%，正文写的是 {written}",
            f"wrong percentage: {ratio.part} of {ratio.whole} is {right}%, the text says {written}",
        ),
        figure.span_in(passage),
        key=ratio.key,
        label=Text(f"应为 {right}%", f"should be {right}%"),
        help=Text(
            "用表中（或句中）的数重新计算后改正", "work it out again from the numbers of the table, or of the sentence"
        ),
        anchor=f"{passage.section} {ratio.part}/{ratio.whole}",
    )
