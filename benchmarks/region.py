"""The reports of a region that does not exist: cities, their counties, of each the government, bureaux and towns, five years of all.

What relating reports has to cope with is in them: texts that are kept from one year to the next, or taken from a neighbour,
sentences that a whole county or everybody writes, and numbers of their own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count, islice
from pathlib import Path

from twins import Pieces, pieces_of, with_multiples

from giar_lark.lean.resources import read_sample
from giar_lark.source.source import Source

YEARS = range(2021, 2026)
_FIRST, _SECOND = "青平安兴永和长宁德清临海石云龙泉松林", "岚川溪阳原山河湖州岭港塘泽陵丰昌源"
_COUNTIES, _TOWNS = 12, 12
_BUREAUX = ("财政局", "教育局", "民政局", "交通运输局", "水利局", "卫生健康局", "农业农村局", "审计局")
_TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
_WHEN = (
    "年初",
    "每季度末",
    "汛期之前",
    "上半年",
    "每月第一周",
    "九月起",
    "收到反馈后三日内",
    "年底",
    "换届之后",
    "每次例会上",
    "开学前",
    "秋收前后",
)
_WHO = (
    "办公室",
    "法规科",
    "窗口人员",
    "分管负责人",
    "信息科",
    "各村联络员",
    "业务科室",
    "值班人员",
    "审核小组",
    "档案室",
    "督查室",
    "第三方机构",
)
_DOES = (
    "核对",
    "整理",
    "公布",
    "补录",
    "抽查",
    "解读",
    "更换",
    "登记",
    "翻译",
    "汇编",
    "张贴",
    "回访",
    "归档",
    "比对",
    "修订",
    "通报",
)
_WHAT = (
    "道路养护计划", "低保名册", "工程招标结果", "办事指南", "预算说明", "学区划分", "水质监测数据", "补贴发放清单", "公交线路调整", "拆迁补偿标准",
    "防汛预案", "食品抽检结果", "征地批复", "会议纪要摘要", "政策问答", "目录编码", "旧文件清单", "收费标准", "答复文书", "常见问题", "投诉办理结果", "考核评分表",
)  # fmt: skip
_HOW = (
    "逐条注明依据和责任科室", "错漏当日更正", "并请群众代表旁听", "同时送图书馆一份", "用方言录成音频", "在村口公告栏同步展示", "附上简图和表格",
    "由两人分别复核", "未通过的退回重拟", "结果计入科室评分", "留存纸质底稿备查", "并标出与上次的差别", "意见在十日内回复", "逐户送达", "配上咨询电话",
)  # fmt: skip
_SAMPLE_ORGAN = "海角市住房和城乡建设局"
_SENTENCES, _PROBLEMS = 3, 4
# how often an organ writes what it wrote last year, what all of its county write, and what everybody writes
_AGAIN, _OF_COUNTY, _OF_ALL = 0.3, 0.15, 0.15
# how many organs hand in last year's text, or a neighbour's
_COPYING, _BORROWING = 0.05, 0.02
_COMMON = 8


@dataclass(slots=True)
class _Organ:
    """An organ, and what it wrote last."""

    name: str
    county: int
    factor: int
    prose: list[str]


def write_region(folder: Path, wanted: int) -> list[Path]:
    """So many reports in a folder, each organ's on all years; the names of files say nothing."""
    paths = []
    for number, text in enumerate(islice(_reports(), wanted)):
        path = folder / f"{number:06}.txt"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def _reports() -> Iterator[str]:
    dice = random.Random(7)
    neighbour: list[str] = []
    for county in count():
        for name, weight in _organs_of(county):
            organ = _Organ(name, county, weight * dice.randrange(1, 40), [])
            for year in YEARS:
                organ.prose = _prose(organ, neighbour, dice)
                yield _report(organ, year, dice)
            neighbour = organ.prose


def _organs_of(county: int) -> Iterator[tuple[str, int]]:
    """The organs of a county, and of a city before its first, with what their numbers are multiplied by."""
    city, place = divmod(county, _COUNTIES)
    if place == 0:
        yield f"{_place(city)}市人民政府", 100_000
    here = f"{_place(city)}市{_place(1000 + county)}县"
    yield f"{here}人民政府", 1_000
    yield from ((f"{here}{bureau}", 1) for bureau in _BUREAUX)
    yield from ((f"{here}{_place(20000 + county * _TOWNS + town)}镇人民政府", 1) for town in range(_TOWNS))


def _place(number: int) -> str:
    """A name; two numbers have two."""
    rest, second = divmod(number, len(_SECOND))
    rest, first = divmod(rest, len(_FIRST))
    return (_place(rest - 1) if rest else "") + _FIRST[first] + _SECOND[second]


def _prose(organ: _Organ, neighbour: Sequence[str], dice: random.Random) -> list[str]:
    """The sentences of a report: those of the overview, then those of the problems."""
    if organ.prose and dice.random() < _COPYING:
        return organ.prose
    if neighbour and dice.random() < _BORROWING:
        return list(neighbour)
    before = iter(organ.prose)
    return [_sentence(organ, next(before, ""), dice) for _ in range(len(_TOPICS) * _SENTENCES + _PROBLEMS)]


def _sentence(organ: _Organ, before: str, dice: random.Random) -> str:
    chance = dice.random()
    if before and chance < _AGAIN:
        return before
    if chance < _AGAIN + _OF_COUNTY:
        return _common(organ.county, dice.randrange(_COMMON))
    if chance < _AGAIN + _OF_COUNTY + _OF_ALL:
        return _common(-1, dice.randrange(_COMMON))
    return _new(dice)


@cache
def _common(county: int, number: int) -> str:
    return _new(random.Random(f"{county} {number}"))


def _new(dice: random.Random) -> str:
    parts = [f"{dice.choice(_WHO)}{dice.choice(_DOES)}{dice.choice(_WHAT)}，{dice.choice(_HOW)}" for _ in range(2)]
    return f"{dice.choice(_WHEN)}{'，'.join(parts)}。"


def _report(organ: _Organ, year: int, dice: random.Random) -> str:
    """The sample of the program with another organ, year, text and other numbers."""
    text = with_multiples(_pieces(), organ.factor)
    text = re.sub("202[34]", lambda found: f"{year + int(found[0]) - 2023}", text).replace(_SAMPLE_ORGAN, organ.name)
    for name, times in (
        ("行政许可", 120 + dice.randrange(9)),
        ("行政处罚", 46),
        ("行政强制", 2),
        ("行政事业性收费", 0),
    ):
        text = re.sub(rf"(?m)^{name}\t.*$", f"{name}\t{organ.factor * times}", text)
    overview, problems = organ.prose[:-_PROBLEMS], organ.prose[-_PROBLEMS:]
    topics = "\n".join(
        f"　　（{'一二三四五'[at]}）{topic}。{''.join(overview[at * _SENTENCES : (at + 1) * _SENTENCES])}"
        for at, topic in enumerate(_TOPICS)
    )
    text = _with(text, "一、总体情况\n", topics, "\n二、主动公开")
    return _with(text, "五、存在的主要问题及改进情况\n", f"　　问题是{''.join(problems)}", "\n六、其他")


def _with(text: str, before: str, prose: str, behind: str) -> str:
    head, tail = text.index(before) + len(before), text.index(behind)
    return f"{text[:head]}{prose}{text[tail:]}"


@cache
def _pieces() -> Pieces:
    """The sample, in which as much is carried in as is carried forward."""
    sample = read_sample("2021")
    for old, new in (
        ("申请数量\t12\t3\t0\t0\t1\t0\t16", "申请数量\t13\t3\t0\t0\t1\t0\t17"),
        ("申请数量\t2\t0\t0\t0\t0\t0\t2", "申请数量\t1\t0\t0\t0\t0\t0\t1"),
        ("文件\t3\t1\t15", "文件\t1\t1\t15"),
    ):
        sample = sample.replace(old, new)
    return pieces_of(Source(sample, "-"))
