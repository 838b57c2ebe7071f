"""The words and patterns of `grammar/narrative.lark`, as a scanner needs them: by the characters that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from giar_lark.compiled import compiled
from giar_lark.lalr.tables import Terminal, tables_of
from giar_lark.narrative.numerals import CHINESE_NUMERALS
from giar_lark.pattern import lazy_pattern

_WORDS = lazy_pattern(r"\(\?:([^\\()\[\]?*+.]+)\)")
_CHARACTERS = lazy_pattern(r"\[([^\\^\-\[\]]+)\]")
# what the patterns that are neither words nor characters can begin with
_PATTERN_STARTS = "0123456789" + CHINESE_NUMERALS + "第其结转大将接超不达约近逾"
# UNIT is part of an amount only, and GAP is what nothing else is
_NO_START = frozenset({"UNIT", "NUMERAL", "GAP"})


class Candidate(NamedTuple):
    """Something that may stand at a character: a word of a terminal, or patterns, each in a group of its terminal's name."""

    terminal: str
    word: str
    patterns: re.Pattern[str] | None = None


class Terminals(NamedTuple):
    """Candidates in the order in which they are tried: by two characters, and by one for whatever comes second.

    `starts` finds the next character that any can begin with.
    """

    by_two: dict[str, tuple[Candidate, ...]]
    by_one: dict[str, tuple[Candidate, ...]]
    starts: re.Pattern[str]


@cache
def terminals() -> Terminals:
    """The terminals of the narrative grammar, as stock Lark would try them: by priority, then the longest word."""
    found: dict[str, list[_Entry]] = {}
    for entry in sorted(_entries(), key=lambda entry: (-entry.priority, -len(entry.word))):
        for char in entry.word[:1] or _PATTERN_STARTS:
            found.setdefault(char, []).append(entry)
    by_two = {
        first + second: _tried(entry for entry in entries if entry.word[1:2] in ("", second))
        for first, entries in found.items()
        for second in {entry.word[1:2] for entry in entries if len(entry.word) > 1}
    }
    by_one = {first: _tried(entry for entry in entries if len(entry.word) < 2) for first, entries in found.items()}
    return Terminals(by_two, by_one, compiled(f"[{re.escape(''.join(sorted(found)))}]"))


def roots_of(*names: str) -> tuple[str, ...]:
    """Of the words of some terminals those that no other of them is a part of: a text without these has none of the words."""
    words = sorted({entry.word for entry in _entries() if entry.word and entry.terminal in names})
    return tuple(word for word in words if not any(other != word and other in word for other in words))


def pattern_of(name: str) -> str:
    """The regular expression of a terminal that is no list of words."""
    return next(entry.pattern for entry in _entries() if entry.terminal == name)


class _Entry(NamedTuple):
    """A word of a terminal or its pattern, and the terminal's priority."""

    priority: int
    terminal: str
    word: str = ""
    pattern: str = ""


def _entries() -> Iterator[_Entry]:
    for terminal in tables_of("narrative").terminals:
        if terminal.name not in _NO_START:
            yield from _entries_of(terminal)


def _entries_of(terminal: Terminal) -> Iterator[_Entry]:
    listed, characters = _WORDS.fullmatch(terminal.text), _CHARACTERS.fullmatch(terminal.text)
    words: Sequence[str] = ()
    if not terminal.is_pattern:
        words = (terminal.text,)
    elif listed is not None:
        words = listed[1].split("|")
    elif characters is not None:
        words = characters[1]
    else:
        yield _Entry(terminal.priority, terminal.name, pattern=terminal.text)
    yield from (_Entry(terminal.priority, terminal.name, word) for word in words)


def _tried(entries: Iterable[_Entry]) -> tuple[Candidate, ...]:
    """Entries as candidates, with each run of patterns as one."""
    found: list[Candidate] = []
    for is_pattern, run in groupby(entries, key=lambda entry: not entry.word):
        if is_pattern:
            found.append(Candidate("", "", _joined(tuple((entry.terminal, entry.pattern) for entry in run))))
        else:
            found += [Candidate(entry.terminal, entry.word) for entry in run]
    return tuple(found)


@cache
def _joined(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return compiled("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns))
