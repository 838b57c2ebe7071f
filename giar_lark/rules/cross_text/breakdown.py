"""分项加起来不等于总数。

查什么
    一句话里“共 N 条，其中 a……b……c”“N 条（a、b、c）”“a……b……合计 N 条”：同一单位的分项相加，与总数比较。
    “网络申请 a 件、信函 b 件、当面 c 件”这样按申请方式列出的，与前文的申请总数比较。
    分项大于总数、或写了“其他（其余）”而相加不等、或看来列全了而有一个数字写错或颠倒时提示；只举其中几项的不提示。
    办理结果、申请人类型各分项都与表三相符时不提示；总数与表三相符而某一分项不符的，由 XT-01、XT-03 在那一项提示，这里不再说。带“约”“余”的数不核对。
为什么
    读者一加就知道不对；多半是总数或某一项改过之后没有同步。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    核对总数和每一个分项，改正不对的一个；只列举几项时写“其中包括”并保留“其他”。
何时不必理会
    分项之间本来就有交叉（如一件解读同时发在两个平台）时，在句中写明。

The parts do not add up to their sum.

What it checks
    In one sentence: “N items, of which a … b … c”, “N items (a, b, c)”, “a … b …, N in all”; and a list of applications by
    the way they came, with the number of all before it. Parts of one unit are added up and compared. Said are parts that exceed the whole, that do not make it although a rest is named, or that miss it by
    little and by one wrong digit or two exchanged ones. A few examples out of many are not, nor are numbers with 约 or 余.
    Parts that all agree with table 3 are right; where the sum agrees with it and one part does not, XT-01 or XT-03 tells of
    that part, and that is all.
Why it matters
    Any reader can add. The sum or one of the parts was usually changed without the other.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Check the sum and each part, and correct the one that is wrong.
When to ignore
    Where the parts overlap, say so in the sentence.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from decimal import Decimal

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Figure
from giar_lark.narrative.told import Told, sought_in_told
from giar_lark.rules.clauses import AGREEMENT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.figures.channels import channel_lists
from giar_lark.rules.figures.parts import Breakdown, breakdowns, divides_a_list, goes_on
from giar_lark.rules.figures.told import CARRIED_IN, PROCESSED, RECEIVED
from giar_lark.rules.numbers.arithmetic import Number
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.numbers.slip import is_slip
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="XT-05",
    name="breakdown",
    severity=Severity.WARNING,
    summary=Text("分项之和不等于总数", "the parts in a sentence do not add up to their sum"),
    clause=AGREEMENT,
    example=Example(
        wrong="全年通过门户网站公开信息312条，其中政策文件46条、工作动态230条、其他26条，修订主动公开目录。",
        right="全年通过门户网站公开信息302条，其中政策文件46条、工作动态230条、其他26条，修订主动公开目录。",
        instead_of="全年通过门户网站公开信息三百余条，修订主动公开目录。",
    ),
    fault=Fault.INACCURATE,
)
# three parts that miss the whole by a fifth of it or less, by less than each of them, and by a slip, were meant to be
# all; of two parts, a tenth
_NEARLY = {2: 10}
_NEARLY_OF_MORE = 5
_HOLE = lazy_pattern(r"[×✕＊*xX_＿…○？?Nn（）()](?<!\d.)[×✕＊*xX_＿…○）)]*[件条份次期篇场]")


# the rows of table 3 that numbers of applications are of
_ROWS = {"RECEIVE": RECEIVED, "CARRIED_IN": CARRIED_IN}


@sought_in_told
def _wrong(told: Told) -> list[Breakdown]:
    wrong = (breakdown for breakdown in breakdowns(told.figures) if _is_wrong(breakdown))
    certain = (each for each in wrong if not goes_on(each, told.figures) and not divides_a_list(each, told.figures))
    return [each for each in certain if not _has_hole(each)]


@sought_in_told
def _wrong_by_channel(told: Told) -> list[Breakdown]:
    return list(channel_lists(told.figures))


@asked_where(_wrong, _wrong_by_channel)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each sum that its parts do not make."""
    for passage, breakdown in context.narrative.each(_wrong):
        if not any(_is_borne_out(breakdown, cells) for cells in context.cells_as_told):
            yield _finding(breakdown, passage)
    for passage, breakdown in context.narrative.each(_wrong_by_channel):
        if not any(_is_told_of_the_whole(breakdown, cells) for cells in context.cells_as_told):
            yield _finding(breakdown, passage)


def _is_borne_out(breakdown: Breakdown, cells: Cells) -> bool:
    """Whether the table has the parts of a breakdown, or another rule tells which of its numbers is wrong."""
    return _is_from_the_table(breakdown.parts, cells) or _is_told_of_a_part(breakdown, cells)


def _has_hole(breakdown: Breakdown) -> bool:
    """Whether a part has no number yet (工作动态XX条), which XT-09 tells."""
    text, places = breakdown.whole.text, [figure.start for figure in (breakdown.whole, *breakdown.parts)]
    begin = max(text.rfind(stop, 0, min(places)) for stop in "。；") + 1
    return _HOLE.search(text, begin, max(places)) is not None


def _is_wrong(breakdown: Breakdown) -> bool:
    whole, values = breakdown.whole.quantity.value, [part.quantity.value for part in breakdown.parts]
    total = sum(values, start=Decimal(0))
    if abs(total - whole) <= breakdown.tolerance or whole in _sums(values):
        return False
    if total > whole or breakdown.is_complete:
        return True
    rest = whole - total
    share = _NEARLY.get(len(values), _NEARLY_OF_MORE)
    if len(values) < 2 or rest >= min(values) or rest * share > whole:
        return False
    return is_slip(whole, total) or any(is_slip(value, value + rest) for value in values)


def _sums(values: Sequence[Decimal]) -> set[Decimal]:
    """The sums of parts that follow one another, two or more: a sentence may divide the whole twice."""
    count = len(values)
    return {sum(values[start:end], start=Decimal(0)) for start in range(count) for end in range(start + 2, count + 1)}


def _is_from_the_table(parts: Sequence[Figure], cells: Cells) -> bool:
    """Whether every part is an outcome or a kind of applicant with the number of table 3."""
    is_divided = all(part.subject.outcomes or part.subject.applicant for part in parts)
    return is_divided and all(part.quantity.value in _table_numbers(part, cells) for part in parts)


def _is_told_of_a_part(breakdown: Breakdown, cells: Cells) -> bool:
    """Whether the whole is what table 3 has for the parts: XT-01 or XT-03 then tells which of them is wrong, and that is all."""
    whole, numbers = breakdown.whole, [_table_numbers(part, cells)[:1] for part in breakdown.parts]
    if not whole.is_whole or whole.subject.applicant is not None or whole.subject.event == "CARRIED_IN":
        return False
    known = [number for found in numbers for number in found if number is not None]
    if len(known) < len(breakdown.parts) or not all(part.is_whole for part in breakdown.parts):
        return False
    is_right = whole.quantity.value in _table_numbers(whole, cells)[:1]
    values = [part.quantity.value for part in breakdown.parts]
    return sum(known) == whole.quantity.value or (is_right and any(map(operator.ne, known, values)))


def _is_told_of_the_whole(breakdown: Breakdown, cells: Cells) -> bool:
    """Whether the parts make what table 3 has for the whole: XT-01 then tells that the whole is wrong."""
    return sum(part.quantity.value for part in breakdown.parts) in _table_numbers(breakdown.whole, cells)[:1]


def _table_numbers(part: Figure, cells: Cells) -> list[Number | None]:
    subject = part.subject
    if subject.outcomes:
        return [cells.outcome(outcome, subject.applicant) for outcome in subject.outcomes]
    if subject.applicant is not None:
        return [cells.application(row, subject.applicant) for row in (RECEIVED, PROCESSED)]
    row = _ROWS.get(subject.event or "") if subject.thing == "APPLICATION" else None
    return [cells.application(row)] if row is not None else []


def _shown(value: Decimal, *, is_rounded: bool) -> str:
    """A number as it is told: rounded ones in 万."""
    return f"{(value / 10**4).normalize():f}万" if is_rounded else str(value)


def _finding(breakdown: Breakdown, passage: Passage) -> Finding:
    whole, parts = breakdown.whole, breakdown.parts
    total, unit = sum((part.quantity.value for part in parts), start=Decimal(0)), whole.quantity.unit
    is_rounded, missing = breakdown.tolerance > 0, abs(total - whole.quantity.value)
    made, said, difference, *added = (
        _shown(value, is_rounded=is_rounded)
        for value in (total, whole.quantity.value, missing, *(p.quantity.value for p in parts))
    )
    return RULE.finding(
        Text(
            f"分项之和 {made}{unit} ≠ 总数 {said}{unit}，差 {difference}",
            f"the parts add up to {made}, the sum is {said}, difference {difference}",
        ),
        whole.span_in(passage),
        label=Text(f"{'＋'.join(added)}＝{made}", f"{' + '.join(added)} = {made}"),
        related=tuple(Related(span=part.span_in(passage), message=Text("分项", "a part")) for part in parts),
        help=Text(
            "核对总数和每一个分项，改正不对的一个", "check the sum and each part, and correct the one that is wrong"
        ),
        anchor=f"{whole.phrase} {whole.quantity.value}",
    )
