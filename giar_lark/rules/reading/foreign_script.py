"""繁体字或夹注拼音的转载稿。

查什么
    正文多为繁体字（网站的简繁转换会连词语一起改，如“文件”变“檔案”），或每个字都夹注拼音。这样的文本不作检查。
依据
    行名、标题须与格式文本逐字相符；转换稿与原文不一致，检查结果不可靠。
例
    错：收到和處理政府資訊公開申請情況。
    对：收到和处理政府信息公开申请情况。
怎么改
    使用原网站的简体、不带拼音的文本。
何时不必理会
    没有例外。

In English: a copy in traditional characters, or with pinyin between the characters. Words are changed too,
so it is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.findings import Finding, Severity, Text
from giar_lark.rules.clauses import READING
from giar_lark.rules.rule import Context, Rule
from giar_lark.span import Span

RULE = Rule(
    code="RD-09",
    name="foreign-script",
    severity=Severity.ERROR,
    summary=Text("繁体字或夹注拼音的转载稿，不作检查", "traditional characters or pinyin: not checked"),
    clause=READING,
)

_TRADITIONAL = "開報機關務處結總數條會國證據實項規訟議辦請問題進設監視"
_SIMPLIFIED = "开报机关务处结总数条会国证据实项规讼议办请问题进设监视"
_TONES = re.compile(r"[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# the beginning of a text tells its script
_SAMPLE_CHARS = 200_000
_FEWEST = 10


def check(context: Context) -> Iterator[Finding]:
    """At most one finding, at the first character of the foreign script."""
    sample = context.text[:_SAMPLE_CHARS]
    traditional = _count(sample, _TRADITIONAL)
    toned = _TONES.findall(sample)
    if traditional >= _FEWEST and traditional > _count(sample, _SIMPLIFIED):
        at = min(found for char in _TRADITIONAL if (found := sample.find(char)) >= 0)
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
