"""Figures that stand in no text of a page: a style sheet, a font of signs or a script draws them on an element that holds nothing."""

from __future__ import annotations

import re

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.hidden import WORDS
from giar_lark.readers.html.scan import Tag, attributes
from giar_lark.readers.html.style_sheets import rules

_HINT = lazy_pattern(r"content\s*:|\sdata-[a-z]+\s*=\s*[\"']?\d|<i\s")
_DRAWN_ON = lazy_pattern(r"(?i)([a-z]+[0-9]?)?(?:\.([\w-]+))?::?(?:before|after)")
_CONTENT = lazy_pattern(r"(?i)(?<![\w-])content\s*:\s*([^;}]+)")
_OF_ATTRIBUTE = lazy_pattern(r"(?i)attr\(\s*([\w-]+)")
_FIGURE, _COUNTER = lazy_pattern(r"\d"), lazy_pattern(r"(?i)counters?\(")
# an escape in a text of a style sheet, which is none of its figures
_ESCAPE = lazy_pattern(r"\\[0-9a-fA-F]{1,6}\s?")
# attributes from which scripts take a figure
_KEPT = lazy_pattern(r"data-(?:num|number|n|v|val|value|count|to|end|target|text|content|digit|figure)")
_NUMBER = lazy_pattern(r"\s*[+-]?\d[\d,.]*\s*")


@dataclass(slots=True)
class Generated:
    """What is drawn on the elements of a document; `lower` is the document in small letters."""

    document: str
    lower: str
    may_draw: bool = field(init=False)
    # by class with a dot before it, or by element
    _contents: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Look whether anything may be drawn at all."""
        self.may_draw = _HINT.search(self.lower) is not None

    def note(self, sheet: str) -> None:
        """Take in a style sheet; what it says last counts."""
        for selectors, declarations in rules(sheet) if self.may_draw else ():
            content = _CONTENT.search(declarations)
            for selector in selectors.split(",") if content is not None else ():
                found = _DRAWN_ON.fullmatch(selector.split()[-1] if selector.strip() else "")
                if content is not None and found is not None and (found[1] or found[2]):
                    self._contents[f".{found[2]}" if found[2] else found[1].lower()] = content[1]

    def draws(self, tag: Tag) -> bool:
        """Whether a figure is drawn on the element that a tag begins, or a sign that may be one."""
        if tag.closing or not (tag.name in WORDS or self._contents):
            return False
        said = attributes(self.document, tag) if tag.attributes[0] < tag.attributes[1] else {}
        values = {name: self.document[slice(*place)] for name, place in said.items()}
        contents = (
            self._contents.get(name) for name in (tag.name, *(f".{one}" for one in values.get("class", "").split()))
        )
        if any(_shows_figure(content, values) for content in contents if content is not None):
            return True
        if tag.name not in WORDS or not self.document.startswith("</", tag.end):
            return False
        kept = any(_KEPT.fullmatch(name) and _NUMBER.fullmatch(value) for name, value in values.items())
        return kept or (tag.name == "i" and "class" in values)


def _shows_figure(content: str, values: dict[str, str]) -> bool:
    taken: re.Match[str] | None = _OF_ATTRIBUTE.search(content)
    if taken is not None and _NUMBER.fullmatch(values.get(taken[1].lower(), "")):
        return True
    text = _OF_ATTRIBUTE.sub("", _ESCAPE.sub("", content))
    return _COUNTER.search(text) is not None or _FIGURE.search(text) is not None
