"""What is said of a number that stands over several cells: nobody knows for which of them."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.lang import Text
from giar_lark.source.source import Remark
from giar_lark.source.span import Span

_SPLIT = Text("拆分单元格，每格各填一个数", "split the merged cell, and write a number into each")
_SAME_CELL = Text("同一个单元格", "the same cell")


def merged_number(number: str, places: Sequence[Span]) -> Remark:
    """The remark on a number at all places where the cell is drawn; at the first of them."""
    return Remark(
        "RD-20",
        Text(f"{number} 占了几格，不知道属于哪一格", f"{number} stands over several cells, and nobody knows for which"),
        _SPLIT,
        places[0],
        tuple((place, _SAME_CELL) for place in places[1:]),
    )
