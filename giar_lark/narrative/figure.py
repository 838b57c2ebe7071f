"""What a sentence says in numbers, as records: figures, denials, and what is said to be without a number.

A sentence is read by itself, once; where it stands in a paragraph its records are `placed`, which is little work: they are
named tuples for that. They know the text of their paragraph, but not where that stands in a report: a rule has the passage
beside them, which gives the place of what it tells (`span_in`).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.passage import Passage
from giar_lark.narrative.numerals import Quantity, read_quantity
from giar_lark.source.span import Span


class When(StrEnum):
    """Which year a figure is of, as far as its sentence says: the one reported on, another, or only a part of one."""

    THIS = "this"
    LAST = "last"
    OTHER = "other"
    PART = "part"


class Subject(NamedTuple):
    """What is counted: what happened (a terminal such as RECEIVE), to what, with which outcome, for whom, with which result.

    All are terminals of the narrative grammar; None where the sentence does not say. `outcomes` has several where they are
    counted together (予以公开和部分公开合计).
    """

    event: str | None = None
    thing: str | None = None
    outcomes: tuple[str, ...] = ()
    applicant: str | None = None
    result: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it but perhaps the applicant."""
        return not (self.event or self.thing or self.outcomes or self.result)

    def of(self, applicant: str | None) -> Subject:
        """The same for one kind of applicant."""
        return self if applicant == self.applicant else self._replace(applicant=applicant)


NOTHING = Subject()


class Place(NamedTuple):
    """Where a sentence stands: the text of its paragraph, its number and its start there, and how many figures come before."""

    text: str
    sentence: int
    start: int
    figures: int


class Figure(NamedTuple):
    """A number and what it counts.

    `start` and `end` are places in the text, `cue` where its own words begin. `base` is the number, among the figures of
    the paragraph, of the one that it is a part of. `words` are those words without times and fillers, by their distance from `start`; `dated`: one of
    those times is the year reported on. `restricted`: it counts only some of its subject (延期, 网上, a word that the grammar
    does not know). `part`: it stands behind 其中 (`among`) or in brackets (`aside`). `total` and `rest`: it is told as a sum
    (合计) or as what is left (其他, 其余); `listed`: a 、 parts it from the one before. `share`: a per cent of something (占).
    `growth` is + or - for a change, and `cue` then the place of its word.
    """

    text: str
    sentence: int
    start: int
    end: int
    cue: int
    base: int | None
    quantity: Quantity
    clause: int
    words: tuple[tuple[int, int], ...]
    subject: Subject = NOTHING
    when: When = When.THIS
    dated: bool = False
    restricted: bool = False
    part: bool = False
    among: bool = False
    aside: bool = False
    total: bool = False
    rest: bool = False
    listed: bool = False
    share: bool = False
    growth: str = ""

    def placed(self, place: Place) -> Figure:
        """The same figure where its sentence stands; its digits may be others there, but not how many they are."""
        text, sentence, offset, before = place
        start, end = self.start + offset, self.end + offset
        base = None if self.base is None else self.base + before
        quantity = _quantity(text[start:end], self.quantity)
        return Figure(text, sentence, start, end, self.cue + offset, base, quantity, *self[7:])

    @property
    def phrase(self) -> str:
        """The words in front of the number without times, fillers and sums."""
        text, start = self.text, self.start
        return "".join(text[start + first : start + last] for first, last in self.words)

    def span_in(self, passage: Passage) -> Span:
        """The number's place in the source, in the passage that has the text."""
        return passage.span_of(self.start, self.end)

    @property
    def is_whole(self) -> bool:
        """Whether it says of this year, exactly and of all, how many there are: only then it can contradict a table."""
        return self.quantity.exact and self.when is When.THIS and not self.restricted


def _quantity(written: str, like: Quantity) -> Quantity:
    """The quantity that is written like another, but for its digits."""
    digits = written.removesuffix(like.unit)
    if digits.isdecimal():
        return Quantity(Decimal(digits), *like[1:])
    own = read_quantity(written)
    assert own is not None
    return Quantity(own.value, *like[1:])


class Denial(NamedTuple):
    """Something that is said not to be: 未收到……, 没有……. `start` is the place of the denying word.

    `closed`: nothing unknown follows in its clause, so that a noun alone is what is denied (无政府信息公开申请).
    """

    text: str
    sentence: int
    start: int
    end: int
    subjects: tuple[Subject, ...]
    when: When = When.THIS
    restricted: bool = False
    closed: bool = True

    def placed(self, place: Place) -> Denial:
        """The same denial where its sentence stands."""
        return Denial(place.text, place.sentence, self.start + place.start, self.end + place.start, *self[4:])

    def span_in(self, passage: Passage) -> Span:
        """The denying words' place in the source, in the passage that has the text."""
        return passage.span_of(self.start, self.end)


class Mention(NamedTuple):
    """Something that is said to be without a number: 收到的申请均已答复, 均获维持, 信息不存在.

    `things` are all that the sentence has spoken of so far; `dated`: the clause names the year reported on.
    """

    text: str
    sentence: int
    start: int
    end: int
    subject: Subject
    things: tuple[str, ...] = ()
    when: When = When.THIS
    dated: bool = False
    all: bool = False

    def placed(self, place: Place) -> Mention:
        """The same mention where its sentence stands."""
        return Mention(place.text, place.sentence, self.start + place.start, self.end + place.start, *self[4:])

    def span_in(self, passage: Passage) -> Span:
        """The words' place in the source, in the passage that has the text."""
        return passage.span_of(self.start, self.end)
