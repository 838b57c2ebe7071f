"""A whole invented report: prose of our own around the three tables, in one of the layouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from giar_lark.vocabulary import official
from synthetic.grid import Grid, applications_grid, cases_grid, disclosure_grid
from synthetic.numbers import Numbers

ORGAN = "临海市水利局"

Part = tuple[str, str | Grid]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a report says around its tables."""

    organ: str = ORGAN
    year: int = 2023
    document: str = "国办公开办函〔2021〕30号"


def parts(numbers: Numbers, frame: Frame | None = None) -> list[Part]:
    """The report as parts: `title`, `heading`, `prose`, `table` (a grid, its number as `t2` to `t4`), `organ`, `date`."""
    frame = frame or Frame()
    return [*_front(frame), *_sections(numbers), ("organ", frame.organ), ("date", f"{frame.year + 1}年1月19日")]


def _front(frame: Frame) -> Iterable[Part]:
    yield "title", f"{frame.organ}{frame.year}年政府信息公开工作年度报告"
    yield (
        "prose",
        f"本报告依据《中华人民共和国政府信息公开条例》和{frame.document}编制，"
        f"统计期限自{frame.year}年1月1日起至{frame.year}年12月31日止。",
    )


def _sections(numbers: Numbers) -> Iterator[Part]:
    yield "heading", official("OVERVIEW")
    yield "prose", "（一）主动公开。办好专栏，公布水库调度与河道治理的安排。"
    yield "prose", "（二）依申请公开。申请逐件登记，答复按期寄出。"
    yield "heading", official("PROACTIVE_DISCLOSURE")
    yield "t2", disclosure_grid(numbers)
    yield "heading", official("APPLICATIONS")
    yield "t3", applications_grid(numbers)
    yield "heading", official("RECONSIDERATION_LITIGATION")
    yield "t4", cases_grid(numbers)
    yield "heading", official("PROBLEMS_IMPROVEMENTS")
    yield "prose", "图表式的说明还少，今后每季补上一组；栏目归类不细，已着手重新编排。"
    yield "heading", official("OTHER_MATTERS")
    yield "prose", "全年没有发出收费通知。"
