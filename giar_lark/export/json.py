"""Reports, cells and findings as JSON: the objects of the contract, part 4, described by `giar_lark/schema/`.

Units: spans are offsets in code points, half-open; lines and columns count from 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from uuid import uuid4

from giar_lark.containers.names import as_text
from giar_lark.findings import Finding, Related
from giar_lark.model.paragraph import Paragraph
from giar_lark.model.report import Cell, Metadata, Report, Row, Section, Table
from giar_lark.official.vocabulary import official
from giar_lark.source.address import Address
from giar_lark.source.source import Source
from giar_lark.source.span import Span

Object = dict[str, object]


def finding_dict(finding: Finding, source: Source, *, lang: str = "zh", path: str | None = None) -> Object:
    """A finding. `path` is what the user called the file; the source's own name if not given."""
    end = source.end_address(finding.span.end)
    return {
        "path": as_text(source.name if path is None else path),
        **finding.to_dict(lang),
        **_place(finding.span, source),
        "end_line": end.line,
        "end_column": end.column,
        "related": [_related(related, source, lang) for related in finding.related],
        "fix": _fix(finding, source),
    }


def address_dict(address: Address) -> Object:
    """An address: line and column, and the `place` in a document that has no lines."""
    spot = {} if address.spot is None else {"place": address.spot.to_dict()}
    return {"line": address.line, "column": address.column, **spot}


def cell_dict(cell: Cell, source: Source) -> Object:
    """A cell. Blank: the value is None unless a number is given or inferred; counts are int, money Decimal."""
    return {**cell.to_dict(), **_place(cell.span, source)}


def report_dict(report: Report, source: Source, *, path: str | None = None) -> Object:
    """A report: metadata, sections with their prose, tables by row, and every cell of the template."""
    return {
        "path": as_text(source.name if path is None else path),
        "template": report.template or None,
        "metadata": _metadata(report.metadata, source),
        "preamble": [_paragraph(paragraph, source) for paragraph in report.front],
        "sections": [_section(section, source) for section in report.sections],
        "tables": [_table(table, source) for table in report.tables],
        "cells": [cell_dict(cell, source) for cell in report.cells],
    }


def to_json(value: object, *, indent: int | None = None) -> str:
    """Any of these objects as text. Units: a Decimal is written as it stands, without exponent."""
    mark = uuid4().hex
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=lambda number: f"{mark}{_plain(number)}")
    return text if mark not in text else re.sub(rf'"{mark}([^"]*)"', r"\1", text)


def read_schema(name: str) -> Mapping[str, object]:
    """The JSON Schema of a `report`, a `finding`, the `statistics` of a run, the `config`, or the `grammar` as JSON."""
    schema: Mapping[str, object] = json.loads(
        (files("giar_lark") / "schema" / f"{name}.schema.json").read_text("utf-8")
    )
    return schema


def _plain(number: object) -> str:
    if not isinstance(number, Decimal):
        raise TypeError(f"not a value of a report: {number!r}")
    return f"{number:f}"


def _place(span: Span, source: Source) -> Object:
    """Span, line and column; `place`, too, where the document has no lines."""
    return {"span": list(source.told(span)), **address_dict(source.address(span.start))}


def _related(related: Related, source: Source, lang: str) -> Object:
    """A second place; one in another file has its `path`."""
    message = related.message.in_language(lang)
    if related.elsewhere is None:
        return {**_place(related.span, source), "message": message}
    path, address = related.elsewhere
    return {"path": as_text(path), "span": list(related.span), **address_dict(address), "message": message}


def _fix(finding: Finding, source: Source) -> Object | None:
    """A repair, its edits in the offsets that users are told."""
    if finding.fix is None:
        return None
    edits = [{"span": list(source.told(edit.span)), "text": edit.text} for edit in finding.fix.edits]
    return {**finding.fix.to_dict(), "edits": edits}


def _metadata(metadata: Metadata, source: Source) -> Object:
    dates = {
        name: value.isoformat() if (value := getattr(metadata, name)) else None
        for name in ("period_start", "period_end", "issued_date", "published_date")
    }
    return {
        "title": metadata.title,
        "organ_name": metadata.organ_name,
        "organ_class": metadata.organ_class,
        "organ_level": metadata.organ_level,
        "year": metadata.year,
        "basis_documents": list(metadata.basis_documents),
        **dates,
        "places": {name: _place(span, source) for name, span in metadata.spans.items()},
    }


def _paragraph(paragraph: Paragraph, source: Source) -> Object:
    return {"text": paragraph.text, "ordinal": paragraph.ordinal, **_place(paragraph.span, source)}


def _section(section: Section, source: Source) -> Object:
    return {
        "key": section.key,
        "heading": section.heading,
        "ordinal": section.ordinal,
        **_place(section.heading_span, source),
        "paragraphs": [_paragraph(paragraph, source) for paragraph in section.paragraphs],
    }


def _table(table: Table, source: Source) -> Object:
    return {
        "key": table.key,
        "template": table.template,
        **_place(table.span, source),
        "blocks": [
            {
                "caption": official(block.caption),
                "template": block.template,
                **_place(block.caption_span, source),
                "rows": [row.key for row in block.rows],
            }
            for block in table.blocks
        ],
        "rows": [_row(row, source) for row in table.rows],
    }


def _row(row: Row, source: Source) -> Object:
    return {"key": row.key, **_place(row.label, source), "cells": [cell_dict(cell, source) for cell in row.cells]}
