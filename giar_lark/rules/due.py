"""Which rules have an occasion in a report, and are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.passage import FRONT
from giar_lark.model.stretch import Stretch
from giar_lark.official.templates import tables, template_of_year
from giar_lark.rules.context import Context
from giar_lark.rules.occasions.held_against_cells import Held, contradicting, held_in
from giar_lark.rules.occasions.occasion import Occasion, Sign, occasions_of
from giar_lark.rules.occasions.sought import (
    Terms,
    found_in_flow,
    found_in_passages,
    found_in_section,
    sought_in_names,
)
from giar_lark.rules.occasions.sought_in_tables import unseen, worth_a_look
from giar_lark.rules.prose.headings import are_official
from giar_lark.rules.rule import Check


def rules_due(rules: tuple[Check, ...], context: Context) -> tuple[Check, ...]:
    """Those of some rules that may find something in a report."""
    return rules_asked(rules, occasions_in(context))


@lru_cache(maxsize=256)
def rules_asked(rules: tuple[Check, ...], occasions: frozenset[Occasion]) -> tuple[Check, ...]:
    """Those of some rules that are asked where these occasions are, and no others."""
    own = [(rule, occasions_of(rule.check)) for rule in rules]
    return tuple([rule for rule, asked in own if asked is None or not asked.isdisjoint(occasions)])


def occasions_in(context: Context) -> frozenset[Occasion]:
    """The occasions that rules have in a report."""
    prose = _in_prose(context)
    return frozenset[Occasion]().union(
        _signs(context),
        worth_a_look(context.cells, context.organ),
        unseen(context.report.tables),
        *map(sought_in_names.found_in, context.names.values()),
        *[found for _, found in context.found_by_organ],
        *[found.occasions for found in prose],
        contradicting(chain.from_iterable([found.held for found in prose]), context.cells),
    )


class _Found(NamedTuple):
    """What some prose gives: occasions, and what is to be held against cells first."""

    occasions: frozenset[Occasion]
    held: tuple[Held, ...]


def _in_prose(context: Context) -> list[_Found]:
    """What the prose gives: that of each section, and all of one that stands twice in a row."""
    questions = _questions(Terms(context.year, context.options))
    prose = {(section.key, section.prose.stretch) for section in context.report.sections}
    prose.update([(part.section, part.stretch) for part in context.parts])
    return [stretch.answers[questions[section]] for section, stretch in prose]


@lru_cache(maxsize=64)
def _questions(terms: Terms) -> dict[str, Callable[[Stretch], _Found]]:
    """The question what its prose gives, for each section by its key, and for what stands above the first."""
    return {section: _found_in(section, terms) for section in (FRONT, *[spec.key for spec in tables().sections])}


def _found_in(section: str, terms: Terms) -> Callable[[Stretch], _Found]:
    from giar_lark.narrative.reader import told_in  # it takes time to load, and commands load rules that ask none

    def found(prose: Stretch) -> _Found:
        telling = prose.answers[told_in(section, terms.year)]
        occasions = frozenset[Occasion]().union(
            found_in_section(section, prose, terms),
            prose.answers[found_in_flow],
            prose.answers[found_in_passages],
            telling.answered,
        )
        return _Found(occasions, tuple(held_in(telling)))

    return found


def _signs(context: Context) -> Iterator[Sign]:
    """The signs that a report has."""
    said = context.report.metadata
    if any(context.odd_rows.values()):
        yield Sign.ODD_CELLS
    if any(context.unequal.values()):
        yield Sign.UNEQUAL
    if context.cells.missing:
        yield Sign.MISSING_CELLS
    if context.cells.readings.order.absent_blocks:
        yield Sign.ABSENT_BLOCKS
    if said.year is not None and context.cells.readings.order.templates - {template_of_year(said.year)}:
        yield Sign.OTHER_TEMPLATE
    if not are_official(context.report.sections):
        yield Sign.HEADINGS
    if said.year != context.year:
        yield Sign.OTHER_YEAR
    if context.organ is not None and context.signature not in (None, context.organ.name):
        yield Sign.SIGNED_OTHERWISE
    if said.period_start is None:
        yield Sign.NO_PERIOD
    if "issuing_organ" not in said.spans or said.issued_date is None:
        yield Sign.UNSIGNED
    if context.source.remarks:
        yield Sign.REMARKS
