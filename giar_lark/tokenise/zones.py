"""Pieces to zones: each label of a table with everything that stands between it and the next one."""

from __future__ import annotations

from giar_lark.records import dataclass, field
from giar_lark.tokenise.cell_text import UNITS, CellText, read_cell
from giar_lark.tokenise.fold import Key, key, letters
from giar_lark.tokenise.labels import Label, LabelIndex
from giar_lark.tokenise.piece import BLANK, Layout, Piece, Pieces, make_piece

# behind a row with so many items more words say nothing new: its values are not all its own
_LISTED = 200
# what may stand between a label and what is glued to it; signs that lead from one to the other, and none that says more or less
_AFTER_LABEL = " 、：:）)”’」』=＝→⇒⇢➜➔▸►▶"
# a label may lack so much of its longest spelling and be whole
_SHORT_REST = 6


@dataclass(slots=True)
class Zone:
    """A label, the pieces that spell it, and the pieces that follow it up to the next label.

    `label` is None in front of the first label. `near` says that the label is misspelt; `strange` holds the words in the
    zone that belong to no label, each with the number of values that stood in the zone before it. `unlabelled` says that
    the label is not in the text: only what stands around the zone tells it.
    """

    label: Label | None
    spelled: list[Piece] = field(default_factory=list)
    items: list[Piece] = field(default_factory=list)
    near: bool = False
    strange: list[tuple[Piece, int]] = field(default_factory=list)
    columns: dict[str, Piece] = field(default_factory=dict)
    tail_gap: int = 0
    next_label: Label | None = None
    unlabelled: bool = False

    @property
    def values(self) -> list[Piece]:
        """The pieces that hold something: numbers, marks, damaged values."""
        return [piece for piece in self.items if piece.cell is not None and piece.cell.state != "blank"]


class Walk:
    """One pass over the pieces of a table. `last` is the order of the newest row, `pending` what broken labels still lack."""

    def __init__(self, table: Pieces, index: LabelIndex, last: int = -1) -> None:
        self.pieces, self.index, self.layout = table.pieces, index, table.layout
        self.zones = [Zone(None)]
        self.last = last
        self.in_header = last < 0
        self.columns: set[str] = set()
        self.rest_of_row = ""
        self.rest_of_groups: list[str] = []

    @property
    def pending(self) -> list[str]:
        """What the labels begun so far still lack."""
        return [rest for rest in (self.rest_of_row, *self.rest_of_groups) if rest]

    def run(self) -> list[Zone]:
        """The zones of the table, in reading order."""
        at = 0
        while at < len(self.pieces):
            piece = self.pieces[at]
            if piece.cell is BLANK:
                self.zones[-1].items.append(piece)
                at += 1
            elif piece.cell is not None and (self._is_ordinal(at) or self._is_inside_label(at)):
                at += 1
            elif piece.cell is not None and not self._continues_as_words(piece):
                if piece.cell.state != "blank":
                    self.in_header = self.in_header and self.last < 0
                self.zones[-1].items.append(piece)
                at += 1
            else:
                at = self._words(at)
        return self.zones

    def _is_ordinal(self, at: int) -> bool:
        """Whether a number is really the ordinal of the label behind it, torn from its point (1 | .属于国家秘密)."""
        text = self.pieces[at].text
        following = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        return len(text) == 1 and text.isdigit() and following is not None and following.text[:1] in (".", "．", "、")

    def _is_inside_label(self, at: int) -> bool:
        """Whether a mark is really a sign within a label that is broken around it (本年增 | / | 减)."""
        piece, neighbours = self.pieces[at], self.pieces[max(at - 1, 0) : at + 2]
        if self.layout is Layout.ROWS or piece.cell is None or piece.cell.state != "na" or letters(piece.text):
            return False
        before, after = letters(neighbours[0].text), letters(neighbours[-1].text)
        words = len(neighbours) == 3 and neighbours[0].cell is None and neighbours[-1].cell is None
        return words and bool(after) and self.index.is_fragment(before + after)

    def _continues_as_words(self, piece: Piece) -> bool:
        """Whether a mark such as 无 is really the next character of a label broken over lines (（四） 无 法提供)."""
        if self.layout is Layout.ROWS:
            return False
        text = letters(piece.text)
        return bool(text) and not text[0].isdigit() and any(rest.startswith(text) for rest in self.pending)

    def _words(self, at: int) -> int:
        """Read the words at a position; return the position behind them."""
        form, first = self._form(at)
        if not form.letters:
            self._expect_groups(form.ordinal)
            self._join(self.pieces[at])
            return first + 1
        end, labels = self._longest(first, form)
        if not labels and self._is_unit(at):
            return at + 1
        if labels:
            label = self._choose(labels, form)
            if not self._is_remainder(label, form):
                return self._enter(at, end, label, form)
        if first > at and self.rest_of_row.startswith(form.letters):
            self._expect_groups(form.ordinal)  # the number of a group, printed beside the middle of a row's label
            self._join(self.pieces[at])
            return at + 1
        annotated = self._annotated(first, form)
        if annotated is not None:
            return self._enter(at, first, annotated, form)
        if self._split_glued(first, form):
            return at
        if any(rest.startswith(form.letters) for rest in self.pending) and not form.ordinal:
            return self._continue(at, form.letters)
        return self._part_or_strange(at, first, form)

    def _form(self, at: int) -> tuple[Key, int]:
        """The key of the words at a position, an ordinal that stands as a piece of its own included."""
        form, first = key(self.pieces[at].text), at
        while not form.letters and form.ordinal and first + 1 < len(self.pieces):
            piece = self.pieces[first + 1]
            if key(piece.text).ordinal or (piece.cell is not None and not self._spells_on(piece)):
                break
            first += 1
            form = Key(letters(piece.text), form.ordinal)
        return form, first

    def _spells_on(self, piece: Piece) -> bool:
        """Whether a mark can be words after all: the 无 of （四）无法提供, in a layout that breaks labels."""
        return (
            self.layout is not Layout.ROWS
            and piece.cell is not None
            and piece.cell.state == "na"
            and bool(letters(piece.text))
        )

    def _expect_groups(self, ordinal: int) -> None:
        """An ordinal alone, printed beside the first row of its group: the group's name may follow in parts."""
        if ordinal:
            names = [
                label.spelling
                for labels in self.index.whole.values()
                for label in labels
                if label.ordinal == ordinal and label.role == "group"
            ]
            self.rest_of_groups = [*names, *self.rest_of_groups][:4]

    def _longest(self, first: int, form: Key) -> tuple[int, list[Label]]:
        """The longest run of pieces from a position that spells a label, and the labels that it spells."""
        spelled, at, best, labels = form.letters, first, first, list[Label]()
        while True:
            if spelled in self.index.whole:
                best, labels = at, self.index.whole[spelled]
            if spelled not in self.index.prefixes or at + 1 >= len(self.pieces):
                return best, labels
            at += 1
            piece = self.pieces[at]
            if key(piece.text).ordinal or (piece.cell is not None and not self._spells_on(piece)):
                return best, labels
            spelled += letters(piece.text)

    def _is_unit(self, at: int) -> bool:
        """Whether a piece is the unit of the value before it, torn from it (766202 | 元); the value then takes it in."""
        piece, items = self.pieces[at], self.zones[-1].items
        if not items or items[-1].cell is None or piece.text not in UNITS or piece.row - items[-1].row > 1:
            return False
        joined = read_cell(items[-1].text + piece.text)
        if joined.state != "given" or self.zones[-1].strange:
            return False
        items[-1].text, items[-1].cell, items[-1].end = items[-1].text + piece.text, joined, piece.end
        return True

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
        better = (
            self._prefix_label(form, self.last + 1) if label.role == "row" and label.order > self.last + 2 else None
        )
        if better is not None and form.ordinal == better.ordinal != label.ordinal:
            label = better
        if form.ordinal and label.role == "row" and label.ordinal != form.ordinal:
            better = self._own_numbered(form)
            label = better or label
        self._begin(label, self.pieces[at : end + 1])
        if label is better:
            self.rest_of_row = label.spelling[len(form.letters) :]
        elif label.role == "row":
            self.rest_of_row = self._longer_rest(label)
        return end + 1

    def _longer_rest(self, label: Label) -> str:
        """What follows a label in its longest spelling (部分公开 and its bracket): it may come yet, broken over lines."""
        longer = [
            other.spelling for other in self.index.prefixes.get(label.spelling, ()) if other.terminal == label.terminal
        ]
        rest = max(longer, key=len, default=label.spelling)[len(label.spelling) :]
        return rest if len(rest) > _SHORT_REST else ""

    def _own_numbered(self, form: Key) -> Label | None:
        """The label with the very ordinal that stands here, if these letters begin it (（六）其他 处理, not 3.其他)."""
        found = [label for label in self.index.prefixes.get(form.letters, ()) if label.ordinal == form.ordinal]
        return min(found, key=lambda label: (label.order <= self.last, label.order), default=None)

    def _begin(self, label: Label, spelled: list[Piece]) -> None:
        if label.role == "column":
            if not self.in_header or label.terminal in self.columns:
                self.columns = set()  # a header begins, perhaps right behind another one
            self.in_header = True
            self.columns.add(label.terminal)
            self._join(*spelled, label=label)
            return
        if label.role == "row":
            self.rest_of_row = ""
            self.in_header, self.last = False, label.order
        if label.role in ("caption", "note"):
            self.in_header = True
            self.columns = set()
        zone = self.zones[-1]
        row = spelled[0].row
        if label.role == "group" and self.rest_of_row and self._is_open(zone):
            # the head of a group, printed beside a row in its middle, between the parts of that row's label
            zone.spelled.extend(spelled)
            return
        if zone.label is not None and zone.label.terminal == label.terminal and not zone.items:
            zone.spelled.extend(spelled)  # a merged cell, printed once for each column that it covers
            return
        zone.tail_gap, zone.next_label = spelled[0].gap, label
        if self.layout is not Layout.LINES:
            # what stands in front of a label on its line is padding or counts the rows, unless another label owns it
            padding = self.layout is Layout.ROWS and not any(piece.row == row for piece in zone.spelled)
            while zone.items and zone.items[-1].row == row and (padding or zone.items[-1].text == ""):
                zone.items.pop()
        elif self._is_row_number(zone) and zone.items[-1].row == row:
            zone.items.pop()
        self.zones.append(Zone(label, list(spelled)))

    def _is_open(self, zone: Zone) -> bool:
        """Whether a row's label has begun and neither its end nor a value has come, where lines break labels."""
        row = zone.label is not None and zone.label.role == "row"
        return row and not zone.items and self.layout is Layout.LINES

    def _is_row_number(self, zone: Zone) -> bool:
        """Whether the newest value opens the line of the label behind it: an extra first column that counts the rows."""
        if not zone.items or not zone.items[-1].text.isdigit():
            return False
        piece = zone.items[-1]
        return piece.gap > 0 and not any(p.row == piece.row for p in (*zone.items[:-1], *zone.spelled))

    def _join(self, *pieces: Piece, label: Label | None = None) -> None:
        """Words that are part of the table but begin no row: a column label, a remainder, punctuation."""
        zone = self.zones[-1]
        if label is not None and (zone.label is None or zone.label.role != "column"):
            self._begin_header(label, list(pieces))
            return
        zone.spelled.extend(pieces)
        if label is not None:
            zone.columns.setdefault(label.terminal, pieces[0])

    def _begin_header(self, label: Label, pieces: list[Piece]) -> None:
        zone = self.zones[-1]
        zone.tail_gap, zone.next_label = pieces[0].gap, label
        header = Zone(Label("COLUMNS", "column", -1, label.spelling, 0), pieces)
        header.columns[label.terminal] = pieces[0]
        self.zones.append(header)

    def _annotated(self, at: int, form: Key) -> Label | None:
        """The row whose label a piece spells in front of guidance in brackets (规章（设区的市……填报）)."""
        text = self.pieces[at].text.rstrip()
        if text[-1:] not in "）)" or form.letters in self.index.prefixes:
            return None
        for opening in (place for place, char in enumerate(text) if char in "（(" and place > 1):
            head = key(text[:opening])
            rows = [label for label in self.index.whole.get(head.letters, ()) if label.role == "row"]
            if rows:
                return self._choose(rows, head)
        return None

    def _split_glued(self, at: int, form: Key) -> bool:
        """Cut a piece whose beginning spells a label and whose end does not belong to it; say whether it was cut."""
        piece = self.pieces[at]
        for length in range(min(len(form.letters) - 1, self.index.longest), 1, -1):
            if form.letters[:length] not in self.index.whole:
                continue
            cut = _offset_after(piece.text, form, length)
            rest = piece.text[cut:].lstrip(_AFTER_LABEL)
            known = key(rest).letters
            if not (rest[:1] in "（(" or known[:1].isdigit() or key(rest).ordinal or self._begins_label(known)):
                continue
            if rest[:1] in "（(" and not self._begins_label(known) and not key(rest).ordinal:
                continue
            start = piece.start + cut
            head = make_piece(piece.text, 0, cut, piece.row, piece.column, piece.gap)
            head.start, head.end = piece.start, piece.start + len(piece.text[:cut].rstrip())
            tail = make_piece(piece.text, len(piece.text) - len(rest), len(piece.text), piece.row, piece.column, 0)
            tail.start += piece.start
            tail.end += piece.start
            self.pieces[at : at + 1] = [head, tail]
            return start > piece.start
        return False

    def _begins_label(self, text: str) -> bool:
        return any(text[:length] in self.index.whole for length in range(2, min(len(text), self.index.longest) + 1))

    def _continue(self, at: int, text: str) -> int:
        if self.rest_of_row.startswith(text):
            self.rest_of_row = self.rest_of_row[len(text) :]
        self.rest_of_groups = [rest[len(text) :] if rest.startswith(text) else rest for rest in self.rest_of_groups]
        self._join(self.pieces[at])
        return at + 1

    def _prefix_label(self, form: Key, order: int) -> Label | None:
        """The label that some letters begin: the next row first, then a group or column, then a later row by its ordinal."""
        found = self.index.prefixes.get(form.letters, ())
        agreeing = [label for label in found if form.ordinal in (0, label.ordinal)]
        strong = len(form.letters) >= 4 or form.ordinal > 0
        rows = [
            label for label in agreeing if label.role == "row" and order <= label.order <= order + (3 if strong else 0)
        ]
        if rows:
            return min(rows, key=lambda label: label.order)
        rest = [label for label in agreeing if label.role != "row" and (self.in_header or label.role != "column")]
        if rest and (strong or len(form.letters) >= 2 or rest[0].role == "column"):
            return rest[0]
        if form.ordinal and len(form.letters) >= 3:
            return next((label for label in agreeing if label.role == "row" and label.order >= order), None)
        return None

    def _part_or_strange(self, at: int, first: int, form: Key) -> int:
        """The first part of a broken label, a part of a header or group, a misspelt label, or words of no table."""
        label = self._prefix_label(form, self.last + 1)
        joined = self._joined(first) if label is not None else form.letters
        if label is not None and (len(form.letters) >= 2 or form.ordinal or self.in_header):
            spelled, end = form.letters, first
            while end + 1 < len(self.pieces) and self.pieces[end + 1].cell is None:
                longer = spelled + letters(self.pieces[end + 1].text)
                if not label.spelling.startswith(longer):
                    break
                spelled, end = longer, end + 1
            if label.role in ("row", "group"):
                self._begin(label, self.pieces[at : end + 1])
            else:
                self._join(*self.pieces[at : end + 1], label=label)
            rest = label.spelling[len(spelled) :]
            if label.role == "row":
                self.rest_of_row = rest
            else:
                self.rest_of_groups = [rest, *self.rest_of_groups][:4]
            return end + 1
        if self.index.is_fragment(form.letters) and (len(form.letters) <= 10 or self.in_header):
            self._join(self.pieces[at])
            return first + 1
        near = self.index.nearest(Key(joined, form.ordinal), self.last)
        if near is not None:
            self._begin(near, self.pieces[at : first + 1])
            self.zones[-1].near = True
            return first + 1
        zone, piece = self.zones[-1], self.pieces[first]
        if self._is_in_row(zone, piece):
            piece.cell = CellText("unreadable", None, piece.text)
            zone.items.append(piece)
        else:
            if not zone.strange or len(zone.items) < _LISTED:
                zone.strange.append((piece, len(zone.values)))
        return first + 1

    def _is_in_row(self, zone: Zone, piece: Piece) -> bool:
        """Whether words stand in a field of a row, behind its label: a cell that holds no number."""
        if self.layout is not Layout.ROWS or zone.label is None or zone.label.role != "row":
            return False
        return any(spelled.row == piece.row and spelled.column < piece.column for spelled in zone.spelled)

    def _joined(self, first: int) -> str:
        text, at = letters(self.pieces[first].text), first + 1
        while at < len(self.pieces) and self.pieces[at].cell is None and len(text) < self.index.longest:
            text += letters(self.pieces[at].text)
            at += 1
        return text


def _offset_after(text: str, form: Key, length: int) -> int:
    """The offset in a text behind the first `length` letters of its key (the ordinal is skipped)."""
    skipped = len(letters(text)) - len(form.letters)
    wanted, seen = skipped + length, 0
    for offset, char in enumerate(text):
        seen += len(letters(char))
        if seen >= wanted:
            return offset + 1
    return len(text)


def find_zones(table: Pieces, index: LabelIndex) -> list[Zone]:
    """The zones of a table, in reading order; the first one holds what stands before the first label."""
    zones = Walk(table, index).run()
    zones[-1].tail_gap = table.tail_gap
    return zones
