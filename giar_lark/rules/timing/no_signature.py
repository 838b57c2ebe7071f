"""文末没有落款的机关或日期。

查什么
    文末没有机关名称、没有日期，或者两样都没有；以及“签名：”后面空着。网页框架里的发布机构、发布日期不算落款；
    标题下面一行写明日期的，不提示。
为什么
    落款说明报告由谁、在哪一天作出。网上公布的文本常常不带落款，所以只作说明。
依据
    公文的通常格式；纸质报送件应有落款并盖章。
怎么改
    在文末补写机关全称和日期。
何时不必理会
    网页上另有显著位置标明机关和日期时。

No organ or no date at the end.

What it checks
    The end of the report lacks the organ's name, the date, or both; or nothing stands behind 签名：. What a portal prints
    around a page (publisher, date of publication) is no signature. A date on the line below the title is enough.
Why it matters
    They say who made the report and when. Copies on the web often have none, so this is a note.
Basis
    The usual form of official papers; the copy on paper is signed and sealed.
How to mend
    Write the organ's full name and the date at the end.
When to ignore
    Where the page shows both in a prominent place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.dates import is_date_alone
from giar_lark.model.part import Part
from giar_lark.model.passage import FRONT, Passage
from giar_lark.model.self_naming import labelled_names
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span
from giar_lark.tokenise.sections.ends import ORGAN
from giar_lark.tokenise.text.lines import line_below
from giar_lark.tokenise.text.markup import squeezed

RULE = Rule(
    code="TM-05",
    name="no-signature",
    severity=Severity.INFO,
    summary=Text("文末没有落款的机关或日期", "no organ or no date at the end"),
    clause=FORMAT,
    fault=Fault.INCOMPLETE,
    example=Example(
        wrong="未收取信息处理费。",
        right="未收取信息处理费。\n　　　　海角市住房和城乡建设局\n　　　　2024年1月12日",
    ),
)

# how many of the last passages may have it
_LAST_PASSAGES = 3
_EMPTY_SIGNATURE = lazy_pattern(r"(?:签名|签字|签章)[）)]?[：:](?=$|日期)")
# what a portal prints below a report
_FRAME = lazy_pattern(
    r"打印|关闭窗口|主办|承办|网站标识码|扫一扫|版权|备案号|上一篇|下一篇|分享|责任编辑|信息来源|附件下载|相关链接|返回顶部"
)
# a date without its day, or one that has lost a character (FM-06), which the reading does not take for one
_MONTH = lazy_pattern(
    r"(?:20\d\d|二[〇○零]二[〇○零一二三四五六七八九])(?:年[\d一二三四五六七八九十]{1,2}月(?:\d{0,2}日?)?|年?\d{1,4}日|\d{1,2}月\d{1,2}日)$"
)


@sought_in_passages(_EMPTY_SIGNATURE)
def _empty_signatures(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _EMPTY_SIGNATURE.finditer(text))


@asked_where(_empty_signatures, Sign.UNSIGNED)
def check(context: Context) -> Iterator[Finding]:
    """A finding at an empty signature line, and one at the end for what is missing there."""
    for passage, (first, *_) in context.in_passages(_empty_signatures):
        if passage.section == FRONT:
            span = passage.span_of(*first)
            yield RULE.finding(
                Text("签名处是空的", "nothing stands behind the word for the signature"),
                span,
                label=Text("没有签名", "no signature"),
                help=Text("补上签名，或删去这一处", "add the signature, or take this out"),
                anchor="line",
            )
    spans = context.report.metadata.spans
    day = spans.get("issued_date")
    organ = spans.get("issuing_organ") or _labelled_organ(context) or _organ_below(context, day)
    if (organ is None or day is None) and not _is_dated_below_title(context):
        yield from _at_the_end(context, organ, day)


def _labelled_organ(context: Context) -> Span | None:
    """The organ in a line 单位名称：… above the report or below it, which stands for the one at the end."""
    if not any([part.stretch.answers[_has_label] for part in context.parts]):
        return None
    last = [*islice(context.passages_from_the_end(), _LAST_PASSAGES)]
    for passage in (*context.passages_in("front"), *reversed(last)):
        for name in labelled_names(passage.text):
            return passage.span_of(name.start, name.end)
    return None


def _has_label(prose: Stretch) -> bool:
    return any([any(labelled_names(passage.text)) for passage in prose.passages])


def _is_dated_below_title(context: Context) -> bool:
    """Whether organ and date stand above the report: the one in its title, the other on the line below."""
    return any(is_date_alone(squeezed(passage.text)) for passage in context.passages_in("front"))


def _organ_below(context: Context, day: Span | None) -> Span | None:
    """The organ that stands on the line below the date."""
    if day is None:
        return None
    line = Span(*line_below(context.plain, day.end))
    return line if ORGAN.fullmatch(squeezed(context.plain[line.start : line.end])) else None


def _last_in(part: Part) -> Passage | None:
    """The last passage of a part of the report that a portal has not printed below it."""
    number = part.stretch.answers[_last_of_report]
    return None if number is None else part.passage(number)


def _last_of_report(prose: Stretch) -> int | None:
    numbers = reversed(range(len(prose.passages)))
    return next((number for number in numbers if not _FRAME.search(prose.passages[number].text)), None)


def _at_the_end(context: Context, organ: Span | None, day: Span | None) -> Iterator[Finding]:
    last = next(filter(None, map(_last_in, reversed(context.parts))), None)
    if last is None or (day is None and _MONTH.search(last.text)):
        return
    if organ is None and day is None:
        missing = Text("机关和日期", "organ and date")
    else:
        missing = Text("日期", "date") if day is None else Text("机关", "organ")
    end = Span(last.span.end, last.span.end)
    yield RULE.finding(
        Text(f"文末没有落款的{missing.zh}", f"no {missing.en} at the end"),
        day or organ or end,
        label=Text(f"缺{missing.zh}", f"without {missing.en}"),
        help=Text(
            f"在文末补写{missing.zh.replace('机关', '机关全称')}",
            f"write the {missing.en.replace('organ', 'full name of the organ')} at the end",
        ),
        anchor="end",
    )
