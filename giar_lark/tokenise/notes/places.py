"""Findings about the places of cells, which a layout has destroyed or left to the arithmetic."""

from __future__ import annotations

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.official.names import SHORT_TABLE_NAMES
from giar_lark.source.span import Span

_KEEP_THE_TABLE = Text(
    "请改用保留表格结构的文本（每格之间用制表符），或直接检查原始的 DOCX、HTML 文件",
    "use a text that keeps the table (a tab between cells), or check the original DOCX or HTML",
)


def lost_places(span: Span, what: Text, key: str | None, count: int) -> Finding:
    """RD-06: the converter has destroyed the places of some cells; they are unreadable, and this is why."""
    return Finding(
        code="RD-06",
        name="lost-places",
        severity=Severity.WARNING,
        message=Text(
            f"{what.zh}：各单元格的位置在转换中丢失，{count} 个数无法判断属于哪一列，未读取",
            f"{what.en}: the conversion lost the places of its cells; {numbered(count, 'value')} of no certain column, not read",
        ),
        span=span,
        key=key,
        label=Text("这些数属于哪一列？", "which columns?"),
        help=_KEEP_THE_TABLE,
        anchor=what.en,
    )


def lost_rows(span: Span, table: str, rows: int) -> Finding:
    """RD-06 for several rows of a table at once."""
    name = SHORT_TABLE_NAMES[table]
    return Finding(
        code="RD-06",
        name="lost-places",
        severity=Severity.WARNING,
        message=Text(
            f"{name.zh}有 {rows} 行的单元格位置在转换中丢失，这些行的数无法判断属于哪一列，未读取",
            f"{name.en}: the conversion lost the places of the cells of {rows} rows; their values cannot be assigned to "
            "columns and are not read",
        ),
        span=span,
        label=Text("这些数属于哪些列？", "which columns?"),
        help=_KEEP_THE_TABLE,
        anchor=f"rows of {table}",
    )


def scattered_table(span: Span, table: str, count: int) -> Finding:
    """RD-06 for a whole table, all cells of it: its labels and its numbers have come apart."""
    name = SHORT_TABLE_NAMES[table]
    return Finding(
        code="RD-06",
        name="lost-places",
        severity=Severity.WARNING,
        message=Text(
            f"{name.zh}的行名与数字在转换中被拆散，{count} 个单元格无法可靠读取",
            f"{name.en}: the conversion tore labels and numbers apart; {count} cells cannot be read with certainty",
        ),
        span=span,
        key=table,
        label=Text("行名与数字已分离", "labels and numbers are apart"),
        help=_KEEP_THE_TABLE,
        anchor=f"table {table}",
    )


def inferred_row(span: Span, what: Text, key: str, reading: str) -> Finding:
    """RD-07: the places of a row's cells were chosen because only they add up."""
    return Finding(
        code="RD-07",
        name="inferred-places",
        severity=Severity.WARNING,
        message=Text(
            f"{what.zh}：空单元格的位置不明，按“总计＝六类之和”只有一种读法成立（{reading}），请核对",
            f"{what.en}: blank cells could stand in several places; only one reading adds up ({reading}); please check",
        ),
        span=span,
        key=key,
        label=Text("据行合计推定", "placed by the row sum"),
        anchor=what.en,
    )
