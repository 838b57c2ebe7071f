"""Misspelt words among the pieces of a table: the label that they mean, if it stands nowhere else."""

from __future__ import annotations

from bisect import bisect_left

from giar_lark.lean.later import kept_property
from giar_lark.tokenise.labels.cut import LooseWords
from giar_lark.tokenise.labels.near import near_labels
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.split.piece import BLANK, Piece
from giar_lark.tokenise.text.fold import Key, key, letters


class MisspeltWords:
    """The pieces of a table as misspelt words of its labels."""

    def __init__(self, pieces: list[Piece], index: LabelIndex) -> None:
        self.pieces, self.index = pieces, index
        self.near = near_labels(index)

    def label(self, at: int, form: Key, last: int, *, in_header: bool) -> Label | None:
        """The label that the words at a position mean, behind the row of an order."""
        if self.near.none_is_near(form):
            return None
        return self.near.by_letters(form, last) or self.near.due(
            form, last, in_header=in_header, is_absent=lambda label: self._is_absent(label, at)
        )

    def is_official_bracket(self, form: Key, row: Label) -> bool:
        """Whether what stands behind a row's label is no guidance, but the bracket that the format has, with a slip in it."""
        near = self.near.by_letters(form, -1)
        return near is not None and near.terminal == row.terminal

    def is_alone(self, form: Key) -> bool:
        """Whether some letters are part of labels whose other parts stand nowhere: no layout has broken those labels."""
        around = [
            label.spelling.partition(form.letters) for label in self.near.labels if form.letters in label.spelling
        ]
        return not any(part and self._loose.hold(part) for head, _, tail in around for part in (head, tail))

    @kept_property
    def _loose(self) -> LooseWords:
        return LooseWords(self.pieces, self.index)

    def _is_absent(self, label: Label, at: int) -> bool:
        """Whether a label that stands once stands nowhere: in the whole table, or in the header that has a position."""
        if label.role == "column":
            return not self.index.rows or (self._stretch(self.pieces[at]), label.terminal) not in self._columns
        return (label.terminal, label.ordinal) not in self._present

    @kept_property
    def _present(self) -> set[tuple[str, int]]:
        """The labels that stand whole in the table, each with the ordinal that it has there."""
        forms = (key(piece.text) for piece in self.pieces if piece.cell is None)
        return {(label.terminal, form.ordinal) for form in forms for label in self.index.whole.get(form.letters, ())}

    @kept_property
    def _columns(self) -> set[tuple[int, str]]:
        """The labels of columns that stand whole in the table, each with the stretch between values that it stands in."""
        words = ((letters(piece.text), self._stretch(piece)) for piece in self.pieces if piece.cell is None)
        return {(stretch, label.terminal) for word, stretch in words for label in self.index.whole.get(word, ())}

    def _stretch(self, piece: Piece) -> int:
        """How many values stand before a piece: pieces of one header have the same number, also when words are cut apart later."""
        return bisect_left(self._values, piece.start)

    @kept_property
    def _values(self) -> list[int]:
        """Where the values of the table stand."""
        return [piece.start for piece in self.pieces if piece.cell is not None and piece.cell is not BLANK]
