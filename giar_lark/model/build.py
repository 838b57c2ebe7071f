"""Nodes to the model: keys for every cell, sections with their prose, and what is missing in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from giar_lark.model.metadata import read_metadata
from giar_lark.model.prose import paragraphs_of
from giar_lark.model.report import Block, Cell, Metadata, Report, Row, Section, Table
from giar_lark.parse.nodes import BlockNode, ReportNode, RowNode, SectionNode, TableNode
from giar_lark.span import Span
from giar_lark.templates import Header, cell_keys, tables
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.headings import ordinal_of
from giar_lark.tokenise.markup import FILLER, plain_layout
from giar_lark.tokenise.token import Token

# what stands in a row that cannot be read is kept to be shown, not to be read again
_LONGEST_RAW = 200
_MISSING = CellText("missing", None, "")


def build_report(node: ReportNode, text: str, miscounted: frozenset[int]) -> Report:
    """The model of a report."""
    text = plain_layout(text)
    builder = _Builder(text, miscounted)
    sections = tuple(builder.section(section) for section in node.sections)
    front = tuple(paragraphs_of(text, [t for t in node.front if t.type != "TITLE"]))
    found = tuple(_merge(builder.tables))
    metadata = read_metadata(text, node.front, front, sections, node.tail)
    template = _template(found, metadata)
    cells = tuple(_all_cells(found, sections, template, len(text)))
    tail = tuple(paragraphs_of(text, [t for t in node.tail if t.type in ("TEXT", "NUMBERED")]))
    return Report(
        template=template, metadata=metadata, front=front, sections=sections, tables=found, cells=cells, tail=tail
    )


class _Builder:
    def __init__(self, text: str, miscounted: frozenset[int]) -> None:
        self.text, self.miscounted = text, miscounted
        self.tables: list[Table] = []

    def section(self, node: SectionNode) -> Section:
        heading = node.heading
        spec = next(spec for spec in tables().sections if spec.terminal == heading.type)
        prose = [part for part in node.parts if isinstance(part, Token)]
        for part in node.parts:
            if isinstance(part, TableNode):
                self.tables.append(self._table(part))
        written = self.text[heading.start : heading.end].replace(FILLER, "").strip()
        ends = [heading.end, *(token.end for token in prose), *(table.span.end for table in self.tables)]
        return Section(
            spec.key,
            written,
            ordinal_of(written),
            heading.span,
            Span(heading.start, max(ends)),
            tuple(paragraphs_of(self.text, prose)),
        )

    def _table(self, node: TableNode) -> Table:
        return {"t2": self._disclosure, "t3": self._applications, "t4": self._cases}[node.key](node)

    def _disclosure(self, node: TableNode) -> Table:
        blocks = tuple(self._block(part) for part in node.parts)
        rows = tuple(row for block in blocks for row in block.rows)
        votes = [block.template for block in blocks]
        spans = [block.caption_span for block in blocks] + [span for row in rows for span in _ends(row)]
        return Table("t2", _cover(spans), max(("2021", "2019"), key=votes.count), rows, blocks)

    def _block(self, node: BlockNode) -> Block:
        header = _header(node.header.type, node.caption.type)
        rows = tuple(
            self._row(row, tables().disclosure_rows[row.label.type].key, header.column_keys) for row in node.rows
        )
        return Block(node.caption.type, node.caption.span, node.header.span, header.template, rows)

    def _applications(self, node: TableNode) -> Table:
        data = tables()
        rows = tuple(
            self._row(part, data.application_rows[part.label.type].key, data.applicant_keys)
            for part in node.parts
            if isinstance(part, RowNode)
        )
        heads = [part for part in node.parts if isinstance(part, Token)]
        terminals = {row.terminal for row in rows}
        template = None
        if terminals & set(data.application_groups["OTHERWISE"]):
            template = "2021"
        elif "OTHERWISE" in terminals:
            template = "2019"
        spans = [t.span for t in heads] + [span for row in rows for span in _ends(row)]
        headers = tuple(t.span for t in heads if t.type == "APPLICANT_COLUMNS")
        return Table("t3", _cover(spans), template, rows, headers=headers)

    def _cases(self, node: TableNode) -> Table:
        cells = node.parts[-1]
        head = [part for part in node.parts[:-1] if isinstance(part, Token)]
        data = tables()
        keys = _case_keys()
        made = self._cells(cells, keys, cells[0].start if cells else head[-1].end if head else 0)
        label = head[0].span if head else Span(made[0].span.start, made[0].span.start)
        rows = tuple(
            Row(group, terminal, label, made[number * 5 : number * 5 + 5])
            for number, (terminal, group) in enumerate(data.case_groups.items())
        )
        return Table(
            "t4",
            _cover([t.span for t in head] + [c.span for c in made]),
            None,
            rows,
            headers=tuple(t.span for t in head),
        )

    def _row(self, node: RowNode, key: str, columns: tuple[str, ...]) -> Row:
        label = node.label
        return Row(
            key,
            label.type,
            Span(label.start, label.end),
            self._cells(node.cells, _cell_keys(key, columns), label.start),
        )

    def _cells(self, tokens: Sequence[Token], keys: Sequence[str], mark: int) -> tuple[Cell, ...]:
        """The cells of a row; all of them unreadable where the row has lost its places or has a wrong number of values."""
        if not tokens or tokens[0].type == "UNPLACED" or len(tokens) != len(keys) or mark in self.miscounted:
            start, end = (tokens[0].start, tokens[-1].end) if tokens else (mark, mark)
            said = [token.cell.raw for token in tokens if token.cell is not None]
            reading = CellText("unreadable", None, " ".join(raw for raw in said if raw)[:_LONGEST_RAW])
            return tuple(Cell(key, reading, Span(start, end)) for key in keys)
        return tuple(
            [
                Cell(key, t.cell or _MISSING, Span(t.start, t.end), t.inferred)
                for key, t in zip(keys, tokens, strict=True)
            ]
        )


@cache
def _case_keys() -> tuple[str, ...]:
    data = tables()
    return tuple(f"{group}.{result}" for group in data.case_groups.values() for result in data.results.values())


@lru_cache(maxsize=256)
def _cell_keys(row: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{row}.{column}" for column in columns)


def _header(terminal: str, caption: str) -> Header:
    block = next(block for block in tables().blocks if block.caption == caption)
    return next(header for header in block.headers.values() if header.terminal == terminal)


def _cover(spans: Iterable[Span]) -> Span:
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else Span(0, 0)


def _ends(row: Row) -> tuple[Span, ...]:
    """The label of a row and its outermost cells: enough to know what it covers."""
    return (row.label, row.cells[0].span, row.cells[-1].span) if row.cells else (row.label,)


def _merge(found: Sequence[Table]) -> Iterable[Table]:
    """One table of each key: the parts of a table that a page break or a note has divided are joined."""
    for key in ("t2", "t3", "t4"):
        parts = [table for table in found if table.key == key]
        if key == "t4":
            parts = parts[:1]  # one row cannot be divided: a second table 4 is a repetition
        if not parts:
            continue
        templates = [part.template for part in parts if part.template]
        yield Table(
            key,
            _cover(part.span for part in parts),
            max(templates, key=templates.count) if templates else None,
            tuple(row for part in parts for row in part.rows),
            tuple(block for part in parts for block in part.blocks),
            tuple(header for part in parts for header in part.headers),
        )


def _template(found: Sequence[Table], metadata: Metadata) -> str:
    """The template of a report: what most of its tables show, else the one for its year."""
    votes = [block.template for table in found for block in table.blocks]
    votes += [table.template for table in found if table.key == "t3" and table.template] * 2
    if votes:
        return max(("2021", "2019"), key=votes.count)
    year = metadata.year
    if year is None or year >= 2021:
        return "2021"
    return "2019" if year >= 2019 or found else "legacy"


def _all_cells(found: Sequence[Table], sections: Sequence[Section], template: str, end: int) -> Iterable[Cell]:
    """Every key in order, the first cell of a key that is in the text, and a missing cell for the rest."""
    cells: dict[str, Cell] = {}
    for table in found:
        for row in reversed(table.rows):
            for cell in row.cells:
                cells[cell.key] = cell
    at = 0
    for key in _keys(found, template):
        present = cells.get(key)
        if present is not None:
            at = present.span.end
            yield present
        else:
            at = max(at, _place_of(key, found, sections, end))
            yield Cell(key, _MISSING, Span(at, at))


def _keys(found: Sequence[Table], template: str) -> tuple[str, ...]:
    """The keys of a report: each block of table 2 by its own template, table 3 by its own, in the official order."""
    base = template if template in ("2021", "2019") else "2021"
    outcome = next((table.template for table in found if table.key == "t3" and table.template), base)
    blocks = tuple((block.caption, block.template) for table in found for block in table.blocks)
    rows = frozenset(row.terminal for table in found if table.key == "t2" for row in table.rows)
    return _keys_of(base, outcome, blocks, rows)


@lru_cache(maxsize=256)
def _keys_of(base: str, outcome: str, blocks: tuple[tuple[str, str], ...], rows: frozenset[str]) -> tuple[str, ...]:
    data, own_template = tables(), dict(blocks)
    keys: list[str] = []
    for block in data.blocks:
        own = own_template.get(block.caption, base)
        header = block.headers.get(own)
        for row in block.rows if header is not None else ():
            spec = data.disclosure_rows[row]
            if header is not None and (spec.template in (None, own) or row in rows):
                keys += _cell_keys(spec.key, header.column_keys)
    keys += [key for key in cell_keys(outcome) if not key.startswith("t2.")]
    return tuple(keys)


def _place_of(key: str, found: Sequence[Table], sections: Sequence[Section], end: int) -> int:
    """Behind the header of its block, where a table begins, or its section, or the end of the text: the least that is known."""
    table = next((table for table in found if table.key == key[:2]), None)
    if table is not None:
        row = key.rpartition(".")[0]
        captions = {
            block.caption for block in tables().blocks for r in block.rows if tables().disclosure_rows[r].key == row
        }
        headers = [block.header_span.end for block in table.blocks if block.caption in captions]
        return headers[0] if headers else table.span.start
    spec = next(spec for spec in tables().sections if spec.table == key[:2])
    section = next((section for section in sections if section.key == spec.key), None)
    return section.heading_span.end if section is not None else end
