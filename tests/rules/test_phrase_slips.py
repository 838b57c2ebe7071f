"""The list of phrases: what is right is left alone, what is wrong is found, and each slip is told once."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from giar_lark.lean.resources import read_grammar
from giar_lark.model.flow import Flow
from giar_lark.rules.phrases.fixed import Lexicon, names, phrases
from giar_lark.rules.phrases.forms import without_one
from giar_lark.rules.phrases.slips import Slip, misspelt, slips_of

LISTS = tomllib.loads(read_grammar("phrases.toml"))
ENTRIES = [(kind, entry) for kind, entries in LISTS.items() for entry in entries]
LEXICONS = {"names": names, "phrases": phrases}


def slips(text: str, lexicon: Lexicon) -> list[Slip]:
    """The slips in a sentence of its own."""
    return slips_of(Flow("overview", text, range(len(text)), (0,)), misspelt(text, lexicon))


@pytest.mark.parametrize(
    ("kind", "entry"), ENTRIES, ids=lambda value: value["text"] if isinstance(value, dict) else value
)
def test_phrase_and_what_is_near_it_are_right(kind: str, entry: dict[str, Any]) -> None:
    for word in (entry["text"], *entry.get("near", ())):
        for text in (word, f"按照{word}的要求", f"。{word}，"):
            assert slips(text, names()) == slips(text, phrases()) == []


@pytest.mark.parametrize(
    ("kind", "entry"), ENTRIES, ids=lambda value: value["text"] if isinstance(value, dict) else value
)
def test_what_is_listed_as_wrong_is_found_once(kind: str, entry: dict[str, Any]) -> None:
    for wrong in entry.get("wrong", ()):
        found = slips(f"按照{wrong}的要求", LEXICONS[kind]())
        assert [(slip.start, slip.end, slip.right) for slip in found] == [(2, 2 + len(wrong), entry["text"])]


def test_phrases_are_of_letters_alone() -> None:
    for _, entry in ENTRIES:
        assert "".join((entry["text"], *entry.get("near", ()), *entry.get("wrong", ()))).isalpha()


def test_any_character_lost_from_a_long_phrase_is_found() -> None:
    phrase = "中华人民共和国政府信息公开条例"
    for wrong in without_one(phrase):
        assert [slip.right for slip in slips(f"《{wrong}》", phrases())] == [phrase]


def test_of_two_phrases_the_longer_is_told() -> None:
    assert [slip.right for slip in slips("收到府信息公开申请三件", phrases())] == ["政府信息公开申请"]


def test_what_the_edge_of_a_page_has_cut_off_is_no_slip() -> None:
    flow = Flow("overview", "做好政府信息公开工作县2府信息公开", range(17), (0, 10, 12))
    assert slips_of(flow, misspelt(flow.text, phrases())) == []
