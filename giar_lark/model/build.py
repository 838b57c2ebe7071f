"""Nodes to the model: sections with their prose, tables, and what the report says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from giar_lark.lean.later import Later
from giar_lark.model.cells import cells_in_order
from giar_lark.model.metadata import read_metadata
from giar_lark.model.prose import Prose, prose_of
from giar_lark.model.report import Metadata, Report, Section, Table
from giar_lark.model.table import build_table, table_of_parts
from giar_lark.model.whole import build_whole
from giar_lark.official.templates import tables
from giar_lark.parse.nodes import ReportNode, SectionNode, TableNode
from giar_lark.source.span import Span
from giar_lark.tokenise.sections.heading import ordinal_of
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.markup import plain_layout
from giar_lark.tokenise.token import Token
from giar_lark.tokenise.whole_table import WholeTable

_PROSE = ("TEXT", "NUMBERED")


def build_report(node: ReportNode, text: str, miscounted: frozenset[int]) -> Report:
    """The model of a report."""
    text = plain_layout(text)
    builder = _Builder(text, miscounted)
    sections = tuple(map(builder.section, node.sections))
    front, tail = _prose_among(node.front, text), _prose_among(node.tail, text)
    found = _merge(builder.tables)
    said = Later(read_metadata, text, node.front, [front, *(section.prose for section in sections)], node.tail)
    template = _template(found, said)
    return Report(
        template=template,
        sections=sections,
        tables=found,
        said=said,
        above=front,
        below=tail,
        all_cells=Later(cells_in_order, found, sections, template, len(text)),
    )


def _prose_among(tokens: Sequence[Token], text: str) -> Prose:
    """The prose that stands above the first section, or behind the last, without title, organ and date."""
    return prose_of([token for token in tokens if token.type in _PROSE], text)


@lru_cache(maxsize=1024)
def _heading(text: str) -> tuple[str, str]:
    """A heading as written, and its ordinal; most reports have the same ones."""
    written = text.replace(FILLER, "").strip()
    return written, ordinal_of(written)


@cache
def _section_keys() -> dict[str, str]:
    """The keys of the sections by the terminals of their headings."""
    return {spec.terminal: spec.key for spec in tables().sections}


class _Builder:
    """Builds the sections of a report one by one, and has their tables."""

    def __init__(self, text: str, miscounted: frozenset[int]) -> None:
        self.text, self.miscounted = text, miscounted
        self.tables: list[Table] = []

    def section(self, node: SectionNode) -> Section:
        heading, lines = node.heading, []
        end = heading.end
        for part in node.parts:
            if isinstance(part, WholeTable):
                end = max(end, self._add(build_whole(part)))
            elif isinstance(part, TableNode):
                end = max(end, self._add(build_table(part, self.miscounted)))
            else:
                lines.append(part)
                end = max(end, part.end)
        prose = prose_of(lines, self.text)
        written, ordinal = _heading(self.text[heading.start : heading.end])
        return Section(_section_keys()[heading.type], written, ordinal, heading.span, Span(heading.start, end), prose)

    def _add(self, table: Table) -> int:
        """Keep a table; return where it ends."""
        self.tables.append(table)
        return table.span.end


def _merge(found: Sequence[Table]) -> tuple[Table, ...]:
    """One table of each key; of table 4, whose one row cannot be divided, the first, for a second is a repetition."""
    parts: dict[str, list[Table]] = {}
    for table in found:
        parts.setdefault(table.key, []).append(table)
    return tuple([alike[0] if key == "t4" else table_of_parts(alike) for key, alike in sorted(parts.items())])


def _template(found: Sequence[Table], said: Later[Metadata]) -> str:
    """The template of a report: what most of its tables show, else the one for its year."""
    votes = [block.template for table in found for block in table.form.blocks]
    votes += [table.template for table in found if table.key == "t3" and table.template] * 2
    if votes:
        return max(("2021", "2019"), key=votes.count)
    year = said.value.year
    if year is None or year >= 2021:
        return "2021"
    return "2019" if year >= 2019 or found else "legacy"
