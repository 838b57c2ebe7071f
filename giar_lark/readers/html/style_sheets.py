"""The classes that the style sheets of a page hide, as far as they say so plainly."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.pattern import lazy_pattern
from giar_lark.readers.html.hidden import HIDING

_COMMENT = lazy_pattern(r"(?s)/\*.*?\*/|<!--|-->")
_BRACE = lazy_pattern(r"[{}]")
# a selector that is a class and nothing more, so that whatever has the class is hidden
_CLASS = lazy_pattern(r"(?:[a-z]+[0-9]?)?\.([\w-]+)")
_SHOWING = lazy_pattern(r"(?i)(?<![\w-])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)")


def note_hidden_classes(sheet: str, hidden: set[str]) -> None:
    """Bring what a style sheet says into the classes that are hidden so far: the last word counts."""
    for selectors, declarations in _rules(_COMMENT.sub("", sheet)):
        hides, shows = HIDING.search(declarations), _SHOWING.search(declarations)
        if not (hides or shows):
            continue
        names = {found[1] for one in selectors.split(",") if (found := _CLASS.fullmatch(one.strip()))}
        if hides:
            hidden |= names
        else:
            hidden -= names


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of a style sheet, but for those that hold in some media only."""
    depth = begin = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selectors = sheet[begin : brace.start()].rpartition(";")[2].strip()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and not selectors.startswith("@"):
                yield selectors, sheet[begin : brace.start()]
        begin = brace.end()
