"""A label of a table with everything that stands between it and the next one."""

from __future__ import annotations

from giar_lark.lean.records import dataclass, field
from giar_lark.tokenise.labels.recognise import Label
from giar_lark.tokenise.split.piece import Piece


@dataclass(slots=True)
class Zone:
    """A label, the pieces that spell it, and the pieces that follow it up to the next label.

    `label` is None in front of the first label. `near` says that the label is misspelt, `misspelt` which of the columns of
    a header are, each with the label that is meant; `strange` holds the words in the
    zone that belong to no label, each with the number of values that stood in the zone before it. `unlabelled` says that
    the label is not in the text: only what stands around the zone tells it.
    """

    label: Label | None
    spelled: list[Piece] = field(default_factory=list)
    items: list[Piece] = field(default_factory=list)
    near: bool = False
    misspelt: list[tuple[Piece, Label]] = field(default_factory=list)
    strange: list[tuple[Piece, int]] = field(default_factory=list)
    columns: dict[str, Piece] = field(default_factory=dict)
    tail_gap: int = 0
    next_label: Label | None = None
    unlabelled: bool = False

    @property
    def values(self) -> list[Piece]:
        """The pieces that hold something: numbers, marks, damaged values."""
        return [piece for piece in self.items if piece.text]
