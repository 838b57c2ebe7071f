"""What cells, sections and outcomes are called in a message: short official words, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.model.report import Cell, Section
from giar_lark.official.names import column_name, english, row_name
from giar_lark.official.templates import SectionSpec, tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.tokenise.text.fold import key as key_of

SECTION_NUMERALS = "一二三四五六"


def place_of(cell: Cell) -> Text:
    """A cell as row and column: `一、本年新收·自然人`."""
    row, column = row_name(cell.key.rpartition(".")[0]), column_name(cell.key)
    return Text(f"{row.zh}·{column.zh}", f"{row.en}, {column.en}")


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


def outcome_name(terminals: Sequence[str]) -> Text:
    """Outcomes of table 3, or groups of them, by their terminals: `（三）不予公开`, `（一）予以公开、（二）部分公开`."""
    data = tables()
    rows = [data.application_rows.get(terminal) for terminal in terminals]
    named = [
        row_name(row.key)
        if row is not None
        else Text(official(terminal).partition("（区分")[0], english(terminal.lower()))
        for terminal, row in zip(terminals, rows, strict=True)
    ]
    return listing(named)
