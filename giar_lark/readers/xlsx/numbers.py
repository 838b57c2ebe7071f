"""A number as a spreadsheet shows it, by its number format (ECMA-376, 18.8.31)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache

from giar_lark.readers.xlsx.dates import is_date_format, written_date
from giar_lark.readers.xlsx.figures import written_number

# what is stored of any number
_STORED_DIGITS = 15
# beyond this a number is shown with an exponent, and is none of a report
_LARGEST = 10**15
_SILENT = re.compile(r"_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]", re.IGNORECASE)
_FIGURE = re.compile("[0#?]")
_GENERAL = re.compile("general", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|[\\!].')


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
    if len(sections) > 1 and value < 0:
        return sections[1], -value
    if len(sections) > 2 and value == 0:
        return sections[2], value
    return sections[0], value


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
