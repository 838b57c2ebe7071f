"""The examples of the pages as reports: each piece put into a sound report, where the whole program can check it."""

from __future__ import annotations

import re

from giar_lark.rules.rule import Example
from giar_lark.source import Source, decode

# a line that says that something is left out between two pieces
GAP = "\n…\n"


def wrong_source(example: Example, sound: str) -> Source:
    """The sound report with the wrong piece in it; the wrong piece alone, if it is a whole file.

    Raises: ValueError, where the sound report does not have what has to give way once.
    """
    wrong = example.wrong
    if example.whole:
        return decode(wrong if isinstance(wrong, bytes) else wrong.encode(), "wrong")
    text, old = _changed(sound, example), example.instead_of or example.right
    if isinstance(wrong, bytes):
        return decode(text.encode().replace(old.encode(), wrong), "wrong")
    text = _replaced(text, old, wrong)
    for pattern, new in example.likewise:
        text = re.sub(pattern, new, text, flags=re.MULTILINE)
    return decode(text.encode(), "wrong")


def right_source(example: Example, sound: str) -> Source:
    """The sound report with the right piece in it.

    Raises: ValueError, where the sound report does not have what has to give way once.
    """
    text = _replaced(_changed(sound, example), example.instead_of or example.right, example.right)
    return decode(text.encode(), "right")


def shown(piece: str | bytes) -> str:
    """A piece as a reader sees it: bytes that are no text in hexadecimal digits."""
    if isinstance(piece, str):
        return piece
    source = decode(piece, "piece")
    return piece.hex(" ") if source.binary else source.text


def _changed(sound: str, example: Example) -> str:
    for old, new in example.besides:
        sound = _replaced(sound, old, new)
    return sound


def _replaced(text: str, old: str, new: str) -> str:
    """A text with a piece replaced; of one with gaps, part by part."""
    for part, other in zip(old.split(GAP), new.split(GAP), strict=True):
        if text.count(part) != 1:
            raise ValueError(f"{part!r} occurs {text.count(part)} times")
        text = text.replace(part, other)
    return text
