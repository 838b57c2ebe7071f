"""Results added up: by layout, by template, by table, by whatever a case has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from giar_lark.conformance.case import STANDINGS, Expected
from giar_lark.conformance.reply import Given
from giar_lark.conformance.run import BAD, Result, Status
from giar_lark.conformance.score import Kind
from giar_lark.lean.records import dataclass

_TABLES = ("t2", "t3", "t4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sums of some results.

    `cells` are those that a parser could have read; `spared` is the number of those left unread because the text has lost
    their place, which count neither as right nor as a miss. Findings count only where the parser gives any.
    """

    name: str
    cases: int = 0
    statuses: Counter[Status]
    cells: int = 0
    right: int = 0
    spared: int = 0
    unread: int = 0
    wrong: int = 0
    silent: int = 0
    expected: int = 0
    missing: int = 0
    surplus: int = 0

    @property
    def bad(self) -> int:
        """How many results make the run fail."""
        return sum(self.statuses[status] for status in BAD)

    @property
    def share(self) -> float | None:
        """The share of cells that came out right; None without cells."""
        decidable = self.cells - self.spared
        return self.right / decidable if decidable else None


def total(name: str, results: Iterable[Result]) -> Total:
    """The sums of results. A finding in the wrong place is one that is missing, and one too many."""
    found = list(results)
    scores = [result.score for result in found]
    return Total(
        name=name,
        cases=len(found),
        statuses=Counter(result.status for result in found),
        cells=sum(sum(s.cells.values()) for s in scores),
        right=sum(sum(s.right.values()) for s in scores),
        spared=sum(s.spared for s in scores),
        unread=sum(s.count(Kind.UNREAD) for s in scores),
        wrong=sum(s.count(Kind.WRONG) for s in scores),
        silent=sum(s.count(Kind.SILENT) for s in scores),
        expected=sum(s.expected for s in scores),
        missing=sum(len(s.missing) + len(s.misplaced) for s in scores),
        surplus=sum(len(s.surplus) + len(s.misplaced) for s in scores),
    )


def totals_by(label: Callable[[Result], str], results: Sequence[Result]) -> list[Total]:
    """The sums of results by a label, in the order in which the labels are met."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(label(result), []).append(result)
    return [total(name, group) for name, group in groups.items()]


def layout_of(result: Result) -> str:
    """The layout of a case under the name of its family; converters by the tier of what they give."""
    case = result.case
    if case.converter or not case.family:
        return case.family or "-"
    return case.layout if case.family == "-" else f"{case.family} {case.layout}"


def by_layout(results: Sequence[Result]) -> list[Total]:
    """The sums by layout, families in their order."""
    return sorted(totals_by(layout_of, results), key=lambda row: _natural(row.name))


def by_template(results: Sequence[Result]) -> list[Total]:
    """The sums by template, the newest first."""
    return sorted(totals_by(lambda result: result.case.template, results), key=lambda row: row.name, reverse=True)


def by_status(results: Sequence[Result]) -> list[Total]:
    """The sums of required, optional and proposed cases."""
    return sorted(totals_by(lambda result: result.case.status, results), key=lambda row: STANDINGS.index(row.name))


def by_table(results: Sequence[Result]) -> list[Total]:
    """The cells of tables 2, 3 and 4, and the findings whose keys are in them; cases belong to no table."""
    return [_table_total(table, results) for table in _TABLES]


def _table_total(table: str, results: Sequence[Result]) -> Total:
    misses = Counter(
        miss.kind for result in results for miss in result.score.misses if miss.key.startswith(f"{table}.")
    )
    cells = sum(result.score.cells.get(table, 0) for result in results)
    right = sum(result.score.right.get(table, 0) for result in results)
    unread, wrong, silent = misses[Kind.UNREAD], misses[Kind.WRONG], misses[Kind.SILENT]
    scores = [result.score for result in results]
    asked = [wanted for r in results if r.score.expected for wanted in r.case.findings or ()]
    lacking = [wanted for s in scores for wanted in (*s.missing, *(pair.wanted for pair in s.misplaced))]
    given = [found for s in scores for found in (*s.surplus, *(pair.got for pair in s.misplaced))]
    return Total(
        name=table,
        statuses=Counter(),
        cells=cells,
        right=right,
        spared=cells - right - unread - wrong - silent,
        unread=unread,
        wrong=wrong,
        silent=silent,
        expected=_in_table(table, asked),
        missing=_in_table(table, lacking),
        surplus=_in_table(table, given),
    )


def _in_table(table: str, findings: Iterable[Expected | Given]) -> int:
    return sum(finding.key is not None and finding.key.partition(".")[0] == table for finding in findings)


def _natural(name: str) -> tuple[int, int, str]:
    """L2 before L10, families before converters."""
    digits = "".join(char for char in name.split()[0] if char.isdigit())
    return (not name.startswith("L"), int(digits or 0), name)
