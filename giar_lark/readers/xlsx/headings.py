"""The headings of the parts of a report, as a sheet may be called, or as they stand in a cell above a table."""

from __future__ import annotations

from functools import cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary

_ORDINAL = lazy_pattern(r"[（(]?[一二三四五六1-6]+[）)]?[、.．]?")


def is_heading(text: str) -> bool:
    """Whether a text is the heading of a part of the report, whatever its ordinal."""
    return _ORDINAL.sub("", "".join(text.split()), count=1) in _headings()


@cache
def _headings() -> frozenset[str]:
    spellings = (spelling for spec in tables().sections for spelling in vocabulary()[spec.terminal])
    return frozenset(_ORDINAL.sub("", spelling, count=1) for spelling in spellings)
