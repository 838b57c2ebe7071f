"""Tables to pieces: which separator a table has, and the splitter for it."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.tokenise.split.bars import BAR, RULED, has_bar_rows, parts_cells
from giar_lark.tokenise.split.cells import split_cells
from giar_lark.tokenise.split.led_cells import split_led_cells
from giar_lark.tokenise.split.piece import Pieces
from giar_lark.tokenise.split.piped import split_bar_rows
from giar_lark.tokenise.split.rows import split_rows
from giar_lark.tokenise.split.separators import written_separator
from giar_lark.tokenise.split.words import split_lines
from giar_lark.tokenise.text.lines import is_rule

_TAB = lazy_pattern("\t")
# no table of the report has so many columns; a longer line holds several rows
_WIDEST = 40


def split_table(text: str, start: int, end: int) -> Pieces:
    """The pieces of the table in `text[start:end]`, cut by the separators that are there."""
    region = text[start:end]
    lines = region.split("\n")
    bars = [line for line in lines if BAR.search(line)] if BAR.search(region) else []
    if parts_cells(bars, "|"):
        rowed = (sum(map(is_rule, lines)) >= RULED or has_bar_rows(bars)) and not _are_run_together(bars, "|")
        return (
            split_bar_rows(text, start, end)
            if rowed
            else split_cells(_without_rules(text, start, lines), start, end, BAR)
        )
    tabbed = [line for line in lines if "\t" in line] if "\t" in region else []
    if parts_cells(tabbed, "\t") and not (_tabs_only_indent(lines, tabbed) or _tabs_only_end(tabbed)):
        return _split_tabs(text, start, end, tabbed)
    separator = written_separator(region)
    if separator is None:
        return split_lines(text, start, end)
    if _are_run_together(lines, separator):
        return split_cells(text, start, end, re.compile(re.escape(separator)))
    return split_rows(text, start, end, separator)


def _without_rules(text: str, start: int, lines: list[str]) -> str:
    """A text whose lines from a start on are blank where they are drawn."""
    if not any(map(is_rule, lines)):
        return text
    region = "\n".join(" " * len(line) if is_rule(line) else line for line in lines)
    return text[:start] + region + text[start + len(region) :]


def _split_tabs(text: str, start: int, end: int, tabbed: list[str]) -> Pieces:
    """A tab before each cell, a tab between the cells of a line, or a tab as one more kind of space around single cells."""
    led = sum(line.lstrip(" ").rfind("\t") <= 0 for line in tabbed)
    alone = sum(line.strip(" \r") == "\t" for line in tabbed)
    wrapped = sum(line.count("\t") <= 2 and line.startswith("\t") and line.endswith("\t") for line in tabbed)
    if alone * 10 > len(tabbed) * 9 or (wrapped * 10 > len(tabbed) * 9 and led * 2 <= len(tabbed)):
        return split_cells(text, start, end, _TAB)
    if led * 2 > len(tabbed):
        return split_led_cells(text, start, end)
    if _are_run_together(tabbed, "\t"):
        return split_cells(text, start, end, _TAB)
    return split_rows(text, start, end, "\t")


def _are_run_together(lines: list[str], mark: str) -> bool:
    """Whether a line holds the whole table, or more cells than any row has: its rows run on, parted by their labels alone."""
    whole = len(lines) == 1 and any(map(str.isalpha, lines[0]))
    return whole or max(line.count(mark) for line in lines) > _WIDEST


def _tabs_only_indent(lines: list[str], tabbed: list[str]) -> bool:
    """Whether tabs stand only in front of whole lines (an indent), while other lines carry cells without one."""
    return sum("\t" not in line and not line.isspace() and line != "" for line in lines) > 3 * len(tabbed)


def _tabs_only_end(tabbed: list[str]) -> bool:
    """Whether a single tab stands behind all that a line holds, and most lines hold something; several are blank cells."""
    filled = [line for line in tabbed if not line.isspace()]
    return len(filled) * 2 > len(tabbed) and not any(line.count("\t") > 1 or "\t" in line.rstrip() for line in filled)
