"""A checked file to rows: one a report, or one a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from operator import itemgetter

from giar_lark.containers.names import visible
from giar_lark.extract.rows import KeysOf, Plain, Rows, Values
from giar_lark.extract.schema import Kind, all_keys, kind_of, long_columns, report_columns
from giar_lark.findings import Severity
from giar_lark.model.cells import starts_in_order
from giar_lark.model.order import Order
from giar_lark.model.readings import Readings
from giar_lark.model.report import Report
from giar_lark.official.templates import TEMPLATES, cell_keys
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.source import Source

_SAID = ("organ_name", "organ_class", "organ_level", "title")
_DAYS = ("period_start", "period_end", "issued_date", "published_date")


def rows_of(outcome: Outcome, readings: Readings, long: bool) -> Rows:
    """The rows of a file, whose cells read so: one, or one a cell."""
    return long_rows(outcome, readings) if long else wide_row(outcome, readings)


def wide_row(outcome: Outcome, readings: Readings) -> Rows:
    """The one row of a file. Shape: every column of `wide_columns`; of a file without a report all cells are null.

    Blank: a blank cell is null and its state says `blank`. A count that is no whole number is null and `unreadable`, for
    its column could not hold it exactly; a key that the report's template does not have is null in both columns.
    """
    status = status_of(outcome.report, readings)
    return _wide(_told(outcome, status), *(_cells(readings) if status == "report" else _no_cells()))


def long_rows(outcome: Outcome, readings: Readings) -> Rows:
    """A row for each cell of the report's template, in the order of the official tables; none without a report.

    Shape: every column of `long_columns`. Blank: as `value` null, with the state.
    """
    report, said = outcome.report, outcome.report.metadata
    status = status_of(report, readings)
    shared = [visible(outcome.path), said.organ_name, _digits(said.year), _template(report, status)]
    if status != "report":
        return _without_rows(shared)
    raw: list[Plain] = [text or None for text in readings.raw]
    starts = starts_in_order(report, readings.order)
    cells = [_texts(readings.values), _alike(readings.states), raw, *_places(outcome.source, starts)]
    return Rows(len(starts), [*shared, _keys(readings.order), *cells])


def lost_rows(path: str, status: str, long: bool) -> Rows:
    """The rows of a file that could not be read to its end: nothing but that, or none."""
    if long:
        return _without_rows([visible(path), None, None, None])
    return _wide({"path": visible(path), "status": status}, *_no_cells())


def _places(source: Source, starts: Sequence[int]) -> list[Values]:
    """The lines and columns of cells, and what their places are called in a document that has no lines."""
    lines, columns, spots = source.addresses(starts)
    named = None if spots is None else [None if spot is None else spot.words("zh") for spot in spots]
    return [[*map(str, lines)], [*map(str, columns)], named]


@lru_cache(maxsize=64)
def _keys(order: Order) -> KeysOf | list[Plain]:
    """The keys of an order: nearly always all those of a template."""
    template = next((template for template in TEMPLATES if cell_keys(template) == order.keys), None)
    return [*order.keys] if template is None else KeysOf(template=template)


def _alike(values: Sequence[Plain]) -> Values:
    """The value that all of some are, or else all of them."""
    return values[0] if values.count(values[0]) == len(values) else [*values]


def status_of(report: Report, readings: Readings) -> str:
    """`report` where a cell of its tables is in the text, `legacy` for one of before the common format, else `unreadable`."""
    if readings.states.count("missing") < len(readings.states):
        return "report"
    return "legacy" if report.template == "legacy" else "unreadable"


def _told(outcome: Outcome, status: str) -> dict[str, Plain]:
    """What is told of a report, by the names of the columns."""
    said, severities = outcome.report.metadata, [finding.severity for finding in outcome.findings]
    days: dict[str, date | None] = {name: getattr(said, name) for name in _DAYS}
    return {
        **{name: getattr(said, name) for name in _SAID},
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
        "path": visible(outcome.path),
        "status": status,
        "year": _digits(said.year),
        "template": _template(outcome.report, status),
        "basis_documents": "；".join(said.basis_documents) or None,
        "errors": str(severities.count(Severity.ERROR)),
        "warnings": str(severities.count(Severity.WARNING)),
        "infos": str(severities.count(Severity.INFO)),
        "codes": " ".join(sorted({finding.code for finding in outcome.findings})) or None,
    }


def _wide(told: Mapping[str, Plain], numbers: list[Plain], states: Values) -> Rows:
    """A row a report, of what is told of it and its cells."""
    return Rows(1, [told.get(column.name) for column in report_columns()], numbers, states)


def _without_rows(shared: Sequence[Plain]) -> Rows:
    return Rows(0, [*shared, *[None for _ in long_columns()[len(shared) :]]])


def _template(report: Report, status: str) -> str | None:
    """The template that its tables are of; None where none was read."""
    return None if status == "unreadable" else report.template or None


def _cells(readings: Readings) -> tuple[list[Plain], Values]:
    """The numbers and the states of all keys, as their columns can hold them."""
    numbers, states = _texts(readings.values), [*readings.states]
    if Decimal in map(type, readings.values):
        for at, (key, number) in enumerate(zip(readings.order.keys, readings.values, strict=True)):
            if isinstance(number, Decimal) and kind_of(key) is Kind.WHOLE:
                numbers[at], states[at] = _counted(number, states[at])
    in_order = itemgetter(*_wide_order(readings.order))
    is_one_state = None not in numbers and states.count(states[0]) == len(states)
    return [*in_order((*numbers, None))], states[0] if is_one_state else [*in_order((*states, None))]


def _counted(number: Decimal, state: str) -> tuple[Plain, str]:
    """A number with a fraction, and its state, as a column of counts can hold them."""
    return (str(int(number)), state) if number == int(number) else (None, "unreadable")


def _texts(numbers: Sequence[int | Decimal | None]) -> list[Plain]:
    """Numbers as texts."""
    return [str(number) if type(number) is int else None if number is None else f"{number:f}" for number in numbers]


def _digits(number: int | None) -> Plain:
    return None if number is None else str(number)


@cache
def _no_cells() -> tuple[list[Plain], Values]:
    return [None] * len(all_keys()), None


@lru_cache(maxsize=64)
def _wide_order(order: Order) -> tuple[int, ...]:
    """Where each key of either template stands in an order; behind its end, where the order does not have it."""
    return tuple([order.places.get(key, len(order.keys)) for key in all_keys()])
