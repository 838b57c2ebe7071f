"""The script of regular expressions as a program: the rows of table 3 of all texts in a folder, as CSV. Nothing is checked.

Usage: python benchmarks/scripted.py FOLDER FILE.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from peers.script import make
from peers.words import words


def main(folder: str, output: str) -> None:
    """Write a row for each row of a table that was found."""
    read = make(words())
    with Path(output).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for path in sorted(Path(folder).glob("*.txt")):
            writer.writerows((path.name, row.label, *row.values) for row in read(path.read_text("utf-8")))


if __name__ == "__main__":
    main(*sys.argv[1:])
