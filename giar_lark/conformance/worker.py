"""This parser as an adapter that stays: paths on standard input, a line of JSON for each on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from giar_lark.export.json import cell_dict, finding_dict, report_dict, to_json
from giar_lark.pipeline import check
from giar_lark.readers.read import read


def reply(path: Path) -> str:
    """What this parser says of a text, in the form that every adapter answers in."""
    source = read(path)
    checked = check(source)
    said = report_dict(checked.report, source)
    assert isinstance(said["metadata"], dict)
    return to_json(
        {
            "metadata": {**said["metadata"], "template": said["template"]},
            "cells": [cell_dict(cell, source) for cell in checked.report.cells],
            "findings": [finding_dict(finding, source) for finding in checked.findings],
        }
    )


def main() -> None:
    """Answer until standard input ends."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in sys.stdin:
        print(reply(Path(line.rstrip("\n"))), flush=True)


if __name__ == "__main__":
    main()
