"""What the grammar expected and did not find, in the words of the report (SY, and the catalogue's counts)."""

from __future__ import annotations

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text, numbered
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.source.span import Span
from giar_lark.tokenise.token import Token

_CLAUSE = Text(
    "国办公开办函〔2021〕30号 附件：格式文本", "State Council General Office letter 30 (2021), annex: format"
)


def wrong_count(
    row: Token | None, header: str | None, cells: list[Token], wanted: int, source: str, at: int
) -> Finding:
    """A row with too few or too many values: T3-13, T4-02, T2-07, or SY-01 for a superfluous value in table 2.

    `at` is where the first one is missing or too many; a row without label and values is marked there.
    """
    table = _table_of(row.type) if row is not None else "t4"
    found = len(cells)
    code, name = {"t3": ("T3-13", "wrong-value-count"), "t4": ("T4-02", "not-fifteen-values")}.get(
        table, ("T2-07", "missing-number") if found < wanted else ("SY-01", "superfluous-value")
    )
    label = official(row.type) if row is not None else "表四"
    english = f"row “{label}”" if row is not None else "table 4"
    shown = "、".join(source[c.start : c.end].strip() or "空" for c in cells[:16])
    many = found > wanted
    span = Span(cells[wanted].start, cells[-1].end) if many else _gap(row, cells, at)
    return Finding(
        code=code,
        name=name,
        severity=Severity.ERROR,
        message=Text(
            f"“{label}”应有 {wanted} 个数，这里有 {found} 个"
            if row is not None
            else f"表四应有 15 个数，这里有 {found} 个",
            f"{english} should have {numbered(wanted, 'value')} and has {found}",
        ),
        span=span,
        key=_row_key(row),
        label=Text(
            f"多出 {found - wanted} 个" if many else f"缺少 {wanted - found} 个",
            f"{found - wanted} too many" if many else f"{wanted - found} missing",
        ),
        related=(),
        help=Text(
            f"读到：{shown or '无'}。各列为{_columns(table, header)}；逐列核对后补足或删去",
            f"found: {shown.replace('、', ', ') or 'none'}; compare column by column ({_columns(table, header)})",
        ),
        clause=_CLAUSE,
        anchor=label,
    )


def _gap(row: Token | None, cells: list[Token], at: int) -> Span:
    if cells:
        return Span(cells[0].start, cells[-1].end)
    return Span(row.start, row.end) if row is not None else Span(at, at)


def _columns(table: str, header: str | None) -> str:
    data = tables()
    if table == "t3":
        return "、".join(official(column) for column in data.applicants)
    if table == "t4":
        return "、".join(official(column) for column in data.results)
    for block in data.blocks:
        for candidate in block.headers.values():
            if candidate.terminal == header:
                return "、".join(official(column) for column in candidate.columns)
    return ""


def out_of_place(token: Token, source: str) -> Finding:
    """SY-03: a row or caption that cannot stand where it stands, such as 行政许可 under item 8."""
    label = official(token.type) if token.type in vocabulary() else source[token.start : token.end].strip()[:30]
    return Finding(
        code="SY-03",
        name="misplaced-row",
        severity=Severity.ERROR,
        message=Text(f"“{label}”不应出现在这里", f"“{label}” cannot stand here"),
        span=token.span,
        key=_row_key(token),
        label=Text("位置不符合格式", "out of place"),
        help=Text("对照格式文本，把它移到所属的表或项下", "move it to its table or item, as the format has it"),
        clause=_CLAUSE,
        anchor=label,
    )


def _table_of(terminal: str) -> str:
    return "t2" if terminal in tables().disclosure_rows else "t3"


def _row_key(row: Token | None) -> str | None:
    if row is None:
        return "t4"
    data = tables()
    spec = data.disclosure_rows.get(row.type) or data.application_rows.get(row.type)
    return spec.key if spec else None
