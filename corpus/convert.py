"""Puts some reports of the corpus through real converters: `python corpus/convert.py [STEM…]`.

The converters that are Python packages stand in `converters.txt`; the others are LibreOffice, pandoc, poppler, lynx, w3m,
ELinks and Chromium. What is not installed is skipped. Run `generate.py` afterwards, to take the texts into the truth.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from generator.converters.results import convert_report  # noqa: E402

REPORTS = (
    "county-bureau-2023",
    "city-bureau-2020",
    "province-government-2021",
    "subdistrict-2022-blank-zeros",
    "town-2025-partly-blank",
    "district-bureau-2021-old-first-block",
)


def main(wanted: list[str]) -> None:
    """Convert the reports of the tuple above, or those of them that are named."""
    for stem in wanted or REPORTS:
        if (HERE / "reports" / stem / "report.toml").is_file():
            print(stem, file=sys.stderr)
            convert_report(HERE / "reports" / stem)
        else:
            print(f"{stem} is skipped: there is no such report", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
