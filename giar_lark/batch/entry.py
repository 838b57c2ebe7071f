"""What is kept of a report while the others of its folder are read: its figures and its prose, a few kilobytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from giar_lark.address import Address, Locator
from giar_lark.model.organ import Organ, fullest
from giar_lark.model.passage import Passage, passages_of
from giar_lark.model.report import Cell, Report
from giar_lark.model.report_year import settled_year
from giar_lark.records import dataclass, field
from giar_lark.source import Lines, Source
from giar_lark.span import Span
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.markup import plain_layout


class Sentence(NamedTuple):
    """A sentence with its stop, without white space and with plain digits, and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """The prose of a section: its text in one piece, and for each sentence where it ends and where it stands.

    Units: `cuts` holds three numbers a sentence: its end in the text, its start and its end in the source.
    """

    heading: Span
    text: str
    cuts: array[int]

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order; a paragraph ends one, too."""
        at = 0
        for number in range(0, len(self.cuts), 3):
            end, first, last = self.cuts[number : number + 3]
            yield Sentence(self.text[at:end], Span(first, last))
            at = end


@dataclass(frozen=True, slots=True)
class Figures:
    """The cells of a report in the order of the official tables, packed; `inferred` holds the keys that were inferred."""

    keys: tuple[str, ...]
    readings: tuple[CellText, ...]
    places: array[int]
    inferred: frozenset[str]

    def cell(self, key: str) -> Cell | None:
        """The cell of a key; None if the report's templates do not have it."""
        number = _positions(self.keys).get(key)
        return None if number is None else self._cell(number)

    def cells(self) -> Iterator[Cell]:
        """Every cell."""
        return map(self._cell, range(len(self.keys)))

    def _cell(self, number: int) -> Cell:
        span = Span(self.places[2 * number], self.places[2 * number + 1])
        return Cell(self.keys[number], self.readings[number], span, self.keys[number] in self.inferred)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report of a batch.

    `organ` is None where the report does not name it. `prose` has the sections by key; a section without prose is not in it.
    """

    path: str
    organ: Organ | None
    year: int | None
    template: str
    issued: date | None
    figures: Figures
    prose: Mapping[str, Prose] = field(default_factory=dict)
    locator: Locator = field(default_factory=lambda: Lines(array("L", [0])))

    @property
    def organ_name(self) -> str:
        """The organ as the report names it; empty where it does not."""
        return self.organ.name if self.organ else ""

    def cell(self, key: str) -> Cell | None:
        """The cell of a key; None if the report's templates do not have it."""
        return self.figures.cell(key)

    def address(self, offset: int) -> Address:
        """Where a character of the source stands in the document that the user has."""
        return self.locator.address(offset)


def entry_of(path: str, source: Source, report: Report) -> Entry:
    """What is kept of a report. `path` is what the user calls the file."""
    passages = passages_of(report, plain_layout(source.text))
    said = report.metadata
    return Entry(
        path=path,
        organ=_organ(report, source),
        year=settled_year(said, passages),
        template=report.template,
        issued=said.issued_date,
        figures=_figures(report),
        prose=_prose(report, passages),
        locator=source.locator,
    )


def _organ(report: Report, source: Source) -> Organ | None:
    """The organ that reports, with all places that title and signature name."""
    named, signed = report.metadata.organ_name, report.metadata.spans.get("issuing_organ")
    if named is None:
        return None
    return fullest(named, source.text[signed.start : signed.end]) if signed else fullest(named)


def _figures(report: Report) -> Figures:
    places = array("I")
    for cell in report.cells:
        places.extend(cell.span)
    keys = _shared(tuple(cell.key for cell in report.cells))
    inferred = frozenset(cell.key for cell in report.cells if cell.inferred)
    return Figures(keys, tuple(cell.reading for cell in report.cells), places, inferred)


@cache
def _shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    """One tuple for all reports of the same templates."""
    return keys


@cache
def _positions(keys: tuple[str, ...]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys)}


def _prose(report: Report, passages: Sequence[Passage]) -> dict[str, Prose]:
    headings = {section.key: section.heading_span for section in reversed(report.sections)}
    texts: dict[str, list[str]] = {}
    cuts: dict[str, array[int]] = {}
    for passage in passages:
        if passage.section in headings:
            _keep(passage, texts.setdefault(passage.section, []), cuts.setdefault(passage.section, array("I")))
    return {key: Prose(headings[key], "".join(parts), cuts[key]) for key, parts in texts.items()}


def _keep(passage: Passage, parts: list[str], cuts: array[int]) -> None:
    at = cuts[-3] if cuts else 0
    for start, end in passage.sentences():
        parts.append(passage.text[start:end])
        at += end - start
        cuts.extend((at, *passage.span_of(start, end)))
