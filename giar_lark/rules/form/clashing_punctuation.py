"""两个标点连在一起。

查什么
    正文里逗号、顿号、分号、冒号、句号两两相连，如“。、”“，，”“；。”“：，”。省略号、破折号、连用的叹号问号、引号前后的标点不算。
为什么
    多出来的标点多是删改后的残留，读者会以为还有一句没有写完。
依据
    GB/T 15834《标点符号用法》：点号不连用；国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    按句意只留一个；冒号后面缺内容的，先把内容补上。
何时不必理会
    没有例外。

Two punctuation marks stand side by side.

What it checks
    Commas, enumeration commas, semicolons, colons and full stops that follow each other in the prose: 。、 ，， ；。 ：，.
    Ellipses, dashes, repeated exclamation or question marks, and marks beside a quotation mark are no fault.
Why it matters
    The surplus mark is what an edit has left behind; a reader takes it for a sentence that was not finished.
Basis
    GB/T 15834, punctuation: such marks do not follow each other; letter 30 (2021): the report has to be accurate.
How to mend
    Keep the one that the sentence needs; where something is missing behind a colon, supply it first.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.model.passage import FRONT
from giar_lark.model.report import Section
from giar_lark.rules.clauses import PUNCTUATION
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.prose.headings import CLASH
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="FM-09",
    name="clashing-punctuation",
    severity=Severity.WARNING,
    summary=Text("两个标点连在一起", "two punctuation marks side by side"),
    clause=PUNCTUATION,
    fault=Fault.INACCURATE,
    example=Example(wrong="完善专栏栏目，、保持更新。", right="完善专栏栏目，保持更新。"),
    fixable="safe",
)

# three full stops and more stand for an ellipsis
_ELLIPSIS = lazy_pattern(r"。{3,}")
_COLONS = "：:"
_CONTEXT_CHARS = 6


@sought_in_flows(CLASH)
def _runs(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(run.span() for run in CLASH.finditer(text) if not _ELLIPSIS.fullmatch(run[0]))


@asked_where(_runs, Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each run of marks, in prose and in headings."""
    yield from context.told_in_flows(_runs, _told)
    for section in context.report.sections:
        for run in CLASH.finditer(context.text, *section.heading_span):
            yield _in_heading(section, run[0], Span(*run.span()))


def _told(flow: Flow, runs: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    return (_finding(flow, *run) for run in runs if not _is_layout(flow, *run))


def _is_layout(flow: Flow, start: int, end: int) -> bool:
    """Whether the marks belong to two paragraphs, or to an empty field in the frame that a portal prints above."""
    return flow.is_parted(start, end) or (flow.section == FRONT and flow.text[start] in _COLONS)


def _in_heading(section: Section, marks: str, span: Span) -> Finding:
    fix = Fix(edits=(Edit(span=span, text=marks[0]),), safe=True) if len(set(marks)) == 1 else None
    return _of_marks(marks, span, fix, section.heading)


def _finding(flow: Flow, start: int, end: int) -> Finding:
    around = flow.text[max(0, start - _CONTEXT_CHARS) : end + _CONTEXT_CHARS]
    return _of_marks(flow.text[start:end], flow.span_of(start, end), _fix(flow, start, end), around)


def _of_marks(marks: str, span: Span, fix: Fix | None, anchor: str) -> Finding:
    return RULE.finding(
        Text(f"标点“{marks}”连在一起", f"the marks {marks} stand side by side"),
        span,
        label=Text("只留一个", "keep one"),
        help=Text("按句意只留一个标点", "keep the one mark that the sentence needs"),
        fix=fix,
        anchor=anchor,
    )


def _fix(flow: Flow, start: int, end: int) -> Fix | None:
    """One of several like marks, for certain; of unlike ones the full stop, as a suggestion."""
    marks = set(flow.text[start:end])
    if not flow.is_solid(start, end) or (len(marks) > 1 and "。" not in marks):
        return None
    kept = "。" if len(marks) > 1 else flow.text[start]
    return Fix(edits=(Edit(span=flow.span_of(start, end), text=kept),), safe=len(marks) == 1)
