"""The canonical form: the text that the grammar reads with stock Lark, and a person reads with ease.

Labels stand at the margin, cells behind tabs, paragraphs without soft line breaks, an empty line before each section.
"""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Grid

_INDENT, _TAIL = "\u3000" * 2, "\u3000" * 4
_PREFIXES = {Kind.TITLE: "", Kind.HEADING: "\n", Kind.PARAGRAPH: _INDENT, Kind.ORGAN: _TAIL, Kind.DATE: _TAIL}


def canonical_text(document: Document) -> str:
    """The canonical form of a document."""
    return "".join(f"{line}\n" for part in document for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    if part.grid is None:
        yield _PREFIXES[part.kind] + part.text
    else:
        yield from _table_lines(part.kind, part.grid)


def _table_lines(kind: Kind, grid: Grid) -> Iterator[str]:
    """A line for each label above a row, then one for the row; the header of a table is one line."""
    header: list[str] = []
    for row in grid:
        values = [box.text for box in row if box.value]
        labels = [box.text for box in row if not box.value]
        if values:
            yield from _header_lines(kind, header)
            header = []
            yield from labels[:-1]
            yield "\t".join([labels[-1] if labels else "", *values])
        elif kind is Kind.DISCLOSURE:
            yield " ".join(labels)
        else:
            header += labels
    yield from _header_lines(kind, header)


def _header_lines(kind: Kind, header: list[str]) -> Iterator[str]:
    if header and kind is Kind.APPLICATIONS:
        note, applicants, person, legal_persons, total, *legal_person_columns = header
        yield note
        yield " ".join([applicants, person, legal_persons, *legal_person_columns, total])
    elif header:
        yield " ".join(header)
