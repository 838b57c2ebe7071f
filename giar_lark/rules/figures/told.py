"""What the prose tells, as numbers of the tables: which cells a figure speaks of, and what they come to.

Blank: a cell that is blank, missing or unreadable makes a number that needs it unknown, and nothing is compared with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from giar_lark.findings import Related
from giar_lark.lang import Text
from giar_lark.lean.memo import remembered
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ import Organ
from giar_lark.model.passage import Passage
from giar_lark.model.report import Cell
from giar_lark.narrative.figure import Denial, Figure, Mention, Subject
from giar_lark.rules.context import Context
from giar_lark.rules.numbers.cells import Cells
from giar_lark.rules.occasions.held_against_cells import Comparison, question_of
from giar_lark.rules.wording import place_of

# the groups of table 4 that a word of the prose means
CASE_GROUPS = {
    "RECONSIDERATION": ("reconsideration",),
    "LITIGATION": ("litigation_direct", "litigation_after_reconsideration"),
    "LITIGATION_DIRECT": ("litigation_direct",),
    "LITIGATION_AFTER": ("litigation_after_reconsideration",),
}
_Found = TypeVar("_Found", bound=tuple[object, ...])
_Difference = TypeVar("_Difference")
# 全市共收到: what a sentence tells of all that are in a place
_OF_A_PLACE = lazy_pattern(
    r"全(?P<place>[省市州盟县区旗])[^，。；]{0,12}?(?:各级|各部门|各单位|机关|系统|共|累计|[新接]?收|受理|办|作出|制发|发生)"
)
RECEIVED, CARRIED_IN, PROCESSED, CARRIED_FORWARD = "new_received", "carried_in", "total_processed", "carried_forward"


def contradicted(
    context: Context, compare: Comparison[_Found, _Difference]
) -> list[tuple[Passage, _Found, _Difference]]:
    """What is `differing` and told of the organ, and not of a whole place that it does not govern."""
    organ = context.organ
    return [each for each in differing(context, compare) if _is_of(organ, *each[:2])]


def differing(context: Context, compare: Comparison[_Found, _Difference]) -> list[tuple[Passage, _Found, _Difference]]:
    """What is `held_against_cells` and differs from them, paragraph by paragraph, each with what the comparison says of it.

    What agrees with the cells once that is put right which is told of their own sums does not differ.
    """
    cells, question = context.cells, question_of(compare)
    found = [
        (part.passage(number), one, difference)
        for part, telling in context.narrative.parts
        for number, one in telling[question]
        if (difference := compare(one, cells)) is not None
    ]
    mended = context.cells_as_told[1:] if found else ()
    return [each for each in found if all(compare(each[1], other) is not None for other in mended)]


def _is_of(organ: Organ | None, passage: Passage, found: object) -> bool:
    """Whether what is found in a paragraph may be of an organ, and is not of a whole place that it does not govern."""
    return organ is None or not (_tells_of_a_place(passage.text) and _is_of_others(_record(found), organ))


@remembered
def _tells_of_a_place(text: str) -> bool:
    return _OF_A_PLACE.search(text) is not None


def _record(found: object) -> Figure | Denial | Mention:
    """The figure, denial or mention that is found, or stands first in what is."""
    while not isinstance(found, Figure | Denial | Mention):
        assert isinstance(found, tuple)
        found = found[0]
    return found


def _is_of_others(told: Figure | Denial | Mention, organ: Organ) -> bool:
    text, start = told.text, told.start
    begin = max(text.rfind("。", 0, start), text.rfind("；", 0, start)) + 1
    of_all = _OF_A_PLACE.search(text, begin, start)
    return of_all is not None and not _governs(organ, of_all["place"])


def _governs(organ: Organ, place: str) -> bool:
    """Whether 全市 and the like mean what an organ itself governs, or may do so."""
    if organ.kind == "zone_committee":
        return place == "区"
    if organ.home is None:
        return True
    return organ.is_government and organ.home.name.endswith(place)


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
    number = figure.quantity.value
    found = [key for key in keys if cells.value(key) == number] if number else []
    if len(found) != 1:
        return None
    name = place_of(cells.at(found[0]))
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
