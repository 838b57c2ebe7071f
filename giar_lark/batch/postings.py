"""Numbers to owners, many to many, in some twenty bytes a pair: a dictionary of lists would take ten times that."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

_KEY_BITS = 32
_FIRST_SLOTS = 1 << 10
# of the slots, how many may be taken: beyond that, looking for an empty one takes long
_FULL = 0.7
# spreads keys that are near each other over all slots
_SPREAD = 0x9E3779B97F4A7C15


class Postings:
    """A table of keys of 32 bits with the owners of each, as long as there are not too many: then it has none.

    Each slot has a key and where the chain of its owners begins; 0 is an empty slot. Owners are kept behind each other: each
    knows where the one before it stands, and how many there are as far as that one.
    """

    def __init__(self, most: int) -> None:
        """Keep up to so many owners of each key, which are 255 at most."""
        self._most = most
        self._slots = array("Q", bytes(8 * _FIRST_SLOTS))
        self._taken = 0
        # the first of all is none: there chains end
        self._owners, self._before, self._counts = array("I", [0]), array("I", [0]), array("B", [0])
        # where the chain of a key begins that has too many
        self._too_many = 0xFFFFFFFF

    def add(self, key: int, owner: int) -> None:
        """Note that a key has an owner."""
        at = self._slot(key)
        if not self._slots[at]:
            if self._taken >= _FULL * len(self._slots):
                self._grow()
                at = self._slot(key)
            self._taken += 1
        self._slots[at] = key << _KEY_BITS | self._longer(self._slots[at] & 0xFFFFFFFF, owner)

    def owners(self, key: int) -> Iterator[int]:
        """The owners of a key, the last first; none where there are too many."""
        at = self._slots[self._slot(key)] & 0xFFFFFFFF
        if at != self._too_many:
            while at:
                yield self._owners[at]
                at = self._before[at]

    def _longer(self, chain: int, owner: int) -> int:
        """Where a chain begins when it has one more owner."""
        if chain == self._too_many or self._counts[chain] == self._most:
            return self._too_many
        self._owners.append(owner)
        self._before.append(chain)
        self._counts.append(self._counts[chain] + 1)
        return len(self._owners) - 1

    def _slot(self, key: int) -> int:
        """Where a key stands, or the empty slot in which it belongs."""
        slots, mask = self._slots, len(self._slots) - 1
        at = (key * _SPREAD >> _KEY_BITS) & mask
        while (found := slots[at]) and found >> _KEY_BITS != key:
            at = (at + 1) & mask
        return at

    def _grow(self) -> None:
        old = self._slots
        self._slots = array("Q", bytes(16 * len(old)))
        for taken in old:
            if taken:
                self._slots[self._slot(taken >> _KEY_BITS)] = taken
