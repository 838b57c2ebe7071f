"""正文所说的复议、诉讼情况与表四不一致。

查什么
    正文说“未发生（没有、无）行政复议、行政诉讼”，表四相应的组却有数；或者正文说因政府信息公开发生了 N 件，表四不是 N；或者说共 0 件，表四却有数。
    行政诉讼以未经复议直接起诉与复议后起诉之和为准，也可分别说。本机关的全部诉讼、审理他人的复议案件与表四无关，不核对。
为什么
    正文否定了表格，或者表格漏填；复议诉讼是检查时必看的部分。
依据
    国办公开办函〔2021〕30号附件表四。
怎么改
    与案件台账核对后，把正文和表四改成一致。
何时不必理会
    正文说的是全部案件而不只是政府信息公开案件时，在句中写明。

The prose and table 4 contradict each other on reconsiderations or lawsuits.

What it checks
    The prose denies reconsiderations or lawsuits that table 4 has, or tells of N on information disclosure where the table
    does not have N, or of 0 in all where the table has some. Lawsuits are both groups of the table together, or each of them. All the cases of the organ, and those
    that it decides for others, have nothing to do with table 4.
Why it matters
    The prose denies the table, or the table is incomplete; and this part is always looked at.
Basis
    Letter 30 (2021), annex, table 4.
How to mend
    Compare with the register of cases and make both places agree.
When to ignore
    Where the prose counts all cases and not only those on disclosure, say so in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Denial, Figure, Subject, When
from giar_lark.narrative.told import Told
from giar_lark.official.names import row_name_of_cell
from giar_lark.rules.clauses import CASES
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.told import (
    CASE_GROUPS,
    MAKE_AGREE,
    contradicted,
    in_table,
)
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import held_against_cells
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="T4-03",
    name="cases-contradicted",
    severity=Severity.ERROR,
    summary=Text("正文与表四的复议、诉讼不一致", "text and table 4 contradict each other"),
    clause=CASES,
    example=Example(
        wrong="将政务公开纳入年度考核，全年未发生行政复议、行政诉讼。",
        right="将政务公开纳入年度考核，全年因政府信息公开引起行政复议2件、行政诉讼2件。",
        instead_of="将政务公开纳入年度考核。",
    ),
    fault=Fault.INACCURATE,
)
_EVENTS = frozenset({None, "HAPPEN", "RECEIVE"})
# what an organ does with cases against it, or with those that it decides
_TAKEN_UP = frozenset({"RECEIVE", "HANDLE"})
_ON_DISCLOSURE = lazy_pattern(r"信息公开|依申请公开|公开申请")
# 行政复议1件被纠正: only those that ended so
_ENDED = lazy_pattern("(?:被|予以|获|已|结果)?(?:纠正|维持|撤销|驳回|败诉|胜诉)")
_DECIDING = lazy_pattern("复议机[关构]")
_OF_BOTH = lazy_pattern(r"复议(?:申请|案件)?[、和与及，]{1,2}(?:行政)?诉讼(?:案件)?(?:数量?|总数)?[均都皆各]为?$")
# the cells that count the cases of a subject
_TOTALS = {thing: [f"t4.{group}.total" for group in groups] for thing, groups in CASE_GROUPS.items()}
_NAMES = {
    "RECONSIDERATION": Text("行政复议", "reconsiderations"),
    "LITIGATION": Text("行政诉讼", "lawsuits"),
    "LITIGATION_DIRECT": Text("未经复议直接起诉的", "lawsuits without review"),
    "LITIGATION_AFTER": Text("复议后起诉的", "lawsuits after review"),
}


def _denials(told: Told) -> list[Denial]:
    whole = [each for each in told.denials if each.when is When.THIS and not each.restricted and each.closed]
    return [denial for denial in whole if any(map(_is_of_cases, denial.subjects))]


class _Count(NamedTuple):
    """A number of cases, whose it is, and whether the paragraph so far is on disclosure."""

    figure: Figure
    subjects: Sequence[Subject]
    names_disclosure: bool


class _Difference(NamedTuple):
    """What table 4 has in the place of what is told of some cases: their name, their number, and the cells that have it."""

    name: Text
    number: Number
    keys: list[str]


def _counts(told: Told) -> list[_Count]:
    counting = filter(_counts_cases, told.comparable)
    return [_Count(figure, _subjects(figure), _names_disclosure(figure)) for figure in counting]


@held_against_cells(_denials)
def _denied(denial: Denial, cells: Cells) -> _Difference | None:
    """The first of the cases denied that there are any of."""
    for subject in filter(_is_of_cases, denial.subjects):
        keys = [key for key in _TOTALS[subject.thing or ""] if cells.value(key)]
        if keys:
            return _Difference(_NAMES[subject.thing or ""], sum(map(cells.number, keys)), keys)
    return None


@held_against_cells(_counts)
def _counted(count: _Count, cells: Cells) -> _Difference | None:
    """The first of those whose number it is that have another."""
    for subject in count.subjects:
        difference = _counted_of(subject, count.figure, cells)
        if difference is not None:
            return difference
    return None


@asked_where(_denied, _counted)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each denial or number that table 4 contradicts."""
    for passage, denial, (name, number, keys) in contradicted(context, _denied):
        message = Text(f"正文说没有{name.zh}，表四是 {number} 件", f"the text denies {name.en}, table 4 has {number}")
        yield _finding(message, denial.span_in(passage), [context.cells.at(key) for key in keys])
    for passage, (figure, _, names_disclosure), (name, number, keys) in contradicted(context, _counted):
        # where there was no case at all there was none on disclosure
        is_none = not figure.quantity.value and figure.subject.event != "HANDLE"
        is_on_disclosure = names_disclosure or passage.section == "reconsideration_litigation" or is_none
        if is_on_disclosure and not _decides_cases(context.organ, figure):
            said = figure.quantity.value
            message = Text(
                f"正文说{name.zh} {said} 件，表四是 {number} 件",
                f"the text says {said} {name.en}, table 4 has {number}",
            )
            yield _finding(message, figure.span_in(passage), [context.cells.at(key) for key in keys])


def _is_of_cases(subject: Subject) -> bool:
    return subject.thing in CASE_GROUPS and subject.event in _EVENTS and subject.result is None


def _decides_cases(organ: Organ | None, figure: Figure) -> bool:
    """Whether the organ may have taken up cases to decide them: a government does so, and its bureau of justice."""
    if figure.subject.event not in _TAKEN_UP or organ is None:
        return False
    return organ.is_government or "司法" in organ.office or _DECIDING.search(figure.text, 0, figure.start) is not None


def _counts_cases(figure: Figure) -> bool:
    subject = figure.subject
    is_of_cases = _is_of_cases(subject) or (subject.event == "HANDLE" and _is_of_cases(subject._replace(event=None)))
    is_whole = not subject.outcomes and not _ENDED.match(figure.text, figure.end)
    return is_of_cases and is_whole and (figure.aside or not figure.part)


def _names_disclosure(figure: Figure) -> bool:
    return _ON_DISCLOSURE.search(figure.text, 0, figure.end) is not None


def _subjects(figure: Figure) -> Sequence[Subject]:
    """Whose number it is: both groups' where there was none of either (行政复议、行政诉讼均为0件)."""
    if not figure.quantity.value and _OF_BOTH.search(figure.text[: figure.start]):
        return Subject(thing="RECONSIDERATION"), Subject(thing="LITIGATION")
    return (figure.subject,)


def _counted_of(subject: Subject, figure: Figure, cells: Cells) -> _Difference | None:
    keys = _TOTALS[subject.thing or ""]
    value = figure.quantity.value
    numbers = [number for key in keys if (number := cells.value(key)) is not None]
    known = sum(numbers)
    # a number may be that of one group of lawsuits, but none at all is none in both
    if len(numbers) != len(keys) or value == known or (value and value in numbers):
        return None
    return _Difference(_NAMES[subject.thing or ""], known, [key for key in keys if cells.value(key)] or keys)


def _finding(message: Text, span: Span, wrong: list[Cell]) -> Finding:
    group = row_name_of_cell(wrong[0].key)
    return RULE.finding(
        message,
        span,
        key=wrong[0].key,
        label=Text(f"表四“{group.zh}”是 {wrong[0].value}", f"table 4 has {wrong[0].value}"),
        related=tuple(in_table(cell) for cell in wrong),
        help=MAKE_AGREE,
        anchor=message.en,
    )
