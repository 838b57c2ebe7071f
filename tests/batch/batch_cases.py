"""The cases of rules about several reports, read from `cases/`: a few reports, and every finding they must give together.

A file has `[[fail]]` and `[[pass]]` tables with a `name`, `reports`, and `findings`, each as the report's name, the code and
the covered text (nothing behind the code: an empty span). `options` are those of the rules.

A report has a `name`, by which reports are ordered, and
`base`    a sample of `giar_lark/samples`, with `edits`, pairs of old text, which must occur once, and new text; or
`organ`, `year`, `cells`, `overview`, `problems`, `others`  what is to be written; what is not given is plain and sound
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.layouts import LAYOUTS
from generator.marks import unmark
from generator.numbers import sound_numbers
from generator.report import ReportSpec, document
from generator.values import written

from giar_lark import Checked, Config, Source, check_many
from giar_lark.official.templates import template_of_year
from giar_lark.rules.options import Options

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "giar_lark" / "samples"
# five topics in a few words: too short to be compared, so that each case says itself which texts are alike
_OVERVIEW = (
    "（一）主动公开。按目录公开。",
    "（二）依申请公开。按时答复。",
    "（三）政府信息管理。逐件审核。",
    "（四）政府信息公开平台建设。维护专栏。",
    "（五）监督保障。纳入考核，接受社会评议，没有追究责任的情形。",
)
_PROBLEMS = ("问题是解读偏少，改进是增加图解。",)
_OTHERS = ("本年度未发出收费通知，未收取信息处理费。",)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCase:
    """A few reports and what must be found in them."""

    code: str
    name: str
    fails: bool
    sources: tuple[Source, ...]
    findings: tuple[str, ...]
    options: Options

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


@cache
def checked_in(case: BatchCase) -> tuple[Checked, ...]:
    """What the whole program finds, report by report in the order of the case."""
    return check_many(case.sources, Config(options=case.options))


@cache
def all_batch_cases() -> list[BatchCase]:
    """Every case of every file, by code."""
    return [case for path in sorted((HERE / "cases").glob("*.toml")) for case in _cases_of(path)]


def written_report(entry: dict[str, Any]) -> str:
    """A sound report in plain rows, as a case describes it."""
    organ, year = entry["organ"], entry["year"]
    template = template_of_year(year)
    cells = entry.get("cells", {})
    numbers = sound_numbers(template, {key: value for key, value in cells.items() if not isinstance(value, str)})
    numbers = numbers.changed({key: written(value) for key, value in cells.items() if isinstance(value, str)})
    number = "30" if template == "2021" else "60"
    spec = ReportSpec(
        stem=entry["name"],
        description="",
        source="",
        tags=(),
        organ=organ,
        organ_class="",
        year=year,
        title=f"{organ}{year}年政府信息公开工作年度报告",
        issued=date(year + 1, 1, entry.get("day", 12)),
        signed=True,
        period=None,
        numbers=numbers,
        prose={
            "preamble": (
                f"根据《中华人民共和国政府信息公开条例》和国办公开办函〔{2021 if number == '30' else 2019}〕{number}号的要求，"
                f"编制本报告。所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
            ),
            "overview": tuple(entry.get("overview", _OVERVIEW)),
            "problems_improvements": tuple(entry.get("problems", _PROBLEMS)),
            "other_matters": tuple(entry.get("others", _OTHERS)),
        },
    )
    return unmark(LAYOUTS["canonical"].write(document(spec)[0])).text


def _cases_of(path: Path) -> Iterator[BatchCase]:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    texts = data.get("texts", {})
    for kind in ("fail", "pass"):
        for entry in data.get(kind, []):
            yield BatchCase(
                code=path.stem,
                name=entry["name"],
                fails=kind == "fail",
                sources=tuple(_source(report, texts) for report in entry["reports"]),
                findings=tuple(entry.get("findings", [])),
                options=Options(**entry.get("options", {})),
            )


def _source(report: dict[str, Any], texts: dict[str, list[str]]) -> Source:
    if "base" in report:
        text = (SAMPLES / f"{report['base']}.txt").read_text(encoding="utf-8")
    else:
        named = {part: texts[report[part]] for part in ("overview", "problems") if part in report}
        text = written_report(report | named)
    for old, new in report.get("edits", []):
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times"
        text = text.replace(old, new)
    return Source(text, report["name"])
