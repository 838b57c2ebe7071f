"""The page of a rule: the docstring of its module, taken apart.

A page is a title line in Chinese, the Chinese heads at the margin with their text indented below, and the same again in
English. Lines of a paragraph run together; an empty line within a section divides paragraphs.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import HEADS, RIGHT, WRONG, Manual, Piece, Section
from giar_lark.rules.example import Example
from giar_lark.rules.example_report import shown
from giar_lark.rules.rule import Page


class _Half(NamedTuple):
    """One language of a page: its title, and its sections by key."""

    title: str
    sections: dict[str, str]


def manual_of(page: Page) -> Manual:
    """What a module of the catalogue says of its rule.

    Raises: ValueError, where its docstring is no page, or lacks a section.
    """
    rule, (chinese, english) = page.RULE, _halves(page)
    return Manual(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        fault=rule.fault,
        title=Text(chinese.title, english.title),
        summary=rule.summary,
        clause=rule.clause,
        templates=rule.templates,
        fixable=rule.fixable,
        sections=tuple(Section(key, Text(chinese.sections[key], english.sections[key])) for key in HEADS),
        example=tuple(_pieces(rule.example)),
    )


def _pieces(example: Example) -> Iterator[Piece]:
    """The example in the order in which it is shown."""
    if example.beside is not None:
        yield Piece("beside", example.beside.whose.words, example.beside.piece)
    yield Piece("wrong", WRONG, shown(example.wrong))
    yield Piece("right", RIGHT, example.right)


def _halves(page: Page) -> list[_Half]:
    """The page in Chinese and in English, each with all sections in order."""
    halves: list[_Half] = []
    for line, below in _blocks(inspect.cleandoc(page.__doc__ or "").splitlines()):
        key = next((key for key, head in HEADS.items() if halves and line == head[len(halves) - 1]), None)
        if key:
            halves[-1].sections[key] = _paragraphs(below, _chinese_gap if len(halves) == 1 else _english_gap)
        elif len(halves) == 2 or any(below):
            raise ValueError(f"{page.__name__}: {line!r} is no head of a page")
        else:
            halves.append(_Half(line, {}))
    if len(halves) != 2 or any(list(half.sections) != list(HEADS) for half in halves):
        raise ValueError(f"{page.__name__}: a page is a title and {', '.join(HEADS)}, in Chinese, then in English")
    return halves


def _blocks(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Each line at the margin, and the lines that are indented below it."""
    head, below = "", list[str]()
    for line in lines:
        if line.startswith(" ") or not line:
            below.append(line.strip())
            continue
        if head:
            yield head, below
        head, below = line, []
    yield head, below


def _paragraphs(lines: list[str], gap: Callable[[str, str], str]) -> str:
    """Lines as one text, with what the language has between two lines of a paragraph."""
    text = ""
    for line in lines:
        text += (gap(text[-1], line[0]) if line and text and text[-1] != "\n" else "") + (line or "\n\n")
    return text.rstrip("\n")


def _english_gap(left: str, right: str) -> str:
    return " "


def _chinese_gap(left: str, right: str) -> str:
    """Nothing between two Chinese characters; a space between words, and between a word and a Chinese character."""
    if left.isascii() and right.isascii():
        return " "
    word, other = (left, right) if left.isascii() else (right, left)
    return " " if word.isascii() and word.isalnum() and other.isalpha() else ""
