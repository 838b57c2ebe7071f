"""A report that a program has written into another text: in a string, in mark-up shown as text, in tags of other kinds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from random import Random

import pytest
from generator.layouts import _rows, _written
from generator.marks import unmark
from generator.numbers import Numbers, fresh_numbers
from generator.report import document
from generator.values import BLANK

from giar_lark.write.grid import Box, Grid, unmerged
from synthetic.layouts import LAYOUTS, report_of
from synthetic.reading import read_text
from tokenise.test_layouts_commute import wrong_cells

TABS, HTML = LAYOUTS["tab-rows"], LAYOUTS["html"]
FULL = fresh_numbers()
RANDOM = Random(7)
BLANKS = FULL.changed({key: BLANK for key in FULL.cells if RANDOM.random() < 0.3})


def _tags(names: dict[str, str], numbers: Numbers) -> str:
    text = re.sub(r"</?p>|</?tbody>|&nbsp;", "", HTML(numbers))
    return re.sub(r"(</?)(\w+)[^>]*>", lambda tag: f"{tag[1]}{names[tag[2]]}>", text)


def _board(numbers: Numbers) -> str:
    text = re.sub(r"</?p>|</?tbody>|&nbsp;", "", HTML(numbers))
    return re.sub(r"<(/?\w+)[^>]*>", r"[\1]", text)


def _indesign(numbers: Numbers) -> str:
    """Cells that say in which column and row they stand, as InDesign has them; rows have no tags."""

    def table(grid: Grid) -> str:
        places = ((row, column, text) for row, line in enumerate(_rows(grid)) for column, text in enumerate(line))
        cells = (f'<Cell Name="{column}:{row}"><Content>{text}</Content></Cell>' for row, column, text in places)
        return f"<Table>{''.join(cells)}</Table>"

    return unmark(_written(table)(document(report_of(numbers))[0])).text


WORD = {"table": "w:tbl", "tr": "w:tr", "td": "w:tc"}
OPEN_DOCUMENT = {"table": "table:table", "tr": "table:table-row", "td": "table:table-cell"}
PLAIN = {"table": "rows", "tr": "row", "td": "cell"}
TEXTS: dict[str, Callable[[Numbers], str]] = {
    "a string of JSON": lambda numbers: json.dumps({"content": TABS(numbers)}, ensure_ascii=False),
    "a string of JSON in ASCII": lambda numbers: json.dumps({"content": TABS(numbers)}),
    "HTML in JSON, as PHP writes it": lambda numbers: json.dumps({"html": HTML(numbers)}).replace("/", "\\/"),
    "HTML in JSON, its brackets escaped": lambda numbers: json.dumps({"a": HTML(numbers)}).replace("<", "\\u003c"),
    "line breaks of another system": lambda numbers: TABS(numbers).replace("\n", "\\r\\n"),
    "HTML as text": lambda numbers: html.escape(HTML(numbers)),
    "HTML as text as text": lambda numbers: html.escape(html.escape(HTML(numbers))),
    "spaces of HTML in plain text": lambda numbers: TABS(numbers).replace("\t", "\t&nbsp;"),
    "tags of a board": _board,
    "tags of Word": lambda numbers: _tags(WORD, numbers),
    "tags of OpenDocument": lambda numbers: _tags(OPEN_DOCUMENT, numbers),
    "tags of InDesign": _indesign,
    "tags of rows and cells": lambda numbers: _tags(PLAIN, numbers),
}


@pytest.mark.parametrize("numbers", [FULL, BLANKS], ids=["full", "blanks"])
@pytest.mark.parametrize("name", TEXTS)
def test_every_cell_is_read(name: str, numbers: Numbers) -> None:
    reading = read_text(TEXTS[name](numbers))
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")] == []


# ---------------------------------------------------------------- LaTeX


def _latex(grid: Grid, between: str, end: str, cell: Callable[[Box], str]) -> str:
    rows = [between.join(_latex_cells(row, cell)) + end for row in unmerged(grid)]
    columns = r">{\raggedright\arraybackslash}p{(\linewidth - 6\tabcolsep) * \real{0.4286}}"
    begin = rf"\begin{{longtable}}[]{{@{{}}l|c{columns}@{{}}}}"
    return "\n".join([begin, r"\toprule\noalign{}", *rows, r"\bottomrule", r"\end{longtable}"])


def _latex_cells(row: list[Box | None], write: Callable[[Box], str]) -> list[str]:
    cells, at = [], 0
    while at < len(row):
        box = row[at]
        cells.append("" if box is None else write(box))
        at += 1 if box is None else box.columns
    return cells


def _latex_run(box: Box) -> str:
    """A cell as a converter writes it that keeps which language each run is in, and that a blank cell holds a fixed space."""
    shown = rf"\foreignlanguage{{american}}{{{box.text or '~'}}}" if box.value else f"{{{box.text}}}"
    return shown if box.columns == 1 else f"\\multicolumn{{{box.columns}}}{{@{{}}l@{{}}}}{{%\n{shown}}}"


def _latex_cell(box: Box) -> str:
    shown = box.text if box.rows == 1 else rf"\multirow{{{box.rows}}}{{*}}{{{box.text}}}"
    shown = shown if box.value else rf"\textbf{{{shown}}}"
    return shown if box.columns == 1 else rf"\multicolumn{{{box.columns}}}{{|c|}}{{{shown}}}"


@pytest.mark.parametrize("numbers", [FULL, BLANKS], ids=["full", "blanks"])
@pytest.mark.parametrize("cell", [_latex_cell, _latex_run], ids=["cells", "runs"])
@pytest.mark.parametrize(
    ("between", "end"),
    [(" & ", r" \\"), ("&", r"\\\hline"), (" &\n", r" \\ \cline{3-10}")],
    ids=["row", "tight", "cell a line"],
)
def test_a_table_of_latex_is_read(between: str, end: str, cell: Callable[[Box], str], numbers: Numbers) -> None:
    text = unmark(_written(lambda grid: _latex(grid, between, end, cell))(document(report_of(numbers))[0])).text
    reading = read_text(text)
    assert wrong_cells(numbers, reading) == {}
    assert [cell.key for cell in reading.report.cells if cell.state in ("unreadable", "missing")] == []
