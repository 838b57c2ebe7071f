"""Texts to matching keys: what is left of a label when layout is taken away.

White space, width, quotation marks, brackets and punctuation are layout, and 其它 is 其他. An ordinal in
front of a label (一、 （三） 2. ) is evidence, not identity: converters add, lose and restyle it.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

_ORDINAL = lazy_pattern(
    r"(?:[^\w（(〔\[]|_)*(?:[（(〔\[]\s*(?P<bracketed>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})\s*[）)〕\]]"
    r"|(?P<plain>[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2}|[lI](?=[六、]))\s*[、.．。,，:：)）](?:(?=20\d\d年)|(?![0-9０-９]))"
    r"|(?P<spaced>[一二三四五六七八九十])\s+(?=[\u4e00-\u9fff])"
    r"|第(?P<part>[一二三四五六七八九十])部分[、.．：:]?)\s*"
)
_KEPT = lazy_pattern(r"[^\W_]+")
_DIGITS = {char: number for number, char in enumerate("一二三四五六七八九", 1)}


class Key(NamedTuple):
    """A text as a matching key: its letters without the ordinal in front, and that ordinal as a number (0 if none)."""

    letters: str
    ordinal: int


@lru_cache(maxsize=16384)
def letters(text: str) -> str:
    """The letters and digits of a text in their plain form, everything else left out."""
    text = text[:400]
    plain = unicodedata.normalize("NFKC", text).replace("它", "他")
    return "".join(_KEPT.findall(plain))


@lru_cache(maxsize=16384)
def key(text: str) -> Key:
    """The matching key of a text."""
    text = text.replace(FILLER, "")
    match = _ORDINAL.match(text)
    if match is None:
        return Key(letters(text), 0)
    return Key(letters(text[match.end() :]), number_of(match[match.lastgroup or 0]))


def after_ordinal(text: str) -> int:
    """The offset behind the ordinal in front of a text, and behind white space; 0 if there is none."""
    match = _ORDINAL.match(text.replace(FILLER, " "))
    return match.end() if match else 0


def number_of(ordinal: str) -> int:
    """An ordinal, Chinese (to 九十九) or Arabic, as a number; 0 if it is neither."""
    plain = unicodedata.normalize("NFKC", ordinal)
    if plain.isdigit():
        return int(plain)
    if "十" in plain:
        tens, _, ones = plain.partition("十")
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    return _DIGITS.get(plain, 0)
