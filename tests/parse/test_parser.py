"""The parser alone, fed with tokens: it agrees with stock Lark, and nothing stops it."""

from __future__ import annotations

import pytest
from generator.numbers import fresh_numbers
from hypothesis import assume, given, settings
from lark import Token as LarkToken
from lark import Transformer, Tree

from giar_lark.model.build import build_report
from giar_lark.parse.grammar import canonical_parser
from giar_lark.parse.nodes import NodeBuilder, ReportNode
from giar_lark.parse.parser import Parsed, parse_tokens, tree_of_tokens
from giar_lark.tokenise.cell_text import read_cell
from giar_lark.tokenise.token import Token
from grammar.paths import REPORTS, canonical_report
from parse.token_streams import lexed, streams, terminals
from parse.wording import internal_words
from synthetic.layouts import canonical
from synthetic.strategies import REPEATABLE

TEXT = canonical(fresh_numbers())


class _WholeTree(NodeBuilder, Transformer[LarkToken, object]):
    """The builder, put to a finished tree."""


def parse(tokens: list[Token], text: str = TEXT) -> Parsed:
    return parse_tokens(tokens, text)


def place(tokens: list[Token], kind: str) -> int:
    return next(number for number, token in enumerate(tokens) if token.type == kind)


def with_row_of(kind: str, source: list[Token], target: str) -> list[Token]:
    """The tokens with the row of one label moved behind the cells of another."""
    at = place(source, kind)
    end = at + 1
    while end < len(source) and source[end].type == "CELL":
        end += 1
    row, rest = source[at:end], source[:at] + source[end:]
    there = place(rest, target) + 1
    while there < len(rest) and rest[there].type == "CELL":
        there += 1
    return rest[:there] + row + rest[there:]


@pytest.mark.parametrize("name", REPORTS)
def test_a_canonical_report_costs_no_finding(name: str) -> None:
    text = canonical_report(name)
    assert parse(lexed(text), text).findings == []


@pytest.mark.parametrize("name", REPORTS)
def test_gives_the_tree_that_stock_lark_gives(name: str) -> None:
    text = canonical_report(name)
    ours, theirs = tree_of_tokens(lexed(text), text).tree, canonical_parser().parse(text)
    assert isinstance(ours, Tree)
    assert [tree.data for tree in ours.iter_subtrees()] == [tree.data for tree in theirs.iter_subtrees()]


@settings(REPEATABLE, max_examples=80)
@given(stream=streams())
def test_the_builder_makes_what_it_makes_of_the_whole_tree(stream: tuple[str, list[Token]]) -> None:
    """Whatever the parser remembers of earlier streams, a report is that of its own tokens."""
    text, tokens = stream
    assume(not tokens or tokens[-1].type != "RECONSIDERATION_LITIGATION")
    built, tree = parse(tokens, text), tree_of_tokens(tokens, text)
    assert isinstance(tree.tree, Tree)
    assert places(built.tree) == places(_WholeTree().transform(tree.tree))
    assert (built.findings, built.miscounted) == (tree.findings, tree.miscounted)


def test_a_text_that_ends_at_a_heading_lacks_no_cells() -> None:
    heading = Token("RECONSIDERATION_LITIGATION", 0, 19)
    assert parse([heading], "四、政府信息公开行政复议、行政诉讼情况").findings == []


def test_a_text_that_ends_at_a_caption() -> None:
    tokens = [Token("PROACTIVE_DISCLOSURE", 0, 14), Token("ITEM_1", 15, 24)]
    assert isinstance(parse(tokens, "二、主动公开政府信息情况\n第二十条第（一）项").tree, ReportNode)


def test_reports_of_one_shape_keep_their_own_tokens() -> None:
    texts = [canonical(fresh_numbers(start=start)) for start in (101, 2000, 101)]
    trees = [parse(lexed(text), text).tree for text in texts]
    expected = [_WholeTree().transform(canonical_tree(text)) for text in texts]
    assert [places(tree) for tree in trees] == [places(tree) for tree in expected]


def canonical_tree(text: str) -> Tree[LarkToken]:
    tree = tree_of_tokens(lexed(text), text).tree
    assert isinstance(tree, Tree)
    return tree


def places(node: object) -> object:
    """A tree of nodes as nested lists of the places of its tokens."""
    if isinstance(node, Token):
        return node.type, node.start, node.end, node.cell
    return [places(part) for part in node] if isinstance(node, (list, tuple)) else node


@pytest.mark.parametrize(
    ("kind", "target"),
    [("LICENSING", "ADMINISTRATIVE_FEES"), ("RULES", "PENALTIES"), ("PENALTIES", "REPEATED"), ("GRANTED", "LICENSING")],
)
def test_a_row_in_a_place_that_is_not_its_own(kind: str, target: str) -> None:
    parsed = parse(with_row_of(kind, lexed(TEXT), target))
    assert [finding.code for finding in parsed.findings] == ["SY-03"]
    assert TEXT[slice(*parsed.findings[0].span)] in TEXT
    assert internal_words(parsed.findings) == []


def test_a_caption_in_table_3() -> None:
    tokens = lexed(TEXT)
    caption = tokens.pop(place(tokens, "ITEM_8"))
    header = tokens.pop(place(tokens, "FEE_COLUMN"))
    row = place(tokens, "ADMINISTRATIVE_FEES")
    fees = tokens[row : row + 2]
    del tokens[row : row + 2]
    there = place(tokens, "TOTAL_PROCESSED")
    parsed = parse([*tokens[:there], caption, header, *fees, *tokens[there:]])
    assert {finding.code for finding in parsed.findings} == {"SY-03"}
    assert TEXT[slice(*parsed.findings[0].span)] == "第二十条第（八）项"
    assert isinstance(parsed.tree, ReportNode)
    assert len(parsed.tree.sections) == 6


def test_a_table_in_a_section_that_has_none() -> None:
    tokens = lexed(TEXT)
    start, end = place(tokens, "ITEM_1"), place(tokens, "APPLICATIONS")
    table = tokens[start:end]
    rest = tokens[:start] + tokens[end:]
    there = place(rest, "PROBLEMS_IMPROVEMENTS") + 1
    parsed = parse(rest[:there] + table + rest[there:])
    assert {finding.code for finding in parsed.findings} == {"SY-03"}
    assert isinstance(parsed.tree, ReportNode)
    assert len(parsed.tree.sections) == 6


@pytest.mark.parametrize(("cells", "code"), [(0, "T3-13"), (3, "T3-13"), (8, "T3-13"), (20, "T3-13")])
def test_a_row_of_a_wrong_count_is_marked_as_such(cells: int, code: str) -> None:
    tokens = lexed(TEXT)
    at = place(tokens, "REPEATED")
    row = [tokens[at + 1]] * cells
    parsed = parse([*tokens[: at + 1], *row, *tokens[at + 8 :]])
    assert [finding.code for finding in parsed.findings] == [code]
    assert parsed.findings[0].key == "t3.not_processed.repeated"
    assert parsed.miscounted == {tokens[at].start}


@pytest.mark.parametrize("cells", [0, 1, 14, 16, 40])
def test_table_4_of_a_wrong_count_is_marked_as_such(cells: int) -> None:
    tokens = lexed(TEXT)
    at = place(tokens, "CASE_COLUMNS")
    parsed = parse([*tokens[: at + 1], *([tokens[at + 1]] * cells), *tokens[at + 16 :]])
    assert [finding.code for finding in parsed.findings] == ["T4-02"]


def test_the_last_row_of_a_text_that_breaks_off() -> None:
    tokens = lexed(TEXT)
    at = place(tokens, "REPEATED")
    parsed = parse(tokens[: at + 3])
    assert [finding.code for finding in parsed.findings] == ["T3-13"]
    assert isinstance(parsed.tree, ReportNode)


def test_an_empty_text_is_an_empty_report() -> None:
    parsed = parse([], "")
    assert parsed.findings == []
    assert parsed.tree == ReportNode([], [], [])


@pytest.mark.parametrize("kind", ["ISSUED_DATE", "TITLE", "ISSUING_ORGAN"])
def test_cells_behind_what_is_no_row(kind: str) -> None:
    text = "2024年1月19日\n7\n"
    parsed = parse([Token(kind, 0, 10), Token("CELL", 11, 12, read_cell("7"))], text)
    assert len(parsed.findings) == 1
    assert internal_words(parsed.findings) == []


@settings(REPEATABLE, max_examples=150)
@given(stream=streams())
def test_any_stream_is_read_to_its_end(stream: tuple[str, list[Token]]) -> None:
    text, tokens = stream
    parsed = parse(tokens, text)
    assert isinstance(parsed.tree, ReportNode)
    build_report(parsed.tree, text, parsed.miscounted)
    assert [f for f in parsed.findings if not 0 <= f.span.start <= f.span.end <= len(text)] == []


@settings(REPEATABLE, max_examples=60)
@given(stream=streams())
def test_no_internal_word_is_said_of_any_stream(stream: tuple[str, list[Token]]) -> None:
    _, tokens = stream
    parsed = parse(tokens, "　" * sum(token.end - token.start + 1 for token in tokens))
    assert internal_words(parsed.findings) == []


def test_the_parser_knows_every_terminal_that_the_tokenisers_make() -> None:
    known = {terminal.name for terminal in canonical_parser().terminals}
    assert set(terminals()) <= known
