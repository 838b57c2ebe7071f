"""The tables of both templates as data, read from `grammar/templates.toml`: which key each row and column stands for."""

from __future__ import annotations

from functools import cache
from typing import Any

from giar_lark.lean.kept import kept, toml
from giar_lark.lean.records import dataclass

TEMPLATES = ("2021", "2019")
# the first year that had a common format
FIRST_FORMAT_YEAR = 2019


def template_of_year(year: int) -> str:
    """The template for a report on a year: 2021 from 2021 on, 2019 before."""
    return "2021" if year >= 2021 else "2019"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """One of the six sections: its title's terminal, its key, and the table that stands in it, if any."""

    terminal: str
    key: str
    ordinal: int
    table: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The column header of a block of table 2 in one template."""

    terminal: str
    template: str
    columns: tuple[str, ...]
    column_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of table 2: its caption, its rows, and its header in each template (item 9 has none in 2021)."""

    caption: str
    rows: tuple[str, ...]
    headers: dict[str, Header]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSpec:
    """A row of a table: the terminal of its label, its key with the table in front, its template if it is in one only."""

    terminal: str
    key: str
    template: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Everything that `templates.toml` says."""

    instruments: dict[str, str]
    sections: tuple[SectionSpec, ...]
    blocks: tuple[Block, ...]
    disclosure_rows: dict[str, RowSpec]
    application_rows: dict[str, RowSpec]
    application_groups: dict[str, tuple[str, ...]]
    inner_groups: dict[str, str]
    applicants: tuple[str, ...]
    applicant_keys: tuple[str, ...]
    case_groups: dict[str, str]
    results: dict[str, str]

    def block_of(self, row: str) -> Block:
        """The block of table 2 that a row belongs to."""
        return next(block for block in self.blocks if row in block.rows)

    def group_of(self, row: str) -> str | None:
        """The innermost group of table 3 that a row stands under; None for 一, 二 and 四."""
        return self.inner_groups.get(row)

    def outcome_rows(self, template: str) -> tuple[RowSpec, ...]:
        """The rows of table 3 that add up to （七）总计."""
        first, last = "GRANTED", "TOTAL_PROCESSED"
        rows = self.rows_of("t3", template)
        names = [row.terminal for row in rows]
        return rows[names.index(first) : names.index(last)]

    def rows_of(self, table: str, template: str) -> tuple[RowSpec, ...]:
        """The rows of table 2 or 3 in one template, in order."""
        if table == "t3":
            rows = [r for r in self.application_rows.values() if not (r.terminal == "OTHERWISE" and template == "2021")]
        else:
            rows = [self.disclosure_rows[r] for b in self.blocks if template in b.headers for r in b.rows]
        return tuple(row for row in rows if row.template in (None, template))


@cache
def tables() -> Tables:
    """The tables of both templates."""
    data = kept("templates", toml)
    keys, only = data["keys"], data["only"]
    blocks = tuple(_block(block, keys) for block in data["blocks"])
    applications, cases = data["applications"], data["cases"]
    return Tables(
        instruments=data["instruments"],
        sections=tuple(
            SectionSpec(terminal=s["terminal"], key=s["key"], ordinal=number, table=s.get("table"))
            for number, s in enumerate(data["sections"], 1)
        ),
        blocks=blocks,
        disclosure_rows={
            row: RowSpec(terminal=row, key=f"t2.{keys[row]}", template=only.get(row))
            for block in blocks
            for row in block.rows
        },
        application_rows={
            terminal: RowSpec(terminal=terminal, key=f"t3.{key}", template=only.get(terminal))
            for terminal, key in applications["rows"]
        },
        application_groups={name: tuple(rows) for name, rows in applications["groups"].items()},
        # an inner group stands behind those around it
        inner_groups={row: name for name, rows in applications["groups"].items() for row in rows},
        applicants=tuple(applications["columns"]),
        applicant_keys=tuple(applications["column_keys"]),
        case_groups={terminal: f"t4.{key}" for terminal, key in cases["groups"]},
        results=dict(cases["results"]),
    )


def _block(block: dict[str, Any], keys: dict[str, str]) -> Block:
    """A block of table 2, with its header in each template."""
    headers = {
        template: Header(
            terminal=header["terminal"],
            template=template,
            columns=tuple(header["columns"]),
            column_keys=tuple(keys[column] for column in header["columns"]),
        )
        for template, header in block["headers"].items()
    }
    return Block(caption=block["caption"], rows=tuple(block["rows"]), headers=headers)


@cache
def cell_keys(template: str) -> tuple[str, ...]:
    """Every cell key of a template, in the order of the official tables: 200 of 2021, 198 of 2019."""
    data = tables()
    keys = [
        f"{data.disclosure_rows[row].key}.{column}"
        for block in data.blocks
        if template in block.headers
        for row in block.rows
        if data.disclosure_rows[row].template in (None, template)
        for column in block.headers[template].column_keys
    ]
    keys += [f"{row.key}.{column}" for row in data.rows_of("t3", template) for column in data.applicant_keys]
    keys += [f"{group}.{result}" for group in data.case_groups.values() for result in data.results.values()]
    return tuple(keys)
