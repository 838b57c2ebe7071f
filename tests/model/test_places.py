"""Where the characters stand of a text that was put together from pieces of the source."""

from __future__ import annotations

from bisect import bisect_left

import pytest

from giar_lark.model.places import moved, pieces_of, places_of

SOME = (range(3, 5), range(9, 10), range(10, 13))


def test_each_character_has_its_own_place() -> None:
    places = places_of(SOME)
    assert [places[at] for at in range(len(places))] == [3, 4, 9, 10, 11, 12]
    assert (places[-1], places[-6]) == (12, 3)


@pytest.mark.parametrize("position", [6, -7])
def test_there_is_no_place_beyond_the_text(position: int) -> None:
    with pytest.raises(IndexError):
        places_of(SOME)[position]


@pytest.mark.parametrize(("offset", "position"), [(0, 0), (4, 1), (5, 2), (9, 2), (10, 3), (13, 6)])
def test_a_place_is_found_again_by_its_offset(offset: int, position: int) -> None:
    assert bisect_left(places_of(SOME), offset) == position


@pytest.mark.parametrize("pieces", [SOME, SOME[:1], ()])
def test_the_pieces_are_those_that_it_was_made_of(pieces: tuple[range, ...]) -> None:
    places = places_of(pieces)
    assert tuple(pieces_of(places)) == pieces
    assert len(places) == sum(map(len, pieces))


@pytest.mark.parametrize("pieces", [SOME, SOME[:1]])
def test_a_text_further_behind_has_all_its_places_there(pieces: tuple[range, ...]) -> None:
    places = places_of(pieces)
    for behind, by in ((moved(places, 100), 100), (moved(moved(places, 40), 60), 100)):
        assert [*behind] == [place + by for place in places]
        assert [*pieces_of(behind)] == [range(piece.start + by, piece.stop + by) for piece in pieces]
        assert (behind[-1], len(behind)) == (places[-1] + by, len(places))
