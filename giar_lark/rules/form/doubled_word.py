"""词语重复。

查什么
    同一个词紧接着写了两遍：“信息公开公开指南”“信息信息公开”。
    正当的重叠不提示：“一件一件”“逐条逐条”；前一个词收尾、后一个词起头的也不提示：“人民政府政府信息公开”“申请申请人”“规范规范性文件”。
为什么
    重复多是改稿、拼接时留下的，说明定稿没有通读。
依据
    国办公开办函〔2021〕30号：年度报告须准确。
怎么改
    删去一个；若是漏了字（如“信息公开，公开指南”），补上漏掉的字或标点。
何时不必理会
    所引文件、栏目的正式名称本来如此。

A word stands twice in a row.

What it checks
    The same word twice, one directly behind the other. Rightful reduplication (一件一件) is no fault, nor is a word that ends
    one term and begins the next (人民政府政府信息公开).
Why it matters
    Doubled words are left by editing and pasting; they show that nobody read the final text.
Basis
    Letter 30 (2021): the report has to be accurate.
How to mend
    Delete one of the two; if something is missing between them, supply it.
When to ignore
    When a document or a column is really called so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern, matches_from
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.model.passage import FRONT
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit

RULE = Rule(
    code="FM-02",
    name="doubled-word",
    severity=Severity.WARNING,
    summary=Text("词语重复", "a word stands twice in a row"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(wrong="修订主动公开目录目录。", right="修订主动公开目录。"),
    fixable="safe",
)

_DOUBLED = lazy_pattern(
    r"(20\d\d年度?|[\u4e00-\u9fff]{2,8})\1+|的的(?<!目的的)|在在(?<![存现实所潜自内]在在)|与与(?<![参赠给]与与)"
    r"|和和(?<![总饱温共柔缓协平]和和)(?![美气睦])|了了(?![解结望却然事断如])|([件条次篇份期场名项])\2(?<=\d..)"
    r"|为为(?<![行作认因人以称视成分变列定转确]为为)(?![了民])|对对(?<![针面核应校比反相绝派]对对)(?![象外策口接标照比内手方应立联])"
    r"|将将(?![来军士领近])|是是(?![非否])|由由(?<![自理事缘案因情]由由)|年年(?<=\d年年)(?![底初末内度中检报会终鉴均审])"
)
# where two characters come again within the length of a word, as those do with which a doubled word begins
_AGAIN = lazy_pattern(
    r"(?=([\u4e00-\u9fff0-9]{2})[\u4e00-\u9fff0-9]{0,6}\1|的的|在在|与与|和和|了了|件件|条条|次次|篇篇|份份|期期|场场|名名|项项"
    r"|为为|对对|将将|是是|由由|年年)"
)
# one by one: 一件一件, 逐条逐条
_ONE_BY_ONE = lazy_pattern(r"[一二三四五六七八九十两几每逐挨层][^是]{1,2}$")
# verbs that are doubled to soften them
_SOFTENED = lazy_pattern("研究|讨论|商量|了解|学习|交流|考虑|体验|沟通")
# words that neither end one term nor begin another
_CERTAIN = lazy_pattern(
    "公开|信息|政务|行政|网站|部门|申请|情况|以及|按照|根据|通过|为了|对于|由于|关于|围绕|结合|依法|依照|进一步|及时|主动|积极|认真|严格|全面"
    "|加强|完善|落实|推进|推动|提高|提升|做好|开展|强化|深化|优化|健全|确保|进行|予以|共计|其中|同时|并且|已经|没有|存在|截至|本年|全年|今年"
    "|聚焦|坚持|贯彻|持续|不断|充分|切实|深入|扎实|稳步|着力|大力|努力|拓宽|拓展|召开|举办|建立|制定|制发|印发|明确|督促|收到|受理|按时|如期"
    "|年度|[我本][局镇乡县市区委办]|的"
)
# nouns that may end one term and begin the next, but never follow a verb that is the same word
_NOUNS = lazy_pattern("政府|单位|企业|机关|文件|政策|法规|群众|人民|社会|制度|数据|平台|栏目|渠道|内容")
# verbs that may end a term (舆情回应), but not where they have an adverb or nothing in front and what they are done to behind
_VERBS = lazy_pattern(
    "回应|解读|公布|发布|答复|更新|维护|保障|监督|考核|培训|宣传|审查|评议|整合|梳理|编制|修订|听取|征求|接受|满足|扩大|畅通|促进|增强|打造|构建|改进|反映"
)
_ADVERB = lazy_pattern(
    "(?:及时|主动|积极|认真|严格|全面|一步|不断|充分|切实|深入|扎实|稳步|着力|大力|努力|持续|依法|依规|按时|如期|准确|有效|逐步|统一)$"
)
# what makes a noun of a verb in front of it
_OF_A_VERB = lazy_pattern(
    "[率书稿会员人者组栏表]|机制|材料|意见|平台|工作|制度|程序|流程|措施|结果|内容|方式|渠道|情况"
)
# what makes a term of the word behind it, so that another term may end in front of it: 信息公开申请｜申请表
_HEADS = {
    "信息": lazy_pattern("[化量员源]|中心|系统|技术|安全|资源|产业"),
    "申请": lazy_pattern(
        "[人表书量数件户者时]|材料|渠道|方式|内容|事项|条件|流程|程序|理由|公开|办理|受理|单位|企业|项目|资料"
    ),
    "网站": lazy_pattern("群|集约"),
    "部门": lazy_pattern("预算|决算|预决算|规章|文件|职责|间|联"),
    "规范": lazy_pattern("性"),
    "工作": lazy_pattern(
        "[者组]|机制|要点|方案|制度|计划|人员|领导|任务|流程|台账|会议|总结|报告|部署|安排|情况|规则|专班|小组|职责|落实|开展|推进|经验|意识"
        "|效率|水平|质量|能力|成效|力度|重点|规范|体系|格局|汇报|动态|简报|队伍|例会|要求|进展|交流|培训|考核|督查|通知|指引|标准|清单|指标|手册"
    ),
    "群众": lazy_pattern("性|路线|组织|团体|满意|评议|监督|诉求|来信|来访|意见|身边|利益|需求|关切|办事"),
    "公开": lazy_pattern("指南|目录|年报|平台|专栏|栏|专区|内容|事项"),
}
# 公开 and 规范 are verbs, too: 公开｜公开指南 is right on its own, and doubled only in 信息公开｜公开指南
_FIRST_IS_WHOLE = {"公开": lazy_pattern("(?:信息|政务)$"), "规范": lazy_pattern("(?!)")}
# 人民政府政府信息: the name of a government in front of a term; 依法行政行政执法
_ENDS_BEFORE = {"政府": "民省市县区乡镇州旗盟级方各本我该", "行政": "法"}
_FREE_BEFORE = "是如强做好将对把为向在于以由按请是有各未本其及并了的与和等何数年项类依"
_FREE_BEHIND = "的了和与及等"
_LONGEST_HEADING = 25
_NUMBERED = lazy_pattern(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|[第其][一二三四五六七八九十]|【|——")
_CLAUSE_END = lazy_pattern(r"[，。；：！？,;:!?]")


@sought_in_flows()
def _doubled(text: str) -> tuple[tuple[int, int, str], ...]:
    again = (place.start() for place in _AGAIN.finditer(text))
    return tuple((*match.span(), match[1] or match[0][0]) for match in matches_from(_DOUBLED, text, again))


@asked_where(_doubled)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each word that stands twice."""
    return context.told_in_flows(_doubled, _told)


def _told(flow: Flow, doubled: Sequence[tuple[int, int, str]]) -> Iterator[Finding]:
    for start, end, word in doubled:
        if not _is_frame(flow, start, end) and not _is_rightful(flow, start, end, word):
            yield _finding(flow, start, end, word)


def _is_frame(flow: Flow, start: int, end: int) -> bool:
    """Whether the words stand apart above the first section, as those of a portal's menu do."""
    return flow.section == FRONT and not flow.is_solid(start, end)


def _is_rightful(flow: Flow, start: int, end: int, word: str) -> bool:
    if _SOFTENED.fullmatch(word) or _ONE_BY_ONE.fullmatch(word) or (len(word) > 1 and "的" in (word[0], word[-1])):
        return True
    if _ends_heading(flow, start, start + len(word)):
        return True
    before = flow.text[max(0, start - 2, flow.last_start(start)) : start]
    return len(word) > 1 and _joins_two_terms(before, flow.text[end : end + 3], word)


def _joins_two_terms(before: str, behind: str, word: str) -> bool:
    """Whether the first word can belong to what stands before it, and the second to what stands behind it."""
    if not _is_han(behind[:1]) or behind[0] in _FREE_BEHIND or len(word) > 3:
        return False
    if word in _ENDS_BEFORE:
        return before[-1:] != "" and before[-1] in _ENDS_BEFORE[word]
    is_joined = _is_han(before[-1:]) and before[-1] not in _FREE_BEFORE
    if word in _HEADS:
        whole = _FIRST_IS_WHOLE.get(word)
        is_first_free = whole.search(before) is not None if whole else not is_joined
        return _HEADS[word].match(behind) is not None and not is_first_free
    if _VERBS.fullmatch(word) and (not is_joined or _ADVERB.search(before)):
        return _OF_A_VERB.match(behind) is not None
    return not _CERTAIN.fullmatch(word) and (is_joined or not _NOUNS.fullmatch(word))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _ends_heading(flow: Flow, start: int, middle: int) -> bool:
    """Whether the first word ends a short heading, and the second begins the paragraph behind it."""
    if flow.is_solid(middle - 1, middle + 1):
        return False
    near = max(0, start - _LONGEST_HEADING)
    clause = max((match.end() for match in _CLAUSE_END.finditer(flow.text, near, start)), default=near)
    begin = max(flow.last_start(start), clause)
    is_heading = flow.begins_at(begin) or _NUMBERED.match(flow.text, begin) is not None
    return is_heading and middle - begin <= _LONGEST_HEADING


def _finding(flow: Flow, start: int, end: int, word: str) -> Finding:
    times = (end - start) // len(word)
    edit = Edit(span=flow.span_of(start + len(word), end), text="")
    is_safe = _CERTAIN.fullmatch(word) is not None and flow.is_solid(start + len(word), end)
    return RULE.finding(
        Text(f"“{word}”连写了{times}遍", f"“{word}” stands {'twice' if times == 2 else f'{times} times'} in a row"),
        flow.span_of(start, end),
        label=Text("重复", "doubled"),
        help=Text(
            f"只留一个“{word}”；如中间漏了字，补上漏字", f"keep one “{word}”, or supply what is missing in between"
        ),
        fix=Fix(edits=(edit,), safe=is_safe),
        anchor=flow.text[max(0, start - 4) : end + 4],
    )
