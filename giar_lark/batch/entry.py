"""What is kept of a report while the others of its folder are read: who it is of, at hand, and what it says, where it is kept."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date

from giar_lark.batch.body import Body, InMemory, Kept
from giar_lark.batch.figures import Figures, figures_of
from giar_lark.batch.masking import Words
from giar_lark.batch.prose import Prose
from giar_lark.batch.traits import Traits
from giar_lark.lean.records import dataclass
from giar_lark.model.organ import Organ, fullest
from giar_lark.model.passage import Passage
from giar_lark.model.passages import passages_of
from giar_lark.model.report import Cell, Report
from giar_lark.model.report_year import settled_year
from giar_lark.source.address import Address, Locator
from giar_lark.source.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A report of a batch.

    `organ` is None where the report does not name it. What it says is read from where it is kept each time it is asked for.
    """

    path: str
    organ: Organ | None
    year: int | None
    template: str
    issued: date | None
    kept: Kept

    @property
    def organ_name(self) -> str:
        """The organ as the report names it; empty where it does not."""
        return self.organ.name if self.organ else ""

    @property
    def figures(self) -> Figures:
        """Its cells."""
        return self.kept.body.figures

    @property
    def prose(self) -> Mapping[str, Prose]:
        """Its sections by key; one without prose is not there."""
        return self.kept.body.prose

    @property
    def locator(self) -> Locator:
        """Where its characters stand in the document that the user has."""
        return self.kept.body.locator

    def cell(self, key: str) -> Cell | None:
        """The cell of a key; None if the report's templates do not have it."""
        return self.figures.cell(key)

    def words(self, section: str) -> Words:
        """The sentences of a section that count, as they are compared."""
        return self.kept.words(section)

    def traits(self, section: str) -> Traits:
        """What stands for those sentences where many texts are compared."""
        return self.kept.traits(section)

    def address(self, offset: int) -> Address:
        """Where a character of the source stands in the document that the user has."""
        return self.locator.address(offset)


def entry_of(path: str, source: Source, report: Report) -> Entry:
    """What is kept of a report. `path` is what the user calls the file."""
    passages = passages_of(report)
    said, organ = report.metadata, _organ(report, source)
    body = Body(figures_of(report), _prose(report, passages), source.locator)
    return Entry(
        path=path,
        organ=organ,
        year=settled_year(report),
        template=report.template,
        issued=said.issued_date,
        kept=InMemory(body, organ),
    )


def _organ(report: Report, source: Source) -> Organ | None:
    """The organ that reports, with all places that title and signature name."""
    named, signed = report.metadata.organ_name, report.metadata.spans.get("issuing_organ")
    if named is None:
        return None
    return fullest(named, source.text[signed.start : signed.end]) if signed else fullest(named)


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
