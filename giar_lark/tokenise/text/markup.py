"""Mark-up kept as text: tags and entities become layout, every offset stays where it is.

A cell tag becomes a tab, a row or block tag a line break, any other tag a filler that joins what stands on its sides, as a
browser does. The tokenisers then need to know nothing of mark-up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.attributes import without_attributes
from giar_lark.tokenise.text.characters import FILLER, plain_characters
from giar_lark.tokenise.text.decoration import undecorated
from giar_lark.tokenise.text.escapes import unescaped, without_entities, without_nested_entities
from giar_lark.tokenise.text.latex import without_commands
from giar_lark.tokenise.text.notations import without_notations

_TAG = lazy_pattern(r"<(?:!--[\s\S]{0,5000}?--|(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*)(?:\s[^<>]*)?/?)>")
_HIDDEN = lazy_pattern(r"<(?P<name>script|style|head)\b[\s\S]*?</(?P=name)\s*>", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "hr",
        "li",
        "ul",
        "ol",
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "nav",
        "pre",
        "blockquote",
        "dd",
        "dt",
        "dl",
        "form",
        "title",
        "body",
        "html",
    ]
)
# cells, rows and tables also as word processors and books have them
_CELLS = frozenset(["td", "th", "tc", "cell", "table-cell", "entry"])
_ROWS = frozenset(["tr", "row", "table-row"])
_TABLES = frozenset(["table", "tbl"])
# in these a line break is none
_DEEPENING = frozenset([*_TABLES, "row", "table-row"])
# what attributes make a cell or a row of any other tag
_ROLE = lazy_pattern(r"""role\s*=\s*["']?(?:grid)?(?P<role>row|cell)\b|display\s*:\s*table-(?P<display>row|cell)\b""")
_MARKUP = lazy_pattern(r"<(?:\w+:)?(?:t[dhrc]|p|br|div|span|d[tdl]|row|cell|table-row)\b[^<>]*>", re.IGNORECASE)
# a cell that says where it stands, as those of InDesign do, whose rows have no tags
_PLACE = lazy_pattern(r'<Cell Name="(?P<column>\d{1,2}):(?P<row>\d{1,3})"')
# tags of boards on the web
_BOARD_TAG = lazy_pattern(r"\[/?(?:table|tr|td|th|b|i|u|p|br|color|size|font|align|center|url)(?:=[^\[\]\n]{0,40})?\]")


def squeezed(text: str) -> str:
    """A text without white space, and without what stands where mark-up stood."""
    return "".join(text.replace(FILLER, "").split())


def has_markup(text: str) -> bool:
    """Whether a text holds HTML: cell tags, or paragraphs."""
    return "<" in text and _MARKUP.search(text) is not None


# what Markdown puts before a mark that it is not to take as its own
_ESCAPE = lazy_pattern(r"\\(?=[!-/:-@\[-`{-~])")
_ESCAPED = 3
# the name that Markdown gives a heading, made of its own words
_ATTRIBUTE = lazy_pattern(r"\{#[^\s{}]{1,80}\}")
# the condition around a row that a word processor adds to hold its columns, and the blank row itself
_CONDITION = lazy_pattern(r"(?m)^[ \t]*(?:if !support\w+[ \t|]*|endif[ \t|]*)$")


@lru_cache(maxsize=2)
def plain_layout(text: str) -> str:
    """A text of the same length with one kind of line break, no ornament, and no mark-up.

    The last ones are remembered, for each stage asks for it anew.
    """
    # one character is found sooner than two, and most texts have none of these
    if "\\" in text:
        text = without_commands(unescaped(text))
    text = without_notations(text)
    has_braces = "{" in text
    if has_braces and ("]{" in text or "`{" in text):
        text = without_attributes(text)
    if "[" in text and "[td" in text:
        text = _BOARD_TAG.sub(_tag_of, text)
    if "&" in text and not has_markup(text):
        text = without_nested_entities(text)
    text = undecorated(plain_characters(text))
    if "\\" in text and len(_ESCAPE.findall(text)) >= _ESCAPED:
        text = _ESCAPE.sub(FILLER, text)
    if has_braces and "{#" in text:
        text = _ATTRIBUTE.sub(lambda match: _blank(match[0]), text)
    if "if !support" in text:
        text = _CONDITION.sub(lambda match: _blank(match[0]), text)
    return unmark(text) if has_markup(text) else text


def _tag_of(board: re.Match[str]) -> str:
    return "<" + board[0][1:-1].replace("=", " ") + ">"


# what begins the content of a cell, and what a cell without any content holds so that it is drawn
_OPENING = lazy_pattern(r"\s*<(?!/|!|t[dhr]\b|br\b|table\b)[A-Za-z][^<>]*>", re.IGNORECASE)
_NOTHING = lazy_pattern(r"(?:&nbsp;|&#160;|&#[xX][aA]0;|\xa0|\u3000)+(?=\s*<)")


def empty_place(text: str, offset: int) -> tuple[int, int]:
    """Start and end of what stands for nothing in a blank cell at an offset; in plain text, just that offset.

    In HTML it is behind the tags that begin the cell, and a fixed space there belongs to it: `<td><p>&nbsp;</p></td>`.
    """
    opened = text.rfind("<", 0, offset)
    tag = _TAG.match(text, opened) if opened >= 0 else None
    if tag is None or not tag.start() < offset < tag.end():
        return offset, offset
    offset = tag.end()
    while opening := _OPENING.match(text, offset):
        offset = opening.end()
    nothing = _NOTHING.match(text, offset)
    return offset, nothing.end() if nothing else offset


def unmark(text: str) -> str:
    """A text of the same length in which tags and entities are layout."""
    text = _HIDDEN.sub(lambda match: _blank(match[0]), text)
    out: list[str] = []
    at, depth, last = 0, 0, (-1, -1)
    has_places = '<Cell Name="' in text
    has_roles = "role" in text or "table-" in text
    for tag in _TAG.finditer(text):
        out.append(_plain(text[at : tag.start()], in_table=depth > 0))
        name = (tag["name"] or "").lower().rpartition(":")[2]
        if name in _DEEPENING:
            depth = max(0, depth + (-1 if tag["close"] else 1))
        role = _ROLE.search(tag[0]) if has_roles else None
        name = name if role is None else f"table-{role['role'] or role['display']}"
        inside = depth > 0 or (name in ("br", "p") and _in_row(text, tag.start()))
        place = _PLACE.match(tag[0]) if has_places else None
        if place is None:
            out.append(_layout_of(name, bool(tag["close"]), len(tag[0]), in_table=inside))
        else:
            before, last = last, (int(place["row"]), int(place["column"]))
            out.append(_placed(before, last)[: len(tag[0])].ljust(len(tag[0])))
        at = tag.end()
    out.append(_plain(text[at:], in_table=depth > 0))
    return "".join(out)


def _in_row(text: str, offset: int) -> bool:
    """Whether a place is inside the row of a pipe table, where a break belongs to a cell."""
    start = text.rfind("\n", 0, offset) + 1
    return "|" in text[start:offset]


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _layout_of(name: str, closing: bool, length: int, *, in_table: bool) -> str:
    if name in _CELLS:
        return (" " if closing else "\t") + " " * (length - 1)
    if name in _ROWS or name in _TABLES:
        return "\n" + " " * (length - 1)
    if name in _BLOCKS:
        return (" " if in_table else "\n") + " " * (length - 1)
    return FILLER * length


def _placed(before: tuple[int, int], place: tuple[int, int]) -> str:
    """What leads from a cell to the next one, by the row and the column of each: a column that others cover has a blank cell."""
    (last_row, last_column), (row, column) = before, place
    return "\t" * (column - last_column) if row == last_row else "\n" + "\t" * (column + 1)


def _plain(text: str, *, in_table: bool) -> str:
    """Text between tags: entities decoded and padded; inside a table a line break is no more than a space."""
    text = without_entities(text)
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ") if in_table else text
