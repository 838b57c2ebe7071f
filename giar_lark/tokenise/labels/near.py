"""Which label some misspelt words mean: by their letters alone, or by few wrong letters and what is due where they stand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from itertools import chain

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.labels.recognise import Label, LabelIndex
from giar_lark.tokenise.text.fold import Key

# a misspelt label must be this close to its official form, and this much closer than to any other
_NEAR, _MARGIN = 0.78, 0.12
# letters alone say nothing of a shorter label
_SHORTEST = 4
# where a label is due, one letter in so many may be wrong, and one in any label
_LETTERS_A_SLIP = 5
# a row is due where it is the next one, or the next but one: （六） is no row in 2021
_DUE = 2
# so many misspellings are remembered
_REMEMBERED = 4096
_DIGIT = lazy_pattern(r"\d")


class NearLabels:
    """Answers about misspelt words by the labels of one table."""

    def __init__(self, index: LabelIndex) -> None:
        self.index = index
        known = list(chain.from_iterable(index.whole.values()))
        self.labels = [label for label in known if label.role != "note"]
        self.long = [*index.rows, *(label for label in known if label.role == "note")]
        self._by_letters = lru_cache(maxsize=_REMEMBERED)(self._nearest)
        self._with_slips = lru_cache(maxsize=_REMEMBERED)(self._few_slips)

    def by_letters(self, form: Key, last: int) -> Label | None:
        """The row or note that words mean behind the row of an order, if one is near enough and no other is as near."""
        if not _SHORTEST <= len(form.letters) <= self.index.longest * 2 or has_digits(form):
            return None
        label = self._by_letters(form.letters)
        if label is None or form.ordinal not in (0, label.ordinal):
            return None
        return label if label.order > last or label.role == "note" else None

    def _nearest(self, text: str) -> Label | None:
        from difflib import SequenceMatcher

        near = [
            (SequenceMatcher(None, text, label.spelling, autojunk=False).ratio(), label)
            for label in self.long
            if _may_be_near(text, label.spelling)
        ]
        ranked = sorted(near, key=lambda pair: -pair[0])
        others = [ratio for ratio, label in ranked if label.terminal != ranked[0][1].terminal]
        if not ranked or ranked[0][0] < _NEAR or (others and ranked[0][0] - others[0] < _MARGIN):
            return None
        return ranked[0][1]

    def none_is_near(self, form: Key) -> bool:
        """Whether words misspell no label, wherever they stand."""
        return has_digits(form) or not (self._by_letters(form.letters) or self._with_slips(form.letters))

    def is_head(self, form: Key) -> bool:
        """Whether some words are a caption or a note above a table, with few letters wrong."""
        label = self._by_letters(form.letters)
        if label is not None and label.role == "note":
            return True
        return any(label.role == "caption" for label in self._with_slips(form.letters))

    def due(self, form: Key, last: int, *, in_header: bool, is_absent: Callable[[Label], bool]) -> Label | None:
        """The label that is due behind the row of an order, stands nowhere else and has a letter or two of words wrong."""
        if len(form.letters) < (1 if form.ordinal else 2):
            return None
        near = self._with_slips(form.letters)
        return next((x for x in near if _is_due(x, form, last, in_header=in_header) and is_absent(x)), None)

    def _few_slips(self, text: str) -> tuple[Label, ...]:
        """The labels that a text spells with a letter or two wrong, the fewest wrong first, then in their order."""
        found = [
            (_slips(text, label.spelling), label.order, -len(label.spelling), label)
            for label in self.labels
            if abs(len(label.spelling) - len(text)) <= slips_allowed(label)
        ]
        ranked = sorted(found, key=lambda entry: entry[:3])
        return tuple(label for slips, *_, label in ranked if slips <= slips_allowed(label))


def has_digits(form: Key) -> bool:
    """Whether words have digits: no label has, so they are a label and its values in one piece, and misspell nothing."""
    return _DIGIT.search(form.letters) is not None


def slips_allowed(label: Label) -> int:
    """How many letters of a label may be wrong where it is due."""
    return max(1, len(label.spelling) // _LETTERS_A_SLIP)


def _is_due(label: Label, form: Key, last: int, *, in_header: bool) -> bool:
    """Whether a label may stand behind the row of an order, under the ordinal of some words."""
    if label.role == "column":
        return in_header and not form.ordinal
    if form.ordinal not in (0, label.ordinal) or (
        label.ordinal and not form.ordinal and len(label.spelling) < _SHORTEST
    ):
        return False
    return label.role == "group" or last < label.order <= last + _DUE


def _slips(written: str, wanted: str) -> int:
    """How many letters are wrong, missing, superfluous or swapped with the next one."""
    before, row = list[int](), list(range(len(wanted) + 1))
    for i, char in enumerate(written, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(wanted, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == wanted[j - 2] and written[i - 2] == other:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


def _may_be_near(text: str, spelling: str) -> bool:
    """Whether letters may be near a spelling, or so near that no other is nearer by enough: by their number, and by half of them."""
    if 2 * min(len(text), len(spelling)) < (_NEAR - _MARGIN) * (len(text) + len(spelling)):
        return False
    own = set(text)
    return len(own.intersection(spelling)) * 2 >= len(own)


@cache
def near_labels(index: LabelIndex) -> NearLabels:
    """The answers about misspelt words by an index."""
    return NearLabels(index)
