"""Findings about rows that a table should not have, or not there, or not without a label."""

from __future__ import annotations

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.official.vocabulary import official
from giar_lark.source.span import Span


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
