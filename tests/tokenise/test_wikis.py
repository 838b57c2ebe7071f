"""Tables in the notations of wikis and converters: what is said of a cell is none of it, and a break within it ends no row."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

import pytest
from generator.layouts import _rows, _written
from generator.marks import unmark
from generator.numbers import Numbers, fresh_numbers
from generator.report import document
from generator.values import BLANK, mark

from giar_lark.write.grid import Grid
from synthetic.layouts import report_of
from synthetic.reading import read_text
from tokenise.test_layouts_commute import wrong_cells

FULL = fresh_numbers()
RANDOM = Random(5)
NUMBERS = {
    "full": FULL,
    "blanks": FULL.changed({key: BLANK for key in FULL.cells if RANDOM.random() < 0.3}),
    "dashes": FULL.changed(
        {key: mark("-") for key in FULL.cells if key[:2] == "t4" or (key[:2] == "t3" and RANDOM.random() < 0.3)}
    ),
}
Rows = Sequence[Sequence[str]]


def _ascii_doc(rows: Rows) -> str:
    """Rows that are broken at a width, in front of a cell; a blank cell holds a paragraph."""
    lines = [" ".join(f"|{cell}" if cell else "a|\n\n \n\n" for cell in row) for row in rows]
    broken = [re.sub(r"^((?:[^|\n]*\|[^|\n]*){4,5}) \|", r"\1\n|", line) for line in lines]
    return f'[width="99%",cols="{"1," * len(rows[0])}"]\n|===\n' + "\n\n".join(broken) + "\n|==="


def _xwiki(rows: Rows) -> str:
    return "\n".join(" ".join("|(((" + (cell or "\n \n") + "\n)))" for cell in row) for row in rows)


def _jira(rows: Rows) -> str:
    return "\n".join("|" + "|".join(f" {cell} " if cell else " \n\xa0 " for cell in row) + "|" for row in rows)


def _doku_wiki(rows: Rows) -> str:
    return "\n".join("|" + "|".join(f"{cell}  " if cell else r"\\ \\  " for cell in row) + "|" for row in rows)


def _zim(rows: Rows) -> str:
    """A bar in front of each cell, one on a line, and a rule."""
    rule = "|" + "|".join("-----" for _ in rows[0]) + "|"
    lines = ["\n".join(f"|{cell}" for cell in row) + "\n|" for row in rows]
    return "\n".join([*lines, rule])


def _run(text: str, style: str) -> str:
    return f'[{text}]{{lang="EN-US" style="font-size:9.0pt;{style}font-family:\\"Times New Roman\\""}}'


def _pandoc_rows(rows: Rows) -> str:
    return "\n".join("| " + " | ".join(_run(cell, "\n ") for cell in row) + " |" for row in rows)


def _pandoc_columns(rows: Rows) -> str:
    """Columns so wide that the second part of each cell's attributes stands below the first."""
    lines = [[_run(cell, "\n").split("\n") if cell else ["", ""] for cell in row] for row in rows]
    widths = [max(len(part) for line in lines for part in line[x]) + 2 for x in range(len(rows[0]))]
    shown = [
        "".join(cell[part].ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
        for part in (0, 1)
    ]
    return "\n".join(shown)


def _texinfo(rows: Rows) -> str:
    lines = ["@item\n" + "\n @tab ".join(row) for row in rows]
    return "\n".join(["@multitable @columnfractions 0.42 0.19", *lines, "@end multitable"])


def _context(rows: Rows) -> str:
    cells = [[rf"\startxcell[width={{0.2\textwidth}}] {cell} \stopxcell" for cell in row] for row in rows]
    lines = ["\n".join([r"\startxrow", *row, r"\stopxrow"]) for row in cells]
    return "\n".join([r"\startxtable", r"\startxtablebody[body]", *lines, r"\stopxtablebody", r"\stopxtable"])


def _list_table(rows: Rows) -> str:
    lines = ["   * - " + "\n     - ".join(row) for row in rows]
    return "\n".join([".. list-table::", "   :header-rows: 1", "", *lines, ""])


def _troff(rows: Rows) -> str:
    """Long cells are blocks, and a blank one may be."""
    cells = [["T{\n.PP\n" + cell + "\nT}" if len(cell) > 3 else cell or "T{\n\\ \nT}" for cell in row] for row in rows]
    lines = [";".join(row) for row in cells]
    return "\n".join([".TS", "allbox tab(;);", "lw(7.0n) l.", *lines, ".TE"])


def _textile(rows: Rows) -> str:
    return "\n".join(
        "|" + "|".join(f"\\2. {cell} " if cell and not cell.isdigit() else f" {cell} " for cell in row) + "|"
        for row in rows
    )


WRITERS: dict[str, Callable[[Rows], str]] = {
    "AsciiDoc": _ascii_doc,
    "XWiki": _xwiki,
    "Jira": _jira,
    "DokuWiki": _doku_wiki,
    "Texinfo": _texinfo,
    "ConTeXt": _context,
    "list-table": _list_table,
    "troff": _troff,
    "Textile": _textile,
    "attributes in rows": _pandoc_rows,
    "attributes in columns": _pandoc_columns,
}


def _text(write: Callable[[Rows], str], numbers: Numbers) -> str:
    def table(grid: Grid) -> str:
        return write([[unmark(cell).text for cell in row] for row in _rows(grid)])

    return unmark(_written(table)(document(report_of(numbers))[0])).text


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("name", WRITERS)
def test_every_cell_is_read(name: str, numbers: str) -> None:
    reading = read_text(_text(WRITERS[name], NUMBERS[numbers]))
    assert wrong_cells(NUMBERS[numbers], reading) == {}
    unread = [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")]
    assert unread == [] or (name == "attributes in columns" and numbers != "full")


@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_cell_with_a_dash_begins_no_row_of_a_wiki(numbers: str) -> None:
    assert wrong_cells(NUMBERS[numbers], read_text(_text(_zim, NUMBERS[numbers]))) == {}


def test_prose_without_its_attributes_is_joined() -> None:
    text = _text(_pandoc_rows, FULL).replace("（二）依申请公开。", "（二）" + _run("依申请公开。", "\n") + "\n")
    assert read_text(text).codes == read_text(_text(_pandoc_rows, FULL)).codes
