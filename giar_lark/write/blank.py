"""An empty report, ready to fill in: the headings and tables of the format, and what last year's report already settles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giar_lark.lean.records import dataclass
from giar_lark.model.report import Report
from giar_lark.official.templates import tables, template_of_year
from giar_lark.official.vocabulary import official
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.official import official_grid

_TOPICS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What an empty report is to say of itself. `cells` are values that are known already, by their keys."""

    organ: str
    year: int
    template: str
    cells: Mapping[str, str]


def outline_after(report: Report) -> Outline:
    """The outline of the report that follows one on the year before.

    What was carried forward is carried in; of the counts of items in template 2019, last year's count and its change make this
    year's first column. Blank: a cell that was blank, or not read, stays blank. All else is for the organ to count.
    """
    organ, year = report.metadata.organ_name or "", (report.metadata.year or 0) + 1
    values = {cell.key: cell.value for cell in report.cells if cell.state == "given" and cell.value is not None}
    known = {
        key.replace("carried_forward", "carried_in"): value
        for key, value in values.items()
        if key.startswith("t3.carried_forward.")
    }
    template = template_of_year(year)
    if template == "2019":
        for key, value in values.items():
            if key.endswith(".items_prev") and (change := values.get(key.replace("_prev", "_change"))) is not None:
                known[key] = value + change
    return Outline(organ=organ, year=year, template=template, cells={k: str(v) for k, v in known.items()})


def blank_document(outline: Outline) -> Document:
    """The document of an empty report; its cells are blank but for those that the outline knows."""
    return tuple(_parts(outline))


def _parts(outline: Outline) -> Iterator[Part]:
    organ, year = outline.organ, outline.year
    instrument = tables().instruments[outline.template]
    yield Part(Kind.TITLE, f"{organ}{year}年政府信息公开工作年度报告")
    yield Part(
        Kind.PARAGRAPH,
        f"根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（{instrument}），编制本报告。"
        f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。",
    )
    for section in tables().sections:
        yield Part(Kind.HEADING, official(section.terminal))
        if section.key == "overview":
            yield from (
                Part(Kind.PARAGRAPH, f"（{n}）{topic}。") for n, topic in zip("一二三四五", _TOPICS, strict=True)
            )
        elif section.table is not None:
            grid = official_grid(section.table, outline.template, lambda key: outline.cells.get(key, ""))
            yield Part(Kind(section.table), grid=grid)
    yield Part(Kind.ORGAN, organ)
    yield Part(Kind.PARAGRAPH, f"{year + 1}年    月    日")
