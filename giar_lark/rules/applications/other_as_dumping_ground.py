"""过多的申请计入了（六）其他处理的“3.其他”。

查什么
    （七）总计不少于 5 件时，“3.其他”的总计超过（七）总计的 30%，两个数都可在配置中调整；
    或者正文说“按其他处理 N 件”，理由却是不掌握、重复申请等表三另有一行的情形。
为什么
    （一）至（六）已经列出了条例规定的各种答复。“3.其他”占比过高，多半是本可归类的申请没有归类，
    公开、不予公开的比例也就失真。
依据
    国办公开办函〔2021〕30号附件表三：办理结果按情形分项填写。
怎么改
    逐件查看计入“3.其他”的答复：不掌握的计入（四）1，信访投诉的计入（五）1，重复申请的计入（五）2，依此类推。
何时不必理会
    逐件核对后确属其他情形，例如申请人主动撤回较多时。

Too many applications are entered as （六） 3, other.

What it checks
    Where five applications or more were processed, “3.其他” has more than 30 % of them. Both numbers are options.
    Or the prose counts some as other and gives a reason that has a row of its own, such as not held or repeated.
Why it matters
    （一） to （六） name the outcomes that the Regulations know. A large share of other ones mostly means that
    applications were not classed, which distorts the share of what was disclosed and denied.
Basis
    Letter 30 (2021), annex, table 3: outcomes are entered by kind.
How to mend
    Go through the replies entered as other: information not held belongs to （四） 1, petitions to （五） 1, repeated
    applications to （五） 2, and so on.
When to ignore
    Where each of them really is another case, for instance many applications withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.narrative.figure import Figure, Mention
from giar_lark.narrative.run import LEAVES
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.official.names import row_name_of_cell
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.numbers.arithmetic import Number, addend
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_numbers
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import outcome_name

RULE = Rule(
    code="T3-09",
    name="other-as-dumping-ground",
    severity=Severity.WARNING,
    summary=Text("过多的申请计入（六）3.其他", "too many applications are entered as other"),
    clause=FORMAT,
    templates=("2021",),
    example=Example(
        wrong="（一）予以公开\t0\t1\t0\t0\t1\t0\t2\n…\n3.其他\t6\t0\t0\t0\t0\t0\t6",
        right="（一）予以公开\t6\t1\t0\t0\t1\t0\t8\n…\n3.其他\t0\t0\t0\t0\t0\t0\t0",
    ),
    fault=Fault.INACCURATE,
)

# a reason stands among the first things that its sentence tells
_NEAR = 20
_OF_THE_GROUP = frozenset({"NOT_CORRECTED_IN_TIME", "FEE_NOT_PAID"})
_OTHER, _PROCESSED = "t3.otherwise.other_reason.total", "t3.total_processed.total"


@sought_in_told
def _explained(told: Told) -> list[tuple[Figure, Mention | Figure]]:
    """The numbers of what was counted as other, each with the first reason that its sentence gives."""
    found: list[tuple[Figure, Mention | Figure]] = []
    for number, figure in enumerate(told.figures):
        if figure.subject.outcomes == ("OTHERWISE",) and figure.quantity.value:
            reason = next(filter(_has_its_own_row, _reasons_for(number, told)), None)
            if reason is not None:
                found.append((figure, reason))
    return found


def _reasons_for(number: int, told: Told) -> Iterator[Mention | Figure]:
    """What is told of the outcomes that a figure, by its number, counts: up to the next that counts others."""
    figure, behind = told.figures[number], told.figures[number + 1 : number + _NEAR]
    others = (other.start for other in behind if other.base != number)
    end = next(others, len(figure.text))
    beside = (mention for mention in told.mentions if mention.sentence == figure.sentence)
    yield from [mention for mention in islice(beside, _NEAR) if figure.end <= mention.start < end]
    yield from [part for part in behind if part.base == number]


@sought_in_numbers(_OTHER)
def _is_used(other: Number) -> bool:
    return other != 0


@asked_where(_is_used, _explained)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding for the share, and one for each sentence with a reason. Blank: nothing is judged."""
    if context.table("t3") is not None:
        yield from _share(context)
        yield from _reasons(context)


def _share(context: Context) -> Iterator[Finding]:
    """A finding if the row has more than its share of all outcomes."""
    options, cells = context.options, context.cells
    other, processed = cells.number(_OTHER), cells.number(_PROCESSED)
    is_large = options.other_outcome_percent * processed < 100 * other <= 100 * processed
    if processed < options.other_outcome_least or not is_large:
        return
    percent = Decimal(100) * other / processed
    yield RULE.finding(
        Text(
            f"（六）3.其他 {other} 件，占办理结果 {processed} 件的 {percent:.1f}%，超过 {options.other_outcome_percent}%",
            f"（六） 3, other: {other} of {processed} outcomes, {percent:.1f} %, "
            f"more than {options.other_outcome_percent} %",
        ),
        cells.at(_OTHER).span,
        key=_OTHER,
        label=Text("占比过高", "a large share"),
        related=(addend(cells.at(_PROCESSED), row_name_of_cell(_PROCESSED)),),
        help=Text(
            "逐件核对：能归入（一）至（五）或（六）1、2 的，改计到对应的行",
            "go through them one by one and move those that another row has a place for",
        ),
    )


def _reasons(context: Context) -> Iterator[Finding]:
    """A finding for each sentence that gives a reason with a row of its own for what it counts as other."""
    if not context.cells.value(_OTHER):
        return
    for passage, (figure, reason) in context.narrative.each(_explained):
        # 其他处理3件，其中1件逾期未缴费: rows 1 and 2 of the group are other handling, too
        if _OF_THE_GROUP.issuperset(reason.subject.outcomes) and context.cells.outcome(reason.subject.outcomes[0]):
            continue
        name = outcome_name(reason.subject.outcomes)
        yield RULE.finding(
            Text(
                f"按其他处理的 {figure.quantity.value} 件，理由却是“{name.zh}”",
                f"{figure.quantity.value} counted as other, while the reason given is “{name.en}”",
            ),
            passage.span_of(figure.cue, figure.end),
            key=_OTHER,
            label=Text("表三另有这一行", "table 3 has a row for it"),
            related=(Related(span=reason.span_in(passage), message=Text("所说的理由", "the reason given")),),
            help=Text(f"改计入“{name.zh}”", f"count them in row “{name.en}”"),
            anchor=figure.phrase,
        )


def _has_its_own_row(reason: Mention | Figure) -> bool:
    """Whether a reason is an outcome with a row of its own."""
    return any(outcome in LEAVES for outcome in reason.subject.outcomes)
