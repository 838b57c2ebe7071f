"""Values that are made when they are first asked for."""

from __future__ import annotations

import pickle

from giar_lark.lean.later import Again, Later, kept_property
from giar_lark.lean.records import dataclass


def test_a_value_is_made_once_and_when_asked_for() -> None:
    made: list[int] = []

    def make() -> int:
        made.append(1)
        return 7

    later = Later(make)
    assert made == []
    assert (later.value, later.value, made) == (7, 7, [1])


def test_values_are_equal_however_they_came_about() -> None:
    assert Later(lambda: (1, 2)) == Later.of((1, 2))
    assert Later(lambda: (1, 2)) != Later.of((1, 3))
    assert hash(Later(lambda: 3)) == hash(Later.of(3))
    assert Later.of(3) != 3


def test_a_value_travels_as_what_it_comes_to() -> None:
    again = pickle.loads(pickle.dumps(Later(lambda: [1])))
    assert again.value == [1]


def test_a_value_made_again_is_sent_as_what_it_is_made_of() -> None:
    there = pickle.loads(pickle.dumps(Again.having("ours", str.upper, "theirs")))
    assert there.value == "THEIRS"


def test_a_value_made_again_is_there_already_where_it_was_made() -> None:
    assert Again.having("ours", str.upper, "theirs").value == "ours"


@dataclass(frozen=True)
class Sheet:
    """A record that makes something of what it holds."""

    asked: list[str]

    @kept_property
    def made(self) -> int:
        """How often it was made."""
        self.asked.append("made")
        return len(self.asked)


def test_kept_property_is_made_once_for_each_record_when_it_is_asked_for() -> None:
    one, other = Sheet([]), Sheet([])
    assert (one.made, one.made) == (1, 1)
    assert (one.asked, other.asked) == (["made"], [])
    assert Sheet.made.__doc__ == "How often it was made."
