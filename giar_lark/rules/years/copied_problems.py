"""存在问题和改进情况与上年的报告或别的机关的报告相同。

查什么
    第五部分单独比较：与同一机关上年的报告比，与同一文件夹中别的机关同年或更早的报告比。不计数字、年份、名称和
    格式规定的话，相同达到 90% 时提示；比例可以设置（text-reuse-percent）。剩下不足 60 字的不比较。
    第一、第五部分都照抄上年的，由 YR-04 一并说明。许多报告共有的标准语句不算照抄。
为什么
    问题和改进是各机关自己的。年年一样，说明上年的改进没有落实；几家一样，说明没有人真正去找问题。
依据
    国办公开办函〔2021〕30号把内容雷同、敷衍列为要追究的情形。
怎么改
    写本机关本年的问题，具体到栏目、环节、数量；改进写谁在什么时候做什么，并交代上年的改进做到了哪一步。
何时不必理会
    几个机关合署办公、共用一份报告时。

Section 5, problems and improvements, is that of last year or of another organ.

What it checks
    Section 5 alone, against last year's report of the same organ, and against reports of other organs in the folder
    on the same or an earlier year. Without numbers, years, names and what the format dictates, 90 per cent alike is a
    finding; the limit can be set (text-reuse-percent). Texts of fewer than 60 characters are not compared. Where
    section 1 is last year's too, YR-04 tells of both. Sentences that many reports have do not count.
Why it matters
    Problems are an organ's own. The same every year means that nothing was improved; the same in several organs, that
    nobody looked.
Basis
    Letter 30 (2021) names duplicated and perfunctory reports among those to be pursued.
How to mend
    Name this organ's problems of this year, down to the column, the step, the number; say who will do what by when,
    and how far last year's improvements have come.
When to ignore
    Where several organs work as one and share a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giar_lark.batch.masking import PROBLEMS
from giar_lark.batch.reuse import is_available
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.batch_rule import BatchFinding, report_on
from giar_lark.rules.clauses import COPYING
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.text_reuse import names_of, reuse_of, reuse_of_both, shared_with_others, shown_by

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch
    from giar_lark.batch.entry import Entry

# what the example shows
_LAST = "　　一是物业管理类信息散见于多个栏目，群众不易找到；二是科室之间移交材料偏慢，影响答复时间。下一步把物业信息归到一处，并规定移交不超过两个工作日。"
_OWN = "　　一是解读形式还不够丰富，二是个别栏目更新不够及时。下一步将增加图表解读，并按月检查栏目。"

RULE = Rule(
    code="YR-05",
    name="copied-problems",
    severity=Severity.WARNING,
    summary=Text("第五部分与上年或别的机关相同", "section 5 is that of last year or of another organ"),
    clause=COPYING,
    fault=Fault.DUPLICATED,
    example=Example(wrong=_LAST, right=_OWN, beside=Beside(whose=Other.LAST_YEAR, piece=_LAST)),
)


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding if section 五 is last year's."""
    if not is_available():
        return
    percent = reuse_of(PROBLEMS, entry, before, options)
    if percent and not reuse_of_both(entry, before, options):
        yield _finding(entry, (before,), percent, _last_year(before), "last year")


def check_batch(batch: Batch, options: Options) -> Iterator[BatchFinding]:
    """One finding for each report whose section 五 other organs have, too."""
    for alike in shared_with_others(batch, PROBLEMS, options):
        finding = _finding(alike.entry, alike.others, alike.percent, names_of(alike), "others")
        yield BatchFinding(alike.entry.path, finding)


def _last_year(before: Entry) -> Text:
    year = report_on(before)
    return Text(f" {year.zh}", f"the {year.en}")


def _finding(entry: Entry, others: Sequence[Entry], percent: int, whose: Text, anchor: str) -> Finding:
    return RULE.finding(
        Text(f"第五部分与{whose.zh}相同（{percent}%）", f"section 5 is {percent} per cent that of {whose.en}"),
        entry.prose[PROBLEMS].heading,
        label=Text(f"{percent}% 相同", f"{percent} per cent the same"),
        related=shown_by(PROBLEMS, entry, others),
        help=Text(
            "写本机关本年的问题，以及谁在什么时候改什么",
            "name this organ's problems of this year, and who will mend what by when",
        ),
        anchor=anchor,
    )
