"""The formats of findings, and the endings of files that mean them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class OutputFormat(StrEnum):
    """How findings are written."""

    full = "full"
    concise = "concise"
    json = "json"
    jsonl = "jsonl"
    github = "github"
    sarif = "sarif"
    junit = "junit"
    html = "html"
    xlsx = "xlsx"


# what a file of an ending can hold, the usual one first
ENDINGS: Mapping[str, tuple[OutputFormat, ...]] = {
    ".txt": (OutputFormat.concise, OutputFormat.full, OutputFormat.github),
    ".sarif": (OutputFormat.sarif,),
    ".sarif.json": (OutputFormat.sarif,),
    ".json": (OutputFormat.json,),
    ".jsonl": (OutputFormat.jsonl,),
    ".xml": (OutputFormat.junit,),
    ".html": (OutputFormat.html,),
    ".xlsx": (OutputFormat.xlsx,),
}


def formats_of(path: str) -> tuple[OutputFormat, ...]:
    """The formats that a path can mean; none where its ending says nothing."""
    return next((formats for ending, formats in ENDINGS.items() if path.lower().endswith(ending)), ())
