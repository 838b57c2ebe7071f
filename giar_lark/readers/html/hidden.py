"""Elements that a browser does not show, and where such an element ends, even if it is not closed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set

from giar_lark.pattern import lazy_pattern
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
_HINT = lazy_pattern(r"display|visibility|hidden|line-through|opacity|font-size\s*:\s*0")
_MAY_HIDE = lazy_pattern(r"(?i)none|hidden|collapse|line-through|opacity|font-size\s*:\s*0")
# declarations that hide
HIDING = lazy_pattern(r"(?i)(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))")
_STRIKING = lazy_pattern(r"(?i)(?<![\w-])text-decoration(?:-line)?\s*:[^;]*line-through")
# blocks are so to close the gaps between what stands in them, or as long as they have not been scrolled to
_FADING = lazy_pattern(r"(?i)(?<![\w-])(?:font-size\s*:\s*0(?:px|pt|em|rem|%)?|opacity\s*:\s*0(?:\.0+)?)\s*(?:;|!|$)")
_WORDS = frozenset(["span", "font", "b", "strong", "i", "em", "u", "a", "small", "big", "label", "sup", "sub", "ins"])
# what a class of a style sheet may hide; blocks of a page may be shown by its scripts
_OF_TABLES = _WORDS | {"tr", "td", "th"}
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
        "select",
    ]
)
_ENDED_BY: dict[str, frozenset[str]] = {
    "td": frozenset(["td", "th", "tr", "tbody", "thead", "tfoot"]),
    "th": frozenset(["td", "th", "tr", "tbody", "thead", "tfoot"]),
    "tr": frozenset(["tr", "tbody", "thead", "tfoot"]),
    "li": frozenset(["li"]),
    "option": frozenset(["option", "optgroup"]),
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
    return _HINT.search(lower) is not None


def unseen(document: str, tag: Tag) -> str:
    """What the own attributes of a tag make of what it begins: `hidden`, `struck`, or nothing."""
    if tag.closing or not _MAY_HIDE.search(document, *tag.attributes):
        return ""
    found = attributes(document, tag)
    style = found.get("style")
    if "hidden" in found or style is None:
        return "hidden" if "hidden" in found else ""
    if HIDING.search(document, *style) or (tag.name in _WORDS and _FADING.search(document, *style)):
        return "hidden"
    return "struck" if _STRIKING.search(document, *style) else ""


def has_hidden_class(document: str, tag: Tag, hidden: Set[str]) -> bool:
    """Whether a tag begins a part of a table that is of a class which is hidden."""
    if tag.name not in _OF_TABLES or "class" not in document[slice(*tag.attributes)].lower():
        return False
    names = attributes(document, tag).get("class")
    return names is not None and not hidden.isdisjoint(document[slice(*names)].split())


@dataclass(slots=True)
class Hidden:
    """An element that is not shown."""

    name: str
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
