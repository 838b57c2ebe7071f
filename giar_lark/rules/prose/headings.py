"""The headings of the six parts, as the format has them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.report import Section
from giar_lark.official.templates import tables
from giar_lark.rules.wording import SECTION_NUMERALS, is_accepted_title, spec_of

# what may stand behind the number of a heading
MARKS = "、.．。,，:：)） "
# marks side by side, of which one is too many
CLASH = lazy_pattern(r"[，、；：。,;:][，、；：。,;:]+")


def are_official(sections: Sequence[Section]) -> bool:
    """Whether there are the six parts in order, each under its number and a heading in accepted words, no two marks side by side."""
    return _are_official(tuple([(section.key, section.ordinal, section.heading) for section in sections]))


@lru_cache(maxsize=256)
def _are_official(parts: tuple[tuple[str, str, str], ...]) -> bool:
    if [key for key, _, _ in parts] != [spec.key for spec in tables().sections]:
        return False
    return are_numbered([(key, ordinal) for key, ordinal, _ in parts]) and all(
        heading and is_accepted_title(heading, key) and not CLASH.search(heading) for key, _, heading in parts
    )


def are_numbered(parts: Sequence[tuple[str, str]]) -> bool:
    """Whether all parts, of which the keys and the numbers as written are given, stand in order, each once, with its own number in Chinese."""
    numbers = [spec_of(key).ordinal for key, _ in parts]
    numerals = [ordinal.strip(MARKS) for _, ordinal in parts]
    return numbers == sorted(set(numbers)) and numerals == [SECTION_NUMERALS[number - 1] for number in numbers]
