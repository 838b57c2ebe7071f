"""总体情况写了与信息公开无关的内容。

查什么
    “一、总体情况”里是否有成段的党建、招商、执法、防汛、文体等内容，没有一句说到公开。连续四分之一以上的篇幅如此，
    或者整段写了几项这样的工作及其成绩，才提示；这些工作的信息怎样公开，属于公开内容，不提示。
为什么
    年度报告只报政府信息公开工作。写成单位总结，公开的内容反被冲淡。
依据
    国办公开办函〔2021〕30号：报告内容按条例第五十条确定，不能遗漏，也不宜泛化。
怎么改
    删去这些内容，或改写为这些工作的信息是怎样公开的。
何时不必理会
    所写的正是公开的内容，只是没有用到“公开”“发布”一类的词。

Part one has contents that are not on disclosure.

What it checks
    Whether 一、总体情况 speaks at length of party work, investment, enforcement, flood control, sports and the like without a word
    on disclosure: a quarter of its text or more, in one stretch, or a whole paragraph on what was achieved in several of
    these. How information on such work is disclosed belongs there.
Why it matters
    The report is on disclosure. A summary of all the organ's work dilutes it.
Basis
    Letter 30 (2021): the contents are those of article 50, nothing is to be left out, and nothing widened.
How to mend
    Take it out, or say how information on this work was disclosed.
When to ignore
    When it is on disclosure, in words that this rule does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import sentences_of
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import WIDENED
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_sections
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ST-13",
    name="widened-content",
    severity=Severity.INFO,
    summary=Text("总体情况写了与公开无关的内容", "part one has contents that are not on disclosure"),
    clause=WIDENED,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="将政务公开纳入年度考核。机关党支部坚持每月一次主题党日，组织党员到烈士陵园祭扫；招商专班外出洽谈四批，引进项目两个；"
        "执法中队排查地质灾害隐患点，转移群众三十余人；机关工会举办登山、棋牌比赛，职工食堂改造完成。",
        right="将政务公开纳入年度考核。",
    ),
)

# a sentence with any of these is on disclosure, or on how it is managed
_DISCLOSURE = lazy_pattern(
    r"公开|信息|公示|公布|发布|公告|网站|平台|政务|申请|公众号|新媒体|栏目|专栏|条例|解读|回应|审查|审核|目录|指南|考核|评议|追责|问责|追究"
    r"|培训|监督|更新|查阅|查询|答复|受理|上网|保密|规范性文件|行政许可|行政处罚|宣传|咨询|热线|公报|档案|推送|登载|张贴|名单|热点"
)
# what an organ does besides
_BESIDES = lazy_pattern(
    r"党支部|党建|党日|党员|党课|党组织|党委会议|廉政|家访|支部|意识形态|理论学习|心得|谈心|招商|洽谈|项目|引进|产业|企业|厂房|投资|产值|税收|市场主体"
    r"|结对|帮扶|振兴|脱贫|扶贫|防汛|抗旱|防火|防疫|隐患|救援|抢险|转移|抢通|执法|巡查|整治|环境卫生|人居环境|垃圾|拆除|绿化|道路|路灯|硬化|水利|灌溉"
    r"|种植|养殖|粮食|农田|旅游|游客|民宿|集体经济|文体|比赛|球赛|演出|工会|食堂|慰问|征兵|信访|来访|积案|纠纷|扫黑|维稳|安全生产|应急演练"
    r"|破获|抓获|侦破|追赃|税收收入|增值税|减税|退税|手术|门诊|住院|论文|课题|毕业生|就业率"
    r"|低保|特困|救助金|津贴|医保|义诊|体检|入学率|卫生院"
)
# the share of the overview in per cent, and the length, that a stretch has to have
_SHARE_PERCENT = 25
_LEAST_CHARS = 60
# a paragraph with so many matters and so many numbers tells what was achieved in them, and not what it stands under
_MATTERS, _NUMBERS, _PARAGRAPH_CHARS = 3, 3, 40
_NUMBER = lazy_pattern(r"\d[\d.,]*")
# 产业扶贫类36条, 涉及项目建设的5件: how much was disclosed or applied for
_SORTED = lazy_pattern(r"[条篇则](?<=[\d余多][条篇则])|类(?=[^，。；]{0,4}\d)|涉及")


class _Stretch(NamedTuple):
    """Where contents that are not on disclosure stand in the flow of the overview."""

    start: int
    end: int


@sought_in_sections("overview")
def _is_widened(prose: Stretch) -> bool:
    return _widened(prose) is not None


@asked_where(_is_widened, Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first clause of the longest such stretch, or else of the first such paragraph."""
    part = context.part("overview")
    found = _widened(part.stretch) if part is not None else None
    if part is None or found is None:
        return
    flow = part.flow
    count = found.end - found.start
    percent = count * 100 // len(flow.text)
    first = re.match(r"[^，。；]+", flow.text[found.start : found.end])
    yield RULE.finding(
        Text(
            f"连续{count}字没有说到公开，占总体情况{percent}%",
            f"{count} characters without a word on disclosure, {percent} %",
        ),
        flow.span_of(found.start, found.start + (first.end() if first else 1)),
        label=Text("与公开无关的内容由此开始", "not on disclosure from here on"),
        help=Text("删去，或改写为这些工作的信息怎样公开", "take it out, or say how information on it was disclosed"),
        anchor=flow.text[found.start : found.start + 12],
    )


def _widened(prose: Stretch) -> _Stretch | None:
    text = prose.flow.text
    longest = _longest_stretch(text)
    return longest if _is_long(text, *longest) else _foreign_paragraphs(prose)


def _foreign_paragraphs(prose: Stretch) -> _Stretch | None:
    """The first paragraph that tells what was achieved in other matters, with those like it that follow."""
    flow, before = prose.flow, ""
    found: _Stretch | None = None
    for start, end in pairwise((*flow.starts, len(flow.text))):
        paragraph = flow.text[start:end]
        # what a colon leads to is what was disclosed
        if _is_foreign(paragraph) and not before.endswith(("：", ":")):
            found = _Stretch(found.start if found else start, end)
        elif found:
            return found
        before = paragraph
    return found


@remembered
def _is_foreign(paragraph: str) -> bool:
    """Whether a paragraph is long, tells of several other matters in numbers, and has no word on disclosure."""
    return (
        len(paragraph) >= _PARAGRAPH_CHARS
        and not _DISCLOSURE.search(paragraph)
        and not _SORTED.search(paragraph)
        and len(set(_BESIDES.findall(paragraph))) >= _MATTERS
        and len(_NUMBER.findall(paragraph)) >= _NUMBERS
    )


def _is_long(text: str, start: int, end: int) -> bool:
    """Whether a part of the overview is so long that it is told."""
    return end - start >= _LEAST_CHARS and (end - start) * 100 >= _SHARE_PERCENT * len(text)


@remembered
def _longest_stretch(text: str) -> _Stretch:
    return _Stretch(*max(_stretches(text), key=lambda stretch: stretch[1] - stretch[0], default=(0, 0)))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole sentences, each on the organ's other work and without a word on disclosure."""
    begin: int | None = None
    for start, end in sentences_of(text):
        sentence = text[start:end]
        if _BESIDES.search(sentence) and not _DISCLOSURE.search(sentence):
            begin = start if begin is None else begin
            yield begin, end
        else:
            begin = None
