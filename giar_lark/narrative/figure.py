"""What a sentence says in numbers, as records: figures, denials, and what is said to be without a number."""

from __future__ import annotations

from enum import StrEnum

from giar_lark.model.passage import Passage
from giar_lark.narrative.numerals import Quantity
from giar_lark.records import dataclass, field, replace
from giar_lark.span import Span


class When(StrEnum):
    """Which year a figure is of, as far as its sentence says: the one reported on, another, or only a part of one."""

    THIS = "this"
    LAST = "last"
    OTHER = "other"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Subject:
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
        return replace(self, applicant=applicant)


NOTHING = Subject()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts.

    `start` and `end` are places in the passage, `cue` where its own words begin. `phrase` are those words without times and
    fillers; `dated`: one of those times is the year reported on. `restricted`: it counts only some of its subject (延期, 网上, a word that the grammar does not know). `part`: it
    stands behind 其中 (`among`) or in brackets (`aside`); `base` is then the number in the list of figures that it is a part of.
    `total` and `rest`: it is told as a sum (合计) or as what is left (其他, 其余); `listed`: a 、 parts it from the one before. `share`: a per cent of something (占).
    `growth` is + or - for a change, and `cue` then the place of its word.
    """

    passage: Passage
    sentence: int
    clause: int
    quantity: Quantity
    start: int
    end: int
    cue: int
    phrase: str
    subject: Subject = NOTHING
    when: When = When.THIS
    dated: bool = False
    restricted: bool = False
    part: bool = False
    among: bool = False
    aside: bool = False
    base: int | None = None
    total: bool = False
    rest: bool = False
    listed: bool = False
    share: bool = False
    growth: str = ""

    @property
    def span(self) -> Span:
        """The number's place in the source."""
        return self.passage.span_of(self.start, self.end)

    @property
    def is_whole(self) -> bool:
        """Whether it says of this year, exactly and of all, how many there are: only then it can contradict a table."""
        return self.quantity.exact and self.when is When.THIS and not self.restricted


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
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

    @property
    def span(self) -> Span:
        """The denying words' place in the source."""
        return self.passage.span_of(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
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

    @property
    def span(self) -> Span:
        """The words' place in the source."""
        return self.passage.span_of(self.start, self.end)


@dataclass(slots=True)
class Narrative:
    """Everything that the prose of a report says in numbers, in its order."""

    figures: list[Figure] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
