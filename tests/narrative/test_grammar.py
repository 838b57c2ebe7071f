"""The narrative grammar: stock Lark reads prose with it, and the scanner gives the same terminals."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark

from giar_lark import parse, read
from giar_lark.lalr.stock import stock_lark
from giar_lark.model.passages import passages_of
from giar_lark.narrative.parser import parse_prose, parse_with_grammar
from giar_lark.narrative.scan import scan
from synthetic.strategies import REPEATABLE

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*/canonical.txt"))[::4]


def prose_of(path: Path) -> list[str]:
    found = [passage.text for passage in passages_of(parse(read(path)).report)]
    assert found
    return found


def merged(types: list[str]) -> list[str]:
    """Terminals with each run of GAP as one."""
    return [kind for kind, run in groupby(types) for _ in (range(1) if kind == "GAP" else run)]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_scanner_gives_the_terminals_of_stock_lark(path: Path) -> None:
    for text in prose_of(path):
        stock = [token.type for token in stock_lark("narrative").lex(text)]
        own = [token.type for token in scan(text) if token.end > token.start]
        # a lone bracket is no bracket to the scanner
        if stock.count("OPEN") == stock.count("CLOSE"):
            assert merged(own) == merged(stock)


def test_grammar_has_no_conflict() -> None:
    from giar_lark.lean.resources import read_grammar

    assert Lark(read_grammar("narrative.lark"), parser="lalr", lexer="basic", start="narrative", debug=True).rules


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_tokens_cover_the_passage(path: Path) -> None:
    for text in prose_of(path):
        tokens = scan(text)
        assert "".join(text[token.start : token.end] for token in tokens) == text


@pytest.mark.parametrize(
    "text",
    ["", "（", "）））（（（", "。；。", "（（一件）", "12件（34件", "，，、：，", "约2023年", "近12月", "约一是"],
)
def test_any_prose_is_read(text: str) -> None:
    sentences = parse_prose(scan(text))
    assert sentences[-1].end == len(text)


# what begins, ends or contains something else of these
_PIECES = [
    "约", "近", "超过", "不到", "20", "19", "2023年", "12月", "3.", "３", "一", "十", "万", "余", "一是", "第三", "条", "件", "%",
    "百分之五", "三成", "个百分点", "月", "，", "、", "：", "（", "）", "。", "未", "无", "未来", "申请", "申请人", "其中", "结转", "其他", "的",
]  # fmt: skip


@settings(REPEATABLE, max_examples=400)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=12))
def test_whatever_stands_beside_what_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert parse_prose(scan(text))[-1].end == len(text)


@settings(REPEATABLE, max_examples=400)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=12))
def test_what_is_told_apart_by_groups_is_what_the_grammar_makes_of_it(pieces: list[str]) -> None:
    tokens = scan("".join(pieces))
    assert parse_prose(tokens) == parse_with_grammar(tokens)
