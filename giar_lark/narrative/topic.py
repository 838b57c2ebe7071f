"""What a passage is about where its sentences do not say: applications once they are named, else what its heading names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from giar_lark.lean.compiled import compiled
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.passage import Passage
from giar_lark.narrative.parser import terminals_of
from giar_lark.narrative.scan import scan
from giar_lark.narrative.terminals import roots_of

_APPLICATION = "APPLICATION"
_SEPARATORS = ("COMMA", "ENUMERATION", "COLON", "STOP")
_HEADING = lazy_pattern("(?:关于)?(?:政府信息)?依申请公开(?:政府信息)?(?:工作|办理)?(?:情况|方面)?[:：]?")
_NUMERALS = lazy_pattern("[一二三四五六七八九十0-9]+")
# a heading begins and ends within so many characters
_HEADING_CHARS = 16


class _Words(NamedTuple):
    """The things that a sentence names outside its brackets, in order, and where its first word stands."""

    things: tuple[str, ...]
    first: int


def first_topics(section: str, passages: Sequence[Passage]) -> list[str | None]:
    """What each passage of a section is about at first: applications in theirs, below a heading that names them alone, and
    where it goes on with what came of some.

    Outcomes may stand in a paragraph behind the one on applications, or be a list with one in a paragraph.
    """
    if section == "applications":
        return [_APPLICATION] * len(passages)
    found: list[str | None] = []
    heading: Passage | None = None
    for at, passage in enumerate(passages):
        if heading is not None and _level(passage.ordinal) == _level(heading.ordinal):
            heading = None
        goes_on = at > 0 and _begins_with_outcome(passage.text)
        topic = (found[-1] or _named_in(passages[at - 1].text)) if goes_on else None
        found.append(topic or (_APPLICATION if heading is not None else None))
        if _HEADING.fullmatch(passage.text, len(passage.ordinal)):
            heading = passage
    return found


def _level(ordinal: str) -> str:
    """An ordinal without its number, which all of its level share."""
    return _NUMERALS.sub("", ordinal)


def _named_in(text: str) -> str | None:
    return _APPLICATION if any(root in text for root in _roots()) else None


@remembered
def _begins_with_outcome(text: str) -> bool:
    """Whether a passage begins with the number of an outcome: （1）予以公开29件; 办理结果：予以公开29件."""
    return _outcome_at_first().match(text) is not None


@cache
def _outcome_at_first() -> re.Pattern[str]:
    words = "|".join(roots_of(*terminals_of("outcome"), "CARRIED_FORWARD"))
    return compiled(rf"(?:[^，。；]{{0,16}}[：:])?[^，。；：:]{{0,8}}?(?:{words})[^，。；：:、\d]{{0,6}}\d")


def topic_behind(sentence: str, start: int, topic: str | None) -> str | None:
    """The topic behind a sentence that begins at `start` of its passage, where `topic` was the one before it."""
    may_be_heading = start < _HEADING_CHARS and len(sentence) < 2 * _HEADING_CHARS
    may_name_them = topic != _APPLICATION and any(root in sentence for root in _roots())
    if not may_be_heading and not may_name_them:
        return topic
    things, first = _words_of(sentence)
    if _APPLICATION in things:
        return _APPLICATION
    is_heading = start + first < _HEADING_CHARS and len(sentence) - first < _HEADING_CHARS
    return things[-1] if is_heading and things else topic


@cache
def _roots() -> tuple[str, ...]:
    return roots_of(_APPLICATION)


@remembered
def _words_of(sentence: str) -> _Words:
    things, depth, found = terminals_of("thing"), 0, list[str]()
    tokens = scan(sentence)
    for token in tokens:
        depth += (token.type == "OPEN") - (token.type == "CLOSE")
        if depth == 0 and token.type in things:
            found.append(token.type)
    first = next((token.start for token in tokens if token.type not in _SEPARATORS), tokens[-1].start)
    return _Words(tuple(found), first)
