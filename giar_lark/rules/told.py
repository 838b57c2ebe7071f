"""What the prose tells, as numbers of the tables: which cells a figure speaks of, and what they come to.

Blank: a cell that is blank, missing or unreadable makes a number that needs it unknown, and nothing is compared with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from giar_lark.findings import Related, Text
from giar_lark.model.report import Cell, Report
from giar_lark.narrative.figure import Figure, Subject
from giar_lark.rules.wording import place_of
from giar_lark.templates import tables

Number = int | Decimal
APPLICANTS = {
    "NATURAL_PERSON": ("natural_person",),
    "COMMERCIAL_ENTERPRISE": ("commercial_enterprise",),
    "RESEARCH_INSTITUTION": ("research_institution",),
    "PUBLIC_WELFARE_ORGANIZATION": ("public_welfare_organization",),
    "LEGAL_SERVICE_INSTITUTION": ("legal_service_institution",),
    "LEGAL_PERSONS": (
        "commercial_enterprise",
        "research_institution",
        "public_welfare_organization",
        "legal_service_institution",
        "other_organization",
    ),
}
# the groups of table 4 that a word of the prose means
CASE_GROUPS = {
    "RECONSIDERATION": ("reconsideration",),
    "LITIGATION": ("litigation_direct", "litigation_after_reconsideration"),
    "LITIGATION_DIRECT": ("litigation_direct",),
    "LITIGATION_AFTER": ("litigation_after_reconsideration",),
}
RECEIVED, CARRIED_IN, PROCESSED, CARRIED_FORWARD = "new_received", "carried_in", "total_processed", "carried_forward"


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a report by key."""

    by_key: dict[str, Cell]

    def cell(self, key: str) -> Cell | None:
        """A cell whose number is known; None if it is blank, not in the text, or not certain."""
        found = self.by_key.get(key)
        return found if found is not None and found.value is not None and found.state == "given" else None

    def value(self, key: str) -> Number | None:
        """The number in a cell, None where it is not known."""
        found = self.cell(key)
        return found.value if found is not None else None

    def sum(self, keys: Sequence[str]) -> Number | None:
        """The sum of some cells, None where one is not known or there are none."""
        values = [self.value(key) for key in keys]
        known = [value for value in values if value is not None]
        return sum(known, start=Decimal(0)) if known and len(known) == len(values) else None

    def application(self, row: str, applicant: str | None = None) -> Number | None:
        """A row of table 3, of one kind of applicant or of all."""
        return self.sum(application_keys(row, applicant))

    def outcome(self, outcome: str, applicant: str | None = None) -> Number | None:
        """An outcome or a group of outcomes (a terminal of the grammar), of one kind of applicant or of all."""
        return self.sum([key for row in self.outcome_rows(outcome) for key in application_keys(row, applicant)])

    def outcome_rows(self, outcome: str) -> list[str]:
        """The rows of table 3 that an outcome stands for: one, or those of its group."""
        data = tables()
        present = {key.rpartition(".")[0] for key in self.by_key if key.startswith("t3.")}
        named = [outcome, *data.application_groups.get(outcome, ())]
        rows = [data.application_rows[name].key for name in named if name in data.application_rows]
        return [row.removeprefix("t3.") for row in rows if row in present]


def cells_of(report: Report) -> Cells:
    """The cells of a report."""
    return Cells({cell.key: cell for cell in report.cells})


def application_keys(row: str, applicant: str | None = None) -> tuple[str, ...]:
    """The cells of a row of table 3 for one kind of applicant: its column, or its columns; the total for all."""
    columns = APPLICANTS[applicant] if applicant is not None else ("total",)
    return tuple(f"t3.{row}.{column}" for column in columns)


def comparable(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that say of this year, exactly and of all, how many there are.

    One behind 其中 does so if what it is a part of does, and is of no kind of applicant.
    """
    for figure in figures:
        base = figures[figure.base] if figure.part and figure.base is not None else None
        narrow = base is not None and (
            not base.is_whole or base.subject.applicant or base.subject.event == "CARRIED_IN"
        )
        if figure.is_whole and not narrow and not figure.growth and figure.quantity.unit not in ("%", "百分点", ""):
            yield figure


def agrees(figure: Figure, *candidates: Number | None) -> bool:
    """Whether a figure is one of the numbers that it may be, or none of them is known."""
    known = [number for number in candidates if number is not None]
    return not known or figure.quantity.value in known


def is_about_applications(subject: Subject) -> bool:
    """Whether applications are counted."""
    return subject.thing == "APPLICATION"


def in_table(cell: Cell) -> Related:
    """The cell that the prose differs from, as a second place."""
    name = place_of(cell)
    return Related(
        span=cell.span,
        message=Text(f"表中“{name.zh}”：{cell.value}", f"in the table, “{name.en}”: {cell.value}"),
        key=cell.key,
    )


def same_number_elsewhere(figure: Figure, cells: Cells, keys: Iterable[str]) -> Text | None:
    """That the number is the one of another cell, where it is the one of exactly one of some cells."""
    found = [cell for key in keys if (cell := cells.cell(key)) is not None and cell.value == figure.quantity.value]
    if len(found) != 1 or not found[0].value:
        return None
    name = place_of(found[0])
    return Text(
        f"这个数是表中“{name.zh}”的数，多半是取错了格；以台账为准，两处改成一致",
        f"this is the number of “{name.en}”, so probably taken from the wrong cell; make both agree with your register",
    )


MAKE_AGREE = Text(
    "以台账为准，把正文和表格改成一致", "take the right number from your register and make text and table agree"
)


def carried_row(figure: Figure) -> str | None:
    """The row of table 3 that a figure of carried-over applications speaks of; None if it speaks of none."""
    subject = figure.subject
    if subject.thing not in ("APPLICATION", None) or subject.outcomes or subject.result:
        return None
    if subject.event == "CARRIED_IN":
        return CARRIED_IN
    return CARRIED_FORWARD if subject.event in ("CARRIED_FORWARD", "CARRIED_INTO") else None
