"""The words and patterns of `grammar/narrative.lark`, as a scanner needs them: by the character that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from giar_lark.lalr.tables import Terminal, tables_of
from giar_lark.pattern import lazy_pattern

_WORDS = lazy_pattern(r"\(\?:([^\\()\[\]?*+.]+)\)")
# what the patterns that are no lists of words can begin with
_PATTERN_STARTS = "0123456789零〇一二两三四五六七八九十百千第其结转大将接超不达约近逾"
_PUNCTUATION = "。；;！!？?，,、：:（）()"
# UNIT is part of an amount only, and GAP is what nothing else is
_NO_START = frozenset({"UNIT", "NUMERAL", "GAP"})


class Candidate(NamedTuple):
    """Something that may stand at a character: a word as it is, or a pattern."""

    terminal: str
    word: str
    regex: re.Pattern[str] | None = None


class Terminals(NamedTuple):
    """Candidates by their first character and the one behind it, in the order in which they are tried.

    Under no character at all stand those that can begin whatever comes second. `starts` finds the next first character.
    """

    candidates: dict[str, dict[str, tuple[Candidate, ...]]]
    starts: re.Pattern[str]


@cache
def terminals() -> Terminals:
    """The terminals of the narrative grammar, as stock Lark would try them: by priority, then the longest word."""
    ranked: list[tuple[int, int, Candidate]] = []
    for terminal in tables_of("narrative").terminals:
        if terminal.name not in _NO_START:
            ranked += [(-terminal.priority, -len(each.word), each) for each in _candidates(terminal)]
    ranked.sort(key=lambda entry: entry[:2])
    found: dict[str, list[Candidate]] = {}
    for _, _, candidate in ranked:
        for char in candidate.word[:1] or _PATTERN_STARTS + _PUNCTUATION:
            found.setdefault(char, []).append(candidate)
    starts = re.compile(f"[{re.escape(''.join(sorted(found)))}]")
    return Terminals({char: _by_second(each) for char, each in found.items()}, starts)


def _by_second(candidates: list[Candidate]) -> dict[str, tuple[Candidate, ...]]:
    seconds = {"", *(each.word[1:2] for each in candidates)}
    return {char: tuple(each for each in candidates if each.word[1:2] in ("", char)) for char in seconds}


def _candidates(terminal: Terminal) -> Iterator[Candidate]:
    listed = _WORDS.fullmatch(terminal.text)
    if not terminal.is_pattern:
        yield Candidate(terminal.name, terminal.text)
    elif listed is not None:
        yield from (Candidate(terminal.name, word) for word in listed[1].split("|"))
    else:
        yield Candidate(terminal.name, "", re.compile(terminal.text))
