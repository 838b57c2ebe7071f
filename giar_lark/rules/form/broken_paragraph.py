"""段落从句子中间断开。

查什么
    正文一段话没有说完就换了行，如“真正发”“挥实效”分在两行。
    全文都按固定宽度换行的（多为 PDF、网页文本转换所致），以及小标题后换行的，不提示。
为什么
    多是复制、排版时误按了回车。断开处在词语中间时，读者会误以为漏了内容。
依据
    国办公开办函〔2021〕30号：年度报告须准确；《党政机关公文格式》GB/T 9704：自然段连排。
怎么改
    删去多余的换行，把两行接成一段。
何时不必理会
    只在转换出来的文本里断开，正式文本没有断开。

A paragraph is broken off in the middle of a sentence.

What it checks
    A paragraph that goes on in a new line before its sentence ends. Reports in which every line is wrapped (text from a PDF or
    a text browser) and line breaks behind a subheading are left alone.
Why it matters
    It is a stray line break from copying or layout. Inside a word it reads as if something were missing.
Basis
    Letter 30 (2021): the report has to be accurate; GB/T 9704, layout of official documents.
How to mend
    Take out the line break, so that the two lines are one paragraph.
When to ignore
    When it is broken in the converted text only.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_sections
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="FM-07",
    name="broken-paragraph",
    severity=Severity.INFO,
    summary=Text("段落从句子中间断开", "a paragraph broken off in the middle of a sentence"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(wrong="清理失效文\n件，建立台账。", right="清理失效文件，建立台账。", instead_of="清理失效文件。"),
    fixable="suggested",
)

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
# 报告日期：…, which is a line of its own
_LABELLED = lazy_pattern(r"[\u4e00-\u9fff]{2,6}[：:]")
_INSIDE = lazy_pattern(r"[。；：]")
# a line as long as this is no subheading
_HEADING_CHARS = 30
# as many breaks as a few slips make; more of them are the layout of the file
_MOST_BREAKS = 2
# a line that is so much longer than the one that breaks off runs on past the place of the break: no width has made it
_CLEARLY_LONGER = 1.25


# words in which a line seldom ends by chance after the first character, and what no paragraph ends with
_TORN_WORD = lazy_pattern(
    r"公开|信息|政府|群众|申请|答复|依法|主动|监督|保障|平台|建设|管理|情况|落实|发布|网站|单位|机关|行政|规范|培训|审核|责任|领导|社会|问题|改进|文件"
    r"|服务|提升|推进|开展|加强|完善|解读|渠道|栏目|重点|领域|及时|全面|内容|实效|发挥|通过|其中|包括|按照|根据|同时|全年|依托|围绕|结合|类别|答案|方式"
)
_RUNS_ON = "，、"
# no paragraph begins with what is counted
_COUNTED = lazy_pattern(r"\d[\d,.]*(?:[条件次个期人篇项份家户场册]|余|万|%)")


@sought_in_sections()
def _breaks(prose: Stretch) -> list[tuple[Span, Span]]:
    """The lines of a section that run on in the next, each with that one."""
    within = [pair for paragraph in prose.paragraphs for pair in pairwise(paragraph.lines)]
    between = [(one.lines[-1], other.lines[0]) for one, other in pairwise(prose.paragraphs) if not other.ordinal]
    return sorted([*within, *(pair for pair in between if _is_torn(prose.text, *pair))])


def _is_torn(text: str, first: Span, second: Span) -> bool:
    """Whether an indented line goes on with what the one before it began: a word or a list."""
    last, begin = text[first.end - 1], text[second.start]
    return (
        _TORN_WORD.fullmatch(last + begin) is not None
        or (last in _RUNS_ON and _HAN.match(begin) is not None)
        or (_HAN.match(last) is not None and _COUNTED.match(text, second.start, second.end) is not None)
    )


def _longest_line(prose: Stretch) -> int:
    """How many characters its longest line has."""
    return max([end - start for paragraph in prose.paragraphs for start, end in paragraph.lines], default=0)


@asked_where(_breaks)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each break, if the report is not wrapped throughout."""
    sections, text = context.report.sections, context.text
    found = [(section.prose.start, pair) for section in sections for pair in section.prose.stretch.answers[_breaks]]
    if len(found) > _MOST_BREAKS:
        return
    longest = max([section.prose.stretch.answers[_longest_line] for section in sections], default=0)
    for start, pair in found:
        first, second = (line.moved(start) for line in pair)
        if _is_in_a_sentence(text, first, second) and longest > (first.end - first.start) * _CLEARLY_LONGER:
            yield _finding(text, first, second)


def _is_in_a_sentence(text: str, first: Span, second: Span) -> bool:
    before, behind = text[first.start : first.end], text[second.start : second.end]
    if (
        not (_HAN.match(before[-1]) or before[-1] in _RUNS_ON)
        or not (_HAN.match(behind) or _COUNTED.match(behind))
        or _LABELLED.match(behind)
    ):
        return False
    return bool(_INSIDE.search(before)) or len(before) >= _HEADING_CHARS


def _finding(text: str, first: Span, second: Span) -> Finding:
    gap = Span(first.end, second.start)
    end, begin = (
        text[max(first.start, first.end - 4) : first.end],
        text[second.start : min(second.end, second.start + 4)],
    )
    return RULE.finding(
        Text(f"段落在“{end}”与“{begin}”之间断开", f"the paragraph is broken off between “{end}” and “{begin}”"),
        gap,
        label=Text("多余的换行", "a stray line break"),
        help=Text("删去换行，接成一段", "take out the line break"),
        fix=Fix(edits=(Edit(span=gap, text=""),), safe=False),
        anchor=f"{end} {begin}",
    )
