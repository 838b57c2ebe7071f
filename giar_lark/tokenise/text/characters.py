"""Characters that are not seen, or look like others, to plain ones: each in its place, so that offsets stay.

Converters leave soft hyphens, joiners and marks of direction between letters, colours of a terminal around numbers,
radicals in place of the characters that look the same, and line breaks of other kinds.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from giar_lark.lean.pattern import lazy_pattern

# stands where a character stood that is not seen; letters and numbers on its two sides belong together
FILLER = "\u2060"

_ODD = "\x0b\x1b\x85\xad\u200b-\u200f\u2028-\u202e\u2066-\u2069\u2e80-\u2fdf\uf900-\ufaff\ufe00-\ufe0f\ufeff"
# frequent characters of another script, and the vowels of pinyin
TRADITIONAL = "開報機關務處結總數條會國證據實項規訟議辦請問題進設監視"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
# the marks of notes
_NOTES = "①-⑳⑴-⒇⓪-⓿❶-➓⁰¹²³⁴-⁹"
_UNUSUAL, _UNPLAIN = lazy_pattern(f"[{_ODD}{TRADITIONAL}{TONED}{_NOTES}]"), lazy_pattern(f"[{_ODD}]")
# behind a word that ends its cell or line, they are none of its values
_NOTE_OF_WORD = lazy_pattern(rf"[{_NOTES}](?<=[\u4e00-\u9fff）)”’》】].)[{_NOTES}]*(?=[ \t\r\n|│\u3000\xa0]|$)")
_BREAKS = "\x0b\x85\u2028\u2029"
_UNSEEN = "\xad\u200c\u200d\u200e\u200f" + "".join(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))
_COLOUR = lazy_pattern(r"\x1b\[[0-9;]{0,20}m")
# a break that may come between two letters or digits, but has not
_BETWEEN_LETTERS = lazy_pattern(r"(?<=\w)[\u200b\ufeff](?=\w)")
# radicals whose plain character Unicode does not name
_RADICALS = dict(
    zip("⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻩⻬⻮⻰⻳", "母民西见角贝车长门青页风飞食马骨鬼鱼黄齐齿龙龟", strict=True)
)
# a text of so many spaces has one between any two of its characters, as character recognition writes them
_SPACED = 0.12
_SPACE = lazy_pattern(r" (?<=[\u4e00-\u9fff（）“”、，。：] )(?=[\u4e00-\u9fff（）“”、，。：])")
_CHINESE = lazy_pattern(r"[\u4e00-\u9fff]+")


@lru_cache(maxsize=2)
def has_unusual(text: str) -> bool:
    """Whether any character is one that is not seen or mistaken, the mark of a note, or of another script; most texts have none.

    One look at every character tells; the last answers are remembered, for two ask.
    """
    return _UNUSUAL.search(text) is not None


def plain_characters(text: str) -> str:
    """A text of the same length with one kind of line break, and without characters that are not seen or mistaken."""
    if "\r" in text:
        lone = " " if "\n" in text else "\n"
        text = text.replace("\r\n", " \n").replace("\r", lone)
    if has_unusual(text):
        text = _without_odd_ones(text)
    return _SPACE.sub(FILLER, text) if text.count(" ") > len(text) * _SPACED and _is_spaced(text) else text


def _without_odd_ones(text: str) -> str:
    text = _NOTE_OF_WORD.sub(lambda marks: FILLER * len(marks[0]), text)
    if not _UNPLAIN.search(text):
        return text
    lone = " " if "\n" in text else "\n"
    text = _COLOUR.sub(lambda match: FILLER * len(match[0]), text)
    text = _BETWEEN_LETTERS.sub(FILLER, text).replace("\u200b", "\xa0").replace("\ufeff", " ")
    return text.translate({**dict.fromkeys(map(ord, _BREAKS), lone), **_plain()})


@cache
def _plain() -> dict[int, str]:
    """What is not seen, and what looks like another character, with what stands for it."""
    alike = {ord(radical): plain for radical, plain in _RADICALS.items()}
    for code in (*range(0x2F00, 0x2FE0), *range(0xF900, 0xFB00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            alike[code] = plain
    return {**dict.fromkeys(map(ord, _UNSEEN + _SELECTORS), FILLER), **alike}


def _is_spaced(text: str) -> bool:
    """Whether most Chinese characters have a space behind them."""
    return len(_SPACE.findall(text)) * 2 > sum(map(len, _CHINESE.findall(text)))
