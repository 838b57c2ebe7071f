"""括号、引号或书名号不成对。

查什么
    正文里的（）〔〕［］【】《》〈〉“”‘’是否左右成对、层次相套：多出一个、少了一个、两半不是一种、引号方向写反。
    全角与半角混用（“(一）”）不算；“1）”这样的序号不算；一段引文分几段、每段开头都有上引号的不算。
为什么
    文号、文件名缺了一半括号，读者不知道从哪里到哪里，检索和链接也会失效。
依据
    GB/T 15834《标点符号用法》：括号、引号、书名号成对使用；国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    对照所引文件核对，删去多余的一半，或补上缺少的一半。
何时不必理会
    没有例外。所引文件自己的名称就少一半的，仍应按正式名称改正。

A bracket, quotation mark or title mark has lost its other half.

What it checks
    Whether （）〔〕［］【】《》〈〉“”‘’ in the prose come in pairs that nest: one too many, one missing, two halves of
    different kinds, a quotation mark in the wrong direction. A full-width mark beside a half-width one is no fault, nor is
    the 1） of a list, nor a quotation that opens again with each paragraph.
Why it matters
    Without its other half nobody knows where the number or the title of a document begins and ends.
Basis
    GB/T 15834, punctuation: brackets, quotation marks and title marks come in pairs; letter 30 (2021): the report has to
    be accurate.
How to mend
    Compare with the document that is cited: take out the surplus half, or add the missing one.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.rules.clauses import PUNCTUATION
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.prose.brackets import Slip, astray, partner, slips_of
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="FM-01",
    name="unbalanced-brackets",
    severity=Severity.WARNING,
    summary=Text("括号、引号或书名号不成对", "a bracket, quotation mark or title mark without its other half"),
    clause=PUNCTUATION,
    fault=Fault.INACCURATE,
    example=Example(wrong="国办公开办函〔2021〕30号〕的要求", right="国办公开办函〔2021〕30号的要求"),
    fixable="safe",
)

_NUMBER = r"[〔\[［]20\d\d[〕\]］]\d{1,4}号"
_BEHIND_A_NUMBER = lazy_pattern(_NUMBER + "$")
# behind what a mark that is open here has to close, and in front of what one that closes here has to open
_CLOSES_BEHIND = lazy_pattern(
    rf"〔20\d\d(?=\d{{1,4}}号)|[（(]国[^，。（）()]{{2,20}}{_NUMBER}|《中华人民共和国政府信息公开条例"
)
_OPENS_BEFORE = lazy_pattern(r"(?:20\d\d(?=〕)|中华人民共和国政府信息公开条例(?=》))")
_CONTEXT_CHARS = 6


@asked_where(astray)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each mark alone, and for each two that do not go together."""
    return context.told_in_flows(astray, _told)


def _told(flow: Flow, _: Sequence[str]) -> Iterator[Finding]:
    return (_finding(flow, slip) for slip in slips_of(flow))


def _finding(flow: Flow, slip: Slip) -> Finding:
    text, fix = flow.text, _fix(flow, slip)
    related: tuple[Related, ...] = ()
    if slip.other is not None:
        here = flow.span_of(slip.other, slip.other + 1)
        related = (Related(span=here, message=Text("另一半在这里", "the other half")),)
    return RULE.finding(
        _message(text, slip),
        flow.span_of(slip.at, slip.at + 1),
        label=_label(text, slip),
        related=related,
        help=_help(text[slip.at], fix),
        fix=fix,
        anchor=text[max(0, slip.at - _CONTEXT_CHARS) : slip.at + _CONTEXT_CHARS],
    )


def _help(mark: str, fix: Fix | None) -> Text:
    if fix is None:
        return Text(
            "对照原文，删去多余的一半或补上缺少的一半",
            "compare with the document: delete the surplus half or add the missing one",
        )
    written = fix.edits[0].text
    if not written:
        return Text(f"删去多出的 {mark}", f"delete the surplus {mark}")
    if fix.safe:
        return Text(f"补上缺少的 {written}", f"add the missing {written}")
    return Text(f"把 {mark} 改为 {written}", f"write {written} instead of {mark}")


def _message(text: str, slip: Slip) -> Text:
    mark, half = text[slip.at], partner(text[slip.at])
    if slip.kind == "surplus":
        return Text(f"{mark} 前面没有成对的 {half}", f"{mark} has no {half} before it")
    if slip.kind == "unclosed":
        return Text(f"{mark} 后面没有成对的 {half}", f"{mark} has no {half} behind it")
    other = text[slip.other or 0]
    if slip.kind == "mismatch":
        return Text(f"{other} 与 {mark} 不是一对", f"{other} and {mark} are no pair")
    return Text(
        f"引号方向不对：{mark} 应为 {half}", f"a quotation mark in the wrong direction: {mark} should be {half}"
    )


def _label(text: str, slip: Slip) -> Text:
    half = partner(text[slip.at])
    if slip.kind == "reversed":
        return Text(f"应为 {half}", f"should be {half}")
    return Text("不成对", "no pair")


def _fix(flow: Flow, slip: Slip) -> Fix | None:
    """The repair, where only one is possible: a doubled mark, or one whose place the words around it settle."""
    text, at = flow.text, slip.at
    if slip.kind == "reversed":
        return Fix(edits=(Edit(span=flow.span_of(at, at + 1), text=partner(text[at])),), safe=False)
    if slip.kind == "mismatch":
        wanted = partner(text[slip.other or 0])
        return Fix(edits=(Edit(span=flow.span_of(at, at + 1), text=wanted),), safe=False)
    if _is_doubled(text, at) or (slip.kind == "surplus" and _BEHIND_A_NUMBER.search(text, max(0, at - 12), at)):
        return Fix(edits=(Edit(span=flow.span_of(at, at + 1), text=""),), safe=True)
    return _insertion(flow, slip)


def _is_doubled(text: str, at: int) -> bool:
    return text[at] in (text[at - 1 : at], text[at + 1 : at + 2])


def _insertion(flow: Flow, slip: Slip) -> Fix | None:
    text, at = flow.text, slip.at
    if slip.kind == "unclosed":
        found = _CLOSES_BEHIND.match(text, at)
        place = flow.span_of(at, found.end()).end if found else None
    else:
        found = next(
            (match for match in _OPENS_BEFORE.finditer(text, max(0, at - 20), at + 1) if match.end() == at), None
        )
        place = flow.span_of(found.start(), at).start if found else None
    if place is None:
        return None
    return Fix(edits=(Edit(span=Span(place, place), text=partner(text[at])),), safe=True)
