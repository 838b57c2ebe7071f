"""国家、政党、政权机关名称写错。

查什么
    “中华人民共和国”“国务院”“人民政府”“中国共产党”等名称以及党的指导思想的表述写错、漏字，如“中华人名共和国”“国务员”“人民政俯”。
    正文、标题和落款都查。用语见 grammar/phrases.toml。
为什么
    属于严重表述错误。政府网站检查中出现这类错误，实行单项否决。
依据
    《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）：严重表述错误。
怎么改
    立即改正；已经上网的，同时改网页、附件和转载。
何时不必理会
    没有例外。

The name of the state, of the Party or of an organ of state power is misspelt.

What it checks
    Names such as 中华人民共和国, 国务院, 人民政府, 中国共产党, and the wording of the guiding thought, misspelt or with a
    character lost: 中华人名共和国, 国务员, 人民政俯. In the prose, the title and the signature. The names stand in
    grammar/phrases.toml.
Why it matters
    It is a grave error of wording, and fails a whole site in an inspection.
Basis
    Indicators for the inspection of government sites (letter 19 of the General Office's secretariat, 2019): grave errors of
    wording.
How to mend
    Correct it at once; where it is online, in the page, its attachments and copies.
When to ignore
    Never.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.flow import Flow
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows, sought_in_names
from giar_lark.rules.phrases.forms import Form
from giar_lark.rules.phrases.misspelling import misspelling_finding
from giar_lark.rules.phrases.slips import misspelt_names, slips_of
from giar_lark.rules.rule import Rule

RULE = Rule(
    code="FM-05",
    name="state-name",
    severity=Severity.ERROR,
    summary=Text("国家、政党、政权机关名称写错", "the name of the state, of the Party or of a state organ misspelt"),
    clause=Text(
        "《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）：严重表述错误",
        "indicators for the inspection of government sites (2019, letter 19): grave errors of wording",
    ),
    fault=Fault.INACCURATE,
    example=Example(wrong="《中华人名共和国政府信息公开条例》", right="《中华人民共和国政府信息公开条例》"),
    fixable="safe",
)


@sought_in_names()
@sought_in_flows()
def _misspelt(text: str) -> tuple[tuple[int, Form], ...]:
    return misspelt_names(text)


@asked_where(_misspelt)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each name."""
    for name, forms in context.in_names(_misspelt):
        yield from _told(name, forms)
    yield from context.told_in_flows(_misspelt, _told)


def _told(flow: Flow, forms: Sequence[tuple[int, Form]]) -> Iterator[Finding]:
    return (misspelling_finding(RULE, flow, slip) for slip in slips_of(flow, forms))
