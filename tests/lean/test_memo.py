"""What is remembered of texts: each question is asked once, long texts are not kept, and the memory has a bound."""

from __future__ import annotations

import pytest

from giar_lark.lean import memo
from giar_lark.lean.memo import remembered, remembered_parts, remembered_short


def test_a_question_is_asked_once_for_each_text_and_all_else_that_it_is_about() -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def length(text: str, more: int) -> int:
        """How long a text is."""
        asked.append((text, more))
        return len(text) + more

    assert [length("公开", 0), length("公开", 0), length("公开", 1), length("申请", 0)] == [2, 2, 3, 2]
    assert asked == [("公开", 0), ("公开", 1), ("申请", 0)]
    assert length.__doc__ == "How long a text is."


def test_nothing_is_kept_of_a_text_that_is_longer_than_sentences_are() -> None:
    asked: list[int] = []

    @remembered
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    long = "公" * (memo._LONGEST_CHARS + 1)
    assert [length(long), length(long), length(long[1:]), length(long[1:])] == [4001, 4001, 4000, 4000]
    assert asked == [4001, 4001, 4000]


def test_the_older_half_is_forgotten_where_no_more_can_be_kept() -> None:
    asked: list[tuple[str, int]] = []

    @remembered
    def length(text: str, more: int) -> int:
        asked.append((text, more))
        return len(text) + more

    once = memo._MOST // 2
    for number in range(once + 1):
        length(str(number), 1)
    asked.clear()
    for number in (once, once // 2, once // 2 - 1, 0):
        length(str(number), 1)
    assert asked == [(str(once // 2 - 1), 1), ("0", 1)]


def test_what_has_come_again_is_kept_however_much_comes_once() -> None:
    asked: list[str] = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [length("公开"), length("公开")] == [2, 2]
    for number in range(3 * memo._MOST):
        length(str(number))
    asked.clear()
    assert (length("公开"), asked) == (2, [])


def test_parts_of_texts_are_kept_in_great_number_where_they_are_short() -> None:
    asked: list[str] = []

    @remembered_parts
    def length(part: str) -> int:
        asked.append(part)
        return len(part)

    parts = [f"{number}" for number in range(memo._MOST + 1)]
    assert [*map(length, parts), *map(length, parts)] == [*map(len, parts), *map(len, parts)]
    assert asked == parts
    long = "公" * (memo._LONGEST_PART_CHARS + 1)
    assert [length(long), length(long)] == [201, 201]
    assert asked == [*parts, long, long]


def test_all_short_parts_are_kept_and_of_the_longer_ones_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_MOST_PARTS", 4)
    asked: list[str] = []

    def length(part: str) -> int:
        asked.append(part)
        return len(part)

    kept = remembered_short(length, 2)
    parts = ["1", "12", "123", "1234", "12345", "21", "公" * 201]
    assert [*map(kept, parts), *map(kept, parts)] == [*map(len, parts), *map(len, parts)]
    assert asked == [*parts, "12345", "公" * 201]
