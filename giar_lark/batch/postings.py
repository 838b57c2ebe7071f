"""Numbers to owners, many to many, in sixteen bytes a pair or less: a dictionary of lists would take ten times that."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

_KEY_BITS = 32
_FIRST_SLOTS = 1 << 10
# of the slots, how many may be taken: beyond that, looking for an empty one takes long
_FULL = 0.7
# spreads keys that are near each other over all slots
_SPREAD = 0x9E3779B1


class Postings:
    """A table of pairs of 32 bits each, in which the owners of a key stand behind each other, as far as slots are free.

    Each slot has a key and an owner plus one; 0 is an empty slot.
    """

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * _FIRST_SLOTS))
        self._count = 0

    def add(self, key: int, owner: int) -> None:
        """Note that a key has an owner, behind those that it has."""
        if self._count >= _FULL * len(self._slots):
            self._grow()
        self._put(key, (key << _KEY_BITS) | (owner + 1))
        self._count += 1

    def owners(self, key: int) -> Iterator[int]:
        """The owners of a key, in any order."""
        slots, mask = self._slots, len(self._slots) - 1
        at = (key * _SPREAD) & mask
        while pair := slots[at]:
            if pair >> _KEY_BITS == key:
                yield (pair & 0xFFFFFFFF) - 1
            at = (at + 1) & mask

    def _put(self, key: int, pair: int) -> None:
        slots, mask = self._slots, len(self._slots) - 1
        at = (key * _SPREAD) & mask
        while slots[at]:
            at = (at + 1) & mask
        slots[at] = pair

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("Q", bytes(16 * len(old)))
        for pair in old:
            if pair:
                self._put(pair >> _KEY_BITS, pair)
