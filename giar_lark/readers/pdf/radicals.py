"""Radicals for characters: many programs write ⼀ for 一 and ⺠ for 民 into a PDF, which look the same and are not."""

from __future__ import annotations

import unicodedata

# Unicode gives all of the Kangxi radicals their character, and hardly any of the supplement
_KANGXI = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = str.maketrans(
    "⺁⺄⺈⺊⺌⺍⺎⺒⺓⺛⺜⺝⺟⺠⺧⺩⺫⺬⺮⺯⺶⺼⺽⻁⻃⻄⻅⻆⻉⻋⻏⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
    "厂乙刀卜小小兀巳幺旡日月母民牛王罒示竹糸羊月臼虎覀西见角贝车邑長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
)
_CHARACTERS: dict[int, int | str] = {**_SUPPLEMENT, **_KANGXI}


def without_radicals(text: str) -> str:
    """A text of the same length, each radical the character that it stands for."""
    return text.translate(_CHARACTERS)
