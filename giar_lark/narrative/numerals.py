"""Amounts as written to numbers: 12, 1,286, 十二, 两, 3.2万, 百分之五; and whether they are exact."""

from __future__ import annotations

from decimal import Decimal
from math import prod

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

# what a numeral in words is made of, but for 万 and 亿
CHINESE_NUMERALS = "零〇一二两三四五六七八九十百千"
_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_ROUND = "余多几"
_LONGEST = 30
NO_STEP = Decimal(0)
# as nearly all are written: digits, and a unit that is no number itself
_SIMPLE = lazy_pattern(r"([0-9]{1,30})([^0-9,，.%余多几百千万亿点]*)")
_PLAIN = lazy_pattern(r"[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
_TENTHS = lazy_pattern("[一二三四五六七八九]成[一二三四五六七八九]?")
_SCALE = lazy_pattern("[百千万亿余多几]*")
_CHINESE = lazy_pattern(f"[{CHINESE_NUMERALS}万亿]+")


class Quantity(NamedTuple):
    """A number with its unit (`%` for a share, `百分点` for points of it); `exact` unless it is rounded or about right.

    `decimals` is how many digits stand behind the point: a share is as exact as it is written. `step` is what a number in
    万 or 亿 is rounded to (31.6万: 1000); nothing for one that is exact, or said to be about right.
    """

    value: Decimal
    unit: str
    exact: bool
    decimals: int = 0
    step: Decimal = NO_STEP


@remembered
def read_quantity(text: str) -> Quantity | None:
    """The quantity that an amount of the narrative grammar is; None if its digits make no number."""
    simple = _SIMPLE.fullmatch(text)
    return Quantity(Decimal(simple[1]), simple[2], exact=True) if simple is not None else _unusual(text)


def _unusual(text: str) -> Quantity | None:
    """The quantity of an amount that is a share, or spelt in another way than in digits alone."""
    if text.endswith("个百分点"):
        return _share(text.removesuffix("个百分点"), "百分点")
    if text.endswith("%"):
        return _share(text.removesuffix("%"), "%")
    if text.startswith("百分之"):
        return _share(text.removeprefix("百分之"), "%")
    if _TENTHS.fullmatch(text):
        return Quantity(Decimal(_DIGITS[text[0]] * 10), "%", exact=False)
    number = _PLAIN.match(text) or _CHINESE.match(text)
    if number is None or len(number[0]) > _LONGEST:
        return None
    return _count(text, number[0])


def _count(text: str, number: str) -> Quantity | None:
    value = _value(number)
    if value is None:
        return None
    rest = text[len(number) :]
    scale = _SCALE.match(rest)
    marks = scale[0] if scale else ""
    # 万元 is a unit of its own, so a 万 directly before 元 stays with it
    if marks.endswith(("万", "亿")) and rest[len(marks) :].startswith("元"):
        marks = marks[:-1]
    scale_of_marks = prod(_MYRIADS.get(mark, _POWERS.get(mark, 1)) for mark in marks)
    is_rounded, is_about = any(mark in _MYRIADS for mark in marks), any(mark in _ROUND for mark in marks)
    step = scale_of_marks * Decimal(1).scaleb(-len(number.partition(".")[2]))
    step = step if is_rounded and not is_about else NO_STEP
    value *= scale_of_marks
    value = value.to_integral_value() if value == value.to_integral_value() else value
    return Quantity(value, rest[len(marks) :], not (is_rounded or is_about), step=step)


def _share(text: str, unit: str) -> Quantity | None:
    whole, _, fraction = text.partition("点")
    if fraction:
        digits = "".join(str(_DIGITS.get(char, "")) for char in fraction)
        base = _value(whole)
        return None if base is None or not digits else Quantity(base + Decimal(f"0.{digits}"), unit, True, len(digits))
    value = _value(text)
    return None if value is None else Quantity(value, unit, exact=True, decimals=len(text.partition(".")[2]))


def _value(number: str) -> Decimal | None:
    if number[0].isdigit() and number[0].isascii():
        return Decimal(number.replace(",", "").replace("，", ""))
    return _chinese(number)


def _chinese(text: str) -> Decimal | None:
    """A Chinese numeral. 二〇二三 is read digit by digit, 一百零三 by its powers."""
    if all(char in _DIGITS for char in text):
        return Decimal("".join(str(_DIGITS[char]) for char in text))
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _POWERS:
            section += (digit or 1) * _POWERS[char]
            digit = 0
        elif char in _MYRIADS:
            total = (total + section + digit) * _MYRIADS[char]
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)
