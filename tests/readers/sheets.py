"""Reports of the corpus as sheets of cells, and what has to come out of them in every format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from giar_lark import Source, check, parse
from giar_lark.source.encodings import decode
from giar_lark.write.document import Document, document_of
from giar_lark.write.grid import unmerged
from giar_lark.write.text import canonical_text

CORPUS = Path(__file__).parents[2] / "corpus"
# both templates, every number another one; blanks of several kinds; a report with much prose
TEXTS = (
    "twins/2021",
    "twins/2019",
    "reports/town-2025-partly-blank",
    "reports/township-2024-na-words",
)


@dataclass(frozen=True, slots=True)
class Result:
    """The cells of a report with value and state, and its findings by rule."""

    cells: Mapping[str, tuple[object, str]]
    findings: Mapping[str, int]


def result_of(source: Source) -> Result:
    """What comes out of a source."""
    checked = check(source)
    cells = {cell.key: (cell.value, cell.state) for cell in checked.report.cells}
    return Result(cells, Counter(finding.code for finding in checked.findings))


@cache
def document(name: str) -> Document:
    """A report of the corpus as parts to be written."""
    source = decode((CORPUS / name / "tab-rows.txt").read_bytes(), name)
    return document_of(parse(source).report, source.text)


@cache
def expected(name: str) -> Result:
    """What comes out of the canonical text of a report."""
    return result_of(decode(canonical_text(document(name)).encode(), name))


def sheet(name: str) -> list[list[str]]:
    """A report as a sheet: all rows as wide as the widest, and nothing where a cell above or to the left covers on."""
    rows: list[list[str]] = []
    for part in document(name):
        grid = (
            [[part.text]]
            if part.grid is None
            else [[box.text if box else "" for box in r] for r in unmerged(part.grid)]
        )
        rows += grid
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]
