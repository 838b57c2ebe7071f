"""标题的序号混乱。

查什么
    六个部分的标题：汉字序号中夹有“1、”一类的序号；个别标题没有序号；序号与部分不符；同一部分出现两次；次序颠倒。多数部分
    出现两次的，多半是两份报告合在了一起，只提示一次。

    各部分之内的小标题：同一层里“（1）”与“（二）”混用；“（一）（二）”“1.2.”“（1）（2）”重号或者跳号；各段或者一段之内的“一是”“二是”，或者“第一，”“第二，”重号、跳号。

    六个标题全部用阿拉伯数字，或者全部没有序号，多是转换程序所致，不提示。
为什么
    序号乱了，读的人会以为缺了一部分，或者两处内容并列；也显得文稿没有核对过。
依据
    国办公开办函〔2021〕30号附件：标题依次为一、至六、。层次序数按公文惯例依次为“一、”“（一）”“1.”“（1）”。
怎么改
    改为格式文本的序号；小标题依次编排，同一层用同一种序号；重复或者颠倒的部分移回原处。

    只可能是一个序号的，--fix 自动改；重复、漏号、次序颠倒的，要看过内容才知道怎么改。
何时不必理会
    正式文本用自动编号、显示正确，只是复制成文本时变了样。

The numbering of headings is broken.

What it checks
    The headings of the six parts: Arabic numbers beside Chinese ones, a heading without number, a number that is not
    that of the part, a part that stands twice, parts out of order. Where most of them stand twice, two reports are in one
    file, and it is said once.

    Subsections within a part: （1） and （二） on one level, a number of （一）, （二）, of 1., 2. or of （1）, （2） that stands
    twice or is left out. So, too, in a list of paragraphs or within one: 一是, 二是, and 第一，第二， within one.

    Where all headings have Arabic numbers, or none at all, a converter did it, and nothing is said.
Why it matters
    With broken numbers a reader believes that a part is missing, or that two matters stand side by side; and the text
    looks as if nobody had read it over.
Basis
    Letter 30 (2021), annex: the headings are numbered 一、 to 六、. By the usage of official documents the levels are 一、,
    （一）, 1., （1）.
How to mend
    Use the numbers of the format; number the subsections without gaps, and one level in one way; move a part that
    stands twice or elsewhere back to its place.

    --fix writes a number that can be no other. What stands twice, is left out or out of order has to be looked at.
When to ignore
    Where the report itself has automatic numbers that show rightly, and only the copy as text has changed them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.manual import Fault
from giar_lark.model.passage import Passage
from giar_lark.model.report import Section
from giar_lark.model.stretch import Stretch
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.occasions.sought import sought_in_sections
from giar_lark.rules.prose.enumerations import BrokenList, broken_lists
from giar_lark.rules.prose.numbered_paragraphs import gaps_in
from giar_lark.rules.prose.part_numbers import Part, PartSlip, numeral_of_part, slips_of_parts
from giar_lark.rules.prose.subsections import Slip, slips_in
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import has_accepted_title
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.text.fold import after_ordinal

RULE = Rule(
    code="ST-02",
    name="heading-numbering",
    severity=Severity.WARNING,
    summary=Text("标题序号混乱", "the numbering of headings is broken"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="4、政府信息公开行政复议、行政诉讼情况",
        right="四、政府信息公开行政复议、行政诉讼情况",
    ),
    fixable="safe",
)

# so many parts that stand twice are another report
_ANOTHER_REPORT = 4
# the parts that have no table, whose rows are numbered as well
_IN_PROSE = frozenset({"overview", "problems_improvements", "other_matters"})


@sought_in_sections()
def _slips_below(prose: Stretch) -> list[Slip]:
    """What is wrong with the numbers of subsections, at places within their section."""
    return list(slips_in(prose.paragraphs))


@sought_in_sections()
def _gaps_below(prose: Stretch) -> list[Slip]:
    """What is wrong with the plain numbers of paragraphs, at places within their section."""
    return list(gaps_in(prose.paragraphs))


@asked_where(_slips_below, _gaps_below, broken_lists, Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """At most one finding for a heading, and one for each slip in the numbering of subsections and of lists."""
    sections = context.report.sections
    yield from _of_sections(context, sections)
    for section in sections:
        answers = section.prose.stretch.answers
        for slip in (*answers[_slips_below], *(answers[_gaps_below] if section.key in _IN_PROSE else ())):
            yield _of_subsection(context, section, slip.moved(section.prose.start))
    for passage, broken in context.in_passages(broken_lists):
        yield from (_in_list(passage, slip) for slip in broken)


def _of_sections(context: Context, sections: Sequence[Section]) -> Iterator[Finding]:
    """What is wrong with the headings of the parts: one finding each, but one in all where most of them stand twice."""
    slips = slips_of_parts(tuple([Part(each.key, each.ordinal, bool(each.heading)) for each in sections]))
    again = [sections[at] for at, slip in slips if slip == "twice"]
    if len(again) >= _ANOTHER_REPORT:
        yield _of_another_report(again)
    yield from (
        _of_section(context, sections[at], slip)
        for at, slip in slips
        if slip != "twice" or len(again) < _ANOTHER_REPORT
    )


def _of_another_report(again: Sequence[Section]) -> Finding:
    return _finding(
        again[0],
        Text(
            f"从“{again[0].heading[:20]}”起有 {len(again)} 个部分出现两次，疑似两份报告合在了一起",
            f"{len(again)} parts stand twice from “{again[0].heading[:20]}” on: this seems to be two reports in one",
        ),
        Text("分成两个文件，分别检查", "make two files of them, and check each"),
    )


def _of_subsection(context: Context, section: Section, slip: Slip) -> Finding:
    return RULE.finding(
        slip.message,
        slip.span,
        label=slip.label,
        related=slip.related,
        help=slip.help,
        fix=Later(_renumbering, context.text, slip.span, slip.ordinal, slip.right) if slip.right else None,
        anchor=f"{section.key} {slip.ordinal}",
    )


def _in_list(passage: Passage, slip: BrokenList) -> Finding:
    written, before = passage.text[slip.start : slip.end], passage.text[slice(*slip.before)]
    return RULE.finding(
        Text(
            f"“{before}”之后是“{written}”，应为“{slip.due}”",
            f"“{written}” stands behind “{before}”; it should be “{slip.due}”",
        ),
        passage.span_of(slip.start, slip.end),
        label=Text(f"应为“{slip.due}”", f"“{slip.due}”"),
        related=(Related(span=passage.span_of(*slip.before), message=Text("前一项", "the item before")),),
        help=Text(f"改为“{slip.due}”；如漏了一项，补上", f"write “{slip.due}”, or supply the item that is missing"),
        anchor=f"{written} {passage.text[slip.end : slip.end + 8]}",
    )


def _of_section(context: Context, section: Section, slip: PartSlip) -> Finding:
    wanted = numeral_of_part(section.key)
    title = section.heading[:20]
    if slip == "twice":
        first = next(other for other in context.report.sections if other.heading and other.key == section.key)
        related = (Related(span=first.heading_span, message=Text("第一次", "the first time")),)
        message = Text(f"“{title}”出现两次", f"the part “{title}” stands twice")
        help = Text("删去多余的一个，或改正标题", "delete the one too many, or correct its heading")
        return _finding(section, message, help, related)
    if slip == "moved":
        return _finding(
            section,
            Text(f"“{title}”的次序不对，应为第{wanted}部分", f"“{title}” is out of order; it is part {wanted}"),
            Text(f"移到第{wanted}部分的位置", f"move it to the place of part {wanted}"),
        )
    # a number in brackets is none of a part, but is what has to make way
    ordinal = section.ordinal or section.heading[: after_ordinal(section.heading)]
    fix = Later(_renumbering, context.text, section.heading_span, ordinal, f"{wanted}、")
    help = Text(f"改为“{wanted}、”", f"write “{wanted}、”")
    return _finding(section, slip, help, fix=fix if has_accepted_title(section) else None)


def _renumbering(text: str, span: Span, ordinal: str, right: str) -> Fix | None:
    """The number in front of a place written anew; none where mark-up or a line break stands in it."""
    written = re.match(r"[^\S\n]*" + r"[^\S\n]*".join(map(re.escape, ordinal)), text[slice(*span)])
    if written is None:
        return None
    end = span.start + written.end()
    start = end - len(written[0].lstrip())
    return Fix(edits=(Edit(span=Span(start, end), text=right),), safe=True)


def _finding(
    section: Section,
    message: Text,
    help: Text,
    related: tuple[Related, ...] = (),
    fix: Later[Fix | None] | None = None,
) -> Finding:
    wanted = numeral_of_part(section.key)
    return RULE.finding(
        message,
        section.heading_span,
        label=Text(f"第{wanted}部分", f"part {wanted}"),
        related=related,
        help=help,
        fix=fix,
        anchor=f"{section.key}{' again' if related else ''}",
    )
