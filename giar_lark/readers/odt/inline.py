"""The text of a paragraph, and what stands in it that is not its text: boxes, notes, hidden words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.readers.odt.names import CHANGES, NOTE, OFFICE, TEXT, TEXT_BOX, count
from giar_lark.records import dataclass, field

# an element in a paragraph whose words are none of it
_ASIDE = (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text", f"{TEXT}note-citation", CHANGES)
_MOST_SPACES = 200


@dataclass(slots=True)
class Inline:
    """Reads one paragraph: `lines` are its text, `apart` the boxes and notes in it, `unseen` its hidden words."""

    hidden_styles: frozenset[str]
    lines: list[str] = field(default_factory=lambda: [""])
    apart: list[Element] = field(default_factory=list)
    unseen: str = ""

    def read(self, element: Element, *, hidden: bool = False) -> None:
        """Add what an element holds."""
        hidden = hidden or element.get(f"{TEXT}style-name", "") in self.hidden_styles
        self._add(element.text, hidden=hidden)
        for child in element:
            self._child(child, hidden=hidden)
            self._add(child.tail, hidden=hidden)

    def _child(self, child: Element, *, hidden: bool) -> None:
        if child.tag in (TEXT_BOX, NOTE):
            self.apart.append(child)
        elif child.tag == f"{TEXT}s":
            self._add(" " * count(child, f"{TEXT}c", _MOST_SPACES), hidden=hidden, raw=True)
        elif child.tag == f"{TEXT}tab":
            self._add(" ", hidden=hidden, raw=True)
        elif child.tag == f"{TEXT}line-break":
            self.lines.append("")
        elif child.tag in (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"):
            self._add("".join(child.itertext()), hidden=True)
        elif child.tag not in _ASIDE:
            self.read(child, hidden=hidden)

    def _add(self, text: str | None, *, hidden: bool, raw: bool = False) -> None:
        """Add words; white space in mark-up is one space."""
        words = text or ""
        if not raw:
            for space in "\t\r\n":
                words = words.replace(space, " ")
        if hidden:
            self.unseen += words
        else:
            self.lines[-1] += words
