"""Where the characters of a text stand in the source, of a text that was put together from pieces of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Protocol

from giar_lark.lean.later import kept_property


class Places(Protocol):
    """The offset in the source of each character of a text; it grows from each to the next."""

    def __getitem__(self, position: int, /) -> int: ...

    def __len__(self) -> int: ...


class _Pieces:
    """The places of a text of several pieces. Prose has few, so that they are kept, and not each place."""

    def __init__(self, make: Callable[[], Sequence[range]]) -> None:
        self._make = make

    @kept_property
    def pieces(self) -> Sequence[range]:
        """The pieces, in order."""
        return self._make()

    @kept_property
    def _begins(self) -> Sequence[int]:
        """At which position of the text each piece begins, and where the last one ends."""
        return tuple(accumulate(map(len, self.pieces), initial=0))

    def __getitem__(self, position: int) -> int:
        begins = self._begins
        if position < 0:
            position += begins[-1]
        if not 0 <= position < begins[-1]:
            raise IndexError(position)
        number = bisect_right(begins, position) - 1
        return self.pieces[number].start + position - begins[number]

    def __len__(self) -> int:
        return self._begins[-1]


class _Moved:
    """The places of a text of several pieces so many characters further behind: the pieces are found once, wherever it stands."""

    def __init__(self, places: _Pieces, by: int) -> None:
        self.places, self.by = places, by

    @property
    def pieces(self) -> Sequence[range]:
        """The pieces, in order."""
        return [range(piece.start + self.by, piece.stop + self.by) for piece in self.places.pieces]

    def __getitem__(self, position: int) -> int:
        return self.places[position] + self.by

    def __len__(self) -> int:
        return len(self.places)


def places_of(pieces: Sequence[range]) -> Places:
    """The places of a text of some pieces of the source, none of which is empty."""
    return pieces[0] if len(pieces) == 1 else _Pieces(lambda: pieces)


def places_later(make: Callable[[], Sequence[range]]) -> Places:
    """The same, of pieces that are looked for when a place is first asked for: few texts have anything to be shown in them."""
    return _Pieces(make)


def moved(places: Places, by: int) -> Places:
    """The places of a text that stands so many characters further behind."""
    if isinstance(places, range):
        return range(places.start + by, places.stop + by)
    if isinstance(places, _Moved):
        return _Moved(places.places, places.by + by)
    assert isinstance(places, _Pieces)
    return _Moved(places, by)


def pieces_of(places: Places) -> Iterable[range]:
    """The pieces that a text was put together from."""
    if isinstance(places, range):
        return (places,)
    assert isinstance(places, _Pieces | _Moved)
    return places.pieces
