"""What tables, rows and columns are called: short official words, and in English the words of their keys."""

from __future__ import annotations

from functools import cache

from giar_lark.lang import Text
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official

SHORT_TABLE_NAMES = {"t2": Text("表二", "table 2"), "t3": Text("表三", "table 3"), "t4": Text("表四", "table 4")}
TABLE_NAMES = {
    "t2": Text("表二（主动公开）", "table 2"),
    "t3": Text("表三（申请办理）", "table 3"),
    "t4": Text("表四（复议诉讼）", "table 4"),
}
# where the words of a key are no good name
_ENGLISH = {
    "amount_10k_yuan": "amount (10,000 yuan)",
    "amount_yuan": "amount (yuan)",
    "items_prev": "items last year",
    "items_change": "change in items",
    "public_welfare_organization": "public welfare organisation",
    "other_organization": "other organisation",
    "litigation_direct": "lawsuits without reconsideration",
    "litigation_after_reconsideration": "lawsuits after reconsideration",
}
_CUTS = ("政府信息公开申请数量", "、行政机关不再处理", "（区分处理的")


@cache
def row_name(key: str) -> Text:
    """A row by its key with the table in front: `一、本年新收`, `（六）3.其他`, `行政处罚`, `复议后起诉`."""
    terminal = row_terminals()[key]
    data = tables()
    label = official(terminal)
    for cut in _CUTS:
        label = label.partition(cut)[0]
    group = data.group_of(terminal) if terminal in data.application_rows else None
    if group not in (None, "OUTCOMES"):
        label = official(group or "").partition("）")[0] + "）" + label
    return Text(label, english(key.partition(".")[2]))


@cache
def column_name(key: str) -> Text:
    """The column of a cell by the cell's key: `自然人`, `本年制发件数`, `结果维持`."""
    column = key.rpartition(".")[2]
    return Text(_columns()[key[:2], column], english(column))


@cache
def row_name_of_cell(key: str) -> Text:
    """The row of a cell by the cell's key."""
    return row_name(key.rpartition(".")[0])


@cache
def row_terminals() -> dict[str, str]:
    """Row key, with the table in front, to the terminal of its label."""
    data = tables()
    rows = {row.key: row.terminal for row in (*data.disclosure_rows.values(), *data.application_rows.values())}
    return rows | {group: terminal for terminal, group in data.case_groups.items()}


@cache
def _columns() -> dict[tuple[str, str], str]:
    data = tables()
    names = {("t3", key): official(name) for key, name in zip(data.applicant_keys, data.applicants, strict=True)}
    names |= {("t4", key): official(name) for name, key in data.results.items()}
    for block in data.blocks:
        for header in block.headers.values():
            for key, name in zip(header.column_keys, header.columns, strict=True):
                names.setdefault(("t2", key), official(name).partition("（")[0])
    return names


def english(key: str) -> str:
    """A row, a column, or a row in its group, by its key: `natural person`, `denied: state secret`."""
    return ": ".join(_ENGLISH.get(name, name.replace("_", " ")) for name in key.split("."))
