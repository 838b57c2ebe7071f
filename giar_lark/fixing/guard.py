"""What a fix must never do, compared before and after: change a number, leave its finding, bring a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from giar_lark.findings import Finding
from giar_lark.fixing.edits import Edited
from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.report import Cell
from giar_lark.pipeline import Checked
from giar_lark.rules.wording import place_of
from giar_lark.source.span import Span

_COUNTED = lazy_pattern(r"#\d+$")
_OF_NUMBERS = frozenset(".,+-．，＋－−")


def objection(before: Checked, after: Checked, fixed: Sequence[Finding], edited: Edited) -> Text | None:
    """Why a text with some findings fixed is not to be kept; None if it may be."""
    changed = _changed_cell(before.report.cells, after.report.cells, edited.places)
    if changed is not None:
        name = place_of(changed)
        return Text(f"改后“{name.zh}”的数字会变", f"it would change the number of “{name.en}”")
    if _is_left(before.findings, after.findings, fixed):
        return Text("改后问题仍在", "the finding would still be there")
    new = _new([finding for finding in before.findings if finding not in fixed], after.findings, edited)
    if new is not None:
        return Text(f"改后会出现 {new.code}：{new.message.zh}", f"it would bring {new.code}: {new.message.en}")
    return None


def identity(finding: Finding) -> tuple[str, str, str]:
    """What a finding is about, the same for two that say the same: their ids tell them apart by a number that may shift."""
    return finding.code, finding.key or "", _COUNTED.sub("", finding.anchor)


def _changed_cell(before: Sequence[Cell], after: Sequence[Cell], places: Sequence[Span]) -> Cell | None:
    """The first cell that is not what it was and was not filled by an edit."""
    for cell, other in zip(before, after, strict=False):
        if cell.key != other.key or not (_same(cell, other) or _is_filled(cell, other, places)):
            return cell
    longer, shorter = (before, after) if len(before) > len(after) else (after, before)
    return longer[len(shorter)] if len(longer) > len(shorter) else None


def _same(cell: Cell, other: Cell) -> bool:
    """Whether a cell has kept its number as it was written, or its lack of one; a unit behind it does not count."""
    if cell.value is None:
        return (cell.state, cell.raw) == (other.state, other.raw)
    return cell.value == other.value and _digits(cell) == _digits(other) and other.state in (cell.state, "given")


def _digits(cell: Cell) -> str:
    return "".join(char for char in cell.raw if char.isdigit() or char in _OF_NUMBERS)


def _is_filled(cell: Cell, other: Cell, places: Sequence[Span]) -> bool:
    """Whether a blank or a mark is now a number that an edit has written."""
    if cell.state not in ("blank", "na") or other.state != "given":
        return False
    return any(place.start <= other.span.start and other.span.end <= place.end for place in places)


def _is_left(before: Iterable[Finding], after: Iterable[Finding], fixed: Iterable[Finding]) -> bool:
    """Whether a finding that was fixed is there as often as if it had not been."""
    gone, found = Counter(map(identity, fixed)), Counter(map(identity, after))
    allowed = Counter(map(identity, before)) - gone
    return any(found[one] > allowed[one] for one in gone)


def _new(before: Iterable[Finding], after: Iterable[Finding], edited: Edited) -> Finding | None:
    """The first finding that was not there before, or not as grave.

    One that is about another text at the same place was there, for what it is about may have been mended in part.
    """
    known = list(before)
    unknown = [
        finding for finding in after if not _taken(finding, known, lambda old, new: identity(old) == identity(new))
    ]
    return next((finding for finding in unknown if not _taken(finding, known, partial(_is_in_place, edited))), None)


def _taken(finding: Finding, known: list[Finding], is_same: Callable[[Finding, Finding], bool]) -> bool:
    """Whether one of the findings that are known is the same and as grave; it then stands for no other."""
    same = [old for old in known if is_same(old, finding) and old.severity.rank <= finding.severity.rank]
    if same:
        known.remove(max(same, key=lambda old: old.severity.rank))
    return bool(same)


def _is_in_place(edited: Edited, old: Finding, new: Finding) -> bool:
    span = edited.moved(old.span)
    return old.code == new.code and span.start <= new.span.end and new.span.start <= span.end
