"""A number as an automatic numbering writes it, in the formats of ECMA-376 (17.18.59) that a report may have."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED, _LEGAL_TRADITIONAL = "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖"
_LEGAL_JAPANESE = "〇壱弐参四伍六七八九"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
# a numbering in letters or Roman figures beyond this is none; writing it would only cost time
_MOST = 10_000

Write = Callable[[int], str]


def numeral(count: int, form: str) -> str:
    """A number in a format; in decimal figures where the format is not known, as word processors do."""
    if count < 0 or count > _MOST:
        return str(count)
    return _FORMS.get(form, str)(count)


def _counted(count: int, digits: str, tens: str, *, lone_ten: bool) -> str:
    """A number as it is spoken, `十二`, `一百零五`; with `lone_ten` nothing stands in front of the ten of 10 to 19."""
    if count == 0:
        return digits[0]
    out, gap = "", False
    for place in range(len(str(count)) - 1, -1, -1):
        digit = count // 10**place % 10
        if digit == 0:
            gap = bool(out)
            continue
        out += (digits[0] if gap else "") + digits[digit] + (tens[place - 1] if place else "")
        gap = False
    return out[1:] if lone_ten and 10 <= count < 20 else out


def _chinese(count: int) -> str:
    return _counted(count, "零" + _DIGITS[1:], "十百千万", lone_ten=True)


def _digit_by_digit(count: int, digits: str = _DIGITS) -> str:
    return "".join(digits[int(digit)] for digit in str(count))


def _chinese_to_99(count: int) -> str:
    """`十二`, but digit by digit from a hundred on: `一○五`."""
    return _chinese(count) if count < 100 else _digit_by_digit(count, "○" + _DIGITS[1:])


def _japanese(count: int) -> str:
    """`百五`: no nought, and no one in front of a ten, a hundred, a thousand."""
    text = _counted(count, "〇" + _DIGITS[1:], "十百千万", lone_ten=True)
    return (
        text if count == 0 else text.replace("〇", "").replace("一百", "百").replace("一千", "千").replace("一十", "十")
    )


def _legal(digits: str) -> Write:
    return lambda count: _counted(
        count, digits, "拾佰仟萬" if digits == _LEGAL_TRADITIONAL else "拾佰仟万", lone_ten=False
    )


def _cycle(signs: str) -> Write:
    return lambda count: signs[(count - 1) % len(signs)] if count else "0"


def _from(first: int, most: int) -> Write:
    """Signs that stand in a row in Unicode, from the sign for one on; plain figures beyond the last."""
    return lambda count: chr(first + count - 1) if 0 < count <= most else str(count)


def _sexagenary(count: int) -> str:
    return _cycle(_STEMS)(count) + _cycle(_BRANCHES)(count) if count else "0"


def _letters(count: int) -> str:
    """`a` to `z`, then `aa`, `bb`."""
    return _ALPHABET[(count - 1) % 26] * ((count - 1) // 26 + 1) if count else ""


def _roman(count: int) -> str:
    out = ""
    for worth, sign in (*_ROMAN, *_ROMAN_ONES):
        times, count = divmod(count, worth)
        out += sign * times
    return out


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"


def _full_width(count: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


_CIRCLED = _from(0x2460, 20)
_FORMS: Mapping[str, Write] = {
    "decimal": str,
    "none": lambda count: "",
    "decimalZero": lambda count: f"{count:02}",
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
    "numberInDash": lambda count: f"- {count} -",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "ideographEnclosedCircle": _from(0x3280, 10),
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": lambda count: _digit_by_digit(count, "○" + _DIGITS[1:]),
    "koreanDigital2": lambda count: _digit_by_digit(count, "零" + _DIGITS[1:]),
    "japaneseCounting": _japanese,
    "chineseCounting": _chinese_to_99,
    "taiwaneseCounting": _chinese_to_99,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "chineseLegalSimplified": _legal(_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "japaneseLegal": _legal(_LEGAL_JAPANESE),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
}
