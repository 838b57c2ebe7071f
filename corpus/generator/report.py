"""A report of the corpus, written by hand in `report.toml`: what it says of itself, its prose, and its numbers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.marks import marked
from generator.numbers import Numbers, sound_numbers
from generator.values import Value, thousands, wide, written
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Grid
from giar_lark.write.official import official_grid, official_label

_SLOT = re.compile(r"\{(?P<name>[\w.]+)\}")
_SECTIONS = {spec.key: spec for spec in tables().sections}
INSTRUMENTS = {"2021": "国办公开办函〔2021〕30号，附件", "2019": "国办公开办函〔2019〕60号，附件"}


class SpecError(ValueError):
    """A report, fault or change that its author has to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding that the report must give: `at` is a cell key, a phrase that stands once, or `mark` for ⟦…⟧."""

    code: str
    key: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSpec:
    """What an author writes of a report.

    `numbers` has every cell, its sums worked out. `prose` has the paragraphs by section, `preamble` for those before the
    first. `labels` are the words of labels and headings that differ from the official ones, by terminal.
    """

    stem: str
    description: str
    source: str
    tags: tuple[str, ...]
    organ: str
    organ_class: str
    year: int
    title: str
    issued: date | None
    signed: bool
    period: tuple[date, date] | None
    numbers: Numbers
    prose: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def template(self) -> str:
        """The template of tables 3 and 4."""
        return self.numbers.template


def read_report(path: Path, overrides: Mapping[str, Any] | None = None) -> ReportSpec:
    """The report that a `report.toml` describes; `overrides` take the place of its entries.

    Raises: SpecError, where an entry is unknown or does not fit.
    """
    data = {**tomllib.loads(path.read_text("utf-8"), parse_float=Decimal), **(overrides or {})}
    known = {*_REQUIRED, *_OPTIONAL}
    if strange := data.keys() - known or _REQUIRED - data.keys():
        raise SpecError(f"{path}: unknown or missing: {', '.join(sorted(strange))}")
    template, year = data["template"], data["year"]
    numbers = _numbers(data, template, path)
    return ReportSpec(
        stem=path.parent.name,
        description=data["description"],
        source=data.get("source", INSTRUMENTS[template]),
        tags=tuple(data.get("tags", ())),
        organ=data["organ"],
        organ_class=data["organ_class"],
        year=year,
        title=data.get("title", f"{data['organ']}{year}年政府信息公开工作年度报告"),
        issued=data.get("issued") or None,
        signed=data.get("signed", True),
        period=_period(data.get("period", True), year),
        numbers=numbers,
        prose={name: tuple(texts) for name, texts in data["prose"].items()},
        labels=data.get("labels", {}),
        findings=tuple(Finding(**entry) for entry in data.get("findings", ())),
    )


def _period(entry: bool | list[date], year: int) -> tuple[date, date] | None:
    """The period that a report states: the two dates that are given, the whole year for true, none for false."""
    if isinstance(entry, list):
        start, end = entry
        return start, end
    return (date(year, 1, 1), date(year, 12, 31)) if entry else None


_REQUIRED = frozenset({"description", "organ", "organ_class", "year", "template", "prose"})
_OPTIONAL = frozenset(
    {"source", "tags", "title", "issued", "signed", "period", "templates", "style", "cells", "labels", "findings"}
)


def _numbers(data: Mapping[str, Any], template: str, path: Path) -> Numbers:
    given: dict[str, Any] = data.get("cells", {})
    values = {key: cell_value(entry) for key, entry in given.items()}
    counts = {key: value.value for key, value in values.items() if value.value is not None}
    numbers = sound_numbers(template, counts, data.get("templates", {}))
    if strange := values.keys() - numbers.cells.keys():
        raise SpecError(f"{path}: no such cells in this template: {', '.join(sorted(strange))}")
    for key, value in values.items():
        if value.value is not None and numbers.at(key).value != value.value:
            raise SpecError(f"{path}: {key} is {value.value}, but the sum is {numbers.at(key).value}")
    styled = {key: _styled(key, value, data.get("style", {})) for key, value in numbers.cells.items()}
    return numbers.changed(
        {**styled, **{key: cell_value(e) for key, e in given.items() if not isinstance(e, int | Decimal)}}
    )


def cell_value(entry: int | Decimal | str | dict[str, Any]) -> Value:
    """A cell as `report.toml` gives it: a number, a spelling, or a table of `raw`, `value` and `state`."""
    if isinstance(entry, dict):
        return Value(entry["raw"], entry.get("value"), entry.get("state", "given"))
    return written(str(entry))


def _styled(key: str, value: Value, style: Mapping[str, Any]) -> Value:
    """A number in the hand of the report: how it writes a nought, thousands, digits."""
    spared = style.get("zero_kept", "")
    if value.value == 0 and "zero" in style and not (spared and re.search(spared, key)):
        return written(style["zero"])
    if isinstance(value.value, int) and value.value >= 1000 and style.get("thousands"):
        return thousands(value.value)
    if isinstance(value.value, int) and value.value >= 0 and style.get("wide"):
        return wide(value.value)
    return value


# ---------------------------------------------------------------- to a document


def document(spec: ReportSpec) -> tuple[Document, tuple[str, ...]]:
    """The document of a report, each value inside the mark of its number, and the keys of the marks in that order."""
    keys = tuple(spec.numbers.cells)
    places = {key: number for number, key in enumerate(keys)}
    raws = {key: marked(value.raw, places[key]) for key, value in spec.numbers.cells.items()}
    parts = [Part(Kind.TITLE, spec.title), *_prose(spec, "preamble")]
    for section in tables().sections:
        parts.append(Part(Kind.HEADING, _label(spec, section.terminal)))
        parts += _prose(spec, section.key)
        if section.table is not None:
            parts.append(Part(Kind(section.table), grid=_grid(spec, section.table, raws)))
        parts += _prose(spec, f"{section.key}_after")
    if spec.signed:
        parts.append(Part(Kind.ORGAN, spec.organ))
    if spec.issued is not None:
        parts.append(Part(Kind.DATE, f"{spec.issued.year}年{spec.issued.month}月{spec.issued.day}日"))
    return tuple(parts), keys


def _prose(spec: ReportSpec, name: str) -> list[Part]:
    return [Part(Kind.PARAGRAPH, filled(text, spec)) for text in spec.prose.get(name, ())]


def filled(text: str, spec: ReportSpec) -> str:
    """A sentence with its slots filled: `{organ}`, `{year}`, `{last_year}`, `{next_year}`, and cells by their key."""
    names = {
        "organ": spec.organ,
        "year": spec.year,
        "last_year": spec.year - 1,
        "next_year": spec.year + 1,
    }

    def fill(slot: re.Match[str]) -> str:
        name = slot["name"]
        if name in names:
            return str(names[name])
        if name not in spec.numbers.cells:
            raise SpecError(f"{spec.stem}: no cell {name} to put into the prose")
        return spec.numbers.at(name).raw or "0"

    return _SLOT.sub(fill, text)


def _label(spec: ReportSpec, terminal: str) -> str:
    return spec.labels.get(terminal, official(terminal))


def _grid(spec: ReportSpec, table: str, raws: Mapping[str, str]) -> Grid:
    def label(terminal: str, template: str) -> str:
        return spec.labels.get(terminal, official_label(terminal, template))

    grid = official_grid(table, spec.template, raws.__getitem__, label, spec.numbers.templates)
    return relabelled(grid, {official(t): text for t, text in spec.labels.items()})


def relabelled(grid: Grid, labels: Mapping[str, str]) -> Grid:
    """A grid whose labels have other words; labels not named stay."""
    return [
        [box if box.value else type(box)(labels.get(box.text, box.text), box.columns, box.rows) for box in row]
        for row in grid
    ]
