"""繁体字或者夹注拼音的转载稿，不作检查。

查什么
    正文多为繁体字，或者文字之间夹注拼音。这样的文本不作其他检查；个别名称中的繁体字不要紧。
为什么
    网站转换繁体时会连词语一起改，“文件”变成“檔案”，“信息”变成“資訊”。行名、标题要与格式文本逐字相符，转换过的文本与原
    文不一致，检查结果不可靠。
依据
    giar-lark 的读取范围：简体中文的报告原文。
怎么改
    使用原网站的简体、不带拼音的文本。
何时不必理会
    没有例外。

A copy in traditional characters, or with pinyin between the characters; it is not checked.

What it checks
    A text mostly in traditional characters, or with pinyin between the characters. Nothing else is checked in it; a
    few traditional characters in a name do not matter.
Why it matters
    Web sites that convert to traditional characters change words as well: 文件 becomes 檔案, 信息 becomes 資訊. Labels and
    headings have to agree with the format character by character, and what is found in a converted text cannot be
    relied on.
Basis
    What giar-lark can read: the original report in simplified characters.
How to mend
    Use the text of the original web site, in simplified characters and without pinyin.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.rules.clauses import READING
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span
from giar_lark.tokenise.text.characters import TONED, TRADITIONAL, has_unusual

RULE = Rule(
    code="RD-09",
    name="foreign-script",
    severity=Severity.ERROR,
    summary=Text("繁体字或夹注拼音的转载稿，不作检查", "traditional characters or pinyin: not checked"),
    clause=READING,
    example=Example(
        wrong="海角市住房和城鄉建設局2023年政府資訊公開工作年度報告\n"
        "　　本報告依據條例編製，數據統計期限自2023年1月1日起。\n"
        "一、總體情況\n二、主動公開政府資訊情況\n三、收到和處理政府資訊公開申請情況",
        right="海角市住房和城乡建设局2023年政府信息公开工作年度报告\n…\n"
        "一、总体情况\n…\n二、主动公开政府信息情况\n…\n三、收到和处理政府信息公开申请情况",
        whole=True,
    ),
)

_SIMPLIFIED = "开报机关务处结总数条会国证据实项规讼议办请问题进设监视"
_TONES = lazy_pattern(f"[{TONED}]")
_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
# the beginning of a text tells its script
_SAMPLE_CHARS = 200_000
_FEWEST = 10


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first character of the foreign script."""
    if not has_unusual(context.text):
        return
    sample = context.text[:_SAMPLE_CHARS]
    traditional = _count(sample, TRADITIONAL)
    toned = _TONES.findall(sample)
    if traditional >= _FEWEST and traditional > _count(sample, _SIMPLIFIED):
        at = min(found for char in TRADITIONAL if (found := sample.find(char)) >= 0)
        yield _finding(Text("这是繁体字文本，不作检查", "the text is in traditional characters and is not checked"), at)
    elif len(toned) >= _FEWEST and len(toned) * 4 > len(_HAN.findall(sample)):
        at = sample.find(toned[0])
        yield _finding(
            Text("文字之间夹注了拼音，不作检查", "there is pinyin between the characters; the text is not checked"), at
        )


def _count(text: str, chars: str) -> int:
    return sum(text.count(char) for char in chars)


def _finding(message: Text, at: int) -> Finding:
    return RULE.finding(
        message,
        Span(at, at + 1),
        label=Text("不是原文", "not the original"),
        help=Text("请使用原网站的简体、不带拼音的文本", "use the original text in simplified characters"),
        anchor="file",
    )
