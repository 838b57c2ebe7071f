"""Findings about the labels of a table: misspelt, missing, or with numbers where none belong."""

from __future__ import annotations

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.official.vocabulary import official
from giar_lark.source.span import Edit, Span

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
