"""What a paragraph says in numbers, whichever report it stands in; and what a report says, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from giar_lark.lean.later import kept_property
from giar_lark.lean.memo import Answers
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.model.part import Part
from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Denial, Figure, Mention, Place

_Found = TypeVar("_Found")
# a question of a rule: what it looks for in all that a paragraph tells
Question = Callable[["Told"], Sequence[_Found]]
_questions: list[Question[Any]] = []


def sought_in_told(question: Question[_Found]) -> Question[_Found]:
    """The decorator of a question that rules are asked by: they have nothing to say where it finds nothing."""
    _questions.append(question)
    return question


@dataclass(eq=False)
class Told:
    """Everything that a sentence or a paragraph says in numbers, in its order. (Without slots, for what may be compared is kept.)

    A paragraph that comes again, in whichever report, is the same object: what rules find in it is kept with it.
    """

    figures: list[Figure] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.figures or self.denials or self.mentions)

    def add(self, sentence: Told, place: Place) -> None:
        """Add what a sentence says, where it stands."""
        self.figures += [figure.placed(place) for figure in sentence.figures]
        self.denials += [denial.placed(place) for denial in sentence.denials]
        self.mentions += [mention.placed(place) for mention in sentence.mentions]

    @kept_property
    def comparable(self) -> tuple[Figure, ...]:
        """The figures that say of this year, exactly and of all, how many there are; asked when all are there.

        One behind 其中 does so if what it is a part of does, and is of no kind of applicant.
        """
        return tuple([figure for figure in self.figures if _is_comparable(figure) and not self._is_narrow(figure)])

    @kept_property
    def answers(self) -> Answers[Told, Sequence[Any]]:
        """What has been asked about it, with the answers."""
        return Answers(self)

    def _is_narrow(self, figure: Figure) -> bool:
        """Whether a figure is a part of something that is itself only a part."""
        if not figure.part or figure.base is None:
            return False
        base = self.figures[figure.base]
        return not base.is_whole or base.subject.applicant is not None or base.subject.event == "CARRIED_IN"


class Telling(dict[Question[Any], Sequence[tuple[int, Any]]]):
    """What some prose tells, wherever it stands: what each question finds in it, each find with the number of its passage."""

    def __init__(self, told: Iterable[tuple[int, Told]]) -> None:
        """Hold what its paragraphs tell, each by the number of its passage."""
        self._told = tuple(told)

    @property
    def answered(self) -> list[Question[Any]]:
        """The questions that rules are asked by, as far as they find something in it."""
        return [question for question in _questions if self[question]]

    def __missing__(self, question: Question[_Found]) -> Sequence[tuple[int, _Found]]:
        found = tuple([(number, one) for number, told in self._told for one in told.answers[question]])
        self[question] = found
        return found


class Narrative(NamedTuple):
    """What the prose of a report says in numbers, part by part."""

    parts: tuple[tuple[Part, Telling], ...]

    def each(self, question: Question[_Found]) -> list[tuple[Passage, _Found]]:
        """What a question finds in the report, each find with its paragraph.

        A question is a function of a module, and what it finds follows from what a paragraph tells alone: it is asked once.
        """
        return [(part.passage(number), found) for part, telling in self.parts for number, found in telling[question]]

    def found(self, question: Question[_Found]) -> list[_Found]:
        """The same without the paragraphs, for those who compare before they tell."""
        return [found for _, telling in self.parts for _, found in telling[question]]


def _is_comparable(figure: Figure) -> bool:
    return figure.is_whole and not figure.growth and figure.quantity.unit not in ("%", "百分点", "")
