"""What a sentence says in numbers, as records: figures, denials, and what is said to be without a number.

A sentence is read as a passage of its own, once; where it stands in a report its records are `placed`, which is little work:
they are named tuples for that.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from giar_lark.model.passage import Passage
from giar_lark.narrative.numerals import Quantity, read_quantity
from giar_lark.records import dataclass, field
from giar_lark.span import Span


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
    """Where a sentence stands: its number in its passage, where it begins there, and how many figures come before it."""

    passage: Passage
    sentence: int
    start: int
    figures: int


class Figure(NamedTuple):
    """A number and what it counts.

    `start` and `end` are places in the passage, `cue` where its own words begin. `base` is the number in the list of figures
    that it is a part of. `words` are those words without times and fillers, by their distance from `start`; `dated`: one of
    those times is the year reported on. `restricted`: it counts only some of its subject (延期, 网上, a word that the grammar
    does not know). `part`: it stands behind 其中 (`among`) or in brackets (`aside`). `total` and `rest`: it is told as a sum
    (合计) or as what is left (其他, 其余); `listed`: a 、 parts it from the one before. `share`: a per cent of something (占).
    `growth` is + or - for a change, and `cue` then the place of its word.
    """

    passage: Passage
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
        passage, sentence, offset, before = place
        start, end = self.start + offset, self.end + offset
        base = None if self.base is None else self.base + before
        quantity = _quantity(passage.text[start:end], self.quantity)
        return Figure(passage, sentence, start, end, self.cue + offset, base, quantity, *self[7:])

    @property
    def phrase(self) -> str:
        """The words in front of the number without times, fillers and sums."""
        text, start = self.passage.text, self.start
        return "".join(text[start + first : start + last] for first, last in self.words)

    @property
    def span(self) -> Span:
        """The number's place in the source."""
        return self.passage.span_of(self.start, self.end)

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

    passage: Passage
    sentence: int
    start: int
    end: int
    subjects: tuple[Subject, ...]
    when: When = When.THIS
    restricted: bool = False
    closed: bool = True

    def placed(self, place: Place) -> Denial:
        """The same denial where its sentence stands."""
        return Denial(place.passage, place.sentence, self.start + place.start, self.end + place.start, *self[4:])

    @property
    def span(self) -> Span:
        """The denying words' place in the source."""
        return self.passage.span_of(self.start, self.end)


class Mention(NamedTuple):
    """Something that is said to be without a number: 收到的申请均已答复, 均获维持, 信息不存在.

    `things` are all that the sentence has spoken of so far; `dated`: the clause names the year reported on.
    """

    passage: Passage
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
        return Mention(place.passage, place.sentence, self.start + place.start, self.end + place.start, *self[4:])

    @property
    def span(self) -> Span:
        """The words' place in the source."""
        return self.passage.span_of(self.start, self.end)


@dataclass()
class Narrative:
    """Everything that the prose of a report says in numbers, in its order. (Without slots, for what may be compared is kept.)"""

    figures: list[Figure] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def add(self, sentence: Narrative, place: Place) -> None:
        """Add what a sentence says, where it stands."""
        self.figures += [figure.placed(place) for figure in sentence.figures]
        self.denials += [denial.placed(place) for denial in sentence.denials]
        self.mentions += [mention.placed(place) for mention in sentence.mentions]

    @cached_property
    def comparable(self) -> tuple[Figure, ...]:
        """The figures that say of this year, exactly and of all, how many there are; asked when all are there.

        One behind 其中 does so if what it is a part of does, and is of no kind of applicant.
        """
        return tuple(figure for figure in self.figures if _is_comparable(figure) and not self._is_narrow(figure))

    def _is_narrow(self, figure: Figure) -> bool:
        """Whether a figure is a part of something that is itself only a part."""
        if not figure.part or figure.base is None:
            return False
        base = self.figures[figure.base]
        return not base.is_whole or base.subject.applicant is not None or base.subject.event == "CARRIED_IN"


def _is_comparable(figure: Figure) -> bool:
    return figure.is_whole and not figure.growth and figure.quantity.unit not in ("%", "百分点", "")
