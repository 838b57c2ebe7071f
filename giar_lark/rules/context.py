"""What a rule is given to look at: the report, and what is known of it, each worked out when a rule first asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, TypeVar

from giar_lark.findings import Finding
from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.flow import Flow, flow_of_span
from giar_lark.model.organ import Organ, fullest
from giar_lark.model.part import Part
from giar_lark.model.passage import Passage
from giar_lark.model.passages import parts_of
from giar_lark.model.report import Cell, Report, Row, Table
from giar_lark.model.report_year import settled_year
from giar_lark.rules.numbers.cells import Cells, OddRow
from giar_lark.rules.numbers.grid import ROW, Grid, Identity, Unequal, grid_of, unequal_lines
from giar_lark.rules.numbers.row_slip import RowSlip, row_slip_in
from giar_lark.rules.numbers.sums import sums
from giar_lark.rules.numbers.totals_slip import TotalsSlip, totals_slip_in
from giar_lark.rules.numbers.zeros import certain_zeros
from giar_lark.rules.occasions.sought import (
    FindsByPassage,
    Search,
    Tell,
    found_by_organ,
    found_in_flow,
    found_in_passages,
    sought_in_names,
    told_in_flow,
)
from giar_lark.rules.options import USUAL, Options
from giar_lark.rules.prose.period_statement import StatedPeriod, stated_period
from giar_lark.source.source import Source
from giar_lark.source.span import Span
from giar_lark.tokenise.text.markup import plain_layout, squeezed

if TYPE_CHECKING:
    from giar_lark.narrative.told import Narrative

_Hit = TypeVar("_Hit")


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a rule looks at: the source, the report read from it, and what the reading has already found wrong.

    Without slots, for its plain text and its prose are kept.
    """

    source: Source
    report: Report
    earlier: tuple[Finding, ...] = ()
    options: Options = USUAL

    @property
    def text(self) -> str:
        """The decoded text that all spans point into."""
        return self.source.text

    @kept_property
    def plain(self) -> str:
        """The text with its mark-up as white space and separators; every offset is that of `text`."""
        return plain_layout(self.text)

    @kept_property
    def parts(self) -> tuple[Part, ...]:
        """The prose, in order: preamble, then section by section; see `giar_lark.model.part`."""
        return parts_of(self.report)

    def passages_in(self, *sections: str) -> tuple[Passage, ...]:
        """The passages of some sections, by key; `front` is what stands above the first one."""
        return tuple([passage for part in self.parts if part.section in sections for passage in part.passages])

    def passages_from_the_end(self) -> Iterator[Passage]:
        """The prose, paragraph by paragraph, the last one first; see `giar_lark.model.passage`."""
        for part in reversed(self.parts):
            yield from map(part.passage, reversed(range(len(part.stretch.passages))))

    def in_passages(self, search: Search[_Hit]) -> Sequence[tuple[Passage, Sequence[_Hit]]]:
        """The passages that have what is `sought_in_passages` by a rule, each with what was found in it."""
        return _where_they_stand(search, [(part, part.stretch.answers[found_in_passages]) for part in self.parts])

    def in_flows(self, search: Search[_Hit]) -> Sequence[tuple[Flow, Sequence[_Hit]]]:
        """The flows that have what is `sought_in_flows` by a rule, each with what was found in it."""
        found = [(part, part.stretch.answers[found_in_flow].get(search)) for part in self.parts]
        return [(part.flow, hits) for part, hits in found if hits]

    def told_in_flows(self, search: Search[_Hit], tell: Tell[_Hit]) -> Iterator[Finding]:
        """What a rule has to tell of the flows that have what is `sought_in_flows`, where that follows from the flow alone.

        Of a flow that comes again it is worked out once, and put in its place.
        """
        for part in self.parts:
            if search in part.stretch.answers[found_in_flow]:
                told = part.stretch.answers[told_in_flow(search, tell, part.section)]
                yield from [finding.moved(part.start) for finding in told]

    def in_names(self, search: Search[_Hit]) -> Sequence[tuple[Flow, Sequence[_Hit]]]:
        """The names above and below that have what is `sought_in_names` by a rule, each with what was found in it."""
        found = [(name, sought_in_names.found_in(name.text).get(search)) for name in self.names_above_and_below]
        return [(name, hits) for name, hits in found if hits]

    def by_organ(self, search: Search[_Hit]) -> Sequence[tuple[Passage, Sequence[_Hit]]]:
        """The passages that have what is `sought_by_organ` by a rule; none where no organ is named."""
        return _where_they_stand(search, self.found_by_organ)

    @kept_property
    def found_by_organ(self) -> list[tuple[Part, FindsByPassage]]:
        """What is `sought_by_organ` by all rules, part by part; none where no organ is named."""
        organ = self.organ
        return [(part, found_by_organ(part.stretch, organ.name)) for part in self.parts] if organ else []

    @kept_property
    def organ(self) -> Organ | None:
        """The organ that reports, with all places that title and signature name; None if no name is given."""
        named, signed = self.report.metadata.organ_name, self.signature
        if named is None:
            return None
        return fullest(named, signed) if signed is not None else fullest(named)

    @kept_property
    def signature(self) -> str | None:
        """The organ as it is named at the end, without white space; None if it is not."""
        return self.names.get("issuing_organ")

    @kept_property
    def names(self) -> dict[str, str]:
        """The title and the signature, which are no prose, as far as there are any: each without white space, by its field."""
        spans = [(name, self.report.metadata.spans.get(name)) for name in ("title", "issuing_organ")]
        return {name: squeezed(self.plain[span.start : span.end]) for name, span in spans if span is not None}

    @kept_property
    def year(self) -> int | None:
        """The year reported on: the title's, unless period and date show that the title is wrong."""
        return settled_year(self.report)

    @kept_property
    def period(self) -> StatedPeriod | None:
        """The first period that the prose states."""
        return stated_period(self.parts)

    @kept_property
    def narrative(self) -> Narrative:
        """What the prose says in numbers; see `giar_lark.narrative`. Lark reads it, so it is read when a rule asks."""
        from giar_lark.narrative.reader import read_narrative

        return read_narrative(self.parts, self.year)

    @kept_property
    def names_above_and_below(self) -> tuple[Flow, ...]:
        """The title and the signature, each as a flow."""
        return tuple([flow_of_span(name, self.report.metadata.spans[name], self.plain) for name in self.names])

    def part(self, section: str) -> Part | None:
        """The first prose of a section; None if it has none."""
        return next((part for part in self.parts if part.section == section and part.stretch.flow.text), None)

    def flow_of(self, section: str) -> Flow | None:
        """The same in one piece."""
        part = self.part(section)
        return part.flow if part is not None else None

    @kept_property
    def cells(self) -> Cells:
        """The cells of the report, by key and by table."""
        return Cells(self.report)

    @kept_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that rules may judge: not those whose labels and numbers came apart, which the reading reports."""
        if all(finding.code != "RD-06" for finding in self.earlier):
            return self.report.tables
        return tuple(table for table in self.report.tables if not self._is_scattered(table))

    def table(self, key: str) -> Table | None:
        """Table `t2`, `t3` or `t4`; None if it is not in the text, or scattered."""
        return self._table_by_key.get(key)

    @kept_property
    def _table_by_key(self) -> dict[str, Table]:
        return {table.key: table for table in self.tables}

    @property
    def odd_rows(self) -> dict[str, tuple[OddRow, ...]]:
        """The rows of each table that hold anything but plain counts, by the key of the table; scattered ones included."""
        return self.cells.odd_rows

    @kept_property
    def unequal(self) -> Unequal:
        """What does not add up in table 3, with blanks as nothing: most often nothing at all."""
        return unequal_lines(self.cells)

    @kept_property
    def grid(self) -> Grid:
        """The identities of table 3; see `unequal` first, for they seldom need be looked at."""
        return grid_of(self.report)

    @kept_property
    def row_slip(self) -> RowSlip | None:
        """The one slip with the values of a row that explains several sums of table 3; None if there is none."""
        return row_slip_in(self.grid) if any(self.unequal.values()) else None

    @kept_property
    def totals_slip(self) -> TotalsSlip | None:
        """The one slip with the totals of table 3 that explains why those of all its rows fail; None if there is none."""
        return totals_slip_in(self.grid) if self.unequal[ROW] else None

    @property
    def _slips(self) -> list[RowSlip | TotalsSlip]:
        return [slip for slip in (self.row_slip, self.totals_slip) if slip is not None]

    def failing(self, kind: str) -> list[Identity]:
        """The identities of a kind that do not hold, or are left open by blanks; but for those that one slip explains."""
        lines = self.unequal[kind]
        if not lines:
            return []
        explained = [identity for slip in self._slips for identity in slip.explains]
        return [
            each
            for each in self.grid.of_kind(kind)
            if each.line in lines and each.balance.fails and each not in explained
        ]

    @kept_property
    def cells_as_told(self) -> tuple[Cells, ...]:
        """The cells as they stand, and as they would stand with what is told of the sums of table 3 put right.

        Prose that agrees with either needs no finding of its own: what is wrong is told where it stands.
        """
        if not any(self.unequal.values()):
            return (self.cells,)
        numbers = {**self.grid.suspects, **{cell.key: value for slip in self._slips for cell, value in slip.changes}}
        return (self.cells, Cells(self.report, numbers)) if numbers else (self.cells,)

    @kept_property
    def certain_zeros(self) -> dict[str, Cell]:
        """The blank cells that can only be 0, by key."""
        return certain_zeros(sums(self.report, self.grid))

    def in_frames(
        self, look: Callable[[Context, Table], Iterable[_Hit]], tables: Iterable[Table] | None = None
    ) -> Iterator[tuple[Table, _Hit]]:
        """What a rule finds that looks at all of a table but its numbers, and that alone; in those that may be judged, or in some.

        A table with the same words and marks as one before is not looked at again. So what is found has no places: it tells
        rows and the like by their number.
        """
        for table in self.tables if tables is None else tables:
            if look not in table.frame.sound:
                yield from zip(repeat(table), self._hits(look, table))

    def _hits(self, look: Callable[[Context, Table], Iterable[_Hit]], table: Table) -> tuple[_Hit, ...]:
        hits = table.frame.hits.get(look)
        if hits is None:
            hits = tuple(look(self, table))
            if hits:
                table.frame.hits[look] = hits
            else:
                table.frame.sound.add(look)
        return hits

    def is_unread(self, key: str) -> bool:
        """Whether the reading has said of a whole table that it is not read: then no rule need say what is not in it."""
        return any(finding.code == "RD-06" and finding.key == key for finding in self.earlier)

    def _is_scattered(self, table: Table) -> bool:
        if any(reading.state != "unreadable" for reading in table.readings):
            return False
        return any(finding.code == "RD-06" and _touches(finding.span, table.span) for finding in self.earlier)

    @property
    def is_lenient(self) -> bool:
        """Whether the report is on 2019, when the format was on trial and could merely be followed (60号)."""
        return self.report.metadata.year == 2019

    def is_reported(self, row: Row) -> bool:
        """Whether the reading has already said what is wrong with the numbers of a row."""
        spans = [cell.span for cell in row.cells] or [row.label]
        return any(
            finding.code in _ROW_CODES and (finding.key in (row.key, row.key[:2]) or _touches(finding.span, spans[0]))
            for finding in self.earlier
        )


def _where_they_stand(
    search: Search[_Hit], found: Iterable[tuple[Part, FindsByPassage]]
) -> list[tuple[Passage, Sequence[_Hit]]]:
    """The passages that have what a search has found, in order, each with what was found in it."""
    return [(part.passage(number), hits) for part, finds in found for number, hits in finds.get(search, ())]


_ROW_CODES = frozenset({"RD-06", "T3-13", "T4-02", "T2-07", "SY-01"})


def _touches(span: Span, other: Span) -> bool:
    """Whether two spans share a character; one of no length stands within the other, its end included."""
    at_end = other.start == other.end == span.end
    return (
        at_end
        or span.start == other.start
        or span.start < other.start < span.end
        or other.start < span.start < other.end
    )
