"""Samples from outside the project, in the three forms that they come in.

* twins: `X.txt` beside `X.json`, an object of keys and numbers (null for a blank);
* converters: `manifest.json`, an array of texts with converter, tier and undecidable keys, and a `truth.json` a folder;
* reviewed reports: texts beside `REVIEW.md`, which has a table of line, code and finding under the name of each text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from giar_lark.conformance.case import Case, CellTruth, Expected
from giar_lark.conformance.shapes import SuiteError, demand, naming
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import TEMPLATES, cell_keys

_CODE = lazy_pattern(r"[A-Z][A-Z0-9]-\d\d")
_LINES = lazy_pattern(r"(\d+)(?:-(\d+))?")
_REVIEW = "REVIEW.md"


def read_samples(folder: Path) -> Iterator[Case]:
    """The cases of a folder of samples; none if it is in no form that is known.

    Raises: SuiteError, with the name of a file that is not what it has to be.
    """
    if (folder / "manifest.json").is_file():
        with naming(folder / "manifest.json", SuiteError):
            entries = json.loads((folder / "manifest.json").read_text("utf-8"))
            yield from [_converted(entry, folder) for entry in entries]
    elif (folder / _REVIEW).is_file():
        yield from _reviewed(folder)
    else:
        yield from _twins(folder)


# ---------------------------------------------------------------- twins


def _twins(folder: Path) -> Iterator[Case]:
    for path in sorted(folder.glob("*.txt")):
        truth = path.with_suffix(".json")
        if truth.is_file():
            with naming(truth, SuiteError):
                yield _twin(path, json.loads(truth.read_text("utf-8"), parse_float=Decimal))


def _twin(path: Path, cells: Mapping[str, int | Decimal | None]) -> Case:
    return Case(
        name=path.stem,
        path=path,
        description="fresh numbers in every cell",
        template=template_of_cells(cells),
        layout="-",
        cells={key: plain_cell(value) for key, value in cells.items()},
    )


def template_of_cells(cells: Mapping[str, object]) -> str:
    """The template whose cells these are, by their keys; `hybrid` if of none."""
    return next((name for name in TEMPLATES if cells.keys() == set(cell_keys(name))), "hybrid")


def plain_cell(value: int | Decimal | None) -> CellTruth:
    """A cell that is given as a number, or is blank."""
    demand(isinstance(value, int | Decimal | None) and not isinstance(value, bool), f"{value!r} is no number")
    return CellTruth((None,), ("blank",)) if value is None else CellTruth((Decimal(value),), ("given",))


# ---------------------------------------------------------------- converters


def _converted(entry: Mapping[str, Any], folder: Path) -> Case:
    path = folder / entry["file"]
    with naming(path.with_name("truth.json"), SuiteError):
        truth = json.loads(path.with_name("truth.json").read_text("utf-8"))
        cells = {key: _accepted(cell) for key, cell in truth["cells"].items()}
    return Case(
        name=Path(entry["file"]).with_suffix("").as_posix(),
        path=path,
        description=f"{path.parent.name} by {entry['converter']}",
        template=template_of_cells(cells),
        layout=entry["converter"],
        family=f"tier {entry['tier']}",
        status="optional" if entry["tier"] in "CD" else "required",
        converter=entry["version"],
        cells=cells,
        undecidable=frozenset(cells) if entry["tier"] in "CD" else frozenset(entry["undecidable"]),
    )


def _accepted(cell: Mapping[str, Any]) -> CellTruth:
    values = [cell["value"], *cell.get("accept", ())]
    states = {"blank": ("blank",), "number": ("given",)}.get(cell["status"], ("na", "blank"))
    return CellTruth(tuple(None if v is None else Decimal(str(v).replace(",", "")) for v in values), states)


# ---------------------------------------------------------------- reviewed reports


def _reviewed(folder: Path) -> Iterator[Case]:
    pages = re.split(r"(?m)^## (?=\S+\.txt)", (folder / _REVIEW).read_text("utf-8"))
    for page in pages[1:]:
        name = page.split(":", 1)[0].split()[0]
        yield Case(
            name=Path(name).stem,
            path=folder / name,
            description=page.partition(":")[2].partition("\n")[0].strip(),
            template="-",
            layout="-",
            findings=tuple(_review(page)),
        )


def _review(page: str) -> Iterator[Expected]:
    """What a reviewer found: a code at each line, or range of lines, that stands in the first column."""
    for line in page.split("\n"):
        columns = [column.strip() for column in line.split("|")]
        if len(columns) < 4:
            continue
        for code in _CODE.findall(columns[2]):
            for first, last in _LINES.findall(columns[1].partition("(")[0]) or [("", "")]:
                yield Expected(
                    code=code,
                    several=True,
                    line=int(first) if first else None,
                    last_line=int(last) if last else None,
                )
