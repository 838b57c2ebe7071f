"""What a changed text says, told from its marks alone, and whether the program has read it so or has told that something is wrong.

A row is its label with as many values behind it as the row has cells. Where a label has another number of values behind it, or
several times different ones, the row is broken: whatever is read of it has to come with a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.marks import unmark
from generator.numbers import Numbers
from generator.values import Value

from corpus.drafts import CASES, HEADING, STOP, Draft, row_of, rows_of
from giar_lark.findings import Finding
from giar_lark.official.templates import tables
from giar_lark.pipeline import Checked, check
from giar_lark.source.source import Source
from giar_lark.source.span import Span

_UNREAD = ("unreadable", "missing")
_ABSENT = (None, "missing")
_OPEN, _CLOSE = "\ue000", "\uf8ff"


class Outcome(StrEnum):
    """What becomes of a change: it costs nothing, is told, or goes by unseen."""

    HARMLESS = "harmless"
    FOUND = "found"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of a change, and what went by unseen."""

    outcome: Outcome
    unseen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """A label in the text and the cells whose values stand behind it, up to the next label."""

    row: str
    cells: list[str]


# None: the row is broken
Stands = dict[str, list[Value] | None]


def judged(draft: Draft, text: str, *, must_be_told: bool) -> Verdict:
    """The verdict on a text with marks, made from a draft by a change that has to be told, or need not be if all is read right."""
    checked, stands = check(Source(unmark(text).text)), what_stands(draft, text)
    told = Told(draft, text, checked.findings)
    unseen = [*_misread(draft, stands, checked, told), *_unsound(draft, stands, told)]
    if must_be_told and not checked.findings:
        unseen.append("nothing is told")
    if unseen:
        return Verdict(Outcome.SILENT, tuple(unseen))
    return Verdict(Outcome.FOUND if checked.findings else Outcome.HARMLESS)


# ---------------------------------------------------------------- what stands in the text


def what_stands(draft: Draft, text: str) -> Stands:
    """The values of each row as the text has them; no values for a row that is not there, None for a broken one."""
    rows, runs = rows_of(draft.spec.numbers), _runs(draft, text)
    return {row: _row_values(row, rows, runs, draft.spec.numbers) for row in rows}


def _runs(draft: Draft, text: str) -> list[Run]:
    runs = [Run(STOP, [])]
    for name in draft.names_in(text):
        row = CASES if name == HEADING + CASES else name
        if name in draft.spec.numbers.cells:
            runs[-1].cells.append(name)
        elif not (row == CASES == runs[-1].row and not runs[-1].cells):
            runs.append(Run(row, []))
    return runs


def _row_values(row: str, rows: dict[str, list[str]], runs: list[Run], numbers: Numbers) -> list[Value] | None:
    own = [run.cells for run in runs if run.row == row and (run.cells or row != CASES)]
    if not own and not any(key in run.cells for run in runs for key in rows[row]):
        return []
    if not own:
        # the label alone is lost: the values still stand together, at the end of the row above
        own = [cells[-len(rows[row]) :] for run in runs if rows[row][-1] in (cells := run.cells)]
        return [numbers.at(key) for key in rows[row]] if own == [rows[row]] else None
    cells = own[0]
    behind = cells[len(rows[row]) :]
    if behind and [*rows[row], *behind] == cells and behind in _unlabelled(rows, runs):
        cells = rows[row]
    if len(cells) != len(rows[row]) or any(other != own[0] for other in own):
        return None
    return [numbers.at(key) for key in cells]


def _unlabelled(rows: dict[str, list[str]], runs: list[Run]) -> list[list[str]]:
    labels = {run.row for run in runs}
    return [keys for row, keys in rows.items() if row not in labels]


# ---------------------------------------------------------------- what is told


class Told:
    """What the findings are about: cells, rows and tables, by their keys and by their places."""

    def __init__(self, draft: Draft, text: str, findings: Iterable[Finding]) -> None:
        """Take the findings of a text with marks."""
        self.things: set[str] = set()
        places = _places(draft, text)
        for finding in findings:
            keys = {key for key in (finding.key, *(r.key for r in finding.related)) if key is not None}
            self.things |= keys | {row_of(key) for key in keys if key.count(".") > 1}
            rows = {name for span, name in places if finding.span.start <= span.end and span.start <= finding.span.end}
            self.things |= rows - {name for name in rows if name.startswith(HEADING)}
            self.things |= {table for table, count in Counter(map(_table, rows)).items() if count > 1}

    def tells(self, key: str) -> bool:
        """Whether a finding is about a cell, its row, or its table."""
        return not self.things.isdisjoint((key, row_of(key), _table(key)))


def _table(key: str) -> str:
    return key.partition(".")[0]


def _places(draft: Draft, text: str) -> list[tuple[Span, str]]:
    """Where the labels and values of each row and the headings stand in the finished text."""
    out, at, opened = [], 0, (0, "")
    for char in text:
        if not _OPEN <= char <= _CLOSE:
            at += 1
        elif char == _CLOSE:
            out.append((Span(opened[0], at), opened[1]))
        else:
            name = draft.name(char)
            opened = at, row_of(name) if name in draft.spec.numbers.cells else name
    return out


# ---------------------------------------------------------------- what goes by unseen


def _misread(draft: Draft, stands: Stands, checked: Checked, told: Told) -> list[str]:
    """The cells that are not read as they stand, or cannot be, and that nothing is told of."""
    got = {c.key: (c.value, "given" if c.state == "inferred" else c.state) for c in checked.report.cells}
    wanted = {
        key: pair for row, keys in rows_of(draft.spec.numbers).items() for key, pair in _wanted(keys, stands[row])
    }
    out = []
    for key in [*wanted, *(key for key in got if key not in wanted)]:
        want, have = wanted.get(key, _ABSENT), got.get(key, _ABSENT)
        is_lost = key in wanted and (want is None or want[1] in _UNREAD)
        if (is_lost or want != have) and not told.tells(key):
            out.append(f"{key} is read as {have}, not {want or 'told as broken'}")
    return out


def _wanted(keys: list[str], values: list[Value] | None) -> list[tuple[str, tuple[object, str] | None]]:
    if values is None:
        return [(key, None) for key in keys]
    if not values:
        return [(key, (None, "missing")) for key in keys]
    return [(key, value.reading) for key, value in zip(keys, values, strict=True)]


def _unsound(draft: Draft, stands: Stands, told: Told) -> list[str]:
    """The sums that do not hold although all their numbers stand in their places, and that nothing is told of."""
    rows = rows_of(draft.spec.numbers)
    cells = {key: value for row, keys in rows.items() for key, value in zip(keys, stands[row] or (), strict=False)}
    out = []
    for left, right in _sums(draft.spec.numbers.template):
        keys = [*left, *right]
        if not all(key in cells and cells[key].state == "given" for key in keys):
            continue
        here, there = (sum(cells[key].value or 0 for key in side) for side in (left, right))
        if here != there and not any(map(told.tells, keys)):
            out.append(f"{' + '.join(left)} is {here}, {' + '.join(right)} is {there}")
    return out


def _sums(template: str) -> Iterator[tuple[list[str], list[str]]]:
    """The sums of tables 3 and 4, by the keys of both sides."""
    data = tables()
    *applicants, total = data.applicant_keys
    for row in data.rows_of("t3", template):
        yield [f"{row.key}.{column}" for column in applicants], [f"{row.key}.{total}"]
    for column in data.applicant_keys:
        done = f"t3.total_processed.{column}"
        yield [f"{row.key}.{column}" for row in data.outcome_rows(template)], [done]
        yield [f"t3.new_received.{column}", f"t3.carried_in.{column}"], [done, f"t3.carried_forward.{column}"]
    *results, total = data.results.values()
    for group in data.case_groups.values():
        yield [f"{group}.{result}" for result in results], [f"{group}.{total}"]
