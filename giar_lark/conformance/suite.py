"""A folder to a suite: our own form, or one of the three kinds of samples that are known from outside."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from giar_lark.conformance.adapter import Adapter
from giar_lark.conformance.case import STANDINGS, Case, CellTruth, Expected, Suite
from giar_lark.conformance.samples import plain_cell, read_samples, template_of_cells
from giar_lark.conformance.shapes import SuiteError, are_texts, demand, naming
from giar_lark.official.templates import TEMPLATES

SUITE_FILE = "suite.toml"
_EVERYTHING = "all"
_CellEntry = int | Decimal | dict[str, Any] | None


def read_suite(folder: Path) -> Suite:
    """The suite in a folder, its cases sorted by name.

    Raises: SuiteError, where the folder holds no cases, or one of its files, which is named, is not what it has to be.
    """
    if (folder / SUITE_FILE).is_file():
        with naming(folder / SUITE_FILE, SuiteError):
            about = tomllib.loads((folder / SUITE_FILE).read_text("utf-8"))
            name, version, adapters = about["name"], about["version"], tuple(_adapters(about, folder))
            demand(isinstance(name, str) and isinstance(version, str), "name and version are texts")
        cases = [case for path in truth_files(folder) for case in _cases(folder, path)]
    else:
        _demand_whole(folder)
        name, version, adapters = folder.resolve().name, "", ()
        cases = list(read_samples(folder))
    if not cases:
        raise SuiteError(f"no cases in {folder}")
    return Suite(
        name=name,
        folder=folder,
        version=version,
        cases=tuple(sorted(cases, key=lambda case: case.name)),
        adapters=adapters,
        native=bool(version),
    )


def truth_files(folder: Path) -> list[Path]:
    """The truth files of a suite of our own form."""
    return [path for path in sorted(folder.rglob("*.json")) if path.parent.name != "schema" and is_truth(path)]


def is_truth(path: Path) -> bool:
    """Whether a JSON file is the truth of a case: it has a text of its name beside it, or is called truth.json."""
    return path.name == "truth.json" or path.with_suffix(".txt").is_file()


def _demand_whole(folder: Path) -> None:
    """Raise SuiteError for a folder of a suite: its truths are in the form of the suite."""
    for above in folder.resolve().parents:
        if (above / SUITE_FILE).is_file():
            pattern = (folder.resolve().relative_to(above) / "*").as_posix()
            raise SuiteError(f"{folder} is a part of one; run {os.path.relpath(above)} with --only '{pattern}'")


def _adapters(about: Mapping[str, Any], folder: Path) -> Iterator[Adapter]:
    for name, entry in about.get("adapters", {}).items():
        command, description = entry["command"], entry["description"]
        demand(bool(command) and are_texts(command), f"adapters.{name}: the command is no array of texts")
        demand(isinstance(description, str), f"adapters.{name}: the description is no text")
        yield Adapter(name=name, command=tuple(command), about=description, folder=folder)


def _cases(folder: Path, path: Path) -> list[Case]:
    with naming(path, SuiteError):
        truth = json.loads(path.read_text("utf-8"), parse_float=Decimal)
        return [_checked(case) for case in _cases_of(truth, folder, path)]


def _checked(case: Case) -> Case:
    """A case whose words are words, so that it can be selected, counted and printed."""
    for name in ("description", "source", "template", "layout", "family", "converter"):
        demand(isinstance(getattr(case, name), str), f"{case.path.name}: {name} is no text")
    demand(bool(case.layout.strip()), f"{case.path.name}: the layout has no name")
    demand(case.status in STANDINGS, f"{case.path.name}: “{case.status}” is none of {', '.join(STANDINGS)}")
    return case


def _cases_of(truth: Mapping[str, Any], folder: Path, path: Path) -> Iterator[Case]:
    cells = None if truth.get("cells") is None else {key: _cell(entry) for key, entry in truth["cells"].items()}
    metadata = truth.get("metadata", {})
    demand(are_texts(truth["tags"]), "tags is no array of texts")
    for name, entry in truth["texts"].items():
        text = path.parent / name
        demand(isinstance(entry["findings"], list | None), f"{name}: findings is neither an array nor null")
        yield Case(
            name=text.relative_to(folder).with_suffix("").as_posix(),
            path=text,
            description=truth["description"],
            source=truth["source"],
            template=template_of(metadata.get("template", ""), cells),
            layout=entry["layout"],
            family=entry["family"],
            status=entry.get("status", truth.get("status", "required")),
            tags=tuple(truth["tags"]),
            converter=entry.get("converter", ""),
            cells=cells,
            undecidable=_undecidable(entry.get("undecidable", []), cells or {}),
            metadata=metadata,
            findings=None if entry["findings"] is None else tuple(map(_finding, entry["findings"])),
        )


def _cell(entry: _CellEntry) -> CellTruth:
    if isinstance(entry, dict):
        return plain_cell(entry["value"])._replace(states=(entry["state"],))
    return plain_cell(entry)


def _finding(entry: Mapping[str, Any]) -> Expected:
    code, key, line, column = entry["code"], entry.get("key"), entry.get("line"), entry.get("column")
    demand(isinstance(code, str) and isinstance(key, str | None), "code and key of a finding are texts")
    demand(isinstance(line, int | None) and isinstance(column, int | None), "line and column are whole numbers")
    return Expected(code=code, key=key, line=line, column=column)


def _undecidable(rows: object, cells: Mapping[str, CellTruth]) -> frozenset[str]:
    if rows == _EVERYTHING:
        return frozenset(cells)
    if not are_texts(rows):
        raise ValueError("undecidable is neither “all” nor an array of texts")
    return frozenset(key for key in cells for row in rows if key.startswith(f"{row}."))


def template_of(name: str, cells: Mapping[str, CellTruth] | None) -> str:
    """The template of a case: as its truth says, `hybrid` where its cells are those of neither, `-` where there are none."""
    return name or "-" if name in TEMPLATES or not cells else template_of_cells(cells)
