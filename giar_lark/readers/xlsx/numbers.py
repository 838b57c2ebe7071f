"""A number as a spreadsheet shows it, by its number format (ECMA-376, 18.8.31)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.readers.xlsx.dates import is_date_format, written_date
from giar_lark.readers.xlsx.figures import written_number

# what is stored of any number
_STORED_DIGITS = 15
# beyond this a number is shown with an exponent, and is none of a report
_LARGEST = 10**15
_SILENT = lazy_pattern(r"_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_FIGURE = lazy_pattern("[0#?]")
_GENERAL = lazy_pattern("general", re.IGNORECASE)
_CONDITION = lazy_pattern(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_QUOTED = lazy_pattern(r'"[^"]*"|[\\!].')


def displayed(raw: str, code: str, *, from_1904: bool = False) -> str:
    """What is shown of a number that is stored in a cell; as it is stored, where it is none."""
    try:
        value = Decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite() or abs(value) >= _LARGEST:
        return raw
    value = _without_traces(value)
    section, value = _section(value, code)
    section = _SILENT.sub("", section)
    bare = _QUOTED.sub("", section)
    if not code or bare == "@" or _GENERAL.search(bare):
        return _written_text(_GENERAL.sub(_general(value), section)) if _GENERAL.search(bare) else _general(value)
    if is_date_format(bare):
        return written_date(value, section, from_1904=from_1904) or _general(value)
    written = written_number(value, section)
    return written if written is not None else _general(value) if _FIGURE.search(bare) else _written_text(section)


def _without_traces(value: Decimal) -> Decimal:
    """The number without what binary fractions leave behind its fifteen digits: 0.1 + 0.2 is 0.3."""
    return Context(prec=_STORED_DIGITS, rounding=ROUND_HALF_UP).plus(value)


def _section(value: Decimal, code: str) -> tuple[str, Decimal]:
    """The part of a format that holds for a value, and the value without the sign that the part writes itself."""
    sections = _sections(code)
    if "[" in code and any(conditions := [_CONDITION.search(_QUOTED.sub("", one)) for one in sections[:3]]):
        return _section_by_condition(value, sections, conditions)
    if len(sections) > 1 and value < 0:
        return sections[1], -value
    if len(sections) > 2 and value == 0:
        return sections[2], value
    return sections[0], value


def _section_by_condition(
    value: Decimal, sections: Sequence[str], conditions: Sequence[re.Match[str] | None]
) -> tuple[str, Decimal]:
    """The first part that holds; of those without a condition, the second is for what is below zero, the last for the rest.

    A part for nothing but what is below zero writes the sign itself.
    """
    last = len(conditions) - 1
    for number, (section, condition) in enumerate(zip(sections, conditions, strict=False)):
        if condition is None:
            holds, below_zero = number == last or (number == 1 and value < 0), False
        else:
            bound = Decimal(condition[2])
            holds, below_zero = _HOLDS[condition[1]](value, bound), condition[1][0] == "<" and bound <= 0 > value
        if holds:
            return section, -value if below_zero else value
    return "General", value


@cache
def _sections(code: str) -> tuple[str, ...]:
    parts, quoted, escaped = [""], False, False
    for sign in code:
        quoted ^= sign == '"' and not escaped
        if sign == ";" and not quoted and not escaped:
            parts.append("")
        else:
            parts[-1] += sign
        escaped = sign in "\\!" and not escaped and not quoted
    return tuple(parts)


def _general(value: Decimal) -> str:
    """A number without a format, in full: how many figures a cell has room for is no business of the report."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _written_text(section: str) -> str:
    """The words that a format shows instead of any number."""
    return re.sub(r'"([^"]*)"|[\\!](.)', lambda found: found[1] or found[2] or "", section).strip()
