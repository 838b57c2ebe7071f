"""A checked file to rows: one a report, or one a cell. A row has plain values in the order of its columns.

Rows are what goes between processes, what a run keeps on disk, and what is written into files.
Shape: amounts as texts without exponent, days as in ISO 8601.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from giar_lark.containers.names import visible
from giar_lark.extract.schema import Kind, all_keys, kind_of, report_columns
from giar_lark.findings import Severity
from giar_lark.model.readings import Readings, readings_in
from giar_lark.model.report import Report
from giar_lark.outcome import Outcome
from giar_lark.tokenise.cell_text import CellText

Plain = str | int | None
Row = list[Plain]

_SAID = ("organ_name", "organ_class", "organ_level", "year", "title")
_DAYS = ("period_start", "period_end", "issued_date", "published_date")


def rows_of(outcome: Outcome, long: bool) -> list[Row]:
    """The rows of a file: one, or one a cell."""
    return long_rows(outcome) if long else [wide_row(outcome)]


def wide_row(outcome: Outcome) -> Row:
    """The one row of a file. Shape: every column of `wide_columns`; of a file without a report all cells are null.

    Blank: a blank cell is null and its state says `blank`. A count that is no whole number is null and `unreadable`, for
    its column could not hold it exactly; a key that the report's template does not have is null in both columns.
    """
    readings, places = readings_in(outcome.report), _places()
    status = _status(outcome.report, readings)
    row = _front(_told(outcome, status))
    for key, reading in zip(readings.order.keys, readings.all, strict=True) if status == "report" else ():
        at, value = places[key], reading.value
        if reading.plain and isinstance(value, int):
            row[at], row[at + 1] = value, "given"
        elif value is None:
            row[at + 1] = reading.state
        else:
            row[at], row[at + 1] = _counted(key, reading)
    for at in _amounts():
        row[at] = None if row[at] is None else str(row[at])
    return row


def long_rows(outcome: Outcome) -> list[Row]:
    """A row for each cell of the report's template, in the order of the official tables; none without a report.

    Shape: every column of `long_columns`. Blank: as `value` null, with the state.
    """
    said, address_of = outcome.report.metadata, outcome.source.locator.address
    status = status_of(outcome.report)
    shared: Row = [visible(outcome.path), said.organ_name, said.year, _template(outcome.report, status)]
    rows: list[Row] = []
    for cell in outcome.report.cells if status == "report" else ():
        key, reading, (start, _), _ = cell
        line, column, spot = address_of(start)
        place = None if spot is None else spot.words("zh")
        rows.append([*shared, key, _exact(reading.value), cell.state, reading.raw or None, line, column, place])
    return rows


def lost_row(path: str, status: str) -> Row:
    """The wide row of a file that could not be read to its end: nothing but that."""
    return _front({"path": visible(path), "status": status})


def status_of(report: Report) -> str:
    """`report` where a cell of its tables is in the text, `legacy` for one of before the common format, else `unreadable`."""
    return _status(report, readings_in(report))


def _status(report: Report, readings: Readings) -> str:
    if any(reading.state != "missing" for reading in readings.all):
        return "report"
    return "legacy" if report.template == "legacy" else "unreadable"


def _told(outcome: Outcome, status: str) -> dict[str, Plain]:
    """What is told of a report, by the names of the columns."""
    said, counted = outcome.report.metadata, Counter([finding.severity for finding in outcome.findings])
    days: dict[str, date | None] = {name: getattr(said, name) for name in _DAYS}
    return {
        **{name: getattr(said, name) for name in _SAID},
        **{name: None if day is None else day.isoformat() for name, day in days.items()},
        "path": visible(outcome.path),
        "status": status,
        "template": _template(outcome.report, status),
        "basis_documents": "；".join(said.basis_documents) or None,
        "errors": counted[Severity.ERROR],
        "warnings": counted[Severity.WARNING],
        "infos": counted[Severity.INFO],
        "codes": " ".join(sorted({finding.code for finding in outcome.findings})) or None,
    }


def _front(told: Mapping[str, Plain]) -> Row:
    """A wide row with what is told of a report, and nothing in its cells."""
    return [*(told.get(column.name) for column in report_columns()), *[None] * (2 * len(all_keys()))]


def _template(report: Report, status: str) -> str | None:
    """The template that its tables are of; None where none was read."""
    return None if status == "unreadable" else report.template or None


def _counted(key: str, reading: CellText) -> tuple[Plain, str]:
    """The number and the state of a cell, as its column can hold them."""
    value, state = reading.value, reading.state
    if kind_of(key) is Kind.DECIMAL:
        return _exact(value), state
    if isinstance(value, Decimal):
        return (int(value), state) if value == int(value) else (None, "unreadable")
    return value, state


def _exact(value: int | Decimal | None) -> str | None:
    return f"{value:f}" if isinstance(value, Decimal) else None if value is None else str(value)


@cache
def _places() -> dict[str, int]:
    """Where the number of each cell stands in a wide row; its state is behind it."""
    first = len(report_columns())
    return {key: first + 2 * number for number, key in enumerate(all_keys())}


@cache
def _amounts() -> tuple[int, ...]:
    """Where amounts stand in a wide row."""
    return tuple(at for key, at in _places().items() if kind_of(key) is Kind.DECIMAL)
