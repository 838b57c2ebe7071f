"""Words with attributes behind them, as Pandoc writes those of a word processor: `[12]{lang="en"}`, and `12` in backquotes.

Of a table in columns, the attributes are broken over the lines of their cell like any text.
"""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

# so many words with attributes show that brackets and backquotes are theirs
_FEW = 20
_BEGIN = r"(?<=[\]`])\{(?=[.#][\w-]|[a-z][a-z-]*[=:])"
_BEGINNING = lazy_pattern(_BEGIN)
# attributes up to their end, which may stand on a later line behind another one
_WHOLE = lazy_pattern(rf"{_BEGIN}(?:(?!  )[^{{}}\[|\n]|[ ]*\n[ ]*(?=[a-z][a-z-]*[=:]))*\}}")
_PADDED_BREAK = lazy_pattern(r"[ ]{2,}\n|\n[ ]{2,}")
# the first line of attributes in a cell, and others
_TORN = lazy_pattern(rf"{_BEGIN}(?:(?!  )[^{{}}|\n])*")
_TORN_ON = lazy_pattern(r"(?m)(?:(?<=  )|(?<=\|)|(?<=\| )|^)[a-z][a-z-]*(?:=\"|:)(?:(?!  )[^{}|\n])*\}?")
_AROUND = lazy_pattern(r"(?<!\\)[\[\]](?!\()|`")
_DIVISION = lazy_pattern(r"(?m)^:{3,}[^\n]*$")


def without_attributes(text: str) -> str:
    """A text of the same length without the attributes of words, if many words have some."""
    if len(_BEGINNING.findall(text)) < _FEW:
        return text
    text = _DIVISION.sub(_blank, text)
    text = _WHOLE.sub(_joined, text)
    text = _TORN_ON.sub(_blank, _TORN.sub(_blank, text))
    return _AROUND.sub(FILLER, text)


def _joined(attributes: re.Match[str]) -> str:
    """Fillers in the place of attributes; where columns without bars show, those of another cell may follow the break."""
    start = attributes.string.rfind("\n", 0, attributes.start()) + 1
    in_columns = _PADDED_BREAK.search(attributes[0]) and "|" not in attributes.string[start : attributes.start()]
    return attributes[0] if in_columns else FILLER * len(attributes[0])


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
