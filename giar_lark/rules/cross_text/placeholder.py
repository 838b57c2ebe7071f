"""应填的数没有填。

查什么
    正文中该填数字的地方留着“××”“XX”“X”“____”，或者单位前只有空格（“发布信息　　条”）或什么也没有
    （“公开信息条，”），或者“（待补充）”“电话：XXXX”“0件次”一类没有删去的填写项。
为什么
    报告没有填完就发布了，属于“不完整”。
依据
    国办公开办函〔2021〕30号：年度报告的内容须完整、准确。
怎么改
    填上实际的数；没有的写“0”或删去这半句。
何时不必理会
    用“×”代替姓名、地名等不公开的内容时不提示；本规则只看后面带单位或年月日的。

A number that was to be filled in is not.

What it checks
    Crosses (××, XX, X), a line to write on (____), 待补充 in brackets, or nothing but spaces, or nothing at all, before a unit,
    where the prose wants a number; crosses for a telephone; and the item 0件次 of a form.
Why it matters
    The report was published unfinished, which an inspection returns as incomplete.
Basis
    Letter 30 (2021): the report has to be complete and accurate.
How to mend
    Fill in the number; where there is none, write 0 or leave the words out.
When to ignore
    Crosses in the place of names are left alone: only those before a unit or a date are said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import COMPLETE
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import found_in_passages, sought_in_passages, sought_in_sections
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="XT-09",
    name="placeholder",
    severity=Severity.ERROR,
    summary=Text("应填的数没有填", "a number that was to be filled in is not"),
    clause=COMPLETE,
    example=Example(
        wrong="全年通过门户网站公开信息XX条，修订主动公开目录。",
        right="全年通过门户网站公开信息302条，修订主动公开目录。",
        instead_of="全年通过门户网站公开信息三百余条，修订主动公开目录。",
    ),
    fault=Fault.INCOMPLETE,
)
_UNIT = (
    r"(?:余|多)?(?:件次|人次|条次|篇次|万元|元|件|条|篇|份|次|起|个|期|宗|项|例|场|批|名|人|户|家|处|册|部|%|年|月|日)"
)
# marks of one kind, two or more, or one behind a Chinese character, or brackets with nothing inside, or with a word for later
_KINDS = ("×✕＊*", "xX", "Nn", "_＿", "…", "？?")
_RUNS = "|".join(f"(?<=[{kind}])(?:[{kind}]+|(?<=[\\u4e00-\\u9fff].))" for kind in _KINDS)
_ZEROS = "(?<=[○〇])(?<![一二三四五六七八九十百千].)[○〇]+(?=条|件|次|人次|名|篇|场|份|期)"
_MARKS = lazy_pattern(
    rf"(?P<mark>[{''.join(_KINDS)}○〇（(](?:{_RUNS}|{_ZEROS}|(?<=[（(])(?:待[补填定核统确][\u4e00-\u9fff]?|数字?|数量)?[）)]))(?={_UNIT})"
)
# behind a word for a telephone
_NO_TELEPHONE = lazy_pattern(r"(?:电话|传真)(?:号码)?[：:]?(?P<mark>[×✕＊*xX]{2}[×✕＊*xX\-—]*)(?![\d×✕＊*xX])")
# 公开信息条，: nothing at all stands before the unit
_NOTHING = lazy_pattern(
    r"(?:信息|公告|留言|动态)(?P<mark>条)(?=[，。；、]|$)|(?:培训|检查|督查|演练)(?P<times>次)(?=[，。；、]|$)"
)
# words that want a number behind them; a unit behind any other lacks its number only where a wide blank stands between
_WANTING = lazy_pattern(
    r"(?:信息|政策|文件|稿件|解读|培训|会议|申请|答复|发布|公开|公示|推送|张贴|印发|制发|组织|召开|开展|举办|办结|收到|受理|共|累计)$"
)
_BARE = lazy_pattern(r"(?:件次|万?人次|条|件|篇|份|次|期|场|个|名)(?=[，。；、,;()（）]|$)")
_UNITS_ALONE = frozenset("条次")
# 各条, 两次: no number is wanted
_NO_WORDS = "每各本同逐一这那该几多第上下前后整全两半数百千万若"
_BLANKS = r"(?:[ \t\xa0\u3000]|&nbsp;|&#160;|&emsp;|&ensp;)"
_BLANK, _WIDE_BLANK = lazy_pattern(f"{_BLANKS}+"), lazy_pattern(f"{_BLANKS}{{2,}}")
# an item of a form that was neither filled in nor taken out
_ITEM = lazy_pattern(r"(?P<mark>0件次)(?<![\d.．,，]0件次)")


@sought_in_passages(_MARKS, _ITEM, _NO_TELEPHONE)
def _marks(text: str) -> tuple[tuple[int, int], ...]:
    patterns = (_MARKS, _ITEM, _NO_TELEPHONE)
    return tuple(match.span("mark") for pattern in patterns for match in pattern.finditer(text))


@sought_in_passages(_NOTHING)
def _nothing(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span(match.lastgroup or 0) for match in _NOTHING.finditer(text))


@sought_in_passages(_BARE)
def _bare(text: str) -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    """The units that end a clause and have no number before them: where, with the words before, and in front of which blank."""
    found = ((at, text[max(at - 2, 0) : at], unit) for at, unit in map(_place, _BARE.finditer(text)))
    return tuple(
        (at, word + unit, _BLANK if _WANTING.search(word) else _WIDE_BLANK)
        for at, word, unit in found
        if "\u4e00" <= word[-1:] <= "\u9fff" and word[-1] not in _NO_WORDS
    )


@sought_in_sections()
def _gaps(prose: Stretch) -> bool:
    """Whether anything that is no text stands in front of such a unit."""
    found = [
        (prose.passages[number].places, at)
        for number, bare in prose.answers[found_in_passages].get(_bare, ())
        for at, *_ in bare
    ]
    return any([places[at] - places[at - 1] > 1 for places, at in found])


@asked_where(_marks, _nothing, _gaps)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each number that is missing."""
    for passage, marks in context.in_passages(_marks):
        for start, end in marks:
            written = passage.text[start:end]
            yield _finding(passage.span_of(start, end), written, written)
    for passage, units in context.in_passages(_nothing):
        for start, end in units:
            # a blank in front of it is told below
            if passage.places[start] - passage.places[start - 1] == 1:
                yield _finding(passage.span_of(start, end), passage.text[start:end], passage.text[start - 2 : end])
    for passage, bare in context.in_passages(_bare):
        for at, words, blank in bare:
            gap = Span(passage.places[at - 1] + 1, passage.places[at])
            if gap.start < gap.end and blank.fullmatch(context.text, *gap):
                yield _finding(gap, "　", words)


def _place(match: re.Match[str]) -> tuple[int, str]:
    return match.start(), match[0]


def _finding(span: Span, written: str, anchor: str) -> Finding:
    shown = "现在是空格" if written.isspace() else f"现在是“{written}”"
    if written in _UNITS_ALONE:
        shown = f"“{written}”前面什么也没有"
    return RULE.finding(
        Text(f"这里应填一个数，{shown}", "a number is to be filled in here"),
        span,
        label=Text("没有填", "not filled in"),
        help=Text(
            "填上实际的数；没有的写 0 或删去这半句",
            "fill in the number; if there is none, write 0 or leave the words out",
        ),
        anchor=anchor,
    )
