"""标题的文字与格式文本不同。

查什么
    六个部分的标题，除去序号、空格和标点，不是格式文本的写法，也不是常见的近似写法。内容照读。
为什么
    标题是固定用语，公众和汇总的程序都按标题找内容。换一种说法，容易被当作缺了一个部分。
依据
    国办公开办函〔2021〕30号附件规定了六个部分的标题。
怎么改
    改用格式文本的标题。序号和位置都对、文字只差一点的，--fix 自动改；其余作为建议，要看清是哪一部分再改。
何时不必理会
    2019 年度的报告可以只参照格式编写。

A heading is not worded as in the format.

What it checks
    The heading of one of the six parts, apart from number, white space and punctuation, is neither that of the format
    nor one of the usual variants. The part is read all the same.
Why it matters
    Headings are fixed words by which readers and programs find their way. In other words the part is easily taken for
    missing.
Basis
    Letter 30 (2021), annex, has the headings of the six parts.
How to mend
    Use the heading of the format. --fix does so where number and place are right and the words nearly are; else it is a
    suggestion, for the part meant may be another.
When to ignore
    For a report on 2019, which could merely follow the format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.manual import Fault
from giar_lark.model.report import Section
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import Sign, asked_where
from giar_lark.rules.rule import Rule
from giar_lark.rules.wording import has_accepted_title, spec_of
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.sections.reworded import closeness_to
from giar_lark.tokenise.text.fold import after_ordinal, key

RULE = Rule(
    code="ST-03",
    name="reworded-heading",
    severity=Severity.INFO,
    summary=Text("标题的文字与格式文本不同", "a heading is not worded as in the format"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="五、工作中的不足和下一步打算",
        right="五、存在的主要问题及改进情况",
    ),
    fixable="safe",
)


# a heading this close to its title, in its own place, can be no other
_CERTAIN = 0.75


@asked_where(Sign.HEADINGS)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each heading in other words than those accepted."""
    for section in context.report.sections:
        if section.heading and not has_accepted_title(section):
            yield _finding(context, section)


def _finding(context: Context, section: Section) -> Finding:
    title = official(spec_of(section.key).terminal)
    return RULE.finding(
        Text(f"标题应为“{title}”", f"the heading should read “{title}”"),
        section.heading_span,
        label=Text("与格式文本不同", "not as in the format"),
        help=Text(f"改为“{title}”", f"write “{title}”"),
        fix=Later(_fix, context, section, title),
        anchor=section.key,
    )


def _fix(context: Context, section: Section, title: str) -> Fix | None:
    """The official words behind the number as it is written; none where a line break or mark-up stands in the heading."""
    start, end = section.heading_span
    written = context.text[start:end]
    if written != section.heading:
        return None
    edit = Edit(span=Span(start + after_ordinal(written), end), text=title[after_ordinal(title) :])
    return Fix(edits=(edit,), safe=_is_certain(section, context.report.sections))


def _is_certain(section: Section, sections: Sequence[Section]) -> bool:
    """Whether only one part can be meant: by its own number, between its neighbours, in nearly the words of the format."""
    number = spec_of(section.key).ordinal
    form = key(section.heading)
    place = sections.index(section)
    around = [spec_of(other.key).ordinal for other in sections[max(0, place - 1) : place + 2]]
    expected = [other for other in (number - 1, number, number + 1) if 1 <= other <= len(tables().sections)]
    return (
        form.ordinal == number and around == expected and closeness_to(spec_of(section.key), form.letters) >= _CERTAIN
    )
