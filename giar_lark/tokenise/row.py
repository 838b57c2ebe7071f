"""A row whose cells have been looked for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from giar_lark.records import dataclass, field
from giar_lark.tokenise.piece import Piece
from giar_lark.tokenise.zones import Zone


class Fate(Enum):
    """How the cells of a row were found: certain, chosen by the arithmetic, of a wrong number, or of no known place."""

    PLACED = "placed"
    INFERRED = "inferred"
    MISCOUNTED = "miscounted"
    LOST = "lost"


@dataclass(slots=True)
class Row:
    """A row whose cells have been looked for: `wanted` cells are expected, `cells` found (values only, if not placed).

    `headers` holds the pieces of its columns' labels, None for one that was not found.
    `told_in_words` says that numbers stand among words behind the label (新制作0件): a row without values is then not blank.
    """

    zone: Zone
    wanted: int
    cells: list[Piece] = field(default_factory=list)
    fate: Fate = Fate.PLACED
    headers: Sequence[Piece | None] = ()
    told_in_words: bool = False
