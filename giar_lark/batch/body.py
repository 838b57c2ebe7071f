"""What a report says, as others are compared with it: in memory, as bytes on the way to disk, or there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from giar_lark.batch.figures import Figures
from giar_lark.batch.masking import COMPARED, Words, masked_sentences, own_names
from giar_lark.batch.prose import Prose
from giar_lark.batch.reuse import is_available
from giar_lark.batch.traits import Traits
from giar_lark.lean.later import kept_property
from giar_lark.lean.records import dataclass
from giar_lark.lean.spool import packed, unpacked
from giar_lark.model.organ import Organ
from giar_lark.source.address import Locator


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

    def traits(self, section: str) -> Traits:
        """What stands for the words of a section."""
        ...

    def packed(self) -> Packed:
        """All as bytes."""
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

    def traits(self, section: str) -> Traits:
        """What stands for the words of a section."""
        return Traits.of(self.words(section).texts)

    def packed(self) -> Packed:
        """All as bytes. Without the library that compares texts, nobody asks for the words."""
        body = packed(self.body)
        if not is_available():
            return Packed((body, *[b""] * (PARTS - 1)))
        traits = [self.traits(section).to_bytes() for section in COMPARED]
        return Packed((body, *traits, *(packed(self.words(section)) for section in COMPARED)))

    @kept_property
    def _names(self) -> tuple[str, ...]:
        return own_names(self._organ)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, InMemory) and self.body == other.body

    __hash__ = None  # type: ignore[assignment]


# what is packed has so many parts: the body, then the traits of each section, then its words
PARTS = 1 + 2 * len(COMPARED)
_TRAITS = dict(zip(COMPARED, range(1, PARTS), strict=False))
_WORDS = dict(zip(COMPARED, range(1 + len(COMPARED), PARTS), strict=True))


class Parts(Protocol):
    """The parts of what is packed, wherever they are."""

    def __getitem__(self, number: int, /) -> bytes:
        """A part."""
        ...


@dataclass(frozen=True, slots=True)
class Packed:
    """A body, the traits of its words, and the words, each as bytes."""

    parts: tuple[bytes, ...]

    @property
    def body(self) -> Body:
        """What the report says."""
        return body_in(self.parts)

    def words(self, section: str) -> Words:
        """The words of a section."""
        return words_in(self.parts, section)

    def traits(self, section: str) -> Traits:
        """What stands for the words of a section."""
        return traits_in(self.parts, section)

    def packed(self) -> Packed:
        """It is."""
        return self


def body_in(parts: Parts) -> Body:
    """What a report says, out of its part."""
    return unpacked(Body, parts[0])


def words_in(parts: Parts, section: str) -> Words:
    """The words of a section, out of their part."""
    return unpacked(Words, parts[_WORDS[section]])


def traits_in(parts: Parts, section: str) -> Traits:
    """What stands for the words of a section, out of its part."""
    return Traits.from_bytes(parts[_TRAITS[section]])
