"""Tokens are stretches of the source: they never overlap, and what lies between them is skipped, not changed."""

from __future__ import annotations

import pytest
from generator.numbers import Numbers, fresh_numbers, sound_numbers
from hypothesis import given, settings
from hypothesis import strategies as st

from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.text.fold import letters
from giar_lark.tokenise.token import Token
from synthetic.layouts import KEEPING, LAYOUTS
from synthetic.reading import read_text
from synthetic.strategies import REPEATABLE, damaged, reports, scraps

_SOUND = sound_numbers("2021", {"t3.granted.natural_person": 1204, "t4.reconsideration.upheld": 3})


def in_place(text: str) -> list[Token]:
    """The tokens of a text in the order of the source."""
    return sorted(tokenise(Source(text)).tokens, key=lambda token: token.span)


def assert_lossless(text: str) -> None:
    tokens, at, rebuilt = in_place(text), 0, ""
    for token in tokens:
        assert at <= token.start <= token.end <= len(text), (token, at)
        rebuilt += text[at : token.start] + text[token.start : token.end]
        at = token.end
    assert rebuilt + text[at:] == text


@pytest.mark.parametrize("layout", LAYOUTS)
@settings(REPEATABLE, max_examples=12)
@given(numbers=reports())
def test_holds_in_every_layout(layout: str, numbers: Numbers) -> None:
    assert_lossless(LAYOUTS[layout](numbers))


@settings(REPEATABLE, max_examples=80)
@given(text=scraps())
def test_holds_for_any_text(text: str) -> None:
    assert_lossless(text)


@settings(REPEATABLE, max_examples=60)
@given(text=st.sampled_from([layout(_SOUND) for layout in LAYOUTS.values()]).flatmap(damaged))
def test_holds_for_a_damaged_report(text: str) -> None:
    assert_lossless(text)


@settings(REPEATABLE, max_examples=60)
@given(text=st.one_of(scraps(), st.sampled_from([layout(_SOUND) for layout in LAYOUTS.values()]).flatmap(damaged)))
def test_any_text_is_read_and_every_place_is_inside_it(text: str) -> None:
    reading = read_text(text)
    spans = [finding.span for finding in reading.findings]
    spans += [related.span for finding in reading.findings for related in finding.related]
    spans += [cell.span for cell in reading.report.cells]
    assert [span for span in spans if not 0 <= span.start <= span.end <= len(text)] == []


@pytest.mark.parametrize("layout", sorted(set(KEEPING) - {"html"}))
def test_a_sound_report_has_no_word_outside_its_tokens(layout: str) -> None:
    text = LAYOUTS[layout](fresh_numbers())
    bounds = [0, *(place for token in in_place(text) for place in token.span), len(text)]
    gaps = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    assert [gap for gap in gaps if letters(gap)] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_cell_says_what_stands_under_its_span(layout: str) -> None:
    numbers = fresh_numbers()
    text = LAYOUTS[layout](numbers)
    for cell in read_text(text).report.cells:
        assert text[cell.span.start : cell.span.end].strip() == cell.raw == numbers.at(cell.key).raw
