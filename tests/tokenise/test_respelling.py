"""Misspelt labels: the edits give the official letters, and leave everything else as it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_lark.official.vocabulary import vocabulary
from giar_lark.source.span import Edit
from giar_lark.tokenise.labels.respelling import respelling
from giar_lark.tokenise.text.fold import after_ordinal, key

LABELS = sorted({spellings[0] for spellings in vocabulary().values()})


def mended(text: str, edits: tuple[Edit, ...], start: int = 0) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start - start] + edit.text + text[edit.span.end - start :]
    return text


@given(st.sampled_from(LABELS), st.text("政府信息公开性的以", min_size=1, max_size=8), st.integers(0, 50))
def test_edits_give_the_letters_of_the_label(official: str, text: str, start: int) -> None:
    written = official[: after_ordinal(official)] + text
    edits = respelling(written, start, official)
    assert key(mended(written, edits, start)).letters == key(official).letters


@pytest.mark.parametrize(
    ("written", "official", "wanted"),
    [
        ("5.属于三类内部事务性信息", "5.属于三类内部事务信息", "5.属于三类内部事务信息"),
        ("５． 属于三类内部事务性信息", "5.属于三类内部事务信息", "５． 属于三类内部事务信息"),
        ("(五)不予以处理", "（五）不予处理", "(五)不予处理"),
        ("3.危及三安定一稳定", "3.危及“三安全一稳定”", "3.危及三安全一稳定"),
        ("行政事业牲收费", "行政事业性收费", "行政事业性收费"),
        ("2.没有现成信需要另行制作", "2.没有现成信息需要另行制作", "2.没有现成信息需要另行制作"),
    ],
)
def test_only_wrong_letters_change(written: str, official: str, wanted: str) -> None:
    assert mended(written, respelling(written, 0, official)) == wanted


@pytest.mark.parametrize("text", ["5.属于三类内\n部事务性信息", "5.属于三类内\u2060部事务性信息", "", "5."])
def test_label_with_layout_between_its_letters_is_left_alone(text: str) -> None:
    assert respelling(text, 0, "5.属于三类内部事务信息") == ()


def test_right_label_needs_no_edit() -> None:
    assert respelling("（五） 不予处理", 0, "（五）不予处理") == ()
