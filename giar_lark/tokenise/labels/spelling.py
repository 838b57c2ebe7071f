"""What the pieces of a table spell together, wherever a layout has broken words apart."""

from __future__ import annotations

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.labels.words import Glued
from giar_lark.tokenise.split.piece import Layout, Piece, content_of, piece_of
from giar_lark.tokenise.text.fold import Key, key, letters

# a digit that is all of a piece, and a point that begins the next
_TORN_ORDINAL = lazy_pattern(r"(?m:^)\d\n[.．、]")

# what stands between an ordinal and its label
_POINTS = frozenset(".．、")


class Spelling:
    """The pieces of a table as words of its labels. Pieces are cut apart in place, where labels are glued to something.

    `tears_ordinals` says that some digit may be the ordinal of the label behind it; hardly any table has one.
    """

    def __init__(self, pieces: list[Piece], index: LabelIndex, layout: Layout) -> None:
        self.pieces, self.index = pieces, index
        # separators keep labels whole
        self.breaks = layout is not Layout.ROWS
        self.tears_ordinals = _TORN_ORDINAL.search("\n".join([piece.text for piece in pieces])) is not None

    def holds(self, at: int) -> bool:
        """Whether the number or mark at a position is none of its own, but part of a label."""
        cell = self.pieces[at].cell
        if cell is None or cell.state == "given":
            return self.tears_ordinals and self._is_ordinal(at)
        return cell.state == "na" and self._is_inside_label(at)

    def _is_ordinal(self, at: int) -> bool:
        """Whether a number is really the ordinal of the label behind it, torn from its point (1 | .属于国家秘密)."""
        text = self.pieces[at].text
        if len(text) != 1 or not text.isdigit() or at + 1 == len(self.pieces):
            return False
        point = self.pieces[at + 1].text
        return point[:1] in _POINTS and (len(point) > 1 or self._begins_words(at, at + 2))

    def _begins_words(self, at: int, words: int) -> bool:
        """Whether there are words at a position, and a row does not end in front of them where separators tell."""
        if words >= len(self.pieces) or self.pieces[words].cell is not None or not letters(self.pieces[words].text):
            return False
        return self.breaks or self.pieces[at].row == self.pieces[words].row

    def _is_inside_label(self, at: int) -> bool:
        """Whether a mark is really a sign within a label that is broken around it (本年增 | / | 减)."""
        if not self.breaks or not 0 < at < len(self.pieces) - 1 or letters(self.pieces[at].text):
            return False
        before, after = self.pieces[at - 1], self.pieces[at + 1]
        if before.cell is not None or after.cell is not None or not (letters(before.text) and letters(after.text)):
            return False
        return self.index.is_fragment(letters(before.text) + letters(after.text))

    def key_at(self, at: int) -> tuple[Key, int]:
        """The key of the words at a position, an ordinal that stands as a piece of its own included, and where its letters are."""
        form, first = key(self.pieces[at].text), at
        while not form.letters and form.ordinal and first + 1 < len(self.pieces):
            piece = self.pieces[first + 1]
            if key(piece.text).ordinal or not self._spells_on(piece):
                break
            if not self.breaks and (piece.row != self.pieces[first].row or letters(piece.text).isdigit()):
                break  # a value, or the label of the next row
            first += 1
            form = Key(letters(piece.text), form.ordinal)
        return form, first

    def _spells_on(self, piece: Piece) -> bool:
        """Whether a piece is words, or a mark that can be words after all: the 无 of （四）无法提供, where labels are broken."""
        if piece.cell is None:
            return True
        return self.breaks and piece.cell.state == "na" and letters(piece.text) != ""

    def longest(self, first: int, form: Key) -> tuple[int, list[Label]]:
        """The longest run of pieces from a position that spells a label, and the labels that it spells."""
        whole, prefixes = self.index.whole, self.index.prefixes
        spelled, at, best, labels = form.letters, first, first, list[Label]()
        while True:
            if spelled in whole:
                best, labels = at, whole[spelled]
            if spelled not in prefixes or at + 1 >= len(self.pieces):
                return best, labels
            at += 1
            piece = self.pieces[at]
            if key(piece.text).ordinal or not self._spells_on(piece):
                return best, labels
            spelled += letters(piece.text)

    def beginning(self, first: int, spelled: str, label: Label) -> tuple[str, int]:
        """How much of a label some letters and the pieces behind them spell, and the last of those pieces."""
        end = first
        while end + 1 < len(self.pieces) and self.pieces[end + 1].cell is None:
            longer = spelled + letters(self.pieces[end + 1].text)
            if not label.spelling.startswith(longer):
                break
            spelled, end = longer, end + 1
        return spelled, end

    def all_words(self, first: int) -> str:
        """The letters of all words from a position on, as many as the longest label may have."""
        text, at = letters(self.pieces[first].text), first + 1
        while at < len(self.pieces) and self.pieces[at].cell is None and len(text) < self.index.longest:
            text += letters(self.pieces[at].text)
            at += 1
        return text

    def cut_apart(self, at: int, glued: Glued) -> None:
        """Cut a piece into a label and what is glued to it."""
        piece = self.pieces[at]
        head = content_of(piece.text[: glued.cut])._replace(lead=0)
        tail = content_of(piece.text[glued.rest :])
        self.pieces[at : at + 1] = [
            piece_of(head, piece.start, piece.row, piece.column, piece.gap),
            piece_of(tail, piece.start + glued.rest, piece.row, piece.column),
        ]
