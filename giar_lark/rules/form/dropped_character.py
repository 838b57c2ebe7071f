"""固定用语漏字、多字、颠倒或写错一个字。

查什么
    “政府信息公开”“行政规范性文件”“依申请公开”“信息处理费”“领导班子”等固定用语，是否漏了一个字、多写一个字、前后颠倒或写错一个字，
    如“府信息公开”“行政规性范文件”“领班班子”。本身成词的（“市府信息公开”“政府信息公示”）不提示。用语见 grammar/phrases.toml。
为什么
    这些是条例和格式规定的用语，写错一个字就不是原来的意思，检索也找不到。
依据
    国办公开办函〔2021〕30号：年度报告须准确；用语以《政府信息公开条例》和年度报告格式为准。
怎么改
    改回原来的用语。
何时不必理会
    确实是另一个词，只是与固定用语相差一个字。

A fixed phrase lacks a character, or has one too many, a wrong one, or two in the wrong order.

What it checks
    Phrases such as 政府信息公开, 行政规范性文件, 依申请公开, 信息处理费, 领导班子 with one character lost, doubled, swapped or
    changed: 府信息公开, 行政规性范文件, 领班班子. What is a word of its own (市府信息公开, 政府信息公示) is no fault. The phrases
    stand in grammar/phrases.toml.
Why it matters
    These are the words of the regulations and of the format. With a wrong character they mean something else, and no search
    finds them.
Basis
    Letter 30 (2021): the report has to be accurate; the words are those of the regulations and of the format.
How to mend
    Write the phrase as it is.
When to ignore
    When it is another word that happens to differ in one character.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.phrases.fixed import phrases
from giar_lark.rules.phrases.forms import Form
from giar_lark.rules.phrases.misspelling import misspelling_finding
from giar_lark.rules.phrases.slips import misspelt, misspelt_names, slips_of
from giar_lark.rules.prose.quotation import sentence_at
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="FM-03",
    name="dropped-character",
    severity=Severity.WARNING,
    summary=Text("固定用语漏字、多字、颠倒或写错", "a fixed phrase with a character lost, doubled, swapped or wrong"),
    clause=ACCURACY,
    fault=Fault.INACCURATE,
    example=Example(wrong="（三）府信息管理。", right="（三）政府信息管理。"),
    fixable="safe",
)

# 公开答复留言296封，不公开12封: good words where no application is spoken of
_NOT_PUBLIC = "不公开"
_OF_APPLICATIONS = lazy_pattern("(?<!依)申请|予以公开|部分公开|无法提供")


@sought_in_flows()
def _misspelt(text: str) -> tuple[tuple[int, Form], ...]:
    return misspelt(text, phrases())


@asked_where(_misspelt)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each phrase; those in a misspelt name of the state are FM-05."""
    return context.told_in_flows(_misspelt, _told)


def _told(flow: Flow, forms: Sequence[tuple[int, Form]]) -> Iterator[Finding]:
    grave = {at for slip in slips_of(flow, misspelt_names(flow.text)) for at in range(slip.start, slip.end)}
    for slip in slips_of(flow, forms):
        if grave.isdisjoint(range(slip.start, slip.end)) and not _is_right_here(flow.text, slip.start):
            yield misspelling_finding(RULE, flow, slip)


def _is_right_here(text: str, at: int) -> bool:
    return text.startswith(_NOT_PUBLIC, at) and not _OF_APPLICATIONS.search(sentence_at(text, at))
