"""What rows, columns and cells are called in a message: short official words, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.model.report import Cell, Section
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.tokenise.text.fold import key as key_of

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
SECTION_NUMERALS = "一二三四五六"
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
    return Text(label, _english(key.partition(".")[2]))


@cache
def column_name(key: str) -> Text:
    """The column of a cell by the cell's key: `自然人`, `本年制发件数`, `结果维持`."""
    column = key.rpartition(".")[2]
    return Text(_columns()[key[:2], column], _english(column))


def place_of(cell: Cell) -> Text:
    """A cell as row and column: `一、本年新收·自然人`."""
    row, column = row_name(cell.key.rpartition(".")[0]), column_name(cell.key)
    return Text(f"{row.zh}·{column.zh}", f"{row.en}, {column.en}")


@cache
def row_name_of_cell(key: str) -> Text:
    """The row of a cell by the cell's key."""
    return row_name(key.rpartition(".")[0])


def listing(names: list[Text], comma_zh: str = "、", comma_en: str = ", ") -> Text:
    """Some names in a row."""
    return Text(comma_zh.join(name.zh for name in names), comma_en.join(name.en for name in names))


def spec_of(key: str) -> SectionSpec:
    """What the format says of a section, by its key: its title, its number, its table."""
    return _specs()[key]


@cache
def _specs() -> dict[str, SectionSpec]:
    return {spec.key: spec for spec in tables().sections}


def has_accepted_title(section: Section) -> bool:
    """Whether a heading has the words of the format, or others that are accepted for them."""
    return is_accepted_title(section.heading, section.key)


@remembered
def is_accepted_title(heading: str, key: str) -> bool:
    """Whether a heading of a section, by its key, has such words."""
    spellings = vocabulary()[spec_of(key).terminal]
    return key_of(heading).letters in {key_of(spelling).letters for spelling in spellings}


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


def _english(key: str) -> str:
    return ": ".join(_ENGLISH.get(name, name.replace("_", " ")) for name in key.split("."))


def outcome_name(terminals: Sequence[str]) -> Text:
    """Outcomes of table 3, or groups of them, by their terminals: `（三）不予公开`, `（一）予以公开、（二）部分公开`."""
    data = tables()
    rows = [data.application_rows.get(terminal) for terminal in terminals]
    named = [
        row_name(row.key)
        if row is not None
        else Text(official(terminal).partition("（区分")[0], _english(terminal.lower()))
        for terminal, row in zip(terminals, rows, strict=True)
    ]
    return listing(named)
