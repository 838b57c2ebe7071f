"""Elements that a browser does not show, and where such an element ends, even if it is not closed."""

from __future__ import annotations

from collections import Counter

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.html.scan import Tag, attributes

# never shown, or shown as something else than text; struck out words count as taken back
UNSHOWN = frozenset(
    ["template", "xml", "button", "rt", "rp", "datalist", "object", "audio", "video", "canvas",
     "desc", "defs", "metadata", "annotation", "annotation-xml"]
)  # fmt: skip
# an ornament of a page, but the text of a cell where one stands in it
DRAWN = frozenset(["svg", "math"])
STRUCK = frozenset(["del", "s", "strike"])
VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "col", "base", "area", "embed", "param", "source", "track", "wbr"]
)
_HINT = lazy_pattern(
    r"display|visibility|hidden|line-through|opacity|font-size\s*:\s*[01]|transparent|rgba|mso-hide|indent\s*:\s*-|left\s*:\s*-"
    r"|clip|scale\(|(?:width|height)\s*:\s*0|background[^;:]*:\s*(?:white|#fff)"
)
_MAY_HIDE = lazy_pattern(
    r"(?i)none|hid|collapse|line-through|opacity|font-size\s*:\s*[01]|transparent|rgba|indent|left\s*:\s*-|clip|scale|background"
)
# declarations that hide
HIDING = lazy_pattern(r"(?i)(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)")
_STRIKING = lazy_pattern(r"(?i)(?<![\w-])text-decoration(?:-line)?\s*:[^;]*line-through")
_PAPER = r"(?:white|\#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|!|$)"
# words of which nothing can be seen. Blocks are so, too: to close the gaps between what stands in them, as long as they have not
# been scrolled to, or folded in
FADING = lazy_pattern(
    rf"""(?ix)(?<![\w-])(?:
    font-size\s*:\s*(?:0(?:\.0+)?(?:px|pt|r?em|%)?|[01](?:\.\d+)?p[xt])\s*(?:;|!|$)
    | opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)
    | color\s*:\s*(?:transparent\b|rgba\([^()]*,\s*0?(?:\.0+|0)\s*\))
    | (?:text-indent|left)\s*:\s*-(?:\d{{4,}}px|\d{{2,}}r?em)
    | clip\s*:\s*rect\(\s*[01](?:px)?(?:[\s,]+[01](?:px)?){{3}}\s*\)
    | clip-path\s*:\s*inset\(\s*(?:50|100)%
    | transform\s*:\s*scale\(\s*0\s*\)
    | content-visibility\s*:\s*hidden
    | (?:max-)?(?:width|height)\s*:\s*0(?:px|pt|r?em)?\s*;(?=[^{{}}]*overflow\s*:\s*hidden)
    | color\s*:\s*{_PAPER}(?=[^{{}}]*background(?:-color)?\s*:\s*{_PAPER})
    )"""
)
WORDS = frozenset(["span", "font", "b", "strong", "i", "em", "u", "a", "small", "big", "label", "sup", "sub", "ins"])
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
    if HIDING.search(document, *style) or (tag.name in WORDS and FADING.search(document, *style)):
        return "hidden"
    return "struck" if _STRIKING.search(document, *style) else ""


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
