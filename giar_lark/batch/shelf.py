"""Where the bodies of many reports are: on disk, a few of them at hand. What stays in memory of each is who it is of."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from giar_lark.batch.body import Body, Packed, words_in
from giar_lark.batch.entry import Entry
from giar_lark.batch.masking import Words
from giar_lark.model.organ import Organ
from giar_lark.records import dataclass, replace
from giar_lark.spool import Spool, unpacked

# a body at hand takes some tens of kilobytes, the words of a report a few
_BODIES_AT_HAND = 64
_WORDS_AT_HAND = 256


class Shelf:
    """The bodies of some reports, in a spool."""

    def __init__(self, spool: Spool) -> None:
        """Hold nothing yet."""
        self._spool = spool
        self._organs: dict[Organ, Organ] = {}
        self._dates: dict[date, date] = {}
        self.body = lru_cache(_BODIES_AT_HAND)(self._body)
        self.words = lru_cache(_WORDS_AT_HAND)(self._words)

    def take(self, entry: Entry, path: str) -> Entry:
        """The same entry with its body here. What many reports have in common is there once."""
        given = entry.kept.packed()
        kept = _OnShelf(self, self._spool.put(given.body_bytes), self._spool.put(given.word_bytes))
        organ = entry.organ and self._organs.setdefault(entry.organ, entry.organ)
        issued = entry.issued and self._dates.setdefault(entry.issued, entry.issued)
        return replace(entry, path=path, organ=organ, template=sys.intern(entry.template), issued=issued, kept=kept)

    def packed(self, kept: _OnShelf) -> Packed:
        """What is kept of a report, as it stands here."""
        return Packed(self._spool.get(kept.body_place), self._spool.get(kept.word_place))

    def _body(self, place: int) -> Body:
        return unpacked(Body, self._spool.get(place))

    def _words(self, place: int) -> Mapping[str, Words]:
        return words_in(self._spool.get(place))


@dataclass(frozen=True, slots=True)
class _OnShelf:
    """The body of a report on a shelf, and its words, by their places."""

    shelf: Shelf
    body_place: int
    word_place: int

    @property
    def body(self) -> Body:
        """What the report says."""
        return self.shelf.body(self.body_place)

    def words(self, section: str) -> Words:
        """The words of a section."""
        return self.shelf.words(self.word_place)[section]

    def packed(self) -> Packed:
        """Both as bytes."""
        return self.shelf.packed(self)
