"""Blank cells that can only be 0, and the edits that write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from giar_lark.findings import Fix
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.model.report import Cell
from giar_lark.rules.numbers.arithmetic import Balance, Verdict, is_blank
from giar_lark.rules.numbers.grid import Identity
from giar_lark.source.span import Edit, Span
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.text.markup import empty_place

# what stands before a cell that has a place of its own, in a line of its own or behind padding
_BARS = frozenset("|│┃¦￨｜║")
_SEPARATORS = _BARS | frozenset("\t,，;；")
# bars that stand on lines of their own are no further apart
_NEAR_CHARS = 40
_PADDING = " \xa0\u3000" + FILLER


def zeros_fix(cells: Sequence[Cell], certain: Mapping[str, Cell], text: str, layout: str) -> Fix | None:
    """The fix that writes a 0 into all of some cells; None unless each can only be 0 and shows where it stands.

    `certain` has the `certain_zeros` of the report, `layout` is the text with its mark-up turned to layout (`plain_layout`).
    """
    if not cells or not all(certain.get(cell.key) == cell for cell in cells):
        return None
    edits = [edit for cell in cells if (edit := _edit(cell, text, layout)) is not None]
    if len(edits) < len(cells) or len({cell.span for cell in cells}) < len(cells):
        return None
    return Fix(edits=tuple(edits), safe=True)


def certain_zeros(identities: Iterable[Identity]) -> dict[str, Cell]:
    """The blank cells of tables 3 and 4 that can only be 0, by key.

    Where an identity holds with its blanks as 0 and only one of its sides has any, no other number fits them, for none is
    negative. What is certain of one identity then counts in those that cross it. A cell with an identity that does not
    hold, or cannot be judged, is certain of nothing, and neither is one in a row whose places were inferred.
    """
    balances = [identity.balance for identity in identities]
    doubtful = {cell.key for balance in balances if _is_doubtful(balance) for cell in balance.cells}
    lines = [_Blanks.of(balance) for balance in balances if balance.verdict is Verdict.HOLDS]
    found: set[str] = set()
    while new := set[str]().union(*[line.forced(found) for line in lines]) - doubtful - found:
        found |= new
    return {cell.key: cell for balance in balances for cell in filter(is_blank, balance.cells) if cell.key in found}


def _is_doubtful(balance: Balance) -> bool:
    """Whether an identity does not hold with blanks as 0, or has a cell whose place was inferred."""
    return balance.verdict is not Verdict.HOLDS or any([cell.inferred for cell in balance.cells])


class _Blanks(NamedTuple):
    """The keys of the blanks on both sides of an identity that holds."""

    left: frozenset[str]
    right: frozenset[str]

    @classmethod
    def of(cls, balance: Balance) -> _Blanks:
        return cls(
            *(frozenset([cell.key for cell in filter(is_blank, side)]) for side in (balance.left, balance.right))
        )

    def forced(self, known: Set[str]) -> Set[str]:
        """The blanks that can only be 0, given those that are known to be."""
        left, right = self.left - known, self.right - known
        return frozenset() if left and right else left or right


def _edit(cell: Cell, text: str, layout: str) -> Edit | None:
    """The edit that writes 0 into a blank cell, or in the place of its mark; None where nothing shows the cell's place."""
    start, end = cell.span
    while start < end and layout[start] == FILLER:
        start += 1
    while start < end and layout[end - 1] == FILLER:
        end -= 1
    if cell.state == "na":
        return Edit(span=Span(start, end), text="0") if text[start:end] == cell.raw else None
    return Edit(span=Span(*empty_place(text, start)), text="0") if _has_own_place(layout, start) else None


def _has_own_place(layout: str, offset: int) -> bool:
    """Whether a blank cell has a separator before it on its line, begins a line with one behind it, or is between two bars."""
    line = layout.rfind("\n", 0, offset) + 1
    before = layout[line:offset].rstrip(_PADDING).removesuffix('"')
    if before:
        return before[-1] in _SEPARATORS
    if layout[offset : offset + 1] in _SEPARATORS:
        return True
    above, below = layout[max(0, line - _NEAR_CHARS) : line].rstrip(), layout[offset : offset + _NEAR_CHARS].lstrip()
    return above[-1:] in _BARS and below[:1] in _BARS
