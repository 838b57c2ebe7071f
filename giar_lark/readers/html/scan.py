"""The tags of an HTML document, in time in proportion to it, whatever is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

# nothing in it gives back what it has taken: a tag without an end costs its length, once
_MARK = lazy_pattern(
    r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))*+)(?P<end>>?)"
    r"|(?P<comment>!--)|(?P<other>[!?/])[^>]*+(?P<stop>>?))"
)
# as above, but a quotation mark hides nothing: for what stands behind one that nobody closed
_PLAIN_MARK = lazy_pattern(
    r"<(?:(?P<close>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>[^>]*+)(?P<end>>?)"
    r"|(?P<comment>!--)|(?P<other>[!?/])[^>]*+(?P<stop>>?))"
)
_COMMENT_END = lazy_pattern(r"--!?>")
# what stands in these is no mark-up, and is not shown
_UNSHOWN = frozenset(["script", "style", "title", "iframe", "noembed", "noframes", "noscript", "xmp"])
# a page that ends inside one of these has lost nothing that was shown; the others are read on, as if they were not there
_TO_THE_END = frozenset(["script", "style"])
_ATTRIBUTE = lazy_pattern(r"([^\s=/>\"'][^\s=/>]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]*+)))?+")


class Tag(NamedTuple):
    """A tag: its name in small letters (`!` for a condition such as `<![if …]>`), whether it closes, its place, and where its
    attributes stand."""

    name: str
    closing: bool
    start: int
    end: int
    attributes: tuple[int, int]


def tags(text: str) -> Iterator[Tag]:
    """The tags in order. What is between two of them is text; a tag covers the comment, script or style that it begins."""
    mark, at = _MARK, 0
    ends = _Ends(text)
    while found := mark.search(text, at):
        if found["name"] is None:
            at = _behind(text, found)
            if at < 0:
                return
            yield Tag("!" if text.startswith("<![", found.start()) else "!--", False, found.start(), at, (at, at))
            continue
        if not found["end"]:
            # the quotation mark or the tag has no end: what looked like its value is a part of the page
            first = text.find(">", found.start())
            if first < 0:
                return
            mark, at = _PLAIN_MARK, found.start()
            continue
        tag = Tag(found["name"].lower(), found["close"] == "/", *found.span(), found.span("attributes"))
        at = tag.end
        if not tag.closing and tag.name in _UNSHOWN:
            at = ends.behind(tag)
            tag = tag._replace(end=at)
        yield tag
        if tag.name == "textarea" and not tag.closing:
            at = ends.before(tag)


def attributes(text: str, tag: Tag) -> dict[str, tuple[int, int]]:
    """Where the value of each attribute of a tag stands, by its name in small letters; the first counts."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(text, *tag.attributes):
        value = next((n for n in (2, 3, 4) if match[n] is not None), None)
        found.setdefault(match[1].lower(), match.span(value) if value else (match.end(), match.end()))
    return found


def value_of(text: str, tag: Tag, name: str) -> str:
    """The value of an attribute of a tag, without white space around it; nothing, where it has none."""
    found = attributes(text, tag).get(name)
    return text[slice(*found)].strip() if found else ""


def whole_number_of(text: str, tag: Tag, name: str) -> int | None:
    """The number that an attribute of a tag begins with; None if it has none."""
    found = re.match(r"[-+]?\d{1,6}", value_of(text, tag, name))
    return int(found[0]) if found else None


def _behind(text: str, found: re.Match[str]) -> int:
    """Where a comment, a condition or a declaration ends; a comment that never ends takes the rest of the page, as in a
    browser; of what else never ends, it is text and -1, for no tag ends behind it."""
    if found["comment"]:
        start = found.start() + 4
        for empty in (">", "->"):
            if text.startswith(empty, start):
                return start + len(empty)
        end = _COMMENT_END.search(text, start)
        return end.end() if end else len(text)
    return found.end() if found["stop"] else -1


class _Ends:
    """Where elements end in which no other tag counts; what has no end is looked for once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.endless: set[str] = set()

    def behind(self, tag: Tag) -> int:
        """Where the element that a tag begins is at its end."""
        end = self._end(tag)
        if end is None:
            return len(self.text) if tag.name in _TO_THE_END else tag.end
        stop = self.text.find(">", end.end() - 1)
        return stop + 1 if stop >= 0 else len(self.text)

    def before(self, tag: Tag) -> int:
        """Where its end tag begins."""
        end = self._end(tag)
        return end.start() if end else tag.end

    def _end(self, tag: Tag) -> re.Match[str] | None:
        if tag.name in self.endless:
            return None
        end = re.compile(rf"</{tag.name}[\s/>]", re.IGNORECASE).search(self.text, tag.end)
        if end is None:
            self.endless.add(tag.name)
        return end
