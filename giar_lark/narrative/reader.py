"""Passages to figures, denials and mentions: sentence by sentence. A paragraph and a sentence are read once and then remembered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from giar_lark.lean.compiled import compiled
from giar_lark.lean.memo import remembered
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.part import Part
from giar_lark.model.stretch import Stretch
from giar_lark.narrative.figure import Place
from giar_lark.narrative.mention import MENTIONED
from giar_lark.narrative.numerals import CHINESE_NUMERALS
from giar_lark.narrative.sentence import read_sentence
from giar_lark.narrative.terminals import pattern_of, roots_of
from giar_lark.narrative.told import Narrative, Telling, Told
from giar_lark.narrative.topic import first_topics, topic_behind

_DIGITS = lazy_pattern("[0-9]+年?")


def read_narrative(parts: Iterable[Part], year: int | None) -> Narrative:
    """What the prose of a report on a year says in numbers."""
    return Narrative(tuple([(part, part.stretch.answers[told_in(part.section, year)]) for part in parts]))


@lru_cache(maxsize=512)
def told_in(section: str, year: int | None) -> Callable[[Stretch], Telling]:
    """The question what the prose of a section says in numbers, in the report on a year."""

    def tells(prose: Stretch) -> Telling:
        topics = zip(prose.passages, first_topics(section, prose.passages), strict=True)
        told = [_told_in(passage.text, len(passage.ordinal), topic, year) for passage, topic in topics]
        return Telling([(number, said) for number, said in enumerate(told) if said is not None])

    return tells


@remembered
def _told_in(text: str, begin: int, topic: str | None, year: int | None) -> Told | None:
    """What a paragraph says, if anything, from where it begins behind its ordinal; `topic` is what it is about at first."""
    found, masked = Told(), _masked(text)
    before: re.Match[str] | None = None
    for number, sentence in enumerate(_sentence().finditer(masked, begin)):
        if before is not None:
            topic = topic_behind(before[0], before.start(), topic)
        said = _told_by(sentence[0], topic, year)
        if said is not None:
            found.add(said, Place(text, number, sentence.start(), len(found.figures)))
        before = sentence
    return found or None


@cache
def _sentence() -> re.Pattern[str]:
    """A sentence, with the stop that ends it if one does."""
    stops = re.escape("".join(roots_of("STOP")))
    return compiled(f"[^{stops}]*[{stops}]|[^{stops}]+")


def _masked(text: str) -> str:
    """A text with 1 for every digit but those of years: sentences that differ in their numbers alone are read once.

    No terminal of the grammar asks which digit it is, but that of a year, and the number of a figure is read where it stands.
    """
    return _DIGITS.sub(lambda digits: digits[0] if digits[0][-1] == "年" else "1" * len(digits[0]), text)


@remembered
def _told_by(sentence: str, topic: str | None, year: int | None) -> Told | None:
    """What a sentence says, if anything. Most say nothing in numbers and are not parsed."""
    if not any(pattern.search(sentence) for pattern in _telling()):
        return None
    return read_sentence(sentence, topic, year) or None


@cache
def _telling() -> tuple[re.Pattern[str], ...]:
    """A sentence with a figure, a denial or a mention has one of these somewhere. Each is quickly searched for.

    What is no list of words among the terminals has digits in it.
    """
    words = "|".join(roots_of("NEGATION", *MENTIONED))
    # one that begins inside a row of numerals ends with what the row ends with
    count = f"(?<![{CHINESE_NUMERALS}])(?:{pattern_of('COUNT')})"
    return tuple(map(compiled, ("[0-9]", words, f"{count}|{pattern_of('PERCENT')}")))
