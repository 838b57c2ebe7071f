"""A rendered page: lines of styled text, printed as they are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text as Styled

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.render.theme import Glyphs

MIN_WIDTH, MAX_WIDTH = 40, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How to draw: the language, the width in cells, the signs that the stream can write."""

    lang: str
    width: int
    glyphs: Glyphs


def line(*parts: str | tuple[str, str]) -> Styled:
    """A line of plain and styled parts; no part is ever read as markup."""
    return Styled.assemble(*parts, no_wrap=True, end="")


def page_width(console: Console) -> int:
    """The width to draw for: the terminal's, within what can be read."""
    return max(MIN_WIDTH, min(console.width, MAX_WIDTH))


def show(console: Console, lines: Iterable[Styled]) -> None:
    """Print lines just as they are, in one go."""
    text = Styled("\n").join(lines)
    if text.plain:
        console.print(text, soft_wrap=True, highlight=False, emoji=False, markup=False)


class Numbered(NamedTuple):
    """A line of an excerpt, and the line of the source it shows; None for headings, marks and notes."""

    number: int | None
    text: Styled


def console_for(stream: TextIO, *, plain: bool = False) -> Console:
    """A console that prints what it is given: no markup, no emoji; no escape codes under `NO_COLOR`, or where `plain`."""
    if plain or os.environ.get("NO_COLOR"):
        return Console(file=stream, color_system=None, markup=False, emoji=False, highlight=False)
    return Console(file=stream, markup=False, emoji=False, highlight=False)
