"""One change to a sound report: a fault with the findings that it must give, or a variation that must cost nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.marks import bare, marked
from generator.report import Finding, ReportSpec, SpecError, cell_value, document, read_report
from generator.values import Value
from giar_lark.write.document import Document, Part
from giar_lark.write.grid import Box, Grid

_POINT = re.compile("⟦(.*?)⟧", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is done to a report, in this order.

    `set` takes the place of entries of its `report.toml` (`prose` section by section); `cells` writes cells without working
    out the sums again. On the document: `replace` puts a new text for an old one that stands exactly once (⟦…⟧ marks the
    place of a finding), `remove` takes out the paragraph or heading with a text, `remove_tables` tables,
    `remove_rows`, `double_rows` rows by a text of their own label, `move_rows` a row behind another, `insert_rows` a new row (label and
    values) behind one. On the finished text: `final` replaces a pattern that matches exactly once.
    On the bytes: `encoding`, and `damage`, the bytes in hex that take the place of a text. `text` is the whole text instead.
    """

    set: Mapping[str, Any] = field(default_factory=dict)
    cells: Mapping[str, Any] = field(default_factory=dict)
    replace: Sequence[Sequence[str]] = ()
    remove: Sequence[str] = ()
    remove_tables: Sequence[str] = ()
    remove_rows: Sequence[str] = ()
    double_rows: Sequence[str] = ()
    move_rows: Sequence[Sequence[str]] = ()
    insert_rows: Sequence[Sequence[str]] = ()
    final: Sequence[Sequence[str]] = ()
    encoding: str = "utf-8"
    damage: Sequence[str] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCase:
    """A changed report as a case: its names, the layout it is shown in, the change, what must come of it.

    `findings` None: not compared. `truth` has the cells (or rows, by the front of their keys) that come out otherwise than the
    numbers say: a state, or a value. `read` is false where no cell can be compared at all.
    """

    name: str
    description: str
    report: str
    layout: str
    source: str
    tags: tuple[str, ...]
    status: str
    change: Change
    findings: tuple[Finding, ...] | None
    truth: Mapping[str, Any]
    read: bool


def read_changes(path: Path) -> Iterator[ChangeCase]:
    """The cases of a file of changes; what stands above them in the file holds for all of them.

    Raises: SpecError, where an entry is unknown or missing.
    """
    data = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    shared = {name: value for name, value in data.items() if name != "case"}
    for entry in data.get("case", ()):
        try:
            yield _case({"source": "", "tags": [], "status": "required", **shared, **entry})
        except TypeError as error:
            raise SpecError(f"{path}: {entry.get('name')}: {error}") from None


def _case(entry: dict[str, Any]) -> ChangeCase:
    findings = entry.pop("findings", [])
    return ChangeCase(
        name=entry.pop("name"),
        description=entry.pop("description"),
        report=entry.pop("report", ""),
        layout=entry.pop("layout", "canonical"),
        source=entry.pop("source"),
        tags=tuple(entry.pop("tags")),
        status=entry.pop("status"),
        change=Change(**entry.pop("change", {})),
        findings=tuple(Finding(**f) for f in findings) if entry.pop("compare_findings", True) else None,
        truth=entry.pop("truth", {}),
        read=entry.pop("read", True),
        **entry,
    )


def changed_report(case: ChangeCase, reports: Path) -> ReportSpec:
    """The report of a case with the changes to its entries and cells made."""
    path = reports / case.report / "report.toml"
    overrides = dict(case.change.set)
    if "prose" in overrides:
        overrides["prose"] = {**tomllib.loads(path.read_text("utf-8"))["prose"], **overrides["prose"]}
    spec = read_report(path, {"findings": [], **overrides})
    if strange := case.change.cells.keys() - spec.numbers.cells.keys():
        raise SpecError(f"{case.name}: no such cells: {', '.join(sorted(strange))}")
    cells: dict[str, Value] = {key: cell_value(entry) for key, entry in case.change.cells.items()}
    return replace(spec, numbers=spec.numbers.changed(cells))


def changed_document(spec: ReportSpec, change: Change) -> tuple[Document, tuple[str, ...]]:
    """The document of a report with the changes to its words and rows made, and the names of its marks.

    Raises: SpecError, where a text to be changed does not stand exactly once.
    """
    made, names = document(spec)
    points: list[str] = []
    for old, new in change.replace:
        made = _replaced(made, old, _pointed(new, len(names), points))
    for text in change.remove:
        made = tuple(part for part in made if part is not _part_with(made, text))
    made = tuple(part for part in made if part.kind.value not in change.remove_tables)
    for label in change.remove_rows:
        made = _on_row(made, label, _removed)
    for label in change.double_rows:
        made = _on_row(made, label, lambda grid, at: _inserted(grid, at, _without_groups(grid[at])))
    for after, label, *values in change.insert_rows:
        made = _on_row(made, after, _new_row(Box(_pointed(label, len(names), points)), values))
    for label, after in change.move_rows:
        (moved,) = [row for part in made if part.grid for row in part.grid if _is_row(row, label)]
        made = _on_row(_on_row(made, label, _removed), after, _row_behind(_without_groups(moved)))
    return made, (*names, *points)


def finished(text: str, change: Change) -> str:
    """A finished text, still with its marks, with the last changes made."""
    for pattern, new in change.final:
        text, times = re.subn(pattern, new, text)
        if times != 1:
            raise SpecError(f"the pattern {pattern!r} matches {times} times")
    return text


def encoded(text: str, change: Change) -> bytes:
    """The bytes of a text, damaged where the change says so."""
    data = text.encode(change.encoding)
    if change.damage:
        old, new = change.damage
        wanted = old.encode(change.encoding)
        if data.count(wanted) != 1:
            raise SpecError(f"“{old}” stands {data.count(wanted)} times")
        data = data.replace(wanted, bytes.fromhex(new))
    return data


# ---------------------------------------------------------------- on the document


def _pointed(text: str, known: int, points: list[str]) -> str:
    """A text with its ⟦…⟧ as marks, numbered behind the cells."""

    def mark(found: re.Match[str]) -> str:
        points.append("mark" if not points else f"mark{len(points) + 1}")
        return marked(found[1], known + len(points) - 1)

    return _POINT.sub(mark, text)


def _replaced(made: Document, old: str, new: str) -> Document:
    texts = [part.text for part in made] + [box.text for part in made for row in part.grid or () for box in row]
    times = sum(bare(text).count(old) for text in texts)
    if times != 1:
        raise SpecError(f"“{old}” stands {times} times in the report")
    return tuple(
        Part(part.kind, part.text.replace(old, new), part.grid and _grid_replaced(part.grid, old, new)) for part in made
    )


def _grid_replaced(grid: Grid, old: str, new: str) -> Grid:
    return [[replace(box, text=box.text.replace(old, new)) for box in row] for row in grid]


def _part_with(made: Document, text: str) -> Part:
    found = [part for part in made if text in part.text]
    if len(found) != 1:
        raise SpecError(f"“{text}” stands in {len(found)} paragraphs")
    return found[0]


def _is_row(row: list[Box], label: str) -> bool:
    labels = [box for box in row if not box.value]
    return bool(labels) and len(labels) < len(row) and bare(labels[-1].text).startswith(label)


def _on_row(made: Document, label: str, change: Callable[[Grid, int], Grid]) -> Document:
    """A document in whose grid something was done at the row of a label."""
    count = sum(_is_row(row, label) for part in made for row in part.grid or ())
    if count != 1:
        raise SpecError(f"there are {count} rows “{label}”")
    return tuple(Part(part.kind, part.text, part.grid and _changed_grid(part.grid, label, change)) for part in made)


def _changed_grid(grid: Grid, label: str, change: Callable[[Grid, int], Grid]) -> Grid:
    at = next((y for y, row in enumerate(grid) if _is_row(row, label)), None)
    return grid if at is None else change(grid, at)


def _row_behind(row: list[Box]) -> Callable[[Grid, int], Grid]:
    """What puts a row behind another."""
    return lambda grid, at: _inserted(grid, at, row)


def _new_row(label: Box, values: Sequence[str]) -> Callable[[Grid, int], Grid]:
    """What puts a new row, in the form of another, behind that one."""
    return lambda grid, at: _inserted(grid, at, _like(grid[at], label, values))


def _removed(grid: Grid, at: int) -> Grid:
    """A grid without a row; heads of groups that began there go to the next row, and reach as far as before."""
    above = [[replace(box, rows=box.rows - (y + box.rows > at)) for box in row] for y, row in enumerate(grid[:at])]
    heads = [replace(box, rows=box.rows - 1) for box in grid[at] if box.rows > 1]
    below = [[*heads, *grid[at + 1]], *grid[at + 2 :]] if at + 1 < len(grid) else []
    return [*above, *below]


def _inserted(grid: Grid, at: int, row: list[Box]) -> Grid:
    """A grid with a row more behind one, in the same group."""
    above = [
        [replace(box, rows=box.rows + (box.rows > 1 and y + box.rows > at)) for box in boxes]
        for y, boxes in enumerate(grid[: at + 1])
    ]
    return [*above, row, *grid[at + 1 :]]


def _without_groups(row: list[Box]) -> list[Box]:
    labels = [box for box in row if not box.value]
    return [*labels[-1:], *(box for box in row if box.value)]


def _like(row: list[Box], label: Box, values: Sequence[str]) -> list[Box]:
    """A row in the form of another."""
    last = [box for box in row if not box.value][-1]
    widths = [box.columns for box in row if box.value]
    widths += [1] * (len(values) - len(widths))
    return [
        replace(label, columns=last.columns),
        *(Box(v, w, value=True) for v, w in zip(values, widths, strict=False)),
    ]
