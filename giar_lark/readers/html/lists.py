"""The numbers of the items of a list, as a browser shows them."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.html.scan import Tag, attributes, value_of, whole_number_of

_STYLE = lazy_pattern(r"list-style(?:-type)?\s*:\s*([^;\"']*)", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_UNNUMBERED = frozenset(["none", "disc", "circle", "square"])
_IDEOGRAPHS = frozenset(
    ["cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "simp-chinese-formal", "trad-chinese-formal"]
)
_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"],
        strict=True,
    )
)
_DIGITS = "〇一二三四五六七八九"
# what words begin with that have their number already
ORDINAL = lazy_pattern(r"\s*[（(]?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．)）]|\s*[①-⑳]")


@dataclass(slots=True)
class Numbering:
    """A list: how its items are counted, the number of the next one, and the step to the one after it."""

    style: str
    next: int = 1
    step: int = 1

    def item(self, value: int | None, style: str | None) -> str:
        """What stands before the next item; empty where its list has no numbers."""
        number = self.next if value is None else value
        self.next = number + self.step
        return _spelled(number, style or self.style)


class Lists:
    """The lists around a place of a document."""

    def __init__(self, document: str) -> None:
        """Begin outside of all."""
        self._document = document
        self._open: list[Numbering] = []

    @property
    def is_open(self) -> bool:
        """Whether the place is in a list."""
        return bool(self._open)

    def list(self, tag: Tag) -> None:
        """A list begins or ends."""
        if tag.closing:
            if self._open:
                self._open.pop()
            return
        usual = "decimal" if tag.name == "ol" else "disc"
        start = whole_number_of(self._document, tag, "start")
        step = -1 if "reversed" in attributes(self._document, tag) else 1
        self._open.append(Numbering(self._style(tag) or usual, 1 if start is None else start, step))

    def item(self, tag: Tag) -> str:
        """What stands before an item that begins; empty where its list has no numbers."""
        return self._open[-1].item(whole_number_of(self._document, tag, "value"), self._style(tag))

    def _style(self, tag: Tag) -> str | None:
        return style_of(value_of(self._document, tag, "type"), value_of(self._document, tag, "style"))


def style_of(attribute: str, css: str) -> str | None:
    """The style of a list or an item by its attributes `type` and `style`; None where they say none."""
    found = _STYLE.search(css)
    for word in found[1].lower().split() if found else ():
        if word in _UNNUMBERED or word in _IDEOGRAPHS or word.startswith(("decimal", "lower-", "upper-", "cjk-")):
            return word
    return _TYPES.get(attribute) or (attribute.lower() if attribute.lower() in _UNNUMBERED else None)


def _spelled(number: int, style: str) -> str:
    if style in _UNNUMBERED:
        return ""
    if style in _IDEOGRAPHS:
        return f"{_ideographs(number)}、"
    if style == "cjk-decimal":
        return "".join(_DIGITS[int(digit)] for digit in str(abs(number))) + "、"
    if style.endswith(("-alpha", "-latin")) and number > 0:
        word = _letters(number)
    elif style.endswith("-roman") and 0 < number < 4000:
        word = _roman(number)
    else:
        return f"{number:02}." if style == "decimal-leading-zero" else f"{number}."
    return f"{word.upper() if style.startswith('upper') else word}."


def _ideographs(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _letters(number: int) -> str:
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def _roman(number: int) -> str:
    word = ""
    for value, letters in _ROMAN.items():
        word += letters * (number // value)
        number %= value
    return word
