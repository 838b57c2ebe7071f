"""Twins: a report in every layout with another number in every cell, so that a number that slips cannot hide."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.layouts import LAYOUTS
from generator.marks import unmark
from generator.numbers import fresh_numbers
from generator.report import document, read_report
from generator.truth import cells, metadata
from giar_lark.conformance.truth_file import truth_json

# a report of each template, and one that mixes them, whose prose names few numbers
TWINS = {
    "2021": "city-bureau-2022-three-lines",
    "2019": "district-bureau-2020-encouraged",
    "hybrid": "district-bureau-2022-procurement-kept",
}


def render_twins(reports: Path, folder: Path) -> None:
    """Write the twins of a report of each kind, in every layout; their sums do not hold, so findings are not compared."""
    for number, (kind, stem) in enumerate(TWINS.items()):
        spec = read_report(reports / stem / "report.toml", {"findings": []})
        fresh = fresh_numbers(spec.template, 1103 + 2000 * number, spec.numbers.templates)
        spec = replace(spec, numbers=fresh)
        made, _ = document(spec)
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for name, layout in LAYOUTS.items():
            (folder / kind / f"{name}.txt").write_text(unmark(layout.write(made)).text, encoding="utf-8", newline="")
        truth = {
            "description": f"A report of template {kind} with another number in every cell"
            if kind != "hybrid"
            else "A report that mixes both templates with another number in every cell",
            "source": spec.source,
            "tags": ["twin", kind],
            "metadata": metadata(spec),
            "cells": cells(fresh),
            "texts": {
                f"{name}.txt": {"layout": name, "family": layout.family, "findings": None}
                for name, layout in LAYOUTS.items()
            },
        }
        (folder / kind / "truth.json").write_text(truth_json(truth), encoding="utf-8")
