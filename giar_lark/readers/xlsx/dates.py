"""A date or time as a spreadsheet shows it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from giar_lark.lean.pattern import lazy_pattern

_SIGN = lazy_pattern(r"[ymdhs]|e(?![+\-])|\[h|\[m|\[s", re.IGNORECASE)
_PART = lazy_pattern(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<half>AM/PM|A/P|上午/下午)|(?P<sign>y+|m+|d+|h+|s+|e+|a{3,4})'
    r"|\[(?P<total>h+|m+|s+)\]|(?P<other>.)",
    re.IGNORECASE,
)
_LAST_DAY = 2_958_465
# the leap day that 1900 did not have stands between these
_FALSE_LEAP_DAY = 60
_WEEKDAYS = "一二三四五六日"


def is_date_format(bare: str) -> bool:
    """Whether a format, its quoted words left out, is one of dates or times."""
    return _SIGN.search(bare) is not None


def written_date(value: Decimal, section: str, *, from_1904: bool) -> str | None:
    """A number of days as a date in a section of a format; None where it is no date."""
    if not 0 <= value <= _LAST_DAY:
        return None
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value > _FALSE_LEAP_DAY else 31)
    moment = epoch + timedelta(seconds=round(float(value) * 86_400))
    parts = list(_PART.finditer(section))
    is_half = any(part["half"] for part in parts)
    written = (_written(part, number, parts, moment, is_half=is_half) for number, part in enumerate(parts))
    return "".join(written).strip()


def _written(part: re.Match[str], number: int, parts: list[re.Match[str]], moment: datetime, *, is_half: bool) -> str:
    if part["sign"]:
        sign = part["sign"].lower()
        is_minute = sign[0] == "m" and len(sign) < 3 and _beside_a_time(number, parts)
        return _of_sign("n" * len(sign) if is_minute else sign, moment, is_half=is_half)
    if part["half"]:
        return ("上午" if moment.hour < 12 else "下午") if "午" in part["half"] else f"{moment:%p}"
    if part["total"]:
        return str(moment.hour)
    return part["quoted"] or part["escaped"] or part["other"] or ""


def _beside_a_time(number: int, parts: list[re.Match[str]]) -> bool:
    """Whether a sign for months or minutes has hours in front of it or seconds behind it."""
    before = [part["sign"] or part["total"] for part in parts[:number] if part["sign"] or part["total"]]
    after = [part["sign"] for part in parts[number + 1 :] if part["sign"]]
    return bool(before and before[-1][0] in "hH") or bool(after and after[0][0] in "sS")


def _of_sign(sign: str, moment: datetime, *, is_half: bool) -> str:
    wide = len(sign)
    match sign[0]:
        case "y" | "e":
            return f"{moment:%y}" if sign in ("y", "yy") else str(moment.year)
        case "m":
            return f"{moment.month:0{min(wide, 2)}}" if wide < 3 else f"{moment:%b}" if wide == 3 else f"{moment:%B}"
        case "d":
            return f"{moment.day:0{min(wide, 2)}}" if wide < 3 else f"{moment:%a}" if wide == 3 else f"{moment:%A}"
        case "a":
            return ("" if wide == 3 else "星期") + _WEEKDAYS[moment.weekday()]
        case "h":
            return f"{(moment.hour - 1) % 12 + 1 if is_half else moment.hour:0{min(wide, 2)}}"
        case "n":
            return f"{moment.minute:0{min(wide, 2)}}"
        case _:
            return f"{moment.second:0{min(wide, 2)}}"
