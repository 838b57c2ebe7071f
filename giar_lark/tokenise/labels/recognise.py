"""Recognise the labels of a table in its pieces, whatever the layout has done to them.

A label may be whole, split over pieces, broken around its values, glued to the next label or to a value, misnumbered or
misspelt. Matching goes by letters alone (`fold`); the official order of rows settles what letters leave open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from giar_lark.lean.records import dataclass, field
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.tokenise.text.fold import Key, key, letters

# so many letters begin a label for certain, and one that is so many rows further on
_STRONG, _FURTHER = 4, 3
# a label may lack so much of its longest spelling and be whole
_SHORT_REST = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a table: its terminal, what it heads (`row`, `group`, `column`, `caption`, `note`), its place in order.

    `longer_rest` is what follows it in its longest spelling (部分公开 and its bracket): it may come yet, broken over lines.
    """

    terminal: str
    role: str
    order: int
    spelling: str
    ordinal: int
    longer_rest: str = ""


@dataclass(slots=True, eq=False)
class LabelIndex:
    """The labels of one table by their letters, and by every proper prefix of their letters."""

    whole: dict[str, list[Label]] = field(default_factory=lambda: defaultdict(list))
    prefixes: dict[str, list[Label]] = field(default_factory=lambda: defaultdict(list))
    rows: list[Label] = field(default_factory=list)
    longest: int = 0
    # all spellings in one text
    spellings: str = ""

    def add(self, terminal: str, role: str, order: int) -> None:
        """Index every spelling of a label."""
        forms = [key(text) if role in ("row", "group") else Key(letters(text), 0) for text in vocabulary()[terminal]]
        spellings = [form.letters for form in forms]
        for number, form in enumerate(forms):
            if form.letters in spellings[:number]:
                continue
            label = Label(terminal, role, order, form.letters, form.ordinal, _longer_rest(form.letters, spellings))
            if number == 0 and role == "row":
                self.rows.append(label)
            self.whole[form.letters].append(label)
            self.spellings += form.letters + "\n"
            self.longest = max(self.longest, len(form.letters))
            for length in range(1, len(form.letters)):
                self.prefixes[form.letters[:length]].append(label)

    def is_fragment(self, text: str) -> bool:
        """Whether some letters are part of any label, such as the 企业 of a header broken over two lines."""
        return text in self.spellings

    def is_one_caption(self, text: str) -> bool:
        """Whether some letters begin one caption and nothing else: its item is among them."""
        begun = self.prefixes.get(text, ())
        return {(label.role, label.terminal) for label in begun} == {("caption", label.terminal) for label in begun[:1]}

    def begun_by(self, form: Key, order: int, *, in_header: bool) -> Label | None:
        """The label that some letters begin: the next row, of an order, first, then a group or column, then one by its ordinal."""
        agreeing = [label for label in self.prefixes.get(form.letters, ()) if form.ordinal in (0, label.ordinal)]
        strong = len(form.letters) >= _STRONG or form.ordinal > 0
        ahead = [label for label in agreeing if label.role == "row" and label.order >= order]
        rows = [label for label in ahead if label.order <= order + (_FURTHER if strong else 0)]
        if rows:
            return min(rows, key=lambda label: label.order)
        rest = [label for label in agreeing if label.role != "row" and (in_header or label.role != "column")]
        if rest and (strong or len(form.letters) >= 2 or rest[0].role == "column"):
            return rest[0]
        return ahead[0] if ahead and form.ordinal and len(form.letters) >= _STRONG - 1 else None

    def own_numbered(self, form: Key, last: int) -> Label | None:
        """The label with the very ordinal of some letters, if they begin it (（六）其他 处理, not 3.其他)."""
        found = [label for label in self.prefixes.get(form.letters, ()) if label.ordinal == form.ordinal]
        return min(found, key=lambda label: (label.order <= last, label.order), default=None)


def _longer_rest(spelled: str, spellings: Sequence[str]) -> str:
    longest = max((spelling for spelling in spellings if spelling.startswith(spelled)), key=len)
    rest = longest.removeprefix(spelled)
    return rest if len(rest) > _SHORT_REST else ""


@cache
def index_of(table: str) -> LabelIndex:
    """The label index of `t2`, `t3` or `t4`."""
    return {"t2": _disclosure, "t3": _applications, "t4": _cases}[table]()


def _disclosure() -> LabelIndex:
    index, data, order = LabelIndex(), tables(), 0
    index.add("CONTENT", "column", -1)
    for block in data.blocks:
        index.add(block.caption, "caption", order)
        for header in block.headers.values():
            for column in header.columns:
                if letters(vocabulary()[column][0]) not in index.whole:
                    index.add(column, "column", -1)
        for row in block.rows:
            index.add(row, "row", order)
            order += 1
    return index


def _applications() -> LabelIndex:
    index, data = LabelIndex(), tables()
    index.add("BALANCE_NOTE", "note", -1)
    for column in ("APPLICANTS", "LEGAL_PERSONS", *data.applicants):
        index.add(column, "column", -1)
    for group in data.application_groups:
        if group != "OTHERWISE":
            index.add(group, "group", -1)
    for order, row in enumerate(data.application_rows):
        index.add(row, "row", order)
    return index


def _cases() -> LabelIndex:
    index, data = LabelIndex(), tables()
    for column in ("RECONSIDERATION", "LITIGATION", *list(data.case_groups)[1:], *data.results):
        index.add(column, "column", -1)
    return index
