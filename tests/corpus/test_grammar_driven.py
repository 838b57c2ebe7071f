"""Reports that chance makes after the grammar: whatever it allows is read without an error, and no row of it is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Token, Tree

from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.parse.grammar import canonical_parser
from giar_lark.pipeline import check
from giar_lark.source.source import Source
from synthetic.reading import read_text
from synthetic.strategies import REPEATABLE
from tokenise.test_lossless import assert_lossless

lark_strategies = pytest.importorskip("hypothesis.extra.lark", reason="needs hypothesis[lark]")

_IN_A_ROW = ("CELL", "UNPLACED")
_COUNTS = st.integers(0, 99_999).map(str)
_CELLS = st.one_of(_COUNTS, _COUNTS, st.sampled_from(["", "-", "/", "无", "1,204", "３", "~0"]))
_WORDS = st.text("政府信息公开工作年度报告本机关收到申请，。0123456789 ", min_size=2, max_size=30).map(
    lambda t: f"青{t}岚"
)
# terminals that the grammar leaves open, in words that are no label
_WRITTEN = {
    "CELL": _CELLS.map("\t{}".format),
    "UNPLACED": st.lists(_COUNTS, min_size=1, max_size=7).map(lambda counts: f"\t? {' '.join(counts)}"),
    "TITLE": _WORDS,
    "TEXT": _WORDS.map("　　{}".format),
    "NUMBERED": _WORDS.map("　　（一）{}".format),
    "ISSUING_ORGAN": _WORDS.map("　　　　{}".format),
}


# the parts of a report, each with how often at most it is drawn: a table is one however often it is written on
_PARTS = (
    ("front", 1),
    ("overview", 1),
    ("disclosure_table", 4),
    ("applications_table", 20),
    ("cases_table", 1),
    ("tail", 1),
)
_COLUMNS = "申请人情况 自然人 法人或其他组织 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
_FIRST_ROW = official("NEW_RECEIVED") + "\t1" * 7
# what stands above what is drawn; table 3 has a header and a row in any case
_ABOVE = {
    "disclosure_table": [official("PROACTIVE_DISCLOSURE")],
    "applications_table": [official("APPLICATIONS"), _COLUMNS, _FIRST_ROW],
    "cases_table": [official("RECONSIDERATION_LITIGATION")],
}


def written(rule: str) -> st.SearchStrategy[str]:
    """Texts after a rule of the grammar, every terminal but a cell on a line of its own."""
    parser = canonical_parser()
    terminals, _, ignored = parser.grammar.compile([rule], ())
    words = {
        terminal.name: _WRITTEN.get(terminal.name, st.from_regex(terminal.pattern.to_regexp(), fullmatch=True))
        for terminal in terminals
    }
    lines = {name: text if name in _IN_A_ROW else text.map("\n{}".format) for name, text in words.items()}
    # what is ignored are line breaks, which stand before every terminal already
    explicit = {**lines, **dict.fromkeys(ignored, st.just(""))}
    texts: st.SearchStrategy[str] = lark_strategies.from_lark(parser, start=rule, explicit=explicit)
    return texts


def whole_reports() -> st.SearchStrategy[str]:
    """Texts that have all parts in their order, and many rows; table 3 has its header once, in front."""
    return st.tuples(*(_part(rule, most) for rule, most in _PARTS)).map("".join).map(_finished)


def any_reports() -> st.SearchStrategy[str]:
    """Texts after the grammar: any, which have few rows, or whole ones."""
    return st.one_of(written("report").map(_finished), whole_reports())


def _part(rule: str, most: int) -> st.SearchStrategy[str]:
    texts = st.lists(written(rule), min_size=min(most, 2) - 1, max_size=most).map("".join)
    if rule not in _ABOVE:
        return texts
    above = "".join(f"\n{line}" for line in _ABOVE[rule])
    return texts.map(lambda text: above + re.sub(rf"\n{official('APPLICANTS')} [^\n]*", "", text))


def _finished(text: str) -> str:
    return text.removeprefix("\n") + "\n"


def rows(text: str) -> list[str]:
    """The terminals of the labels of tables 2 and 3 as stock Lark has them, in order."""
    found: list[str] = []

    def collect(tree: Tree[Token]) -> None:
        if tree.data == "row":
            label = tree.children[0]
            assert isinstance(label, Token)
            found.append(label.type)
        for child in tree.children:
            if isinstance(child, Tree):
                collect(child)

    collect(canonical_parser().parse(text))
    return found


def rows_read(text: str) -> list[str]:
    """The same as the model has them."""
    tables = read_text(text).report.tables
    return [row.terminal for table in tables if table.key != "t4" for row in table.rows]


@settings(REPEATABLE, max_examples=150)
@given(text=whole_reports())
def test_no_row_is_lost_and_none_is_added(text: str) -> None:
    assert without_head(rows_read(text)) == without_head(rows(text))


def without_head(found: list[str]) -> list[str]:
    """Rows without （六）其他处理 where rows of that group stand, too: there it is their head, and T3-12 tells its numbers."""
    group = set(tables().application_groups["OTHERWISE"])
    return [name for name in found if name != "OTHERWISE" or not group & set(found)]


def test_a_header_behind_the_last_row_is_no_row() -> None:
    text = "\n".join([official("APPLICATIONS"), _FIRST_ROW, _COLUMNS, _COLUMNS, ""])
    assert rows_read(text) == rows(text) == ["NEW_RECEIVED"]


def test_a_table_of_nothing_but_the_total_has_one_row() -> None:
    text = "\n".join([official("APPLICATIONS"), official("TOTAL_PROCESSED") + "\t? 0", ""])
    assert rows_read(text) == rows(text) == ["TOTAL_PROCESSED"]


@settings(REPEATABLE, max_examples=60)
@given(text=any_reports())
def test_whatever_the_grammar_allows_is_checked(text: str) -> None:
    checked = check(Source(text))
    places = [place for finding in checked.findings for place in finding.span]
    assert [place for place in places if not 0 <= place <= len(text)] == []


@settings(REPEATABLE, max_examples=60)
@given(text=any_reports())
def test_the_tokens_of_a_canonical_report_are_its_text(text: str) -> None:
    assert_lossless(text)
