"""The railroad diagrams."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from lark import Lark

from giar_lark.notation.railroad import railroad_page
from giar_lark.notation.railroad.ebnf import Choice, Name, Repeated, Sequence, productions
from giar_lark.notation.railroad.names import NAMES
from giar_lark.notation.railroad.shapes import box, branches, loop, row, track
from giar_lark.official.vocabulary import vocabulary
from grammar.paths import GRAMMAR


def pictures(page: str) -> list[ElementTree.Element]:
    return [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", page)]


def test_reads_a_production_as_it_is_written() -> None:
    found = productions()
    assert found["report"] == Sequence(
        (Name("front"), Repeated(Name("section"), 0, None), Repeated(Name("tail"), 0, 1))
    )
    assert found["_two"] == Choice((Sequence((Name("CELL"), Name("CELL"))), Name("UNPLACED")))
    assert found["disclosure_table"] == Repeated(Name("block"), 1, None)
    assert found["FEE_COLUMN"] == Sequence((Name("CONTENT"), Name("AMOUNT_10K_YUAN")))
    assert "CELL" not in found


def test_every_rule_of_the_grammar_has_a_diagram() -> None:
    lark = Lark.open(str(GRAMMAR / "report.lark"), parser="lalr", start="report")
    rules = {str(rule.origin.name) for rule in lark.rules if not str(rule.origin.name).startswith("__")}
    assert rules - set(productions()) == set()


def test_everything_in_the_diagrams_has_words_and_nothing_else_has() -> None:
    def names(node: object) -> set[str]:
        match node:
            case Name(name):
                return {name}
            case Sequence(items) | Choice(items):
                return set().union(*map(names, items))
            case Repeated(item):
                return names(item)
        return set()

    drawn = set(productions()).union(*map(names, productions().values()))
    assert drawn - set(vocabulary()) == set(NAMES)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page_draws_every_production_and_its_links_lead_somewhere(lang: str) -> None:
    page = railroad_page(lang)
    assert len(pictures(page)) == len(productions()) + 2
    linked, there = set(re.findall(r"href=['\"]#([^'\"]+)", page)), set(re.findall(r"section id='([^']+)'", page))
    assert linked == there == set(productions())
    assert "http" not in page.replace("http-equiv", "")


def test_pages_speak_their_language() -> None:
    assert "从左到右" in railroad_page("zh") and "from left to right" in railroad_page("en")
    assert "（一）予以公开" in railroad_page("en")


def test_chinese_makes_a_box_wider_than_latin() -> None:
    assert box("数据", "terminal").width > box("ab", "terminal").width


def test_drawings_have_room_for_what_they_hold() -> None:
    small, large = box("数", "terminal"), box("一、本年新收政府信息公开申请数量", "terminal")
    assert row([small, large]).width == small.width + 12 + large.width
    both = branches([small, large])
    assert both.width > large.width and both.below >= small.below + large.above + large.below
    assert loop(small).below > small.below
    assert row([]).width == track(12).width
