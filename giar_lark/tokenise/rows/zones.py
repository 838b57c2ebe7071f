"""Pieces to zones: each label of a table with everything that stands between it and the next one."""

from __future__ import annotations

from giar_lark.tokenise.labels.broken_cells import join_broken_cells
from giar_lark.tokenise.labels.cut import mark_cut_labels
from giar_lark.tokenise.labels.misspelt_words import MisspeltWords
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.labels.spelling import Spelling
from giar_lark.tokenise.labels.words import words_of
from giar_lark.tokenise.rows.growing import GrowingZones
from giar_lark.tokenise.rows.zone import Zone
from giar_lark.tokenise.split.piece import BLANK, Pieces
from giar_lark.tokenise.text.fold import Key, letters

# a part of a label is no longer than this, unless it stands in a header
_PART = 10
# the names of so many groups may be broken at once
_GROUPS = 4


class Walk(GrowingZones):
    """One pass over the pieces of a table, which takes each for a label, a part of one, or what stands behind one."""

    def __init__(self, table: Pieces, index: LabelIndex, last: int = -1) -> None:
        super().__init__(table.layout, last)
        self.pieces, self.index = table.pieces, index
        self.words, self.spelling = words_of(index), Spelling(table.pieces, index, table.layout)
        self.misspelt = MisspeltWords(table.pieces, index)
        self.rest_of_groups: list[str] = []

    @property
    def pending(self) -> list[str]:
        """What the labels begun so far still lack."""
        return [rest for rest in (self.rest_of_row, *self.rest_of_groups) if rest]

    def run(self) -> list[Zone]:
        """The zones of the table, in reading order."""
        pieces, certain, at = self.pieces, not self.spelling.tears_ordinals, 0
        while at < len(pieces):
            piece = pieces[at]
            cell = piece.cell
            if cell is BLANK:
                self.zones[-1].items.append(piece)
            elif cell is None or (cell.state != "given" and self._continues_as_words(at)):
                at = self._words(at)
                continue
            elif (certain and cell.plain) or not self.spelling.holds(at):
                self.in_header = self.in_header and self.last < 0
                self.zones[-1].items.append(piece)
            at += 1
        mark_cut_labels(self.zones, self.index)
        return self.zones

    def _continues_as_words(self, at: int) -> bool:
        """Whether a mark such as 无 is really the next character of a label broken over lines (（四） 无 法提供)."""
        text = letters(self.pieces[at].text)
        if not text or text[0].isdigit() or not self.spelling.breaks:
            return False
        return any(rest.startswith(text) for rest in self.pending)

    def _words(self, at: int) -> int:
        """Read the words at a position; return the position behind them."""
        word = self.words.word(self.pieces[at].text)
        if word.marked is not None:
            self.spelling.cut_apart(at, word.marked)
            return at
        piece = self.pieces[at]
        if word.is_foreign:
            return self._misspelt_or_strange(at, at, word.form)
        if word.label is not None and not self._is_remainder(word.label, word.form):
            return self._enter(at, at, word.label, word.form)
        form, first = self.spelling.key_at(at)
        if not form.letters:
            if self.takes_sign(piece):
                return at + 1
            self._expect_groups(form.ordinal)
            self.join(piece)
            return first + 1
        end, labels = self.spelling.longest(first, form)
        if labels:
            label = self._choose(labels, form)
            if not self._is_remainder(label, form):
                return self._enter(at, end, label, form)
        elif self.takes_unit(piece):
            return at + 1
        if first > at and self.rest_of_row.startswith(form.letters):
            self._expect_groups(form.ordinal)  # the number of a group, printed beside the middle of a row's label
            self.join(piece)
            return at + 1
        return self._more_or_less(at, first, form)

    def _more_or_less(self, at: int, first: int, form: Key) -> int:
        """Read words that are no whole label: one with more behind it, a part of one, one that is misspelt, or none at all."""
        text = self.pieces[first].text
        annotated = self.words.annotated(text)
        if annotated is not None:
            row = self._choose(annotated.rows, annotated.head)
            behind = self._enter(at, first, row, form)
            self.zones[-1].near = self.misspelt.is_official_bracket(form, row)
            return behind
        glued = self.words.glued(text)
        if glued is not None:
            self.spelling.cut_apart(first, glued)
            return at
        if any(rest.startswith(form.letters) for rest in self.pending) and not form.ordinal:
            return self._continue(at, form.letters)
        label = self.index.begun_by(form, self.last + 1, in_header=self.in_header)
        if label is not None and (len(form.letters) >= 2 or form.ordinal or self.in_header):
            return self._begin_part(at, first, label, form)
        if self.index.is_fragment(form.letters) and (len(form.letters) <= _PART or self.in_header):
            if self.misspelt.is_alone(form) and self._is_misspelt(at, first, form):
                return first + 1
            self.join(self.pieces[at])
            return first + 1
        joined = self.spelling.all_words(first) if label is not None else form.letters
        return self._misspelt_or_strange(at, first, Key(joined, form.ordinal))

    def _begin_part(self, at: int, first: int, label: Label, form: Key) -> int:
        """Begin what a label heads whose first part, with the pieces behind it, spells no more than its beginning."""
        spelled, end = self.spelling.beginning(first, form.letters, label)
        if label.role in ("row", "group") or self.index.is_one_caption(form.letters):
            self.begin(label, self.pieces[at : end + 1])
        else:
            self.join(*self.pieces[at : end + 1], label=label)
        rest = label.spelling[len(spelled) :]
        if label.role == "row":
            self.rest_of_row = rest
        else:
            self.rest_of_groups = [rest, *self.rest_of_groups][:_GROUPS]
        return end + 1

    def _misspelt_or_strange(self, at: int, first: int, form: Key) -> int:
        """Begin what a label heads that some words misspell; else they are the words of a cell, or of no table."""
        apart = self.words.apart(self.pieces[first].text) if self.in_header else None
        if apart is not None:
            self.spelling.cut_apart(first, apart)
            return at
        if self._is_misspelt(at, first, form):
            return first + 1
        self.set_aside(self.pieces[first])
        return first + 1

    def _is_misspelt(self, at: int, first: int, form: Key) -> bool:
        """Begin what a label heads that some words misspell, if they do."""
        label = self.misspelt.label(at, form, self.last, in_header=self.in_header)
        if label is None:
            return False
        self.begin(label, self.pieces[at : first + 1])
        if label.role == "column":
            self.zones[-1].misspelt.append((self.pieces[first], label))
        else:
            self.zones[-1].near = True
        return True

    def _expect_groups(self, ordinal: int) -> None:
        """An ordinal alone, printed beside the first row of its group: the group's name may follow in parts."""
        if ordinal:
            names = [
                label.spelling
                for labels in self.index.whole.values()
                for label in labels
                if label.ordinal == ordinal and label.role == "group"
            ]
            self.rest_of_groups = [*names, *self.rest_of_groups][:_GROUPS]

    def _is_remainder(self, label: Label, form: Key) -> bool:
        """Whether a whole label (其他) is here only a part of the broken label before it (只计这一情形，不计 其他 情形)."""
        ahead = label.role == "row" and label.order > self.last + 1
        return ahead and not form.ordinal and self.rest_of_row.startswith(label.spelling)

    def _choose(self, labels: list[Label], form: Key) -> Label:
        """Of labels with the same letters (其他 and 总计 are both a column and a row), the one meant here."""
        if len(labels) == 1:
            return labels[0]
        columns = [label for label in labels if label.role == "column"]
        others = [label for label in labels if label.role != "column"]
        unseen = self.last < 0 or (self.in_header and columns and columns[0].terminal not in self.columns)
        if columns and (not others or (unseen and not form.ordinal)):
            return columns[0]
        ahead = [label for label in others if label.order > self.last]
        return min(ahead or others, key=lambda label: (form.ordinal not in (0, label.ordinal), label.order))

    def _enter(self, at: int, end: int, label: Label, form: Key) -> int:
        """Begin what a whole label heads, and return the position behind the label."""
        spelled = self.pieces[at : end + 1]
        if label.role == "row":
            meant = self._meant(label, form)
            self.begin(meant, spelled)
            self.rest_of_row = label.longer_rest if meant is label else meant.spelling[len(form.letters) :]
        else:
            self.begin(label, spelled)
        return end + 1

    def _meant(self, label: Label, form: Key) -> Label:
        """The row that a whole label means: another one that its letters begin, if it is that one's number that stands here."""
        if label.order > self.last + 2:
            better = self.index.begun_by(form, self.last + 1, in_header=self.in_header)
            if better is not None and form.ordinal == better.ordinal != label.ordinal:
                return better
        if form.ordinal and label.ordinal != form.ordinal:
            return self.index.own_numbered(form, self.last) or label
        return label

    def _continue(self, at: int, text: str) -> int:
        if self.rest_of_row.startswith(text):
            self.rest_of_row = self.rest_of_row[len(text) :]
        self.rest_of_groups = [rest[len(text) :] if rest.startswith(text) else rest for rest in self.rest_of_groups]
        self.join(self.pieces[at])
        return at + 1


def find_zones(table: Pieces, index: LabelIndex) -> list[Zone]:
    """The zones of a table, in reading order; the first one holds what stands before the first label."""
    if table.broken:
        join_broken_cells(table, index)
    zones = Walk(table, index).run()
    zones[-1].tail_gap = table.tail_gap
    return zones
