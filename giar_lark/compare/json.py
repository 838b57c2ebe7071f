"""A comparison as JSON, described by `giar_lark/schema/comparison.schema.json`."""

from __future__ import annotations

from collections.abc import Iterable

from giar_lark.batch.comparison import CellPair, Comparison, Part, SectionPair
from giar_lark.batch.entry import Entry
from giar_lark.export.json import address_dict, finding_dict
from giar_lark.model.report import Cell
from giar_lark.outcomes.outcome import Outcome

Object = dict[str, object]


def comparison_dict(comparison: Comparison, outcomes: Iterable[Outcome], lang: str) -> Object:
    """A comparison, and what is wrong with the two reports beside each other."""
    left, right = comparison.left, comparison.right
    return {
        "kinship": comparison.kinship.value,
        "left": _report(left),
        "right": _report(right),
        "differing": len(comparison.differing),
        "cells": [_pair(pair, left, right) for pair in comparison.cells],
        "carry_over": [_carried(pair, left, right) for pair in comparison.carried],
        "texts": [_section(pair, left, right) for pair in comparison.sections],
        "findings": [
            finding_dict(finding, outcome.source, path=outcome.path, lang=lang)
            for outcome in outcomes
            for finding in outcome.findings
        ],
    }


def _report(entry: Entry) -> Object:
    return {
        "path": entry.path,
        "organ_name": entry.organ_name or None,
        "year": entry.year,
        "template": entry.template,
    }


def _pair(pair: CellPair, left: Entry, right: Entry) -> Object:
    return {
        "key": pair.key,
        "left": _cell(pair.left, left),
        "right": _cell(pair.right, right),
        "differs": pair.differs,
        "change": pair.change,
    }


def _carried(pair: CellPair, left: Entry, right: Entry) -> Object:
    return {
        "column": pair.key,
        "carried_forward": _cell(pair.left, left),
        "carried_in": _cell(pair.right, right),
        "differs": pair.differs,
    }


def _cell(cell: Cell | None, entry: Entry) -> Object | None:
    """A cell with its place. Blank: no value; a cell that the report's template does not have is null as a whole."""
    if cell is None:
        return None
    address = entry.address(cell.span.start)
    return {"value": cell.value, "state": cell.state, "raw": cell.raw, **address_dict(address)}


def _section(pair: SectionPair, left: Entry, right: Entry) -> Object:
    return {
        "section": pair.section,
        "percent": pair.percent,
        "left": [_part(part, left) for part in pair.left],
        "right": [_part(part, right) for part in pair.right],
    }


def _part(part: Part, entry: Entry) -> Object:
    address = entry.address(part.span.start)
    return {"text": part.text, "shared": part.is_shared, "compared": part.is_own, **address_dict(address)}
