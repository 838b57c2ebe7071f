"""The regular-expression adapter: one pattern a row, such as a researcher writes for a few thousand reports.

It expects the values of a row behind its label, parted by white space, tabs or bars, and takes a blank for nothing.
"""

import re
import sys

from naive import GROUPS, RESULTS, ROWS, answer

GAP = r"[\s|,]*"
VALUE = r"(\d[\d,]*(?:\.\d+)?)"


def pattern_of(label, columns):
    """A pattern for a row: its label, white space allowed between any two characters, then its values."""
    spaced = r"\s*".join(map(re.escape, label))
    return re.compile(spaced + (GAP + VALUE) * len(columns))


PATTERNS = [(pattern_of(label, columns), row, columns) for label, row, columns in ROWS]
CASES = re.compile(r"复议后起诉[^\d]*" + (GAP).join([VALUE] * 15))


def number(text):
    """A number without its thousands separators."""
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def cells_of(text):
    """Key and value of all cells that were found."""
    for pattern, row, columns in PATTERNS:
        found = pattern.search(text)
        if found:
            yield from zip((f"{row}.{column}" for column in columns), map(number, found.groups()))
    found = CASES.search(text)
    if found:
        yield from zip((f"t4.{group}.{result}" for group in GROUPS for result in RESULTS), map(number, found.groups()))


answer(cells_of(sys.stdin.buffer.read().decode("utf-8", errors="replace")))
