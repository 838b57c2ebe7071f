"""The vocabulary that every peer is given, as patterns of whole lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official

VALUE = r"-?\d[\d.]*|-"


class Words(NamedTuple):
    """Patterns for a row's label, a heading, a value and any other line, without their line break; the labels and headings."""

    label: str
    heading: str
    value: str
    other: str
    labels: tuple[str, ...]
    headings: tuple[str, ...]


def words() -> Words:
    """The words of the official format."""
    labels = tuple(sorted(map(official, tables().application_rows), key=len, reverse=True))
    headings = tuple(official(section.terminal) for section in tables().sections)
    return Words(_any_of(labels), _any_of(headings), f"(?:{VALUE})", r"[^\n]+", labels, headings)


def _any_of(texts: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, texts))})"
