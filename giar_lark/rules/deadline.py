"""By when a report has to be out, by the class of its organ."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from giar_lark.findings import Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.organ import Organ
from giar_lark.rules.options import Options

_TOWNSHIPS = Text("乡镇、街道", "townships and subdistricts")
_DEPARTMENTS = Text("部门", "departments")
_GOVERNMENTS = Text("县级以上政府", "governments at county level and above")
_ZONES = Text("管理委员会", "zone committees")


class Deadline(NamedTuple):
    """The last day, how much it weighs to miss it, and whose day it is."""

    day: date
    severity: Severity
    whose: Text


def deadline_of(organ: Organ, year: int, options: Options) -> Deadline | None:
    """The deadline for an organ's report on a year; None where neither law nor usual notices set one.

    Article 49 names departments and governments at county level and above. For townships and subdistricts county notices
    set the day; a zone committee is only late when no date of the article can hold for it any more.
    """
    if organ.is_township:
        return Deadline(_day(options.township_deadline, year), Severity.WARNING, _TOWNSHIPS)
    if organ.kind in ("department", "state_council_department"):
        return Deadline(_day(options.department_deadline, year), Severity.ERROR, _DEPARTMENTS)
    if organ.is_government:
        return Deadline(_day(options.government_deadline, year), Severity.ERROR, _GOVERNMENTS)
    if organ.kind == "zone_committee":
        return Deadline(_day(options.government_deadline, year), Severity.WARNING, _ZONES)
    return None


@lru_cache(maxsize=64)
def _day(month_and_day: str, year: int) -> date:
    """The day (`01-31`) in the year after the one reported on."""
    return date.fromisoformat(f"{year + 1}-{month_and_day}")
