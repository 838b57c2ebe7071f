"""A report as the files that converters read, and the probes that show which rows a converter leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.converters.portal import tidy_page, word_portal_page
from generator.marks import bare, unmark
from generator.numbers import Numbers
from generator.report import ReportSpec, document
from giar_lark.write.document import Document, Part
from giar_lark.write.docx import docx_file
from giar_lark.write.grid import Box

# input to the name of its file; the PDF is printed from the DOCX and not kept
SOURCES = {"docx": "source.docx", "tidy": "source.tidy.html", "word": "source.word.html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A report in which the values of one row stand in other columns: a text that is the same does not tell them apart."""

    row: str
    files: Mapping[str, bytes]


def source_files(spec: ReportSpec) -> dict[str, bytes]:
    """The sources of a report by their input."""
    return _files(_with_raws(spec, {}))


def probes(spec: ReportSpec) -> Iterator[Probe]:
    """For each row (`t4` for all of table 4) that is partly blank, a probe with each other arrangement of its values."""
    for row, keys in _rows(spec.numbers).items():
        raws = tuple(spec.numbers.at(key).raw for key in keys)
        for other in _arrangements(raws):
            changed = dict(zip(keys, other, strict=True))
            yield Probe(row=row, files=_files(_with_raws(spec, changed)))


def _files(document: Document) -> dict[str, bytes]:
    return {
        "docx": docx_file(document),
        "tidy": tidy_page(document).encode(),
        "word": word_portal_page(document).encode(),
    }


def _rows(numbers: Numbers) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = {}
    for key in numbers.cells:
        rows.setdefault("t4" if key.startswith("t4.") else key.rpartition(".")[0], []).append(key)
    return rows


def _arrangements(raws: Sequence[str]) -> list[tuple[str, ...]]:
    """The same values in the same order among the same blanks, elsewhere: all left, all right, and one moved by a column."""
    given = [raw for raw in raws if raw]
    blanks = [""] * (len(raws) - len(given))
    found = [(*given, *blanks), (*blanks, *given), *_one_moved(raws)]
    return [other for other in dict.fromkeys(found) if other != tuple(raws)]


def _one_moved(raws: Sequence[str]) -> list[tuple[str, ...]]:
    """The first value beside a blank and that blank in each other's place, if there are such."""
    for x, (left, right) in enumerate(pairwise(raws)):
        if bool(left) != bool(right):
            return [(*raws[:x], right, left, *raws[x + 2 :])]
    return []


def _with_raws(spec: ReportSpec, changed: Mapping[str, str]) -> Document:
    """The document of a report without its marks, with other values in some cells; its prose stays."""
    made, keys = document(spec)

    def box_of(box: Box) -> Box:
        if not box.value:
            return box
        (number,) = unmark(box.text).spans
        return replace(box, text=changed.get(keys[number], bare(box.text)))

    return tuple(
        Part(part.kind, part.text, part.grid and [[box_of(box) for box in row] for row in part.grid]) for part in made
    )
