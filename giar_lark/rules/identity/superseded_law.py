"""引用了已被修订的旧条例。

查什么
    2019 年度起的报告里：国务院令第 492 号；以 2008 年 5 月 1 日施行的条例为依据；以条例第三十一条、第三十二条为编制年度报告的依据（旧
    条例的条号，现为第四十九条、第五十条）。同一句里又提到第 711 号或修订的、说条例施行以来累计数的、讲答复期限时引用新条例第三十一条的，都不提示。
为什么
    2019 年修订的条例已改变年度报告的时间和内容，旧条号在新条例里是另外的事。
依据
    国务院令第 711 号：修订后的《政府信息公开条例》自 2019 年 5 月 15 日起施行。
怎么改
    改引《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条、第五十条。
何时不必理会
    讲的是历史沿革时。

The old Regulations are cited, which were revised.

What it checks
    In reports on 2019 and later: Order 492; the Regulations in force since 1 May 2008 as the basis; articles 31 and 32 as the
    basis of the annual report (the numbers of old; now 49 and 50). Silent where the same sentence names Order 711 or the
    revision, counts since the Regulations came into force, or cites article 31 of today on when a limit begins.
Why it matters
    The revision of 2019 changed the dates and contents of the report, and the old numbers are about other things now.
Basis
    Order 711: the revised Regulations are in force since 15 May 2019.
How to mend
    Cite the Regulations (Order 711), articles 49 and 50.
When to ignore
    Where the history of the Regulations is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.official.templates import FIRST_FORMAT_YEAR
from giar_lark.rules.clauses import REGULATIONS
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_passages
from giar_lark.rules.prose.quotation import sentence_at
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="ID-08",
    name="superseded-law",
    severity=Severity.WARNING,
    summary=Text("引用了已被修订的旧条例", "the Regulations as they were before 2019 are cited"),
    clause=REGULATIONS,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="根据《中华人民共和国政府信息公开条例》（国务院令第492号）和",
        right="根据《中华人民共和国政府信息公开条例》（国务院令第711号）和",
        instead_of="根据《中华人民共和国政府信息公开条例》和",
    ),
)

_OLD_NUMBER = lazy_pattern("492")
_ORDER = lazy_pattern(r"(?:中华人民共和国)?(?:国务院)?(?:令第?492号|第492号令)")
_ARTICLES = lazy_pattern(
    r"条例》?[（()）]?[^。；，（）]{0,12}?(?P<old>第(?:三十一|31)条(?:[、和及,，]?第?(?:三十二|32)条)?|第(?:三十二|32)条)"
)
_IN_FORCE = lazy_pattern(
    r"2008年5月1日(?:起|开始)?(?:施行|实施)|2007年4月5日公布|2008年(?:5月)?起?(?:施行|实施)的《(?:中华人民共和国)?政府信息公开条例"
)
_REVISED = lazy_pattern(r"711|修订|修改|废止|原(?:条例|《|国务院|政府信息)|旧条例|沿革")
_BASIS = lazy_pattern(r"根据|按照|依据|遵照|依照|参照")
_THE_REPORT = lazy_pattern(r"年度报告|年报|本报告|编制|报告如下")
_RUNNING = lazy_pattern(r"以来|累计|至今")


@sought_in_passages(_OLD_NUMBER, _ARTICLES, _IN_FORCE)
def _citations(text: str) -> tuple[tuple[int, int], ...]:
    return (*_orders(text), *_articles(text), *_dates(text))


@asked_where(_citations)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each citation."""
    if context.year is not None and context.year < FIRST_FORMAT_YEAR:
        return
    for passage, citations in context.in_passages(_citations):
        for start, end in citations:
            written = passage.text[start:end]
            yield RULE.finding(
                Text(f"“{written}”是 2019 年修订前的条例", f"“{written}” is of the Regulations before 2019"),
                passage.span_of(start, end),
                label=Text("已被修订", "revised since"),
                help=Text(
                    "改引国务院令第711号，年度报告见第四十九条、第五十条",
                    "cite Order 711; articles 49 and 50 are about the report",
                ),
                anchor=written,
            )


def _orders(text: str) -> Iterator[tuple[int, int]]:
    for match in _ORDER.finditer(text) if _OLD_NUMBER.search(text) else ():
        if not _REVISED.search(sentence_at(text, match.start())):
            yield match.span()


def _articles(text: str) -> Iterator[tuple[int, int]]:
    for match in _ARTICLES.finditer(text):
        sentence = sentence_at(text, match.start())
        if _BASIS.search(sentence) and _THE_REPORT.search(sentence) and "申请" not in sentence[: len(sentence) // 2]:
            yield match.span("old")


def _dates(text: str) -> Iterator[tuple[int, int]]:
    for match in _IN_FORCE.finditer(text):
        sentence = sentence_at(text, match.start())
        if _BASIS.search(sentence) and not _REVISED.search(sentence) and not _RUNNING.search(sentence):
            yield match.span()
