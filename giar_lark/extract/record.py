"""A checked file to records: one a report, or one a cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from giar_lark.extract.schema import STATE_SUFFIX, Kind, kind_of, long_columns, wide_columns
from giar_lark.findings import Severity
from giar_lark.model.report import Cell, Report
from giar_lark.outcome import Outcome

Value = str | int | Decimal | date | None
Record = dict[str, Value]

_SAID = ("organ_class", "organ_level", "title", "period_start", "period_end", "issued_date", "published_date")


def wide_record(outcome: Outcome) -> Record:
    """The one record of a file. Shape: every column of `wide_columns`; of a file without a report all cells are null.

    Blank: a blank cell is null and its state says `blank`. A count that is no whole number is null and `unreadable`, for
    its column could not hold it exactly; a key that the report's template does not have is null in both columns.
    """
    record: Record = dict.fromkeys(column.name for column in wide_columns())
    said, counted = outcome.report.metadata, Counter(finding.severity for finding in outcome.findings)
    record |= {name: getattr(said, name) for name in _SAID}
    record |= {
        "path": outcome.path,
        "status": status_of(outcome.report),
        "organ_name": said.organ_name,
        "year": said.year,
        "template": _template(outcome.report),
        "basis_documents": "；".join(said.basis_documents) or None,
        "errors": counted[Severity.ERROR],
        "warnings": counted[Severity.WARNING],
        "infos": counted[Severity.INFO],
        "codes": " ".join(sorted({finding.code for finding in outcome.findings})) or None,
    }
    for cell in _cells(outcome.report):
        record[cell.key], record[cell.key + STATE_SUFFIX] = _counted(cell)
    return record


def long_records(outcome: Outcome) -> Iterator[Record]:
    """A record for each cell of the report's template, in the order of the official tables; none without a report.

    Shape: every column of `long_columns`. Blank: as `value` null, with the state.
    """
    said = outcome.report.metadata
    names = [column.name for column in long_columns()]
    shared = (outcome.path, said.organ_name, said.year, _template(outcome.report))
    for cell in _cells(outcome.report):
        address = outcome.source.address(cell.span.start)
        place = None if address.spot is None else address.spot.words("zh")
        value = None if cell.value is None else Decimal(cell.value)
        own = (cell.key, value, cell.state, cell.raw or None, address.line, address.column, place)
        yield dict(zip(names, (*shared, *own), strict=True))


def records_of(outcome: Outcome, long: bool) -> Iterator[Record]:
    """The records of a file: one, or one a cell."""
    return long_records(outcome) if long else iter((wide_record(outcome),))


def lost_record(path: str, status: str) -> Record:
    """The wide record of a file that could not be read to its end: nothing but that."""
    return dict.fromkeys(column.name for column in wide_columns()) | {"path": path, "status": status}


def status_of(report: Report) -> str:
    """`report` where a cell of its tables is in the text, `legacy` for one of before the common format, else `unreadable`."""
    if any(cell.state != "missing" for cell in report.cells):
        return "report"
    return "legacy" if report.template == "legacy" else "unreadable"


def _template(report: Report) -> str | None:
    """The template that its tables are of; None where none was read."""
    return None if status_of(report) == "unreadable" else report.template or None


def _cells(report: Report) -> tuple[Cell, ...]:
    return report.cells if status_of(report) == "report" else ()


def _counted(cell: Cell) -> tuple[Value, str]:
    """The number and the state of a cell, as its column can hold them."""
    if kind_of(cell.key) is Kind.DECIMAL:
        return (None if cell.value is None else Decimal(cell.value)), cell.state
    if isinstance(cell.value, Decimal):
        whole = cell.value == int(cell.value)
        return (int(cell.value), cell.state) if whole else (None, "unreadable")
    return cell.value, cell.state
