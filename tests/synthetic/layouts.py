"""Bare numbers in the layouts of the corpus, with a little prose of our own around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from generator.layouts import LAYOUTS as WRITERS
from generator.layouts import Keeps
from generator.marks import unmark
from generator.numbers import Numbers
from generator.report import ReportSpec, document

Layout = Callable[[Numbers], str]
PROSE: Mapping[str, tuple[str, ...]] = {
    "preamble": (
        "本报告依据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号编制，统计期限自{year}年1月1日起至{year}年12月31日止。",
    ),
    "overview": (
        "（一）主动公开。办好专栏，公布水库调度与河道治理的安排。",
        "（二）依申请公开。申请逐件登记，答复按期寄出。",
    ),
    "problems_improvements": ("图表式的说明还少，今后每季补上一组；栏目归类不细，已着手重新编排。",),
    "other_matters": ("全年没有发出收费通知。",),
}


def report_of(numbers: Numbers) -> ReportSpec:
    """A report with these numbers."""
    return ReportSpec(
        stem="synthetic",
        description="numbers with a little prose",
        source="",
        tags=(),
        organ="临海市水利局",
        organ_class="department",
        year=2023,
        title="临海市水利局2023年政府信息公开工作年度报告",
        issued=date(2024, 1, 19),
        signed=True,
        period=None,
        numbers=numbers,
        prose=PROSE,
    )


def _layout(name: str) -> Layout:
    return lambda numbers: unmark(WRITERS[name].write(document(report_of(numbers))[0])).text


LAYOUTS: dict[str, Layout] = {name: _layout(name) for name in WRITERS}
KEEPING, SPACING, DROPPING = (
    {name: LAYOUTS[name] for name, writer in WRITERS.items() if writer.keeps is keeps}
    for keeps in (Keeps.PLACES, Keeps.GAPS, Keeps.NOTHING)
)
canonical = LAYOUTS["canonical"]
