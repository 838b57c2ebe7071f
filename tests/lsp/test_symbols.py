"""Symbols, folds and growing selections."""

from __future__ import annotations

from itertools import pairwise

from analysed import SOUND, analysed, at
from lsprotocol import types

from giar_lark.lsp.options import Options
from giar_lark.lsp.symbols import folds_of, selections_at, symbols_of


def test_symbols_have_kinds_details_and_the_language_of_the_reader() -> None:
    found = symbols_of(analysed(SOUND, options=Options(lang="en")))
    section = found[2]
    (table,) = section.children or ()
    row = (table.children or ())[0]
    assert (section.name, section.kind) == ("二、主动公开政府信息情况", types.SymbolKind.Module)
    assert (table.name, table.kind) == ("table 2", types.SymbolKind.Struct)
    assert (row.name, row.kind, [child.detail for child in row.children or ()]) == (
        "第二十条第（一）项",
        types.SymbolKind.Class,
        ["0 0 0", "3 1 15"],
    )


def test_a_blank_cell_is_a_dot_in_the_detail() -> None:
    text = SOUND.replace("行政规范性文件\t3\t1\t15", "行政规范性文件\t3\t\t15")
    details = [node.values for top in analysed(text).outline for node in top.walk() if node.name == "行政规范性文件"]
    assert details == [["3", "", "15"]]


def test_sections_tables_blocks_and_groups_fold() -> None:
    lines = SOUND.splitlines()
    folds = {(lines[fold.start_line], lines[fold.end_line].partition("\t")[0]) for fold in folds_of(analysed(SOUND))}
    assert {
        ("二、主动公开政府信息情况", "行政事业性收费"),
        ("第二十条第（一）项", "行政规范性文件"),
        ("三、本年度办理结果", "（七）总计"),
        ("（三）不予公开", "8.属于行政查询事项"),
    } <= folds
    assert all(fold.start_line < fold.end_line for fold in folds_of(analysed(SOUND)))


def test_a_selection_grows_from_cell_to_row_to_group_to_table_to_section_to_all() -> None:
    analysis = analysed(SOUND)
    offset = at(SOUND, "1.属于国家秘密\t0", len("1.属于国家秘密\t"))
    (selection,) = selections_at(analysis, [offset])
    texts = []
    step: types.SelectionRange | None = selection
    while step is not None:
        start, end = analysis.document.at.span(step.range)
        texts.append(SOUND[start:end])
        step = step.parent
    assert [text.splitlines()[0].partition("\t")[0] for text in texts[:4]] == [
        "0",
        "1.属于国家秘密",
        "（三）不予公开",
        "三、本年度办理结果",
    ]
    assert texts[-1] == SOUND
    assert all(inner in outer for inner, outer in pairwise(texts))
