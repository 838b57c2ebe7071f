"""格式里的填写说明没有删掉。

查什么
    正文里留有格式文本或模板的填写说明，例如“含……第五十条第四项规定的……”“包括政府网站、政务新媒体等方面”“这一项报告本机关……”
    “（不超过 1000 字）”“（如无请填 0）”“（单位名称）”；标题里
    还留着“（模板）”“（征求意见稿）”。引用条例作为工作内容来写的不提示。
为什么
    说明是给填报人看的。留在报告里，等于告诉读者这一段只套了模板。
依据
    国办公开办函〔2021〕30号附件对各部分的填写说明。
怎么改
    删去说明，写上本机关的实际情况。
何时不必理会
    这句话确是本机关自己的陈述时。

An instruction of the format was left in.

What it checks
    Words with which the format or a template tells its user what to write: (含…第五十条第四项规定的…), 包括政府网站…等方面, limits on
    length, what to write where there is nothing, the words for “name of the organ”; and a title that is
    still that of a model or a draft. A report that speaks of the Regulations as part of its work is not meant.
Why it matters
    The instruction is for the author. Left in, it tells the reader that a template was merely filled.
Basis
    Letter 30 (2021), annex, notes on each part.
How to mend
    Take the instruction out, and say what the organ did.
When to ignore
    Where the sentence is the organ's own statement after all.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.model.passage import Passage
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_names, sought_in_passages
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ID-04",
    name="leftover-instruction",
    severity=Severity.WARNING,
    summary=Text("格式的填写说明没有删掉", "an instruction of the format was left in"),
    clause=FORMAT,
    fault=Fault.PERFUNCTORY,
    example=Example(
        wrong="（四）政府信息公开平台建设。包括政府网站、政务新媒体等方面。",
        right="（四）政府信息公开平台建设。完善专栏栏目，保持更新。",
    ),
)

_IN_BRACKETS = lazy_pattern(
    r"[（(](?P<words>"
    + "|".join(
        (
            r"(?:包含|包括|含)[^（）()。]{0,30}第?五十条[^（）()。]*",
            r"(?:请|需|应)?(?:根据|结合|按照?)实际(?:情况)?(?:填写|填报|撰写|修改|增减|删减)[^（）()]{0,12}",
            r"(?<![表单书].)(?:请|需|应)(?:如实|据实|逐项|简要)?(?:填写|填报|列出|说明|写明)[^（）()]{0,20}",
            r"(?:字数)?(?:一般)?(?:不超过|不得超过|不少于|控制在)\d+字(?:以内|左右)?",
            r"\d+字(?:以内|左右|以下)",
            r"(?:如|若)?(?:没有|无)的?[^（）()]{0,10}(?:请?填写?|写|标注)[“\"]?(?:0|零|无)[”\"]?",
            r"(?:单位|机关|部门|行政机关)(?:名称|全称|简称)",
            r"(?:模板|范文|示例|参考格式|填写说明|填报说明|供参考)",
        )
    )
    + r")(?=[）)])"
)
_ARTICLE = r"(?:《[^》]{2,20}》|《?条例》?)第?五十条第[（(]?四[）)]?[项款](?:规定)?的?"
_PLATFORMS = r"政府网站[^。（）()]{0,24}等方面(?:的?情况)?"
_ANYWHERE = lazy_pattern(
    "|".join(
        (
            *(f"{includes}{_ARTICLE}" for includes in ("包含", "包括", "含")),
            *(f"{includes}(?<![^。：:（(]{includes}){_PLATFORMS}" for includes in ("主要包括", "包括")),
            r"包括(?<![^。：:（(]包括)主动公开、依申请公开、政府信息管理[^。；]*",
            r"各级人民政府还?应当?(?:包括|报告)工作考核[^。；]*",
            r"本部分(?:内容|字数)?(?:一般)?(?:不超过|不得超过|控制在|不少于)\d+字(?:以内|左右)?",
            r"这一(?:项|部分)(?:主要)?(?:报告|反映|填写)",
            r"本部分(?:内容)?(?:主要)?(?:应当?|需要?|请|可以?)?(?:填写|填报|报告|反映|撰写)",
            r"请(?:按照?|根据|结合)[^。；，]{2,30}?填(?:写|报)(?=[。；，）)]|$)",
            *(f"{about}本机关主动公开、依申请公开、政府信息管理" for about in ("对", "概括")),
            r"此(?:处|项|栏)(?:请|应|需)?(?:如实|据实)?(?:填写|填报|填入|写明)",
            r"填[写报](?:说明|须知)[：:]",
        )
    )
)


# what a title has that is not that of the report itself
_NO_FINAL = lazy_pattern(
    r"[（(](?P<words>(?:模板|范本|样本|样表|范文|示例|草稿|初稿|草案|讨论稿|征求意见稿|送审稿|代拟稿|待审))[）)]"
)


@sought_in_names()
def _in_a_title(text: str) -> tuple[tuple[int, int], ...]:
    """Where a title says that it is that of a draft or a model."""
    return tuple([match.span("words") for match in _NO_FINAL.finditer(text)])


@sought_in_passages(_IN_BRACKETS, _ANYWHERE)
def _instructions(text: str) -> tuple[tuple[int, int], ...]:
    """Where instructions stand, in order; of two at one place that in brackets."""
    bracketed = [match.span("words") for match in _IN_BRACKETS.finditer(text)]
    others = [match.span() for match in _ANYWHERE.finditer(text)]
    alone = (span for span in others if all(span[1] <= start or end <= span[0] for start, end in bracketed))
    return tuple(sorted((*bracketed, *alone)))


@asked_where(_instructions, _in_a_title)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each instruction, and for a title that is a draft's or a model's."""
    for name, drafts in context.in_names(_in_a_title):
        yield from (_of_a_draft(name, start, end) for start, end in drafts)
    for passage, instructions in context.in_passages(_instructions):
        for start, end in instructions:
            yield _finding(passage, start, end)


def _of_a_draft(name: Flow, start: int, end: int) -> Finding:
    written = name.text[start:end]
    return RULE.finding(
        Text(f"标题里留有“{written}”", f"the title still says “{written}”"),
        name.span_of(start, end),
        label=Text("不是正式文本？", "not the final text?"),
        help=Text(
            "核对是否为定稿；是定稿的，删去这几个字",
            "see whether this is the final text, and take the words out if it is",
        ),
        anchor=written,
    )


def _finding(passage: Passage, start: int, end: int) -> Finding:
    written = passage.text[start:end]
    words = written if len(written) <= 24 else f"{written[:22]}……"
    return RULE.finding(
        Text(f"正文里留有填写说明“{words}”", f"an instruction was left in: “{words}”"),
        passage.span_of(start, end),
        label=Text("给填报人看的话", "meant for the author"),
        help=Text("删去，写上本机关的实际情况", "take it out, and say what the organ did"),
        anchor=written,
    )
