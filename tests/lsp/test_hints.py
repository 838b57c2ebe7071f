"""Inlay hints: what totals should be, and whether columns balance."""

from __future__ import annotations

import pytest
from analysed import SOUND, WRONG_TOTAL, analysed, whole

from giar_lark.lsp.hints import hints_of

CARRIED = "四、结转下年度继续办理\t1\t"


def hints(text: str, wanted: str = "all") -> list[tuple[str, str]]:
    """Each hint with the row that it stands in, in the order of the text."""
    found = hints_of(analysed(text), whole(analysed(text)), wanted)
    lines = text.splitlines()
    ordered = sorted(found, key=lambda hint: (hint.position.line, hint.position.character))
    return [(lines[hint.position.line].partition("\t")[0], str(hint.label)) for hint in ordered]


def test_a_sound_report_has_ticks_where_there_are_numbers() -> None:
    found = hints(SOUND)
    assert {label for _, label in found} == {"✓"}
    assert [row for row, _ in found if row.startswith("（七）")] == ["（七）总计"] * 4
    assert [row for row, _ in found if row.startswith("四、")] == ["四、结转下年度继续办理"] * 4
    assert not [row for row, _ in found if row.startswith("1.属于国家秘密")]


def test_a_total_that_is_not_the_sum_has_the_sum_beside_it() -> None:
    assert hints(WRONG_TOTAL, "differences") == [("（一）予以公开", "≠ 8"), ("（七）总计", "≠ 18")]


def test_a_column_that_does_not_balance_has_both_sides() -> None:
    found = hints(SOUND.replace(CARRIED, CARRIED.replace("1", "3")), "differences")
    assert found == [("四、结转下年度继续办理", "一＋二=14 ≠ 三＋四=16"), ("四、结转下年度继续办理", "≠ 3")]


def test_where_a_blank_leaves_it_open_no_sum_is_given() -> None:
    text = SOUND.replace("（一）予以公开\t6\t1\t0\t0\t1\t0\t8", "（一）予以公开\t6\t1\t0\t0\t\t0\t8")
    assert ("（一）予以公开", "?") in hints(text)
    assert "（一）予以公开" not in [row for row, _ in hints(text, "differences")]


@pytest.mark.parametrize("text", ["", "1\t2", SOUND[:300]])
def test_what_is_no_report_has_none(text: str) -> None:
    assert hints(text) == []


def test_off_is_off() -> None:
    assert hints(WRONG_TOTAL, "off") == []


def test_the_whole_sum_is_told_at_a_hint() -> None:
    analysis = analysed(WRONG_TOTAL)
    (tooltip,) = [h.tooltip for h in hints_of(analysis, whole(analysis), "differences") if h.label == "≠ 8"]
    assert tooltip == "本行：6＋1＋0＋0＋1＋0≠9 (不符)"
