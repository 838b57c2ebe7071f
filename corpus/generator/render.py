"""Reports and changes into their folders: the texts in their layouts, and the truth beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.change import ChangeCase, changed_document, changed_report, encoded, finished
from generator.layouts import LAYOUTS, Layout
from generator.marks import Unmarked, unmark
from generator.report import ReportSpec, SpecError, document, read_report
from generator.truth import cells, metadata, placed, undecidable
from giar_lark.conformance.truth_file import Truth, truth_json

# one of each habit; the other layouts are variations that the twins cover
FAMILIES = (
    "canonical",
    "blank-lines",
    "tab-led",
    "tab-led-padded",
    "tab-rows",
    "pipe-rows",
    "markdown",
    "bar-lines",
    "page",
    "one-line",
    "dropped-blanks",
    "portal",
    "html",
    "csv",
)


def render_report(path: Path) -> None:
    """Write the texts and the truth of the report that a `report.toml` describes."""
    spec, folder = read_report(path), path.parent
    made, keys = document(spec)
    texts: dict[str, Truth] = {}
    for name in FAMILIES:
        text = unmark(LAYOUTS[name].write(made))
        (folder / f"{name}.txt").write_text(text.text, encoding="utf-8", newline="")
        lost = undecidable(spec.numbers, LAYOUTS[name].keeps)
        findings = None if lost and spec.findings else placed(spec.findings, text, keys)
        texts[f"{name}.txt"] = _entry(name, LAYOUTS[name], lost, findings)
    truth = {
        "description": spec.description,
        "source": spec.source,
        "tags": list(spec.tags),
        "metadata": metadata(spec),
        "cells": cells(spec.numbers),
        "texts": {**texts, **_converted(folder, spec)},
    }
    (folder / "truth.json").write_text(truth_json(truth), encoding="utf-8")


def _entry(name: str, layout: Layout, lost: list[str], findings: list[Truth] | None) -> Truth:
    return {
        "layout": name,
        "family": layout.family,
        **({"undecidable": lost} if lost else {}),
        "findings": findings,
    }


def _converted(folder: Path, spec: ReportSpec) -> dict[str, Truth]:
    """The outputs of real converters that stand in the folder; their findings have no places."""
    ledger = folder / "converted.json"
    if not ledger.is_file():
        return {}
    out: dict[str, Truth] = {}
    for name, made in json.loads(ledger.read_text("utf-8")).items():
        lost = made.get("undecidable", [])
        status = {"status": "optional"} if made["tier"] in "CD" else {}
        findings = (
            None
            if lost and (spec.findings or lost == "all")
            else [{"code": f.code, "key": f.key} for f in spec.findings]
        )
        out[name] = {
            "layout": f"{made['input']}.{made['converter']}",
            "family": f"tier {made['tier']}",
            **status,
            "converter": made["version"],
            **({"undecidable": lost} if lost else {}),
            "findings": findings,
        }
    return out


def render_change(case: ChangeCase, folder: Path, reports: Path) -> None:
    """Write the text and the truth of a changed report, both under the name of the case."""
    try:
        text, truth = (_whole if case.change.text is not None else _changed)(case, reports)
    except SpecError as error:
        raise SpecError(f"{folder.name}/{case.name}: {error}") from None
    folder.mkdir(exist_ok=True)
    (folder / f"{case.name}.txt").write_bytes(encoded(text, case.change))
    (folder / f"{case.name}.json").write_text(truth_json(truth), encoding="utf-8")


def _changed(case: ChangeCase, reports: Path) -> tuple[str, Truth]:
    spec, layout = changed_report(case, reports), LAYOUTS[case.layout]
    made, marks = changed_document(spec, case.change)
    text = unmark(finished(layout.write(made), case.change))
    lost = undecidable(spec.numbers, layout.keeps)
    truth: Truth = {**_head(case, spec), "metadata": metadata(spec)}
    if case.read:
        truth["cells"] = {**cells(spec.numbers), **_otherwise(case, spec)}
    return text.text, {**truth, "texts": _texts(case, layout, lost, text, marks)}


def _whole(case: ChangeCase, reports: Path) -> tuple[str, Truth]:
    text = unmark(case.change.text or "")
    texts = {f"{case.name}.txt": {"layout": "other", "family": "-", "findings": placed(case.findings or (), text, ())}}
    return text.text, {**_head(case, None), "texts": texts}


def _head(case: ChangeCase, spec: ReportSpec | None) -> Truth:
    status = {} if case.status == "required" else {"status": case.status}
    source = case.source or (spec.source if spec else "")
    return {"description": case.description, "source": source, "tags": list(case.tags), **status}


def _texts(case: ChangeCase, layout: Layout, lost: list[str], text: Unmarked, marks: tuple[str, ...]) -> Truth:
    findings = None if case.findings is None else placed(case.findings, text, marks)
    return {f"{case.name}.txt": _entry(case.layout, layout, lost, findings)}


def _otherwise(case: ChangeCase, spec: ReportSpec) -> Mapping[str, Any]:
    """The cells that come out otherwise than the numbers say, by the keys or the rows that the case names."""
    out: dict[str, Any] = {}
    for front, wanted in case.truth.items():
        keys = [key for key in spec.numbers.cells if key == front or key.startswith(f"{front}.")]
        if not keys:
            raise SpecError(f"no cell begins with {front}")
        truth = wanted if not isinstance(wanted, str) else {"value": None, "state": wanted}
        out |= dict.fromkeys(keys, truth)
    return out
