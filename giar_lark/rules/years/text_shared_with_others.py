"""总体情况与别的机关的报告相同。

查什么
    同一文件夹中各机关的第一部分互相比较，成组找出相同的：不计数字、年份、名称、格式规定的话和许多报告共有的标准语句，
    相同达到 90% 时，组内每份报告提示一次，列出另外几家。比例可以设置（text-reuse-percent）。
    剩下不足 120 字的不比较。第五部分由 YR-05 比较。
为什么
    各机关做的事不会一字不差。几份报告只是名称和数字不同，多半是用了同一个底稿。
依据
    国办公开办函〔2021〕30号把内容雷同、敷衍列为要追究的情形。
怎么改
    按本机关的实际重写：公开了什么、怎么办申请、管了哪些平台。上级给的提纲可以用，内容要是自己的。
何时不必理会
    几个机关合署办公、共用一份报告时。

Section 1 is that of another organ's report.

What it checks
    The first sections of all organs in the folder are compared and sorted into groups of the same text: without
    numbers, years, names, what the format dictates, and sentences that many reports have, 90 per cent alike is a
    finding, one for each report of a group, which names the others. The limit can be set (text-reuse-percent). Texts of
    fewer than 120 characters are not compared. Section 5 is compared by YR-05.
Why it matters
    No two organs do the same things word for word. Reports that differ in names and numbers only were written from one
    draft.
Basis
    Letter 30 (2021) names duplicated and perfunctory reports among those to be pursued.
How to mend
    Write what this organ has disclosed, how it handled applications, which platforms it kept. An outline from above
    may be used; the contents have to be one's own.
When to ignore
    Where several organs work as one and share a report.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giar_lark.batch.masking import OVERVIEW
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import Fault
from giar_lark.rules.batch_rule import BatchFinding
from giar_lark.rules.clauses import COPYING
from giar_lark.rules.example import Beside, Example, Other
from giar_lark.rules.options import Options
from giar_lark.rules.rule import Rule
from giar_lark.rules.text_reuse import Alike, names_of, shared_with_others, shown_by

if TYPE_CHECKING:
    from giar_lark.batch.batch import Batch

# what the example shows: the same text in two bureaux, with other numbers, and a text of the bureau's own
_THEIRS = (
    "　　（一）主动公开。全年公开信息351条，公路养护计划、公交线路调整和出租汽车经营权配置都在决定后五日内发布，公众来信提到的两处旧路名已经改正。\n"
    "　　（二）依申请公开。申请当日登记，跨科室的由办公室确定牵头人，答复书附上救济途径和咨询电话。\n"
    "　　（三）政府信息管理。建立文件公开台账，逐件写明公开日期和责任人。\n"
    "　　（四）政府信息公开平台建设。网站地图标出货车限行路段，候车亭张贴查询方法。\n"
    "　　（五）监督保障。每季度通报各科室公开情况，年终向服务对象发放问卷。"
)
_SAME = (
    "　　（一）主动公开。全年公开信息289条，公路养护计划、公交线路调整和出租汽车经营权配置都在决定后五日内发布，公众来信提到的两处旧路名已经改正。\n"
    "　　（二）依申请公开。申请当日登记，跨科室的由办公室确定牵头人，答复书附上救济途径和咨询电话。\n"
    "　　（三）政府信息管理。建立文件公开台账，逐件写明公开日期和责任人。\n"
    "　　（四）政府信息公开平台建设。网站地图标出货车限行路段，候车亭张贴查询方法。\n"
    "　　（五）监督保障。每季度通报各科室公开情况，年终向服务对象发放问卷。"
)
_OWN = (
    "　　（一）主动公开。全年通过门户网站公开信息三百余条，修订主动公开目录。\n"
    "　　（二）依申请公开。规范登记、审核、办理、答复各环节，答复均在法定期限内。\n"
    "　　（三）政府信息管理。发布前逐级审核，清理失效文件。\n"
    "　　（四）政府信息公开平台建设。完善专栏栏目，保持更新。\n"
    "　　（五）监督保障。组织业务培训，将政务公开纳入年度考核。"
)

RULE = Rule(
    code="YR-07",
    name="text-shared-with-others",
    severity=Severity.WARNING,
    summary=Text("第一部分与别的机关相同", "section 1 is that of another organ"),
    clause=COPYING,
    fault=Fault.DUPLICATED,
    example=Example(wrong=_SAME, right=_OWN, beside=Beside(whose=Other.OTHER_ORGAN, piece=_THEIRS)),
)


def check_batch(batch: Batch, options: Options) -> Iterator[BatchFinding]:
    """One finding for each report whose section 一 other organs have too."""
    for alike in shared_with_others(batch, OVERVIEW, options):
        yield BatchFinding(alike.entry.path, _finding(alike))


def _finding(alike: Alike) -> Finding:
    entry, percent, whose = alike.entry, alike.percent, names_of(alike)
    return RULE.finding(
        Text(f"第一部分与{whose.zh}相同（{percent}%）", f"section 1 is {percent} per cent that of {whose.en}"),
        entry.prose[OVERVIEW].heading,
        label=Text(f"{percent}% 相同", f"{percent} per cent the same"),
        related=shown_by(OVERVIEW, entry, alike.others),
        help=Text("按本机关本年做的事重写", "write it anew, from what this organ did this year"),
        anchor="others",
    )
