"""The shipped tables are those of the grammar, and reading with them is what reading with stock Lark is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giar_lark import check, read
from giar_lark.lalr.compute import computed
from giar_lark.lalr.grammars import SOURCES
from giar_lark.lalr.parser import CHOICE, TableParser
from giar_lark.lalr.stock import StockParser, stock_lark
from giar_lark.lalr.tables import shipped, tables_of
from giar_lark.lean.resources import read_grammar
from giar_lark.narrative import reader
from giar_lark.narrative.parser import TreeBuilder
from giar_lark.narrative.tree import Item
from giar_lark.parse import shapes
from giar_lark.parse.nodes import NodeBuilder
from giar_lark.tokenise.token import Token
from parse.token_streams import terminals
from synthetic.strategies import REPEATABLE

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*/canonical.txt"))[::6]
BUILDERS = {"report": NodeBuilder, "narrative": TreeBuilder}
WORDS = tuple(
    terminal.name for terminal in tables_of("narrative").terminals if terminal.name not in ("UNIT", "NUMERAL")
)


@pytest.mark.parametrize("grammar", SOURCES)
def test_the_shipped_tables_are_those_of_the_grammar(grammar: str) -> None:
    """If this fails: python tools/write_parse_tables.py"""
    assert shipped(grammar) == json.loads(json.dumps(computed(grammar)))


def test_a_changed_grammar_is_read_with_its_own_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = read_grammar("narrative.lark").replace('"撤回"', '"撤回" | "收回申请"')
    for module in ("grammars", "stock"):
        monkeypatch.setattr(f"giar_lark.lalr.{module}.read_grammar", lambda _: changed)
    monkeypatch.setattr("giar_lark.lalr.compute.stock_lark", stock_lark.__wrapped__)
    partial = next(each for each in tables_of.__wrapped__("narrative").terminals if each.name == "PARTIAL")
    assert "收回申请" in partial.text


@settings(REPEATABLE, max_examples=150)
@given(kinds=st.lists(st.sampled_from(terminals()), max_size=40))
def test_takes_what_lark_takes_of_any_stream_of_a_report(kinds: list[str]) -> None:
    tokens = [Token(kind, at, at + 1) for at, kind in enumerate(kinds)]
    ours, lark = TableParser("report", NodeBuilder), StockParser("report", NodeBuilder)
    at = -1
    while at < len(tokens):
        at, refused = ours.feed(tokens, at + 1), lark.feed(tokens, at + 1)
        assert (at, sorted(ours.choices())) == (refused, sorted(lark.choices()))
    assert ours.accepts("$END") == lark.accepts("$END")
    if ours.accepts("$END"):
        assert repr(ours.end()) == repr(lark.end())


@settings(REPEATABLE, max_examples=150)
@given(kinds=st.lists(st.sampled_from(WORDS), max_size=40))
def test_makes_what_lark_makes_of_any_prose_that_it_takes(kinds: list[str]) -> None:
    tokens = [Item("", kind, at, at + 1) for at, kind in enumerate([*kinds, "STOP"])]
    ours, lark = TableParser("narrative", TreeBuilder), StockParser("narrative", TreeBuilder)
    assert ours.feed(tokens) == lark.feed(tokens)
    assert ours.accepts("$END") == lark.accepts("$END")
    if ours.accepts("$END"):
        assert ours.end() == lark.end()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_a_report_read_by_stock_lark_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_tables = check(read(path))
    monkeypatch.setenv(CHOICE, "lark")
    for name in ("_told_in", "_told_by"):
        monkeypatch.setattr(reader, name, getattr(reader, name).__wrapped__)
    shapes.forget()
    with_lark = check(read(path))
    shapes.forget()
    assert with_tables == with_lark
