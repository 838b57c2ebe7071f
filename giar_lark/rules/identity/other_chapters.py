"""前言列举的章节与报告的六个部分对不上。

查什么
    “本报告由……组成”“全文包括……等部分”一类句子列举的章节：有概述、咨询、收费及减免、附表等 2019 年以前提纲里的章节，而报告没有
    这样的标题；或者写明的部分数与报告的部分数不同，或者漏了六个中的一个而没有写“等”。只写“由六部分组成”的、换一种说法列举六个部分的，都不提示。
为什么
    前言是从旧报告抄来的，读者照着找不到这些章节。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件：年度报告由六个部分组成。
怎么改
    按现在的六个标题改写，或者删去这一句。
何时不必理会
    报告另附了这些内容时。

The preamble lists other chapters than the report has.

What it checks
    Sentences such as 本报告由…组成 or 全文包括…等部分: chapters of the outline before 2019 (overview 概述, enquiries, fees and their
    reduction, appended tables) that are no heading of the report; or a number of parts that it does not have; or a list that
    leaves one of the six out and does not say 等. To list the six parts in other words is right.
Why it matters
    The preamble was copied from an old report, and readers will not find those chapters.
Basis
    Letters 30 (2021) and 60 (2019), annex: the report has six parts.
How to mend
    List the six headings as they are, or take the sentence out.
When to ignore
    Where the report does append these things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span
from giar_lark.tokenise.text.fold import number_of

RULE = Rule(
    code="ID-05",
    name="other-chapters",
    severity=Severity.WARNING,
    summary=Text("前言列举的章节与报告不符", "the preamble lists other chapters than the report has"),
    clause=FORMAT,
    fault=Fault.PERFUNCTORY,
    example=Example(
        wrong="编制本报告。全文包括概述、主动公开情况、依申请公开情况、收费及减免情况、复议诉讼情况、存在问题和附表七个部分。",
        right="编制本报告。",
    ),
)

# 报告 and not 报告期 or 报告制度
_LISTED = lazy_pattern(
    r"(?:全文|报告|年报|内容)(?:全文|内容|正文)?[，：]?(?:共|主要|总共)?(?:由|包括了|包括|包含|分为|分|涵盖)(?:以下)?"
    r"(?:[六6]个(?:部分|方面)[：，])?(?P<items>(?:(?!全文)[^。；])*?)"
    r"(?=(?:等)?(?P<count>[一二三四五六七八九十\d]{1,2})?(?:个|大)?(?:部分|章节|章)|等内容|等方面|等[，,]|[，,]?并附|组成|构成|等?(?:[。；]|$))"
)
_OLD_CHAPTER = lazy_pattern(
    r"概述|咨询处理|咨询情况|公文类|收费及减免|收费和减免|支出和收费|费用减免|申诉|附表|统计表|指标统计"
)
_COMMA = lazy_pattern("[、，]")
_PARTS = 6
# each chapter, and what a list that names it has
_CHAPTERS = {
    "总体情况": lazy_pattern("总体|概述|概况|基本情况"),
    "主动公开政府信息情况": lazy_pattern("主动公开"),
    "收到和处理政府信息公开申请情况": lazy_pattern("申请"),
    "政府信息公开行政复议、行政诉讼情况": lazy_pattern("复议|诉讼"),
    "存在的主要问题及改进情况": lazy_pattern("问题|改进"),
    "其他需要报告的事项": lazy_pattern("其[他它]"),
}
_NAMED = 3


class _Listing(NamedTuple):
    """Where chapters are listed, how many the text says that there are, those of the old outline, and the one that is left out."""

    place: Span
    parts: int
    old: list[str]
    left_out: str | None


@sought_in_passages(_LISTED)
def _listings(text: str) -> list[_Listing]:
    """The lists of chapters, three or more, that are not those of the format."""
    matches = [match for match in _LISTED.finditer(text) if len(_COMMA.findall(match["items"])) > 1]
    found = [_listing_of(match) for match in matches]
    return [each for each in found if each.old or each.left_out or each.parts != _PARTS]


def _listing_of(match: re.Match[str]) -> _Listing:
    place, count = Span(*match.span("items")), number_of(match["count"]) if match["count"] else _PARTS
    return _Listing(place, count, _OLD_CHAPTER.findall(match["items"]), _left_out(match.string, *place))


@asked_where(_listings)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the list."""
    sections = context.report.sections
    preamble = ("front", *(section.key for section in sections[:1]))
    headings = "".join([section.heading for section in sections])
    for passage, listings in context.in_passages(_listings):
        for place, count, chapters, lacking in listings if passage.section in preamble else ():
            old = [chapter for chapter in chapters if chapter not in headings]
            left_out = lacking if len(sections) == _PARTS else None
            if old or left_out or count != len(sections) == _PARTS:
                yield _finding(passage, place, old, count, left_out)
                return


def _left_out(text: str, start: int, end: int) -> str | None:
    """The one chapter that a list of the others lacks, if it does not say 等."""
    if text.startswith("等", end):
        return None
    missing = [title for title, words in _CHAPTERS.items() if not words.search(text, start, end)]
    return missing[0] if len(missing) == 1 else None


def _finding(passage: Passage, listed: Span, old: list[str], count: int, left_out: str | None) -> Finding:
    message = Text(
        f"前言说报告有 {count} 个部分，实有 {_PARTS} 个",
        f"the preamble speaks of {count} parts; the report has {_PARTS}",
    )
    if left_out and count == _PARTS:
        message = Text(f"前言列举各部分时漏了“{left_out}”", f"the preamble lists the parts without “{left_out}”")
    if old:
        names = "、".join([*dict.fromkeys(old)][:_NAMED])
        message = Text(
            f"前言列举的章节（{names}）报告里没有，是旧提纲的",
            f"the preamble lists chapters of the outline before 2019 ({names})",
        )
    return RULE.finding(
        message,
        passage.span_of(*listed),
        label=Text("与报告的标题不符", "not the headings of the report"),
        help=Text("按现有的六个标题改写，或删去这一句", "list the six headings as they are, or take the sentence out"),
    )
