"""Elements that a browser does not show, and where such an element ends, even if it is not closed."""

from __future__ import annotations

import re
from collections import Counter

from giar_lark.readers.html.scan import Tag, attributes
from giar_lark.records import dataclass, field

# never shown, or shown as something else than text; struck out words count as taken back
UNSHOWN = frozenset(
    ["template", "svg", "math", "xml", "button", "rt", "rp", "datalist", "object", "audio", "video", "canvas"]
)
STRUCK = frozenset(["del", "s", "strike"])
VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "col", "base", "area", "embed", "param", "source", "track", "wbr"]
)
_MAY_HIDE = re.compile(r"none|hidden", re.IGNORECASE)
_HIDING = re.compile(r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# elements that end what is open in them: their end tag, or the next of their kind where that may be left out
_FRAMES = frozenset(
    [
        "table",
        "tbody",
        "thead",
        "tfoot",
        "tr",
        "td",
        "th",
        "body",
        "html",
        "div",
        "section",
        "article",
        "main",
        "form",
        "ul",
        "ol",
        "dl",
    ]
)
_ENDED_BY: dict[str, frozenset[str]] = {
    "td": frozenset(["td", "th", "tr", "tbody", "thead", "tfoot"]),
    "th": frozenset(["td", "th", "tr", "tbody", "thead", "tfoot"]),
    "tr": frozenset(["tr", "tbody", "thead", "tfoot"]),
    "li": frozenset(["li"]),
    "p": frozenset(
        [
            "p",
            "div",
            "table",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "hr",
            "pre",
            "blockquote",
            "td",
            "th",
            "tr",
        ]
    ),
}


def may_hide(lower: str) -> bool:
    """Whether anything in a document, which is given in small letters, may be hidden by its attributes."""
    return any(word in lower for word in ("display", "visibility", "hidden"))


def is_hidden(document: str, tag: Tag) -> bool:
    """Whether a tag begins what its own attributes hide."""
    if tag.closing or not _MAY_HIDE.search(document, *tag.attributes):
        return False
    found = attributes(document, tag)
    style = found.get("style")
    return "hidden" in found or (style is not None and _HIDING.search(document, *style) is not None)


@dataclass(slots=True)
class Hidden:
    """An element that is not shown; `struck` says that its words are struck out."""

    name: str
    struck: bool = False
    _open: Counter[str] = field(default_factory=Counter)

    def ends_at(self, tag: Tag) -> bool:
        """Whether the element has ended with a tag, or before it (see `is_own_end`)."""
        name, inside = tag.name, self._open
        if name in VOID or name.startswith("!"):
            return False
        if not tag.closing:
            if name in _ENDED_BY.get(self.name, ()) and not inside["table"] and not inside[name]:
                return True
            inside[name] += 1
            return False
        if inside[name] > 0:
            inside[name] -= 1
            return False
        return name == self.name or name in _FRAMES

    def is_own_end(self, tag: Tag) -> bool:
        """Whether a tag with which the element has ended is its own end, and means nothing else."""
        return tag.closing and tag.name == self.name
