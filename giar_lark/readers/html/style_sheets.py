"""The classes that the style sheets of a page hide, as far as they say so plainly."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.hidden import FADING, HIDING, WORDS
from giar_lark.readers.html.scan import Tag, attributes

_COMMENT = lazy_pattern(r"(?s)/\*.*?\*/|<!--|-->")
_BRACE = lazy_pattern(r"[{}]")
# a selector that is a class and nothing more but parts of a table, so that whatever has the class in a table is hidden
_CLASS = lazy_pattern(r"(?:(?:table|thead|tbody|tr|td|th)\s*[>\s]\s*)*(?:[a-z]+[0-9]?)?\.([\w-]+)")
_SHOWING = lazy_pattern(r"(?i)(?<![\w-])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible)")
# what is said for every screen is said for the reader
_ON_SCREEN = lazy_pattern(r"(?i)@media\s+(?:only\s+)?(?:screen|all)\s*")
# what a class may hide; blocks of a page may be shown by its scripts, but never one that is a number and nothing more
_PARTS = WORDS | {"tr", "td", "th"}
_BLOCKS = frozenset(["p", "div"])
_NUMBER_ALONE = lazy_pattern(r"\s*[\d.,]{1,12}\s*</")


@dataclass(slots=True)
class HiddenClasses:
    """The classes that are hidden so far, and those whose words cannot be seen."""

    hidden: set[str] = field(default_factory=set)
    faded: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.hidden or self.faded)

    def note(self, sheet: str) -> None:
        """Take in what a style sheet says: the last word counts."""
        for selectors, declarations in rules(sheet):
            hides, fades = HIDING.search(declarations), FADING.search(declarations)
            if not (hides or fades or _SHOWING.search(declarations)):
                continue
            names = {found[1] for one in selectors.split(",") if (found := _CLASS.fullmatch(one.strip()))}
            self.faded |= names if fades else set()
            self.hidden = self.hidden | names if hides else self.hidden - names

    def hide(self, document: str, tag: Tag) -> bool:
        """Whether a tag begins a part of a table that is of a class which is hidden."""
        name = tag.name
        if name not in _PARTS and (name not in _BLOCKS or not _NUMBER_ALONE.match(document, tag.end)):
            return False
        if "class" not in document[slice(*tag.attributes)].lower():
            return False
        names = attributes(document, tag).get("class")
        if names is None:
            return False
        classes = document[slice(*names)].split()
        return not self.hidden.isdisjoint(classes) or (name in WORDS and not self.faded.isdisjoint(classes))


def rules(sheet: str) -> Iterator[tuple[str, str]]:
    """The selectors and declarations of a style sheet, but for those that hold in some media only."""
    sheet = _COMMENT.sub("", sheet)
    depth = begin = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        if brace[0] == "{":
            if depth == 0:
                selectors = sheet[begin : brace.start()].rpartition(";")[2].strip()
            depth += 0 if depth == 0 and _ON_SCREEN.fullmatch(selectors) else 1
        elif depth:
            depth -= 1
            if depth == 0 and not selectors.startswith("@"):
                yield selectors, sheet[begin : brace.start()]
        begin = brace.end()
