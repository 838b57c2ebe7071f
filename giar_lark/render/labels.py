"""Names of tables, rows and columns as a reader knows them, in full and short enough for a line."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.names import SHORT_TABLE_NAMES, english, row_terminals
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official

_BRACKETED = lazy_pattern(r"[（(][^（()）]{3,}[)）]")
_TAILS = ("政府信息公开申请数量", "继续办理", "、行政机关不再处理其政府信息公开申请")
_ORDINAL = lazy_pattern(r"（[一二三四五六七]）")

# Display only: what the headings of table 3 are shortened to where seven of them must fit beside a row's label.
_SHORT = {
    "public_welfare_organization": ("公益组织", "公益", "welfare"),
    "legal_service_institution": ("法律服务", "法律", "legal"),
    "commercial_enterprise": ("商业企业", "企业", "firm"),
    "research_institution": ("科研机构", "科研", "research"),
    "natural_person": ("自然人", "自然人", "person"),
    "other_organization": ("其他", "其他", "other"),
}


def _plain(label: str) -> str:
    return _BRACKETED.sub("", label)


def row_name(row: str) -> str:
    """A row's official label without its note in brackets, its group's label in front."""
    terminal = row_terminals().get(row)
    if terminal is None:
        return row
    group = tables().group_of(terminal) if row.startswith("t3.") else None
    lead = f"{official(group)} " if group and group != "OUTCOMES" else ""
    return lead + _plain(official(terminal))


def short_row_name(row: str) -> str:
    """A row's label as short as it is still known by: the group as its ordinal, and no tail that all rows share."""
    terminal = row_terminals().get(row)
    if terminal is None:
        return row
    label = _plain(official(terminal))
    for tail in _TAILS:
        label = label.removesuffix(tail)
    group = tables().group_of(terminal) if row.startswith("t3.") else None
    ordinal = _ORDINAL.match(official(group)) if group else None
    return (ordinal[0] if ordinal else "") + label


def column_terminals(row: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The terminals of a row's columns, given their keys."""
    data = tables()
    if row.startswith("t3."):
        known = dict(zip(data.applicant_keys, data.applicants, strict=True))
    elif row.startswith("t4."):
        known = {key: terminal for terminal, key in data.results.items()}
    else:
        block = data.block_of(row_terminals()[row])
        header = next((h for h in block.headers.values() if set(columns) <= set(h.column_keys)), None)
        known = dict(zip(header.column_keys, header.columns, strict=True)) if header else {}
    return tuple(known.get(column, "") for column in columns)


def headings(row: str, columns: Sequence[str], *, narrow: bool) -> list[str]:
    """The column headings of a row, short enough to stand beside each other."""
    names = []
    for column, terminal in zip(columns, column_terminals(row, columns), strict=True):
        short = _SHORT.get(column)
        names.append(short[1 if narrow else 0] if short else _plain(official(terminal)) if terminal else column)
    return names


def english_headings(columns: Sequence[str]) -> list[str]:
    """The same headings in English."""
    return [_SHORT[column][2] if column in _SHORT else english(column) for column in columns]


def place_name(key: str, columns: Sequence[str]) -> Text:
    """Where a cell or row stands: table, row, column."""
    table, row, column = SHORT_TABLE_NAMES[key[:2]], key, ""
    if key not in row_terminals():
        row, _, column = key.rpartition(".")
    known = row if row in row_terminals() else ""
    chinese = (table.zh, known and row_name(known), column and _column_name(row, column, columns))
    names = (table.en, known and english(known.partition(".")[2]), english(column))
    return Text(" · ".join(filter(None, chinese)), " · ".join(filter(None, names)))


def _column_name(row: str, column: str, columns: Sequence[str]) -> str:
    """The official heading of a column of a row that has these."""
    terminals = column_terminals(row, tuple(columns) or (column,))
    terminal = terminals[columns.index(column) if column in columns else 0] if terminals else ""
    return _plain(official(terminal)) if terminal else column
