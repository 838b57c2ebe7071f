"""What every fix has to keep, looked at from outside: by checking the text before and the text after."""

from __future__ import annotations

import re
from collections import Counter

from giar_lark import Finding, Source, check
from giar_lark.fixing.rounds import Fixed, is_fixable
from giar_lark.model.report import Cell


def broken_promise(before: Source, done: Fixed, *, unsafe: bool = False) -> str | None:
    """What a fix has done that none may do; None if it is right.

    Whatever is offered and not refused is gone, no rule finds more than before, every number that was given is the same.
    """
    earlier, later = check(before), check(done.source)
    found, left = Counter(map(_about, earlier.findings)), Counter(map(_about, later.findings))
    if more := Counter(one.code for one in later.findings) - Counter(one.code for one in earlier.findings):
        return f"new: {more}"
    refused = {_about(refused.finding) for refused in done.refused}
    mended = Counter(_about(finding) for finding in earlier.findings if is_fixable(finding, unsafe=unsafe))
    for about, count in mended.items():
        if about not in refused and left[about] > found[about] - count:
            return f"not gone: {about}"
    cells = {cell.key: cell for cell in later.report.cells}
    if list(cells) != [cell.key for cell in earlier.report.cells]:
        return "other cells"
    changed = [cell.key for cell in earlier.report.cells if not _is_kept(cell, cells[cell.key])]
    return f"changed: {changed}" if changed else None


def _about(finding: Finding) -> tuple[str, str | None, str]:
    """What a finding is about; two that say the same differ by a number behind the anchor."""
    return finding.code, finding.key, re.sub(r"#\d+$", "", finding.anchor)


def _is_kept(cell: Cell, other: Cell) -> bool:
    if cell.value is None:
        return (other.state, other.raw) == (cell.state, cell.raw) or (
            cell.state in ("blank", "na") and (other.state, other.raw) == ("given", "0")
        )
    return other.value == cell.value and other.raw.startswith(cell.raw.removesuffix(cell.reading.unit).strip())
