"""The words and patterns of `grammar/narrative.lark`, as a scanner needs them: one expression for all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, combinations, groupby

from giar_lark.lalr.tables import Terminal, tables_of
from giar_lark.lean.compiled import compiled
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.narrative.numerals import CHINESE_NUMERALS

_WORDS = lazy_pattern(r"\(\?:([^\\()\[\]?*+.]+)\)")
_CHARACTERS = lazy_pattern(r"\[([^\\^\-\[\]]+)\]")
# what the patterns that are neither words nor characters can begin with
_PATTERN_STARTS = "0123456789" + CHINESE_NUMERALS + "第其结转大将接超不达约近逾"
# UNIT is part of an amount only, and GAP is what nothing else is
_NO_START = frozenset({"UNIT", "NUMERAL", "GAP"})
# so many first characters are told apart at once
_TOGETHER = 48


class Terminals(NamedTuple):
    """One expression that finds the next terminal: one of `words`, with its terminal, or else a group of a terminal's name."""

    pattern: re.Pattern[str]
    words: dict[str, str]


@cache
def terminals() -> Terminals:
    """The terminals of the narrative grammar, as stock Lark would try them: by priority, then the longest word."""
    entries = sorted(_entries(), key=lambda entry: (-entry.priority, not entry.word, entry.word[:1], -len(entry.word)))
    words: dict[str, str] = {}
    for entry in entries:
        if entry.word:
            words.setdefault(entry.word, entry.terminal)
    others = "".join(sorted({word[0] for word in words}.difference(_PATTERN_STARTS)))
    starts = [others[at : at + _TOGETHER] for at in range(0, len(others), _TOGETHER)]
    listed = [entry for entry in entries if entry.word]
    parts = [_beginning_with(chars, [entry for entry in listed if entry.word[0] in chars]) for chars in starts]
    # whatever has no first character is among them: it is part of any text
    parts.append(_beginning_with(_PATTERN_STARTS, [entry for entry in entries if entry.word[:1] in _PATTERN_STARTS]))
    return Terminals(compiled("|".join(parts)), words)


def _beginning_with(chars: str, entries: Iterable[_Entry]) -> str:
    """The expression of entries that begin with some characters, which are looked at first, so that few are tried."""
    tried: list[str] = []
    for (first, _), run in groupby(entries, key=lambda entry: (entry.word[:1], entry.priority)):
        if first:
            tried.append(f"{re.escape(first)}(?:{'|'.join(re.escape(entry.word[1:]) for entry in run)})")
        else:
            tried += [f"(?P<{entry.terminal}>{entry.pattern})" for entry in run]
    return f"(?=[{re.escape(chars)}])(?:{'|'.join(tried)})"


def roots_of(*names: str) -> tuple[str, ...]:
    """Of the words of some terminals those that no other of them is a part of: a text without these has none of the words."""
    words = {entry.word for entry in _entries() if entry.word and entry.terminal in names}
    return tuple(sorted(word for word in words if words.isdisjoint(_parts_of(word))))


def _parts_of(word: str) -> Iterator[str]:
    """What stands in a word, but for the whole of it."""
    places = range(len(word) + 1)
    return (word[start:end] for start, end in combinations(places, 2) if end - start < len(word))


def pattern_of(name: str) -> str:
    """The regular expression of a terminal that is no list of words."""
    return next(entry.pattern for entry in _entries() if entry.terminal == name)


class _Entry(NamedTuple):
    """A word of a terminal or its pattern, and the terminal's priority."""

    priority: int
    terminal: str
    word: str = ""
    pattern: str = ""


@cache
def _entries() -> tuple[_Entry, ...]:
    known = (terminal for terminal in tables_of("narrative").terminals if terminal.name not in _NO_START)
    return tuple(chain.from_iterable(map(_entries_of, known)))


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
