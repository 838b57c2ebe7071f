"""行名与格式文本不一致。

查什么
    表格的行名、列名有错字、漏字、多字，但只可能是某一行。数字照该行读取。“其它”应为“其他”，“不予以处理”应为“不予处理”，
    “三安全一稳定”应有引号。空格、括号的全角半角、引号的样式不同，不提示。
为什么
    行名是固定用语，写错一个字，按行名汇总的程序就可能读不到这一行；读报告的人也会怀疑表格是不是手工重新录入的。
依据
    国办公开办函〔2021〕30号、国办公开办函〔2019〕60号附件各表的行名。
怎么改
    改为格式文本的写法。
何时不必理会
    错字是扫描识别、转换造成的，而正式文本中写法正确时。

A row label is not spelled as in the format.

What it checks
    A label with a wrong, missing or superfluous character that can only mean one row; its numbers are read for that
    row. 其它 should be 其他, 不予以处理 should be 不予处理, and 三安全一稳定 stands in quotation marks. White space, full or
    half width of brackets, and the style of quotation marks are no matter.
Why it matters
    Labels are fixed words. With one character wrong, a program that collects reports by label may miss the row, and a
    reader wonders whether the table was typed by hand.
Basis
    Letters 30 (2021) and 60 (2019), annex: the row labels of the tables.
How to mend
    Spell it as the format does.
When to ignore
    Where a scan or a conversion made the mistake, and the report itself is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from giar_lark.findings import Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.report import Table
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought_in_tables import sought_in_frames
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.text.characters import FILLER

RULE = Rule(
    code="FM-04",
    name="misspelt-label",
    severity=Severity.INFO,
    summary=Text("行名与格式文本不一致", "a label is not the official one"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="5.属于三类内部事务性信息\t0\t0\t0\t0\t0\t0\t0",
        right="5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0",
    ),
    fixable="safe",
)

# what may stand between two characters of a label
_GAP = rf"[\s|{FILLER}]*"
# quotation marks are no further from what they quote
_NEAR_CHARS = 400
_QUOTES = "“”‘’「」『』\"'〝〞"


class _Habit(NamedTuple):
    """A spelling that is read as the official one: its characters, the official ones, and the edits that mend it.

    `pattern` finds it with layout inside, each character a group of its own; what is to be quoted, unless it clearly is. `edits` are pairs of a position among the characters and what stands there instead of that one.
    """

    written: str
    pattern: re.Pattern[str]
    official: str
    edits: tuple[tuple[int, str], ...]


def _habit(written: str, official: str, *edits: tuple[int, str]) -> _Habit:
    expression = _GAP.join(f"({char})" for char in written)
    if _is_quotation(official):
        expression = expression.replace(")", f")(?<![{_QUOTES}]{written[0]})", 1)
    return _Habit(written, lazy_pattern(expression), official, edits)


def _is_quotation(official: str) -> bool:
    """Whether it is quotation marks that are missing."""
    return official.startswith("“")


_HABITS = (
    _habit("其它", "其他", (1, "他")),
    _habit("不予以处理", "不予处理", (2, "")),
    _habit("三安全一稳定", "“三安全一稳定”", (0, "“三"), (5, "定”")),
)


@sought_in_frames
def _look(context: Context, table: Table) -> Iterator[_Habit]:
    """The spellings that a table has."""
    return (habit for habit in _HABITS if any(_places(habit, context.text, table)))


@asked_where(_look)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each such spelling, at its first place in the tables; other slips are found while reading."""
    found = list(context.in_frames(_look, context.report.tables))
    for habit in _HABITS:
        matches = [match for table, other in found if other is habit for match in _places(habit, context.text, table)]
        if matches:
            yield _finding(habit, sorted(matches, key=re.Match.start))


def _places(habit: _Habit, text: str, table: Table) -> Iterator[re.Match[str]]:
    """The places of a table with a spelling."""
    for match in habit.pattern.finditer(text, *table.span):
        if not _is_quotation(habit.official) or not _is_quoted(text, match):
            yield match


def _quoted(official: str) -> str:
    return official if _is_quotation(official) else f"“{official}”"


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before = text[max(0, start - _NEAR_CHARS) : start].rstrip()[-1:]
    behind = text[end : end + _NEAR_CHARS].lstrip()[:1]
    return any(char and char in _QUOTES for char in (before, behind))


def _finding(habit: _Habit, found: Sequence[re.Match[str]]) -> Finding:
    edits = tuple(Edit(span=Span(*match.span(at + 1)), text=text) for match in found for at, text in habit.edits)
    wanted = Text(f"应为“{habit.official}”", f"should be “{habit.official}”")
    if _is_quotation(habit.official):
        wanted = Text("没有加引号", "lacks its quotation marks")
    return RULE.finding(
        Text(f"行名中的“{habit.written}”{wanted.zh}", f"“{habit.written}” in a label {wanted.en}"),
        Span(*found[0].span()),
        label=Text("与格式文本不一致", "not the official spelling"),
        related=tuple(Related(span=Span(*match.span()), message=Text("同样的写法", "the same")) for match in found[1:]),
        help=Text(f"改为{_quoted(habit.official)}", f"write {_quoted(habit.official)}"),
        fix=Fix(edits=edits, safe=True),
        anchor=habit.written,
    )
