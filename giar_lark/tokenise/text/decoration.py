"""Ornament to white space: brackets around every cell, numbers or a mark in front of every line, each offset kept as it is.

All say nothing that the cells and the lines do not say themselves, and are told from text by their number alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress, pairwise, repeat

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.text.ascii_doc import with_rows_on_lines
from giar_lark.tokenise.text.brackets import without_brackets
from giar_lark.tokenise.text.characters import FILLER

# the cells of a table are so many
_CELLS = 40
# table 3 alone has so many rows
_ROWS = 20
# a number in front of a line, perhaps behind the name of a file, and what parts it from the line
_LINE_NUMBER = lazy_pattern(r"(?:(?!\d+:)[^\s:]{1,80}:)?[ ]*(?P<number>\d{1,6})(?:[ ]?[:：|│]|\t|[ ]{1,2}|$)")
# a mark that stands in front of every line
_LINE_MARK = lazy_pattern(r"[ ]*(?:>(?:[ ]?>)*|#+|//|\+|\||--|%|;|\*|\t)")
# in the tables of a wiki: a line of header cells, and what is said of a cell in front of it
_WIKI_HEADER = lazy_pattern(r"(?m)^!.*$")
_WIKI_SPAN = lazy_pattern(r'(?m)(?<=^\|)(?:[ \t]*[a-z]+="[^"\n]*")+[ \t]*\|(?!\|)')
# in the tables of AsciiDoc: how far a cell covers, and how it is set, in front of its bar
_CELL_SPAN = lazy_pattern(r"(?<!\S)(?:\d+(?:\.\d+)?|\.\d+)[+*][<^>.]*[a-z]?(?=\|)")
# in those of Textile: how far a cell covers
_TEXTILE_SPAN = lazy_pattern(r"(?<=\|)(?:[\\/]\d{1,2}){1,2}\.(?=[ |])")
# in those of Jira: the break in front of the fixed space that a blank cell holds
_BREAK_IN_BLANK = lazy_pattern(r"(?<=\| )\n(?=[\xa0\u3000][ \xa0\u3000]*\|)")
# in those of XWiki: a cell that holds paragraphs
_BLOCK_CELL = lazy_pattern(r"(?<=\|)\(\(\([\s\S]*?\)\)\)")
# bars that are not doubled, as wikis double all that part cells, and may not the first of a line
_ODD_BARS = lazy_pattern(r"(?m)(?<![|\n{])(?<!^)\|(?:\|\|)*(?!\|)")
# a cell with line breaks in it, in the quotation marks that a spreadsheet puts around it
_BROKEN_CELL = lazy_pattern(r'(?:(?<=[\t,\n])|^)"(?:[^"\n\t]{0,80}\n){1,4}[^"\n\t]{0,80}"(?=[\t,\n]|$)')
# of so many lines every one or nearly every one is numbered
_LINES, _SHARE = 40, 0.9
# a line that is not blank; so many of them, spread over a text, show whether it is worth looking at all
_FILLED = lazy_pattern(r"(?m)^[ ]*[^ \n].*")
_SAMPLES = 5


def undecorated(text: str) -> str:
    """A text of the same length, the brackets around its cells and what stands before all its lines as white space."""
    if text.lstrip(" \n")[:1].isascii():
        text = _without_lead(text)
    if "\\" in text and "\\\n" in text:
        text = _without_line_ends(text)
    if "|" in text:
        text = _without_marks_of_wikis(text)
    if '"' in text:
        text = _BROKEN_CELL.sub(lambda match: match[0].replace("\n", FILLER), text)
    return without_brackets(text)


def _without_line_ends(text: str) -> str:
    """A text without backslashes at the ends of its lines: of nearly all lines, for breaks, or of those that are cut at a width."""
    filled = [line for line in text.split("\n") if line.strip(" ")]
    ended = [line for line in filled if line.endswith("\\") and not line.endswith("\\\\")]
    if len(ended) >= len(filled) * _SHARE:
        return text.replace("\\\n", " \n")
    cut = len(ended) >= _SAMPLES and len({*map(len, ended)}) == 1 and len(ended[0]) >= max(map(len, filled))
    return text.replace("\\\n", FILLER * 2) if cut else text


def _without_marks_of_wikis(text: str) -> str:
    """A text in whose tables one bar parts the cells, and nothing is said of them."""
    if "{|" in text:
        text = _WIKI_HEADER.sub(lambda match: match[0].replace("!!", "||").replace("!", "|"), text)
        text = _WIKI_SPAN.sub(lambda match: " " * len(match[0]), text)
    if "|===" in text:
        text = _CELL_SPAN.sub(lambda match: " " * len(match[0]), with_rows_on_lines(text))
    if "|\\" in text:
        text = _TEXTILE_SPAN.sub(lambda match: " " * len(match[0]), text)
    if "\n\xa0" in text:
        text = _BREAK_IN_BLANK.sub(" ", text)
    if text.count("|(((") >= _CELLS:
        text = _BLOCK_CELL.sub(
            lambda cell: cell[0].replace("\n", " ").replace("(((", "   ").replace(")))", "   "), text
        )
    if text.count("||") >= _CELLS and not _ODD_BARS.search(text):
        text = text.replace("||", " |")
    return text


def _without_lead(text: str) -> str:
    """A text without what stands in front of all its lines, if most of a few lines look as if anything did."""
    lines = _samples(text)
    if len(list(filter(_LINE_MARK.match, lines))) * 2 > _SAMPLES:
        text = _without_line_marks(text)
        lines = _samples(text)
    numbers = [int(found["number"]) for found in map(_LINE_NUMBER.match, lines) if found]
    if len(numbers) * 2 > _SAMPLES and all(number < following for number, following in pairwise(numbers)):
        text = _without_line_numbers(text)
    return text


def _samples(text: str) -> list[str]:
    """A few lines of a text that are not blank, spread over it."""
    found = (_FILLED.search(text, len(text) * number // _SAMPLES) for number in range(_SAMPLES))
    return [line[0] for line in found if line]


def _without_line_marks(text: str) -> str:
    """A text without the mark that all its lines begin with: of a quotation, a comment, an indent, what was added."""
    lines = text.split("\n")
    filled = list(compress(lines, map(str.strip, lines, repeat(" "))))
    mark = _LINE_MARK.match(filled[len(filled) // 2]) if filled else None
    if mark is None or not (_begins(filled, mark[0]) and _begins([line for line in filled if "。" in line], mark[0])):
        return text
    size = len(mark[0])
    if mark[0].endswith("\t") and not _is_indent(filled, size):
        return text
    return "\n".join(" " * size + line[size:] if line.startswith(mark[0]) else line for line in lines)


def _begins(lines: Sequence[str], mark: str) -> bool:
    """Whether a mark begins nearly all of some lines. Those of prose tell it from the mark that begins the cells of a table."""
    return sum(map(str.startswith, lines, repeat(mark))) >= len(lines) * _SHARE


def _is_indent(lines: Sequence[str], size: int) -> bool:
    """Whether cells are parted behind the tab that lines begin with; else that tab itself says that the line is a cell."""
    behind = (line[size:].strip() for line in lines)
    return sum("\t" in line or "  " in line for line in behind) >= _ROWS


def _without_line_numbers(text: str) -> str:
    """A text without the numbers in front of its lines, if they count nearly all of them."""
    lines = text.split("\n")
    numbers = _numbers_in_order(lines)
    if len(numbers) < max(_LINES, sum(map(bool, map(str.strip, lines))) * _SHARE):
        return text
    for at, match in numbers:
        lines[at] = " " * match.end() + lines[at][match.end() :]
    return "\n".join(lines)


def _numbers_in_order(lines: Sequence[str]) -> list[tuple[int, re.Match[str]]]:
    """The numbers in front of lines, with the positions of the lines; none as soon as they count no lines.

    They do not, where one does not follow the one before, or where too many lines have none.
    """
    found: list[tuple[int, re.Match[str]]] = []
    without = 0
    for at, line in enumerate(lines):
        match = _LINE_NUMBER.match(line)
        if match is not None:
            if found and int(match["number"]) != int(found[-1][1]["number"]) + 1:
                return []
            found.append((at, match))
        elif line.strip():
            without += 1
            if without > len(lines) * (1 - _SHARE):
                return []
    return found
