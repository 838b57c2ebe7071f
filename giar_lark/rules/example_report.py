"""The examples of the pages as reports: each piece put into a sound report, where the whole program can check it."""

from __future__ import annotations

import re

from giar_lark.lean.resources import read_sample
from giar_lark.manual import GAP
from giar_lark.rules.example import Example
from giar_lark.source.encodings import decode
from giar_lark.source.source import Source
from giar_lark.source.span import Span

_GAP = f"\n{GAP}\n"


def wrong_source(example: Example) -> Source:
    """A sound report with the wrong piece in it; the wrong piece alone, if it is a whole file, or what a reader made of it.

    Raises: ValueError, where the sound report does not have what has to give way once.
    """
    wrong = example.wrong
    if example.told is not None and example.whole:
        return Source("", "wrong", binary=True, remarks=(example.told,))
    if example.whole:
        return decode(wrong if isinstance(wrong, bytes) else wrong.encode(), "wrong")
    text, old = _prepared(example), example.instead_of or example.right
    if isinstance(wrong, bytes):
        return decode(text.encode().replace(old.encode(), wrong), "wrong")
    text = _replaced(text, old, wrong)
    for pattern, new in example.likewise:
        text = re.sub(pattern, new, text, flags=re.MULTILINE)
    if example.told is not None:
        at = text.index(wrong)
        return Source(text, "wrong", remarks=(example.told._replace(span=Span(at, at + len(wrong))),))
    return decode(text.encode(), "wrong")


def right_source(example: Example) -> Source:
    """A sound report with the right piece in it.

    Raises: ValueError, where the sound report does not have what has to give way once.
    """
    text = _replaced(_prepared(example), example.instead_of or example.right, example.right)
    return decode(text.encode(), "right")


def other_source(example: Example) -> Source | None:
    """The other report of an example about two, with its piece in it; None for an example about one.

    Raises: ValueError, where the sample does not have what has to give way once.
    """
    beside = example.beside
    if beside is None:
        return None
    sample = read_sample(example.template, beside.whose.value)
    return decode(_replaced(sample, beside.instead_of or beside.piece, beside.piece).encode(), "other")


def shown(piece: str | bytes) -> str:
    """A piece as a reader sees it: bytes that are no text in hexadecimal digits."""
    if isinstance(piece, str):
        return piece
    source = decode(piece, "piece")
    return piece.hex(" ") if source.binary else source.text


def _prepared(example: Example) -> str:
    text = read_sample(example.template)
    for old, new in example.besides:
        text = _replaced(text, old, new)
    return text


def _replaced(text: str, old: str, new: str) -> str:
    """A text with a piece replaced; of one with gaps, part by part."""
    for part, other in zip(old.split(_GAP), new.split(_GAP), strict=True):
        if text.count(part) != 1:
            raise ValueError(f"{part!r} occurs {text.count(part)} times")
        text = text.replace(part, other)
    return text
