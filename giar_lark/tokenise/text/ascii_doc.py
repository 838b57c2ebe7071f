"""Tables of AsciiDoc, in which a row is so many cells, wherever lines end: each row becomes a line, every offset stays where it is."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern

_TABLE = lazy_pattern(r'\[[^\]\n]*\bcols="(?P<columns>[^"\n]*)"[^\]\n]*\]\s*\n\|===\n(?P<body>[\s\S]*?)(?=\n\|===)')
_CELL = lazy_pattern(r"(?P<style>(?<!\S)[adehlmsv])?(?<!\\)\|")
# how many columns or rows a cell covers
_SPAN = lazy_pattern(r"(?<!\S)(?:\d+(?:\.\d+)?|\.\d+)[+*]")
_TIMES = lazy_pattern(r"\s*(?P<count>\d{1,2})\*")


def with_rows_on_lines(text: str) -> str:
    """A text of the same length in whose tables of AsciiDoc each row has a line of its own."""
    return _TABLE.sub(_on_lines, text)


def _on_lines(table: re.Match[str]) -> str:
    body, columns = table["body"], _count(table["columns"])
    cells = list(_CELL.finditer(body))
    if columns < 1 or len(cells) % columns or _SPAN.search(body):
        return table[0]
    chars = [*body.replace("\n", " ")]
    for number, cell in enumerate(cells):
        if cell["style"]:
            chars[cell.start()] = " "
        if not number % columns and cell.start():
            chars[cell.start() - 1] = "\n"
    return table[0][: -len(body)] + "".join(chars)


def _count(columns: str) -> int:
    """How many columns a table is told to have: `1,3,3,`, `,,` or `3*`."""
    told = (columns.removesuffix(",") if columns.strip(", ") else columns).split(",")
    return sum(int(times["count"]) if (times := _TIMES.match(column)) else 1 for column in told)
