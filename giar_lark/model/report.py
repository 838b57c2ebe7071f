"""The model of a report: frozen dataclasses, and nothing in them that is not in the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from giar_lark.lean.later import Later
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.lean.shown import Shown
from giar_lark.model.form import Form, Frame
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.prose import NO_PROSE, Prose
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText

_SAID = (
    "title",
    "organ_name",
    "organ_class",
    "organ_level",
    "year",
    "period_start",
    "period_end",
    "issued_date",
    "published_date",
)


class Cell(NamedTuple):
    """One cell of table 2, 3 or 4. (A named tuple, because a report has two hundred.)

    Blank: a blank cell has the state `blank` and no value; a cell that is not in the text is `missing`, and its span is
    the empty span where it should stand.
    """

    key: str
    reading: CellText
    span: Span
    inferred: bool = False

    @property
    def state(self) -> str:
        """`given`, `blank`, `na`, `missing`, `unreadable` or `inferred` (contract, law 2)."""
        return "inferred" if self.inferred and self.reading.state == "given" else self.reading.state

    @property
    def value(self) -> int | Decimal | None:
        """The number in the cell: a count as int, an amount or a damaged count with a fraction as Decimal; else None."""
        return self.reading.value

    @property
    def raw(self) -> str:
        """What stands in the cell, surrounding white space left out."""
        return self.reading.raw

    @property
    def column(self) -> str:
        """The last part of the key."""
        return self.key.rpartition(".")[2]

    def to_dict(self) -> dict[str, object]:
        """The cell as plain values."""
        return {"key": self.key, "value": self.value, "state": self.state, "raw": self.raw, "span": list(self.span)}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its key with the table in front, the terminal of its label, the label's place, and its cells."""

    key: str
    terminal: str
    label: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of table 2: the terminal and place of its caption, the template of its header, and its rows."""

    caption: str
    caption_span: Span
    header_span: Span
    template: str
    rows: tuple[Row, ...]


class Contents(NamedTuple):
    """What stands in a table: its rows, the blocks that they are in if it is table 2, and the places of its headers."""

    rows: tuple[Row, ...]
    blocks: tuple[Block, ...] = ()
    headers: tuple[Span, ...] = ()


class AllCells(Later[tuple[Cell, ...]]):
    """All cells of a table, in the order of the text."""

    __slots__ = ()

    def at(self, number: int) -> Cell:
        """One of them."""
        return self.value[number]

    def starts(self) -> Sequence[int]:
        """Where each begins."""
        return [cell.span.start for cell in self.value]

    def raw(self) -> Sequence[str]:
        """What stands in each."""
        return [cell.raw for cell in self.value]

    def __reduce__(self) -> tuple[object, ...]:
        return AllCells.of, (self.value,)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the report: `t2`, `t3` or `t4`, its place, and its rows in the order of the text.

    Table 2 has blocks, each of its own template; table 4 has one row of each group. Whatever costs time is made when it is
    asked for, and no more than that: `all_readings` for what cells say, `all_cells` for their places too, `contents` for all.
    `counts` has what all cells count where they are known to hold nothing but plain counts.
    """

    key: str
    span: Span
    frame: Frame = field(compare=False)
    contents: Later[Contents]
    all_cells: AllCells = field(repr=False, compare=False)
    all_readings: Later[tuple[CellText, ...]] = field(repr=False, compare=False)
    counts: tuple[int, ...] | None = field(default=None, repr=False, compare=False)

    @property
    def form(self) -> Form:
        """Its rows and blocks, without numbers and places."""
        return self.frame.form

    @property
    def template(self) -> str | None:
        """The template that most of it is of, None where the labels do not tell (table 4)."""
        return self.form.template

    @property
    def readings(self) -> tuple[CellText, ...]:
        """What its cells read as, in the order of the text; one whose place was inferred as `inferred`."""
        return self.all_readings.value

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All its cells, in the order of the text."""
        return self.all_cells.value

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of the text."""
        return self.contents.value.rows

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of table 2; none of any other."""
        return self.contents.value.blocks

    @property
    def headers(self) -> tuple[Span, ...]:
        """Where the headers of table 3 or 4 stand."""
        return self.contents.value.headers


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its key, the heading as written with its ordinal, their place, the section's whole span, its prose.

    An empty heading stands for a section whose table is in the text and whose heading is not. The prose is made when it is
    asked for.
    """

    key: str
    heading: str
    ordinal: str
    heading_span: Span
    span: Span
    prose: Prose

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of its prose, in the order of the text."""
        return self.prose.value

    @property
    def text(self) -> str:
        """The prose of the section, a line a paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a report says of itself (domain note, part 10); None for what it does not say. `spans` has the places by field."""

    title: str | None = None
    organ_name: str | None = None
    organ_class: str | None = None
    organ_level: str | None = None
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    issued_date: date | None = None
    published_date: date | None = None
    basis_documents: tuple[str, ...] = ()
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Shown):
    """A report.

    `template` is `2021`, `2019` or `legacy`, from the labels of its tables, else from its year. `tail` is what stands
    behind the organ and date at the end: what a portal prints below a report. What most readers do not look at is made when
    it is asked for.
    """

    template: str
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    said: Later[Metadata] = field(default_factory=lambda: Later.of(Metadata()))
    above: Prose = NO_PROSE
    below: Prose = NO_PROSE
    all_cells: Later[tuple[Cell, ...]] = field(default_factory=lambda: Later.of(()))

    @property
    def metadata(self) -> Metadata:
        """What it says of itself."""
        return self.said.value

    @property
    def front(self) -> tuple[Paragraph, ...]:
        """The paragraphs above its first section, without the title."""
        return self.above.value

    @property
    def tail(self) -> tuple[Paragraph, ...]:
        """The paragraphs behind the organ and date at its end."""
        return self.below.value

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every key of the template, each block of table 2 and table 3 by its own, in the order of the official tables."""
        return self.all_cells.value

    def to_dict(self) -> dict[str, object]:
        """The report as plain values: what it says of itself, its sections' prose, its cells.

        Lines and columns need the source: see `giar_lark.export.json`.
        """
        said = {name: getattr(self.metadata, name) for name in _SAID}
        return {
            "template": self.template or None,
            **{name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()},
            "basis_documents": list(self.metadata.basis_documents),
            "sections": [
                {"key": s.key, "heading": s.heading, "ordinal": s.ordinal, "text": s.text, "span": list(s.span)}
                for s in self.sections
            ],
            "cells": [cell.to_dict() for cell in self.cells],
        }

    def table(self, key: str) -> Table | None:
        """Table `t2`, `t3` or `t4`; None if it is not in the text."""
        return next((table for table in self.tables if table.key == key), None)

    def section(self, key: str) -> Section | None:
        """The first section of a key; None if it is not in the text."""
        return next((section for section in self.sections if section.key == key), None)
