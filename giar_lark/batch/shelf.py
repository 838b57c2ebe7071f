"""Where the bodies of many reports are: on disk, a few of them at hand. What stays in memory of each is who it is of."""

from __future__ import annotations

import sys
from array import array
from datetime import date
from functools import lru_cache

from giar_lark.batch.body import PARTS, Body, Packed, body_in, traits_in, words_in
from giar_lark.batch.entry import Entry
from giar_lark.batch.masking import Words
from giar_lark.batch.traits import Traits
from giar_lark.lean.records import dataclass, replace
from giar_lark.lean.spool import Spool
from giar_lark.model.organ import Organ

# a body at hand takes some tens of kilobytes, the words of a section a few
_BODIES_AT_HAND = 64
_WORDS_AT_HAND = 256


class Shelf:
    """The bodies of some reports, in a spool."""

    def __init__(self, spool: Spool) -> None:
        """Hold nothing yet."""
        self._spool = spool
        # of each report where its parts are
        self._places = array("Q")
        self._organs: dict[Organ, Organ] = {}
        self._dates: dict[date, date] = {}
        self.body = lru_cache(_BODIES_AT_HAND)(self._body)
        self.words = lru_cache(_WORDS_AT_HAND)(self._words)

    def take(self, entry: Entry, path: str) -> Entry:
        """The same entry with its body here. What many reports have in common is there once."""
        kept = _OnShelf(self, len(self._places) // PARTS)
        self._places.extend(map(self._spool.put, entry.kept.packed().parts))
        organ = entry.organ and self._organs.setdefault(entry.organ, entry.organ)
        issued = entry.issued and self._dates.setdefault(entry.issued, entry.issued)
        return replace(entry, path=path, organ=organ, template=sys.intern(entry.template), issued=issued, kept=kept)

    def part(self, report: int, number: int) -> bytes:
        """A part of what is kept of a report."""
        return self._spool.get(self._places[report * PARTS + number])

    def _body(self, kept: _OnShelf) -> Body:
        return body_in(kept)

    def _words(self, kept: _OnShelf, section: str) -> Words:
        return words_in(kept, section)


@dataclass(frozen=True, slots=True)
class _OnShelf:
    """What is kept of a report on a shelf, by its number there."""

    shelf: Shelf
    number: int

    def __getitem__(self, part: int) -> bytes:
        """A part of it."""
        return self.shelf.part(self.number, part)

    @property
    def body(self) -> Body:
        """What the report says."""
        return self.shelf.body(self)

    def words(self, section: str) -> Words:
        """The words of a section."""
        return self.shelf.words(self, section)

    def traits(self, section: str) -> Traits:
        """What stands for the words of a section."""
        return traits_in(self, section)

    def packed(self) -> Packed:
        """All as bytes."""
        return Packed(tuple(map(self.__getitem__, range(PARTS))))
