"""What a report says, as others are compared with it: in memory, as bytes on the way to disk, or there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Protocol

from giar_lark.address import Locator
from giar_lark.batch.figures import Figures
from giar_lark.batch.masking import COMPARED, Words, masked_sentences, own_names
from giar_lark.batch.prose import Prose
from giar_lark.batch.reuse import is_available
from giar_lark.model.organ import Organ
from giar_lark.records import dataclass
from giar_lark.spool import packed, unpacked


@dataclass(frozen=True, slots=True)
class Body:
    """The cells of a report, its prose by section, and where its characters stand in the document."""

    figures: Figures
    prose: Mapping[str, Prose]
    locator: Locator


class Kept(Protocol):
    """A report's body, wherever it is, and its words: the sentences that count, as they are compared."""

    @property
    def body(self) -> Body:
        """What the report says."""
        ...

    def words(self, section: str) -> Words:
        """The words of a section."""
        ...

    def packed(self) -> Packed:
        """Both as bytes."""
        ...


class InMemory:
    """A body at hand; its words are worked out when they are asked for."""

    def __init__(self, body: Body, organ: Organ | None) -> None:
        self.body = body
        self._organ = organ
        self._words: dict[str, Words] = {}

    def words(self, section: str) -> Words:
        """The words of a section."""
        if section not in self._words:
            self._words[section] = Words.of(masked_sentences(self.body.prose.get(section), self._names))
        return self._words[section]

    def packed(self) -> Packed:
        """Both as bytes. Without the library that compares texts, nobody asks for the words."""
        words = [self.words(section) for section in COMPARED] if is_available() else []
        return Packed(packed(self.body), packed(words))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return own_names(self._organ)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InMemory) and self.body == other.body

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Packed:
    """A body and its words as bytes."""

    body_bytes: bytes
    word_bytes: bytes

    @property
    def body(self) -> Body:
        """What the report says."""
        return unpacked(Body, self.body_bytes)

    def words(self, section: str) -> Words:
        """The words of a section."""
        return words_in(self.word_bytes)[section]

    def packed(self) -> Packed:
        """It is."""
        return self


def words_in(data: bytes) -> Mapping[str, Words]:
    """The words of a report by section, out of their bytes."""
    return dict(zip(COMPARED, unpacked(list, data), strict=False))
