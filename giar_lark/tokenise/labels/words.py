"""What words are among the labels of a table, whatever stands around them: each is looked at once."""

from __future__ import annotations

from functools import cache

from giar_lark.lean.memo import remembered_parts
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.cell_text import UNITS
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.text.fold import Key, key, letters

# signs that lead from a label to its values, and none that says more or less; and what else may stand before what is glued to it
LEADING = "：:=＝→⇒⇢➜➔▸►▶"
_CLOSING = " 、）)”’」』"
_AFTER_LABEL = _CLOSING + LEADING
# marks of nothing behind such a sign, which have no letters that would tell them from the label
_MARK = lazy_pattern(rf"[{LEADING}][^\w\n]*[-—―–─－/\\~～][^\w\n]*$")
_SECOND_WORD = lazy_pattern(r"(\S+)\s+(?=\S)")
# words behind such a sign are no longer than this, or they are prose
_LED = 20
# guidance begins no further on, for no label is so long
_LONGEST_HEAD = 200


class Glued(NamedTuple):
    """Words whose beginning spells a label: where that ends, and where begins what is glued to it."""

    cut: int
    rest: int


class Annotated(NamedTuple):
    """Words that spell rows in front of guidance in brackets, and the key of what stands in front of it."""

    head: Key
    rows: list[Label]


class Word(NamedTuple):
    """The key of some words, and what they are whatever stands around them: one whole label and no more, or nothing of any.

    `marked` says where a mark of nothing is glued to them (`规章：—`).
    """

    form: Key
    label: Label | None
    is_foreign: bool
    marked: Glued | None = None


class Words:
    """Answers about words by the labels of one table."""

    def __init__(self, index: LabelIndex) -> None:
        self.index = index
        self.word = remembered_parts(self._word)
        self.glued = remembered_parts(self._glued)
        self.annotated = remembered_parts(self._annotated)

    def _word(self, text: str) -> Word:
        """What some words are."""
        form = key(text)
        whole, begins = self.index.whole.get(form.letters, ()), form.letters in self.index.prefixes
        label = whole[0] if len(whole) == 1 and not begins else None
        is_foreign = not whole and not begins and self._is_foreign(text, form.letters)
        return Word(form, label, is_foreign, _marked(text))

    def _is_foreign(self, text: str, spelled: str) -> bool:
        """Whether no label has the letters of some words within it, or is spelled by their beginning; nor are they a unit."""
        if not spelled or text in UNITS or self.index.is_fragment(spelled):
            return False
        return self.annotated(text) is None and self.glued(text) is None

    def _annotated(self, text: str) -> Annotated | None:
        """The rows whose label some words spell in front of guidance in brackets (规章（设区的市……填报）)."""
        text = text.rstrip()
        if text[-1:] not in "）)" or key(text).letters in self.index.prefixes:
            return None
        for opening in (place for place, char in enumerate(text[:_LONGEST_HEAD]) if char in "（(" and place > 1):
            head = key(text[:opening])
            rows = [label for label in self.index.whole.get(head.letters, ()) if label.role == "row"]
            if rows:
                return Annotated(head, rows)
        return None

    def _glued(self, text: str) -> Glued | None:
        """Where to cut words whose beginning spells a label and whose end does not belong to it."""
        form = key(text)
        for length in range(min(len(form.letters) - 1, self.index.longest), 1, -1):
            if form.letters[:length] in self.index.whole:
                cut = _offset_after(text, form, length)
                rest = text[cut:].lstrip(_AFTER_LABEL)
                if self._may_follow(rest) or _is_led_to(text[cut:], rest):
                    return Glued(cut, len(text) - len(rest))
        return None

    def apart(self, text: str) -> Glued | None:
        """Where to cut words at their first space, if a label stands on either side of it: a header on one line."""
        found = _SECOND_WORD.match(text)
        if found is None:
            return None
        beside = letters(found[1]) in self.index.whole or self._begins_label(letters(text[found.end() :]))
        return Glued(found.end(1), found.end()) if beside else None

    def _may_follow(self, rest: str) -> bool:
        """Whether what is glued to a label is none of it: another label, an ordinal, or digits."""
        form = key(rest)
        if form.ordinal or self._begins_label(form.letters):
            return True
        return form.letters[:1].isdigit() and rest[:1] not in "（("

    def _begins_label(self, text: str) -> bool:
        return any(text[:length] in self.index.whole for length in range(2, min(len(text), self.index.longest) + 1))


@cache
def words_of(index: LabelIndex) -> Words:
    """The answers about words by an index."""
    return Words(index)


def _marked(text: str) -> Glued | None:
    """Where to cut words from the mark that a sign leads to."""
    found = _MARK.search(text)
    return Glued(found.start(), len(text) - len(found[0].lstrip(_AFTER_LABEL))) if found else None


def _is_led_to(glued: str, rest: str) -> bool:
    """Whether a sign leads from a label to what is glued to it, and that is no sentence (`3.其他：无`)."""
    return 0 < len(rest) <= _LED and glued.lstrip(_CLOSING)[:1] in LEADING and "。" not in rest


def _offset_after(text: str, form: Key, length: int) -> int:
    """The offset in a text behind the first `length` letters of its key (the ordinal is skipped)."""
    wanted, seen = len(letters(text)) - len(form.letters) + length, 0
    for offset, char in enumerate(text):
        seen += len(letters(char))
        if seen >= wanted:
            return offset + 1
    return len(text)
