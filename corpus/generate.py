"""Writes the corpus anew from what was written by hand: `python corpus/generate.py [STEM…]`.

Reports come from `reports/*/report.toml`, single faults from `faults/*.toml`, changes from `changes/*.toml`. Without a
stem, the twins, the lists and the checksums of the suite are written too.
"""

from __future__ import annotations

import sys
from pathlib import Path

CHANGES = ("faults/*.toml", "changes/*.toml", "proposed/*.toml", "examples.toml")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from generator.change import read_changes  # noqa: E402
from generator.index import write_index  # noqa: E402
from generator.render import render_change, render_report  # noqa: E402
from generator.twins import render_twins  # noqa: E402


def main(wanted: list[str], folder: Path = HERE) -> None:
    """Write all of the corpus in a folder, or the reports and files of changes that are named."""
    for path in sorted(folder.glob("reports/*/report.toml")):
        if not wanted or path.parent.name in wanted:
            render_report(path)
    for path in sorted(file for kind in CHANGES for file in folder.glob(kind)):
        if not wanted or path.stem in wanted:
            for case in read_changes(path):
                render_change(case, path.with_suffix(""), folder / "reports")
    if not wanted:
        render_twins(folder / "reports", folder / "twins")
        write_index(folder)


if __name__ == "__main__":
    main(sys.argv[1:])
