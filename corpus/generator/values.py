"""What can stand in a cell, with the reading that the contract asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize


@dataclass(frozen=True, slots=True)
class Value:
    """A cell as it is written, and how it is to be read."""

    raw: str
    value: int | Decimal | None
    state: str

    @property
    def reading(self) -> tuple[int | Decimal | None, str]:
        """The value and the state."""
        return self.value, self.state


BLANK = Value("", None, "blank")
_NUMBER = re.compile(r"[+\-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+\-−]?\d+(?:\.\d+)?")


def written(raw: str) -> Value:
    """A cell as a person reads it: a number in any spelling, nothing, or a mark that stands for "not applicable"."""
    text = normalize("NFKC", raw.strip())
    if not text:
        return BLANK
    if _NUMBER.fullmatch(text) is None:
        return mark(raw)
    amount = Decimal(text.replace(",", "").replace("−", "-"))
    return Value(raw, int(amount) if amount == int(amount) else amount, "given")


def number(count: int) -> Value:
    """A count in plain digits."""
    return Value(str(count), count, "given")


def thousands(count: int) -> Value:
    """A count with its thousands parted by commas."""
    return Value(f"{count:,}", count, "given")


def wide(count: int) -> Value:
    """A count in full-width digits."""
    return Value("".join(chr(ord(digit) + 0xFEE0) for digit in str(count)), count, "given")


def change(count: int) -> Value:
    """A signed count, as in 本年增/减."""
    return Value(f"{count:+}", count, "given")


def amount(text: str) -> Value:
    """An amount of money with a fraction."""
    return Value(text, Decimal(text.replace(",", "")), "given")


def mark(text: str) -> Value:
    """A mark that stands for "not applicable"."""
    return Value(text, None, "na")
