"""The columns of a dataset: a row a report (wide) or a row a cell (long), what each holds, and what it is called.

Shape: the columns are the same for every run, whatever reports it meets, so that parts of a dataset fit each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.official.names import TABLE_NAMES, column_name, row_name
from giar_lark.official.templates import TEMPLATES, cell_keys

STATE_SUFFIX = ".state"


class Kind(StrEnum):
    """What a column holds. Units: `whole` has counts below 10^15, `decimal` at most 15 digits on either side of the point."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the file, what it holds, what that means. Blank: a missing value is null, never 0."""

    name: str
    kind: Kind
    meaning: Text


_WHAT = (
    Column("path", Kind.TEXT, Text("文件，压缩包内的写作“包!/文件”", "the file; one in an archive as archive!/file")),
    Column(
        "status",
        Kind.TEXT,
        Text(
            "report 为读到表格，legacy 为旧格式，unreadable 为没有读到，crash、timeout 为中途放弃，unreached 为没有打开或取到",
            "report, legacy, or unreadable; crash and timeout were given up, unreached was not opened or not given",
        ),
    ),
    Column("organ_name", Kind.TEXT, Text("机关名称", "the organ")),
)
_SAID = (
    Column("organ_class", Kind.TEXT, Text("机关类别", "the organ's class")),
    Column("organ_level", Kind.TEXT, Text("机关层级", "the organ's level")),
    Column("year", Kind.WHOLE, Text("报告年度", "the year that is reported on")),
    Column("template", Kind.TEXT, Text("格式：2021、2019，更早的为 legacy", "the template: 2021, 2019; legacy before")),
    Column("title", Kind.TEXT, Text("标题", "the title")),
    Column("period_start", Kind.DATE, Text("统计期限起", "first day of the period")),
    Column("period_end", Kind.DATE, Text("统计期限止", "last day of the period")),
    Column("issued_date", Kind.DATE, Text("落款日期", "the date below the report")),
    Column("published_date", Kind.DATE, Text("网页发布日期", "the day the portal gives")),
    Column("basis_documents", Kind.TEXT, Text("所引依据文件，以“；”分隔", "the documents it cites, parted by ；")),
)
_ALONE = Text("只看这一份报告，不与别的报告比较，已忽略的也计入", "in the report by itself, dismissed ones too")
_FOUND = (
    Column("errors", Kind.WHOLE, Text(f"错误数（{_ALONE.zh}）", f"how many errors {_ALONE.en}")),
    Column("warnings", Kind.WHOLE, Text(f"警告数（{_ALONE.zh}）", f"how many warnings {_ALONE.en}")),
    Column("infos", Kind.WHOLE, Text(f"提示数（{_ALONE.zh}）", f"how many notes {_ALONE.en}")),
    Column(
        "codes",
        Kind.TEXT,
        Text(
            f"所犯规则，以空格分隔，各列一次（{_ALONE.zh}）",
            f"the rules that found something {_ALONE.en}, each rule once",
        ),
    ),
)
_CELL = (
    Column("year", Kind.WHOLE, Text("报告年度", "the year that is reported on")),
    Column("template", Kind.TEXT, Text("格式", "the template")),
    Column("key", Kind.TEXT, Text("格的键", "the key of the cell")),
    Column("value", Kind.DECIMAL, Text("数值；空白、缺失、无法读取的为空", "the number; null where there is none")),
    Column("state", Kind.TEXT, Text("状态：given、blank、na、missing、unreadable、inferred", "the state of the cell")),
    Column("raw", Kind.TEXT, Text("原文", "what stands in the cell")),
    Column("line", Kind.WHOLE, Text("行号", "the line")),
    Column("column", Kind.WHOLE, Text("列号", "the column")),
    Column("place", Kind.TEXT, Text("在没有行号的文件中的位置", "the place in a document that has no lines")),
)


@cache
def long_columns() -> tuple[Column, ...]:
    """The columns of a row a cell."""
    return (_WHAT[0], _WHAT[2], *_CELL)


@cache
def report_columns() -> tuple[Column, ...]:
    """The first columns of a row a report: what it says of itself, and what was found."""
    return (*_WHAT, *_SAID, *_FOUND)


@cache
def wide_columns() -> tuple[Column, ...]:
    """The columns of a row a report: those, and for each key of either template its number and its state."""
    return (*report_columns(), *_cell_columns())


def columns_of(long: bool) -> tuple[Column, ...]:
    """The columns of either."""
    return long_columns() if long else wide_columns()


@cache
def all_keys() -> tuple[str, ...]:
    """The cell keys of both templates, those of one in the order of its tables."""
    first, *others = (cell_keys(template) for template in TEMPLATES)
    more = [key for keys in others for key in keys if key not in first]
    return tuple(sorted((*first, *more), key=lambda key: key[:2]))


def kind_of(key: str) -> Kind:
    """What a cell's number is: money is a decimal, all else is counted."""
    return Kind.DECIMAL if key.rpartition(".")[2].startswith("amount_") else Kind.WHOLE


def _cell_columns() -> Iterator[Column]:
    for key in all_keys():
        row, column, table = row_name(key.rpartition(".")[0]), column_name(key), TABLE_NAMES[key[:2]]
        words = Text(f"{table.zh}·{row.zh}·{column.zh}", f"{table.en}: {row.en}, {column.en}")
        yield Column(key, kind_of(key), words)
        yield Column(f"{key}{STATE_SUFFIX}", Kind.TEXT, Text(f"{words.zh}的状态", f"{words.en}: its state"))
