"""Texts that a program has written into another one: its escapes become what they stand for, every offset stays where it is.

So a report comes as a string of JSON or of a program (`\\n`, `\\t`, `\\u4e00`), and with entities left in it, also of mark-up.
"""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.characters import FILLER

_ENTITY = lazy_pattern(r"&(?:(?:[A-Za-z]{2,8}|#\d{1,6}|#[xX][0-9A-Fa-f]{1,5});|nbsp\b)")
# one that stands for white space, and so never for itself
_BLANK_ENTITY = lazy_pattern(r"&(?:(?:nbsp|ensp|emsp|thinsp|#160|#12288|#[xX](?:[aA]0|3000));|nbsp\b)")
# a break or a tab as a string has it; a command of LaTeX goes on with a letter
_ESCAPED_LAYOUT = lazy_pattern(r"\\[nt](?![A-Za-z])")
_ESCAPED_CHARACTER = lazy_pattern(r"\\u[0-9A-Fa-f]{4}")
_ESCAPE = lazy_pattern(r"\\(?:(?P<sign>[nrt\"'/])|u(?P<wide>[0-9A-Fa-f]{4})|x(?P<narrow>[0-9A-Fa-f]{2}))")
_SIGNS = {"n": "\n", "r": " ", "t": "\t"}
_BROKEN_TAG = lazy_pattern(rf"<(?=[^<>]*{FILLER})[^<>]{{0,400}}>")
# so many of them, and a text is a string
_FEW = 20
# mark-up is written into mark-up no deeper
_DEEPEST = 3


def unescaped(text: str) -> str:
    """A text of the same length without the escapes of a string."""
    if "\\" not in text or max(len(found.findall(text)) for found in (_ESCAPED_LAYOUT, _ESCAPED_CHARACTER)) < _FEW:
        return text
    return _with_whole_tags(_ESCAPE.sub(_meant, text))


def _meant(match: re.Match[str]) -> str:
    code = match["wide"] or match["narrow"]
    return _padded(chr(int(code, 16)) if code else _SIGNS.get(match["sign"], match["sign"]), len(match[0]))


def without_entities(text: str) -> str:
    """A text of the same length whose entities are characters."""
    return _ENTITY.sub(_decoded, text) if "&" in text else text


def without_nested_entities(text: str) -> str:
    """The same, where entities are written as entities again, as in mark-up that is shown as text.

    A few in a text may be what it is about (“&lt;”是小于号), or part the cells of a table from the bar in one.
    """
    if len(_ENTITY.findall(text)) - len(_BLANK_ENTITY.findall(text)) < _FEW:
        return _BLANK_ENTITY.sub(_decoded, text)
    for _ in range(_DEEPEST):
        plain = without_entities(text)
        if plain == text:
            break
        text = plain
    return _with_whole_tags(text)


def _with_whole_tags(text: str) -> str:
    """A text in whose tags no escapes have left a gap."""
    return _BROKEN_TAG.sub(lambda tag: FILLER * tag[0].count(FILLER) + tag[0].replace(FILLER, ""), text)


def _decoded(match: re.Match[str]) -> str:
    from html import unescape

    char = unescape(match[0])
    return _padded(char, len(match[0])) if len(char) == 1 else match[0]


def _padded(char: str, length: int) -> str:
    """A character as wide as its escape; what begins an entity stands right before the rest of it."""
    if char in "&\n\t":
        return (FILLER if char == "&" else " ") * (length - 1) + char
    return char + (" " if char.isspace() else FILLER) * (length - 1)
