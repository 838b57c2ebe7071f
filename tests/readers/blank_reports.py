"""Reports whose tables have blanks, as documents without marks that any writer of a format may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from random import Random

from generator.marks import bare
from generator.numbers import Numbers, sound_numbers
from generator.report import document
from generator.values import BLANK, Value, mark

from giar_lark.source.source import Source
from giar_lark.write.document import Document, Part
from giar_lark.write.grid import Box, Grid, unmerged
from synthetic.layouts import report_of
from synthetic.reading import read_source

_COUNTS = {
    "2021": {"t3.granted.natural_person": 14, "t2.normative_documents.in_force": 41, "t4.reconsideration.upheld": 2},
    "2019": {
        "t3.granted.natural_person": 14,
        "t2.normative_documents.total_disclosed": 41,
        "t4.reconsideration.upheld": 2,
    },
}
_SOUND = {template: sound_numbers(template, counts) for template, counts in _COUNTS.items()}


def _zeros(numbers: Numbers, value: Value) -> Numbers:
    return numbers.changed({key: value for key, found in numbers.cells.items() if found.value == 0})


def _scattered(numbers: Numbers, share: float) -> Numbers:
    random = Random(7)
    return numbers.changed({key: BLANK for key in numbers.cells if random.random() < share})


def _blanked(numbers: Numbers) -> dict[str, Numbers]:
    return {
        "zeros are blank": _zeros(numbers, BLANK),
        "zeros are dashes": _zeros(numbers, mark("—")),
        "zeros are backslashes": _zeros(numbers, mark("\\")),
        "few": _scattered(numbers, 0.05),
        "a third": _scattered(numbers, 0.35),
        "most": _scattered(numbers, 0.8),
        "all rows but one of table 3": numbers.changed(
            {k: BLANK for k in numbers.cells if k.endswith(".research_institution") and ".granted." not in k}
        ),
        "all of table 4": numbers.changed({key: BLANK for key in numbers.cells if key.startswith("t4.")}),
        "all but totals": numbers.changed({key: BLANK for key in numbers.cells if not key.endswith(".total")}),
        "all": numbers.changed(dict.fromkeys(numbers.cells, BLANK)),
    }


BLANKS = {f"{template}, {name}": n for template, sound in _SOUND.items() for name, n in _blanked(sound).items()}


def bare_document(numbers: Numbers) -> Document:
    """A short report with these numbers."""
    return tuple(
        Part(
            part.kind,
            bare(part.text),
            part.grid and [[replace(b, text=bare(b.text)) for b in row] for row in part.grid],
        )
        for part in document(report_of(numbers))[0]
    )


def not_right(numbers: Numbers, source: Source) -> dict[str, tuple[object, str]]:
    """The cells of a source that do not come out as they were written, each as it came out."""
    found = read_source(source).readings
    nothing = (None, "missing")
    return {key: found.get(key, nothing) for key, value in numbers.cells.items() if found.get(key) != value.reading}


def with_blanks_merged(document: Document) -> Document:
    """A document in which blanks beside each other are one cell, and so are marks that are the same."""
    return _regridded(document, lambda grid: [list(_merged(row)) for row in grid])


def with_blank_column(document: Document, share: float) -> Document:
    """A document whose tables have a further column that is blank in all rows, behind a part of its columns."""
    return _regridded(document, lambda grid: _widened(grid, max(round(share * sum(b.columns for b in grid[0])), 1)))


def _regridded(document: Document, change: Callable[[Grid], Grid]) -> Document:
    return tuple(Part(part.kind, part.text, part.grid and change(part.grid)) for part in document)


def _merged(row: Sequence[Box]) -> Iterator[Box]:
    for text, boxes in groupby(row, key=lambda box: box.text if box.value and not box.text[-1:].isdigit() else None):
        alike = list(boxes)
        if text is None:
            yield from alike
        else:
            yield replace(alike[0], columns=sum(box.columns for box in alike))


def _widened(grid: Grid, at: int) -> Grid:
    """The grid with a blank column in front of one of its columns; cells over that column are wider instead."""
    covered: set[int] = set()
    rows: Grid = []
    for y, row in enumerate(unmerged(grid)):
        boxes: list[Box] = []
        for x, box in enumerate(row):
            if x == at and y not in covered:
                boxes.append(Box(""))
            if box is not None:
                is_over = x < at < x + box.columns
                covered |= set(range(y, y + box.rows)) if is_over else set()
                boxes.append(replace(box, columns=box.columns + 1) if is_over else box)
        rows.append(boxes)
    return rows
