"""What rules hold against the cells: each number or denial of the prose is compared once, for all rules together.

Which of them are to be compared follows from the prose, and is remembered with it. Nearly all agree with the tables: so a report
costs one comparison for each, and a rule is asked where one of its own fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from giar_lark.narrative.told import Question, Telling
from giar_lark.rules.numbers.cells import Cells

_Found = TypeVar("_Found")
_Difference = TypeVar("_Difference")
# of what a question finds in what a paragraph tells: what it has to say of that, None where the cells agree
Comparison = Callable[[_Found, Cells], _Difference | None]
# a comparison, and what it compares
Held = tuple[Comparison[Any, Any], Any]

_questions: dict[Comparison[Any, Any], Question[Any]] = {}


def held_against_cells(
    question: Question[_Found],
) -> Callable[[Comparison[_Found, _Difference]], Comparison[_Found, _Difference]]:
    """The decorator of a comparison of all that a question finds, which is the occasion of its rule where it fails."""

    def added(compare: Comparison[_Found, _Difference]) -> Comparison[_Found, _Difference]:
        _questions[compare] = question
        return compare

    return added


def question_of(compare: Comparison[_Found, _Difference]) -> Question[_Found]:
    """The question whose finds are compared."""
    return _questions[compare]


def held_in(telling: Telling) -> list[Held]:
    """What some prose tells that is to be held against the cells of the report that it stands in."""
    return [(compare, found) for compare, question in _questions.items() for _, found in telling[question]]


def contradicting(held: Iterable[Held], cells: Cells) -> Iterator[Comparison[Any, Any]]:
    """The comparisons that fail."""
    for compare, found in held:
        if compare(found, cells) is not None:
            yield compare
