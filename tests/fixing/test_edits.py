"""The edit applier: every text outside the edits stays, every edit is where it is said to be."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_lark.findings import Finding, Fix, Severity
from giar_lark.fixing.edits import apply, together
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.source.span import Edit, Span

Cut = tuple[str, str, str]  # what is kept, what is replaced, and by what
CUTS = st.lists(st.tuples(st.text(max_size=6), st.text(max_size=4), st.text(max_size=4)), max_size=8)


def edits_of_cuts(cuts: list[Cut]) -> tuple[str, list[Edit]]:
    """The text before the edits, and the edits."""
    text, edits = "", []
    for kept, old, new in cuts:
        start = len(text) + len(kept)
        text += kept + old
        edits.append(Edit(span=Span(start, start + len(old)), text=new))
    return text, edits


@given(CUTS, st.text(max_size=6), st.randoms())
def test_edits_change_what_they_cover_and_nothing_else(cuts: list[Cut], tail: str, chance: random.Random) -> None:
    cuts = [(f"{kept}·", old, new) for kept, old, new in cuts]  # two empty edits at one place have no order
    text, edits = edits_of_cuts(cuts)
    in_any_order = sorted(edits, key=lambda _: chance.random())
    edited = apply(text + tail, in_any_order)
    assert edited.text == "".join(kept + new for kept, _, new in cuts) + tail
    assert [edited.text[slice(*place)] for place in edited.places] == [new for _, _, new in cuts]


@given(CUTS)
def test_edits_can_be_taken_back(cuts: list[Cut]) -> None:
    text, edits = edits_of_cuts([(f"{kept}·", old, new) for kept, old, new in cuts])
    edited = apply(text, edits)
    back = [Edit(span=place, text=text[slice(*edit.span)]) for place, edit in zip(edited.places, edits, strict=True)]
    assert apply(edited.text, back).text == text


@given(CUTS)
def test_what_stands_between_edits_is_where_it_has_moved_to(cuts: list[Cut]) -> None:
    cuts = [(f"{kept}·", old, new) for kept, old, new in cuts]
    text, edits = edits_of_cuts(cuts)
    edited = apply(text, edits)
    for edit, place, (kept, _, _) in zip(edited.edits, edited.places, cuts, strict=True):
        moved = edited.moved(Span(edit.span.start - len(kept), edit.span.start))
        assert edited.text[moved.start : moved.start + len(kept)] == kept
        if edit.span.start < edit.span.end:
            assert edited.moved(edit.span) == place


@pytest.mark.parametrize(
    "spans", [((0, 2), (1, 3)), ((0, 3), (1, 1)), ((0, 3), (0, 3)), ((2, 4),), ((-1, 1),), ((2, 1),)]
)
def test_edits_that_overlap_or_lie_outside_are_refused(spans: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(ValueError, match="edit at"):
        apply("abc", [Edit(span=Span(*span), text="x") for span in spans])


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4)), max_size=12))
def test_findings_fixed_together_leave_each_other_alone(places: list[tuple[int, int]]) -> None:
    findings = [finding(start, start + length) for start, length in places]
    chosen = together(findings)
    assert chosen[:1] == findings[:1]
    taken = sorted(one.span for one in chosen)
    assert all(before.end < after.start for before, after in itertools.pairwise(taken))
    for left in findings:
        if left not in chosen:
            assert any(left.span.start <= one.span.end and one.span.start <= left.span.end for one in chosen)


def finding(start: int, end: int) -> Finding:
    """A finding with one edit at its own place."""
    span = Span(start, end)
    return Finding(
        code="T3-01",
        name="conservation",
        severity=Severity.ERROR,
        message=Text("不平", "does not balance"),
        span=span,
        repair=Later.of(Fix(edits=(Edit(span=span, text="x"),), safe=True)),
    )
