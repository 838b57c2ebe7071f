"""A checked document as the page shows it: plain values, every place in the units of a browser."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.model.report import Cell, Row, Table
from giar_lark.official.vocabulary import official
from giar_lark.pipeline import Checked
from giar_lark.render.document import Document
from giar_lark.render.labels import english_headings, headings, row_name
from giar_lark.render.places import place_words
from giar_lark.render.repair import edits_in_words
from giar_lark.source.source import Source
from giar_lark.source.span import Span
from giar_lark.web.sums import Sum, Sums, sums_of
from giar_lark.web.units import Units, units_of

Object = dict[str, object]
_TABLES = {
    "t2": Text("表二　主动公开政府信息情况", "Table 2: proactive disclosure"),
    "t3": Text("表三　收到和处理政府信息公开申请情况", "Table 3: applications"),
    "t4": Text("表四　行政复议、行政诉讼情况", "Table 4: reconsideration and litigation"),
}
_NEEDS_ANOTHER_PROGRAM = "RD-15"
# where another program would be needed, a page cannot do what the finding tells a user of the command line
_NOTHING_TO_INSTALL = Text(
    "网页读不了这种文件：请在 Word 或 WPS 中另存为 DOCX，再拖进来",
    "the page cannot read such a file: save it as DOCX in Word or WPS, and drop that here",
)


@dataclass(frozen=True)
class View:
    """Builds what the page shows of one document in one language. Without slots, for its measure is kept."""

    name: str
    source: Source
    checked: Checked
    lang: str

    @kept_property
    def _units(self) -> Units:
        return units_of(self.source.text)

    @kept_property
    def _document(self) -> Document:
        return Document(self.name, self.source, self.checked.report)

    def to_dict(self) -> Object:
        """The whole: what the document is, its text, what is found in it, its tables, its headings."""
        said = self.checked.report.metadata
        return {
            "name": self.name,
            "format": self.source.origin.format if self.source.origin else "text",
            "editable": not (self.source.binary or self.source.damaged),
            "text": self.source.text,
            "title": said.title,
            "organ": said.organ_name,
            "year": said.year,
            "template": self.checked.report.template or None,
            "findings": [self._finding(finding) for finding in self.checked.findings],
            "tables": [self._table(table) for table in self.checked.report.tables],
            "outline": [
                {"words": section.heading, **self._place(section.heading_span)}
                for section in self.checked.report.sections
                if section.heading
            ],
        }

    def _say(self, text: Text | None) -> str | None:
        return None if text is None else text.in_language(self.lang)

    def _place(self, span: Span) -> Object:
        return {"from": self._units.units(span.start), "to": self._units.units(span.end)}

    def _finding(self, finding: Finding) -> Object:
        related = [{"message": self._say(other.message), **self._place(other.span)} for other in finding.related_here]
        return {
            "id": finding.id,
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "message": self._say(finding.message),
            "label": self._say(finding.label),
            "help": self._say(_NOTHING_TO_INSTALL if finding.code == _NEEDS_ANOTHER_PROGRAM else finding.help),
            "clause": self._say(finding.clause),
            "key": finding.key,
            "where": self._say(place_words(self._document, finding)),
            "address": self.source.address(finding.span.start).in_words(self.lang),
            "related": related,
            "addends": [other.key for other in finding.related_here if other.key],
            "fix": self._fix(finding),
            **self._place(finding.span),
        }

    def _fix(self, finding: Finding) -> Object | None:
        fix = finding.fix
        if fix is None:
            return None
        words = edits_in_words(fix.edits, self.source)
        return {"safe": fix.safe, "byHand": fix.by_hand, "words": self._say(words)}

    @kept_property
    def _by_key(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, finding in enumerate(self.checked.findings):
            if finding.key:
                found[finding.key].append(number)
        return found

    def _table(self, table: Table) -> Object:
        sums = sums_of(self.checked.report, table)
        parts = list(self._blocks(table)) if table.blocks else [self._part("", self._rows(table), sums)]
        return {
            "key": table.key,
            "title": _TABLES[table.key].in_language(self.lang),
            "parts": parts,
            "sumName": self._say(sums.name) if sums.rows else None,
            "lines": [
                {"name": self._say(line.name), "sums": [self._sum(one) for one in line.sums]} for line in sums.lines
            ],
            **self._place(table.span),
        }

    def _rows(self, table: Table) -> Sequence[tuple[str, Sequence[Cell]]]:
        """The rows of a table in the order of the official one, those that are not in the text too."""
        return [(row.key, row.cells) for row in self._document.rows.values() if row.key.startswith(table.key)]

    def _blocks(self, table: Table) -> Iterator[Object]:
        for block in table.blocks:
            rows: Sequence[Row] = block.rows
            known = [self._document.rows[row.key] for row in rows if row.key in self._document.rows]
            yield self._part(official(block.caption), [(row.key, row.cells) for row in known], Sums(_TABLES["t2"], {}))

    def _part(self, caption: str, rows: Sequence[tuple[str, Sequence[Cell]]], sums: Sums) -> Object:
        columns = [cell.column for cell in rows[0][1]] if rows else []
        named = headings(rows[0][0], columns, narrow=False) if rows else []
        return {
            "caption": caption,
            "columns": english_headings(columns) if self.lang == "en" else named,
            "rows": [
                {
                    "key": key,
                    "label": row_name(key),
                    "cells": [self._cell(cell) for cell in cells],
                    "findings": self._by_key.get(key, []),
                    "sum": self._sum(sums.rows[key]) if key in sums.rows else None,
                }
                for key, cells in rows
            ],
        }

    def _cell(self, cell: Cell) -> Object:
        found = self._by_key.get(cell.key, [])
        return {"key": cell.key, "raw": cell.raw, "state": cell.state, "findings": found, **self._place(cell.span)}

    def _sum(self, one: Sum) -> Object:
        return {"value": str(one.value), "verdict": one.verdict.value}
