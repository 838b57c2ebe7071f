"""A report of the corpus on its way to a text, with invisible marks on values and labels, to know after any change what stands where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.layouts import LAYOUTS
from generator.marks import marked
from generator.numbers import Numbers, keys_of, sound_numbers
from generator.report import ReportSpec, document, read_report
from generator.values import Value

from corpus.texts import CORPUS
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box

_FIRST = 0xE000
_MARK = re.compile(f"[{chr(_FIRST)}-\uf8fe]")
# the row of table 4, which has no label but its header
CASES = "t4"
# what a mark stands for that only ends the row before it: the caption of a block, the head of a group, a heading
STOP = ""
# in front of the table that a heading stands above
HEADING = "heading of "


@dataclass(frozen=True, slots=True)
class Draft:
    """A report, its document with marks, and what each mark stands for: a cell's key, a row's key, a heading, or `STOP`."""

    spec: ReportSpec
    layout: str
    made: Document
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text in the layout, with its marks."""
        return self.written(self.made)

    def written(self, made: Document) -> str:
        """A changed document in the layout, with its marks."""
        return LAYOUTS[self.layout].write(made)

    def with_cells(self, changes: Mapping[str, Value]) -> Draft:
        """The report with something else in some cells."""
        return draft(replace(self.spec, numbers=self.spec.numbers.changed(changes)), self.layout)

    def name(self, mark: str) -> str:
        """What an opening mark stands for."""
        return self.names[ord(mark) - _FIRST]

    def names_in(self, text: str) -> list[str]:
        """What the marks in a stretch of the text stand for, in order."""
        return [self.name(mark) for mark in _MARK.findall(text)]


def draft(spec: ReportSpec, layout: str) -> Draft:
    """The draft of a report in a layout."""
    made, keys = document(spec)
    labels = _Labels(keys)
    return Draft(spec, layout, tuple(map(labels.named, made)), tuple(labels.names))


class _Labels:
    """Puts marks around headings and labels."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.names = list(keys)

    def named(self, part: Part) -> Part:
        if part.kind is Kind.HEADING:
            above = [s.table for s in tables().sections if part.text in vocabulary()[s.terminal] and s.table]
            return part._replace(text=self._marked(part.text, HEADING + above[0] if above else STOP))
        if part.grid is None:
            return part
        grid = [self._row(row, part.kind) for row in part.grid]
        if part.kind is Kind.CASES:
            grid[2][-1] = self._box(grid[2][-1], CASES)
        return part._replace(grid=grid)

    def _row(self, row: list[Box], kind: Kind) -> list[Box]:
        values = [box for box in row if box.value]
        if values and len(values) < len(row):
            last = len(row) - len(values) - 1
            key = self.names[ord(values[0].text[0]) - _FIRST]
            return [*(self._box(head, STOP) for head in row[:last]), self._box(row[last], row_of(key)), *values]
        is_caption = kind is Kind.DISCLOSURE and len(row) == 1
        return [self._box(row[0], STOP)] if is_caption else list(row)

    def _box(self, box: Box, name: str) -> Box:
        return replace(box, text=self._marked(box.text, name))

    def _marked(self, text: str, name: str) -> str:
        self.names.append(name)
        return marked(text, len(self.names) - 1)


def row_of(key: str) -> str:
    """The row of a cell; table 4 is one row."""
    return CASES if key.startswith("t4.") else key.rpartition(".")[0]


def rows_of(numbers: Numbers) -> dict[str, list[str]]:
    """The keys of each row, in order."""
    rows: dict[str, list[str]] = {}
    for key in numbers.cells:
        rows.setdefault(row_of(key), []).append(key)
    return rows


# ---------------------------------------------------------------- reports to begin with


def report(stem: str) -> ReportSpec:
    """A report of the corpus."""
    return read_report(CORPUS / "reports" / stem / "report.toml")


def dense(stem: str) -> ReportSpec:
    """A report of the corpus with other numbers: sound, none of them 0, and no two alike but for sums.

    Sentences that write a count of cases out are left out: it would contradict the new numbers.
    """
    spec = report(stem)
    template, templates = spec.numbers.template, spec.numbers.templates
    summed = ("t3.new_received.", "t3.total_processed.")
    free = [k for k in keys_of(template, templates) if not k.endswith(".total") and not k.startswith(summed)]
    counts = {key: (1103 + 13 * n if key.startswith("t2.") else 11 + 7 * n) for n, key in enumerate(free)}
    prose = {key: tuple(map(_without_counts, paragraphs)) for key, paragraphs in spec.prose.items()}
    return replace(spec, numbers=sound_numbers(template, counts, templates), prose=prose)


def _without_counts(paragraph: str) -> str:
    sentences = re.split("(?<=[。；])", paragraph)
    return "".join(each for each in sentences if not re.search(r"\d件", re.sub(r"\{[^}]*\}", "", each)))
