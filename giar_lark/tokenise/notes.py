"""Findings of the tokenisers: what a layout has done to a report (RD), and labels that are not the official ones."""

from __future__ import annotations

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text, numbered
from giar_lark.lean.later import Later
from giar_lark.official.vocabulary import official
from giar_lark.source.span import Edit, Span

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
    name = {"t2": "表二", "t3": "表三", "t4": "表四"}[table]
    return Finding(
        code="RD-06",
        name="lost-places",
        severity=Severity.WARNING,
        message=Text(
            f"{name}有 {rows} 行的单元格位置在转换中丢失，这些行的数无法判断属于哪一列，未读取",
            f"table {table[1]}: the conversion lost the places of the cells of {rows} rows; their values cannot be assigned to "
            "columns and are not read",
        ),
        span=span,
        label=Text("这些数属于哪些列？", "which columns?"),
        help=_KEEP_THE_TABLE,
        anchor=f"rows of {table}",
    )


def scattered_table(span: Span, table: str, count: int) -> Finding:
    """RD-06 for a whole table, all cells of it: its labels and its numbers have come apart."""
    name = {"t2": "表二", "t3": "表三", "t4": "表四"}[table]
    return Finding(
        code="RD-06",
        name="lost-places",
        severity=Severity.WARNING,
        message=Text(
            f"{name}的行名与数字在转换中被拆散，{count} 个单元格无法可靠读取",
            f"table {table[1]}: the conversion tore labels and numbers apart; {count} cells cannot be read with certainty",
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


_HEADS = {
    "row": Text("行名", "label"),
    "column": Text("列名", "column label"),
    "group": Text("行名", "label"),
    "caption": Text("标题行", "caption"),
    "note": Text("表头说明", "note"),
}


def misspelt_label(
    span: Span, terminal: str, found: str, key: str | None, edits: tuple[Edit, ...] = (), role: str = "row"
) -> Finding:
    """FM-04: a label that is not spelled as the format has it, but can only mean one; `edits` would mend it."""
    head = _HEADS[role]
    return Finding(
        code="FM-04",
        name="misspelt-label",
        severity=Severity.INFO,
        message=Text(
            f"{head.zh}“{found}”应为“{official(terminal)}”",
            f"the {head.en} “{found}” should read “{official(terminal)}”",
        ),
        span=span,
        key=key,
        label=Text("与格式文本不一致", "not the official label"),
        help=Text(f"改为“{official(terminal)}”", f"write “{official(terminal)}”"),
        repair=Later.of(Fix(edits=edits, safe=True) if edits else None),
        anchor=terminal,
    )


def unknown_row(span: Span, table: str, found: str, count: int) -> Finding:
    """T2-10 and SY-02: a row that the format does not have; its values belong to no key."""
    code, name = ("T2-10", "local-row") if table == "t2" else ("SY-02", "unknown-row")
    return Finding(
        code=code,
        name=name,
        severity=Severity.INFO if table == "t2" else Severity.ERROR,
        message=Text(
            f"格式文本没有“{found}”这一行，其后的 {count} 个数未计入任何一行",
            f"the format has no row “{found}”; the {numbered(count, 'value')} behind it count in no row",
        ),
        span=span,
        label=Text("格式之外的行", "not a row of the format"),
        help=Text(
            "核对行名；如系自行增加的行，请删除或移到文字部分",
            "check the label; delete a row of your own, or tell it in the text",
        ),
        anchor=found,
    )


def misplaced_row(span: Span, terminal: str, key: str, host: str, home: str) -> Finding:
    """SY-03: a row of table 2 that stands in another block than its own; it is read all the same."""
    label = official(terminal)
    return Finding(
        code="SY-03",
        name="misplaced-row",
        severity=Severity.ERROR,
        message=Text(
            f"“{label}”放在了“{official(host)}”之下，应在“{official(home)}”之下",
            f"“{label}” stands below “{official(host)}” and belongs below “{official(home)}”",
        ),
        span=span,
        key=key,
        label=Text("位置不符合格式", "out of place"),
        help=Text(f"把这一行移到“{official(home)}”之下", f"move this row below “{official(home)}”"),
        anchor=label,
    )


def row_without_label(span: Span, terminal: str, key: str) -> Finding:
    """SY-08: a row without a label that can only be one row, by its place; it is read as that row."""
    label = official(terminal)
    return Finding(
        code="SY-08",
        name="row-without-label",
        severity=Severity.WARNING,
        message=Text(
            f"这一行没有行名；按前后各行只能是“{label}”，已据此读取",
            f"this row has no label; by its place it can only be “{label}”, and is read so",
        ),
        span=span,
        key=key,
        label=Text("行名？", "which row?"),
        help=Text(f"核对数字，补上行名“{label}”", f"check the numbers and write the label “{label}”"),
        anchor=terminal,
    )


def nameless_row(span: Span, count: int) -> Finding:
    """SY-08: a row without a label that could be several rows, or none of the format; it is not read."""
    return Finding(
        code="SY-08",
        name="row-without-label",
        severity=Severity.WARNING,
        message=Text(
            f"这一行没有行名，无法判断是哪一行；{count} 个数未读取",
            f"this row has no label and could be any; {numbered(count, 'value')} not read",
        ),
        span=span,
        label=Text("行名？", "which row?"),
        help=Text("对照格式文本补上行名，或删去这一行", "write the label as in the format, or delete the row"),
        anchor="?",
    )


def number_beside_group(span: Span, terminal: str, shown: str) -> Finding:
    """T3-12: numbers beside the head of a group, which has no cells."""
    head = official(terminal)
    return Finding(
        code="T3-12",
        name="number-beside-group",
        severity=Severity.WARNING,
        message=Text(
            f"“{head}”是标题行，不填数字，这里却有 {shown}；未计入任何一行",
            f"“{head}” is the head of a group and has no cells; {shown} beside it belongs to no row",
        ),
        span=span,
        label=Text("标题行不填数", "no cells here"),
        help=Text(
            "小计请删去；如是分项的数，移到下面对应的分项",
            "delete a subtotal; move numbers of a row below to that row",
        ),
        anchor=terminal,
    )


def missing_caption(span: Span, caption: str) -> Finding:
    """T2-12: a block of table 2 without its caption."""
    return Finding(
        code="T2-12",
        name="missing-block",
        severity=Severity.ERROR,
        message=Text(f"表二缺少“{official(caption)}”这一标题行", f"table 2 lacks the caption “{official(caption)}”"),
        span=span,
        label=Text("此处应有标题行", "the caption belongs here"),
        help=Text(f"在此行之前补上“{official(caption)}”", f"put “{official(caption)}” above this row"),
        anchor=caption,
    )


def damaged_text(span: Span, count: int) -> Finding:
    """RD-05: characters that no encoding could settle."""
    return Finding(
        code="RD-05",
        name="damaged-characters",
        severity=Severity.WARNING,
        message=Text(
            f"文件中有 {count} 个字符无法解码，显示为 �",
            f"{numbered(count, 'character')} that could not be decoded, shown as �",
        ),
        span=span,
        help=Text("请用 UTF-8 或 GB18030 重新保存", "save the file again as UTF-8 or GB18030"),
    )
