"""总体情况和存在问题照抄上年报告。

查什么
    同一文件夹中有同一机关上年的报告时，把两年的第一、第五部分合在一起比较。数字、年份、本机关和本地名称、格式规定的
    话（如“未收到申请”“未收取信息处理费”）、引用的文件和常用的套话不参与比较。相同的部分达到 90% 时提示；
    比例可以设置（text-reuse-percent）。剩下的文字不足 200 字时不比较。
为什么
    年度报告报告的是这一年做了什么、还有什么没有做好。只换数字和年份，等于没有报告。
依据
    国办公开办函〔2021〕30号把内容雷同、敷衍列为要追究的情形。
怎么改
    按本年实际做的事重写第一部分；第五部分写本年新发现的问题，以及上年提出的改进做到了哪一步。
何时不必理会
    没有例外。职责和做法确实没有变化的，也要写出本年的事实。

Sections 1 and 5 are copied from last year's report.

What it checks
    With last year's report of the same organ in the folder, sections 1 and 5 of both are compared. Numbers, years, the
    names of the organ and its place, sentences that the format dictates, cited documents and set phrases do not count.
    From 90 per cent on there is a finding; the limit can be set (text-reuse-percent). Texts that have fewer than 200
    characters left are not compared.
Why it matters
    A report says what was done in the year and what was not done well. With nothing new but numbers, it reports nothing.
Basis
    Letter 30 (2021) names duplicated and perfunctory reports among those to be pursued.
How to mend
    Write section 1 anew, from what was done this year; in section 5 name this year's problems, and how far the
    improvements that were announced last year have come.
When to ignore
    Never. Where tasks and ways have not changed, the facts of the year have.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.batch.masking import OVERVIEW
from giar_lark.batch.reuse import is_available
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.batch_rule import report_on
from giar_lark.rules.clauses import COPYING
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.text_reuse import reuse_of_both, shown_by

if TYPE_CHECKING:
    from giar_lark.batch.entry import Entry

# what the example shows: last year's text, the same with other numbers, and a text of this year's own
_LAST = (
    "　　（一）主动公开。全年公开信息268条，重点是保障性住房分配、老旧小区改造进度和工程招投标结果，每季度末对照目录核对一次。\n"
    "　　（二）依申请公开。申请由办公室统一登记，疑难件会同法规科研究，答复前核对申请人提供的地址和材料。\n"
    "　　（三）政府信息管理。起草公文时同步填写公开属性，发布满五年的办事指南重新核对。\n"
    "　　（四）政府信息公开平台建设。门户网站专栏新增小区改造地图，窗口摆放纸质指南。\n"
    "　　（五）监督保障。分管领导每半年听取一次汇报，全年培训三次，考核结果计入科室评分。\n"
    "…\n"
    "　　一是物业管理类信息散见于多个栏目，群众不易找到；二是科室之间移交材料偏慢，影响答复时间。下一步把物业信息归到一处，并规定移交不超过两个工作日。"
)
_COPIED = (
    "　　（一）主动公开。全年公开信息274条，重点是保障性住房分配、老旧小区改造进度和工程招投标结果，每季度末对照目录核对一次。\n"
    "　　（二）依申请公开。申请由办公室统一登记，疑难件会同法规科研究，答复前核对申请人提供的地址和材料。\n"
    "　　（三）政府信息管理。起草公文时同步填写公开属性，发布满五年的办事指南重新核对。\n"
    "　　（四）政府信息公开平台建设。门户网站专栏新增小区改造地图，窗口摆放纸质指南。\n"
    "　　（五）监督保障。分管领导每半年听取一次汇报，全年培训两次，考核结果计入科室评分。\n"
    "…\n"
    "　　一是物业管理类信息散见于多个栏目，群众不易找到；二是科室之间移交材料偏慢，影响答复时间。下一步把物业信息归到一处，并规定移交不超过两个工作日。"
)
_OWN = (
    "　　（一）主动公开。全年通过门户网站公开信息三百余条，修订主动公开目录。\n"
    "　　（二）依申请公开。规范登记、审核、办理、答复各环节，答复均在法定期限内。\n"
    "　　（三）政府信息管理。发布前逐级审核，清理失效文件。\n"
    "　　（四）政府信息公开平台建设。完善专栏栏目，保持更新。\n"
    "　　（五）监督保障。组织业务培训，将政务公开纳入年度考核。\n"
    "…\n"
    "　　一是解读形式还不够丰富，二是个别栏目更新不够及时。下一步将增加图表解读，并按月检查栏目。"
)

RULE = Rule(
    code="YR-04",
    name="copied-from-last-year",
    severity=Severity.ERROR,
    summary=Text("第一、第五部分照抄上年报告", "sections 1 and 5 are copied from last year's report"),
    clause=COPYING,
    fault=Fault.DUPLICATED,
    example=Example(wrong=_COPIED, right=_OWN, beside=Beside(whose=Other.LAST_YEAR, piece=_LAST)),
)


def check_years(entry: Entry, before: Entry, options: Options) -> Iterator[Finding]:
    """One finding for each report whose sections 一 and 五 are last year's but for numbers and names."""
    if not is_available():
        return
    percent = reuse_of_both(entry, before, options)
    if percent:
        yield _finding(entry, before, percent)


def _finding(entry: Entry, before: Entry, percent: int) -> Finding:
    year = report_on(before)
    return RULE.finding(
        Text(
            f"第一、第五部分与 {year.zh} {percent}% 相同，只换了数字、名称",
            f"sections 1 and 5 are {percent} per cent those of the {year.en}, but for numbers and names",
        ),
        entry.prose[OVERVIEW].heading,
        label=Text(f"与上年 {percent}% 相同", f"{percent} per cent last year's"),
        related=shown_by(OVERVIEW, entry, (before,)),
        help=Text(
            "按本年实际重写：做了哪些事，有哪些新问题，上年提的改进做到哪一步",
            "write what was done this year, which problems are new, and how far last year's improvements have come",
        ),
        anchor="last year",
    )
