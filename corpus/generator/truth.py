"""What a parser has to find in a text, as the JSON that stands beside it (`schema/truth.schema.json`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.layouts import Keeps
from generator.marks import Unmarked
from generator.numbers import Numbers
from generator.report import Finding, ReportSpec, SpecError
from giar_lark.conformance.truth_file import Truth, cell_truth
from giar_lark.source.source import Source


def metadata(spec: ReportSpec) -> Truth:
    """What the report says of itself; a report that mixes both templates is of neither."""
    start, end = spec.period or (None, None)
    mixed = any(template != spec.template for template in spec.numbers.templates.values())
    return {
        "title": spec.title,
        "organ_name": spec.organ,
        "organ_class": spec.organ_class,
        "year": spec.year,
        **({} if mixed else {"template": spec.template}),
        "period_start": start and start.isoformat(),
        "period_end": end and end.isoformat(),
        "issued_date": spec.issued and spec.issued.isoformat(),
    }


def cells(numbers: Numbers) -> Truth:
    """Every cell: a number that is given, null for a blank, else value and state."""
    return {key: cell_truth(value.value, value.state) for key, value in numbers.cells.items()}


def undecidable(numbers: Numbers, keeps: Keeps) -> list[str]:
    """The rows (for table 4, which has no row label, the table) in which a layout leaves open which cell is blank.

    Where gaps show blanks, a row of nothing but blanks can be told; where they are left out, no blank can.
    """
    if keeps is Keeps.PLACES:
        return []
    rows: dict[str, list[bool]] = {}
    for key, value in numbers.cells.items():
        rows.setdefault("t4" if key.startswith("t4.") else key.rpartition(".")[0], []).append(value.state == "blank")
    open_rows = (row for row, blanks in rows.items() if any(blanks) and not (keeps is Keeps.GAPS and all(blanks)))
    lost_table = ["t4"] if any(rows["t4"]) else []
    return [*(row for row in open_rows if row != "t4"), *lost_table]


def placed(findings: Iterable[Finding], text: Unmarked, marks: Sequence[str]) -> list[Truth]:
    """Findings with their line and column; without, where the layout has left out what they point at.

    Raises: SpecError, where a phrase to point at stands not exactly once in the text.
    """
    source = Source(text.text)
    found = []
    for finding in findings:
        start = _span(finding, text, marks)
        place = {} if start is None else _place(source, *start)
        found.append({"code": finding.code, **place, "key": finding.key})
    return sorted(found, key=lambda entry: (entry.get("line", 0), entry.get("column", 0), entry["code"]))


def _place(source: Source, start: int, end: int) -> Truth:
    """Line and column; a blank cell is anywhere between its neighbours, and only its line is certain."""
    line, column = source.place(start)
    return {"line": line, "column": column} if end > start else {"line": line}


def _span(finding: Finding, text: Unmarked, marks: Sequence[str]) -> tuple[int, int] | None:
    if finding.at is None:
        return None
    if finding.at in marks:
        return text.spans.get(marks.index(finding.at))
    if text.text.count(finding.at) != 1:
        raise SpecError(f"{finding.code}: “{finding.at}” stands {text.text.count(finding.at)} times in the text")
    start = text.text.index(finding.at)
    return start, start + len(finding.at)
