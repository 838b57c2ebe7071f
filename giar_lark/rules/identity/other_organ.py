"""报告里出现了别的机关的名称，或本机关名称的另一种写法。

查什么
    落款的机关与标题不同；“现公布某局…年度报告”“本报告由某局编制”“单位名称：某镇”“2023 年，某局认真贯彻……”“某局高度重视……”这类说自己的地方写的是
    别的机关；乡镇的信息在别的镇的专栏里；前面的县、市换成别处的同名部门；本机关的镇名、部门名、县名多一字、少一字或错一字。
    作为上级、合作单位、学习对象、联系部门、法院、网站来源、所属政府、内设机构出现的，书名号里的，都不提示。同一名称只提示一次。
为什么
    报告由谁作出必须一清二楚。写着别人的名字，读者会认为整份报告是抄来的。
依据
    国办公开办函〔2021〕30号：年度报告须准确，不得敷衍、雷同。
怎么改
    改成本机关的全称，并通读上下文，看内容是不是本机关的。
何时不必理会
    机构改革后更名，报告里有意使用旧名并已说明时。

Another organ's name, or another spelling of its own, stands in the report.

What it checks
    The report is signed by another organ than its title names; another organ stands where the report speaks of itself: it
    publishes that organ's report, is compiled by it, has it as the name of the unit, or tells what it did in the year; the
    column of another town, in a town's report; the same office of another county or city; the name of its own town, office or county with a character added, lost or
    changed. Superiors, partners, models, contacts for all, courts, sources of a portal, the organ's own government and its
    own offices are not meant, nor what stands in title marks. A name is told once.
Why it matters
    It must be plain whose report it is. With another name in it, the reader takes the whole for a copy.
Basis
    Letter 30 (2021): reports must be accurate, and neither perfunctory nor copied.
How to mend
    Write the organ's full name, and see whether what stands around it is about this organ.
When to ignore
    Where the organ was renamed and the report says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import Finding, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.organ.near_spelling import differ_by_one
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.names.other_organs import How, Misnaming, is_other_signature, misnamings
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Span

RULE = Rule(
    code="ID-01",
    name="other-organ",
    severity=Severity.ERROR,
    summary=Text("出现别的机关名称，或本机关名称写错", "another organ's name, or its own misspelt"),
    clause=ACCURACY,
    fault=Fault.DUPLICATED,
    example=Example(
        wrong="的要求，现公布海角市水务局2023年政府信息公开工作年度报告。",
        right="的要求，现公布海角市住房和城乡建设局2023年政府信息公开工作年度报告。",
        instead_of="的要求，编制本报告。",
    ),
)

_SHOWN = 5


@asked_where(misnamings, Sign.SIGNED_OTHERWISE)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each wrong name, at its first place, and one for a signature of another organ."""
    organ = context.organ
    if organ is None:
        return
    places: dict[str, list[tuple[Span, Misnaming]]] = {}
    for passage, misnamed in context.by_organ(misnamings):
        for wrong in misnamed:
            written, span = passage.text[wrong.start : wrong.end], passage.span_of(wrong.start, wrong.end)
            # the cells of a table that a portal puts above the report are no words of one name
            if "\t" not in context.text[slice(*span)]:
                places.setdefault(written, []).append((span, wrong))
    for written, found in places.items():
        yield _finding(organ, written, found)
    name = context.signature
    if name is not None and (is_other_signature(name, organ) or differ_by_one(name, organ.name)):
        yield _signed_by_another(context, organ, name, context.report.metadata.spans["issuing_organ"])


def _finding(organ: Organ, written: str, found: list[tuple[Span, Misnaming]]) -> Finding:
    span, wrong = found[0]
    often = Text(f"（共 {len(found)} 处）", f" ({len(found)} times)") if len(found) > 1 else Text("", "")
    message = Text(
        f"报告机关是{organ.name}，这里却是{written}{often.zh}",
        f"the organ is {organ.name}, but here it is {written}{often.en}",
    )
    label = Text("别的机关？", "another organ?")
    if wrong.how is How.SPELLING:
        message = Text(
            f"机关名称有两种写法：“{wrong.right}”与“{written}”{often.zh}",
            f"two spellings of the organ: “{wrong.right}” and “{written}”{often.en}",
        )
        label = Text(f"应为“{wrong.right}”？", f"“{wrong.right}”?")
    return RULE.finding(
        message,
        span,
        label=label,
        related=tuple(
            Related(span=other, message=Text(f"“{written}”", f"“{written}”")) for other, _ in found[1 : _SHOWN + 1]
        ),
        help=Text(
            "改成本机关的名称，并看上下文是否抄自别处", "write the organ's name, and see whether the passage was copied"
        ),
        anchor=written,
    )


def _signed_by_another(context: Context, organ: Organ, name: str, signed: Span) -> Finding:
    title = context.report.metadata.spans.get("title")
    return RULE.finding(
        Text(f"标题是{organ.name}的报告，落款却是{name}", f"the title is that of {organ.name}, the signature {name}"),
        signed,
        label=Text("与标题不同", "not the organ of the title"),
        related=(Related(span=title, message=Text("标题", "the title")),) if title is not None else (),
        help=Text("核对标题和落款，改成同一个机关", "compare title and signature, and make them one organ"),
        anchor=f"signature {name}",
    )
