"""The text of a paragraph, and what stands in it that is not its text: boxes, notes, pictures, words that nobody sees."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from giar_lark.lean.records import dataclass, field
from giar_lark.readers.odt.look import PLAIN, Look
from giar_lark.readers.odt.names import CHANGES, FRAME, NOTE, OFFICE, PARAGRAPHS, TEXT, TEXT_BOX, count
from giar_lark.readers.odt.pictures import is_picture
from giar_lark.readers.odt.styles import Styles
from giar_lark.readers.paper import is_figures
from giar_lark.readers.wide import is_wide

# an element in a paragraph whose words are none of it
_ASIDE = (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text", f"{TEXT}note-citation", CHANGES)
_HIDDEN = (f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph")
_MOST_SPACES = 200


@dataclass(slots=True)
class Inline:
    """Reads one paragraph.

    `lines` are its text, `apart` the boxes in it, `notes` the notes and `pictures` the frames of pictures; `unread` are the words
    of it that are not read, each behind the reason. `ground` is what is painted behind the words of a cell, nothing where nobody knows.
    """

    styles: Styles
    ground: str = ""
    lines: list[str] = field(default_factory=lambda: [""])
    apart: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    pictures: list[Element] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    _last: Look = PLAIN

    def read(self, element: Element, look: Look = PLAIN) -> None:
        """Add what an element holds."""
        look = self.styles.look(element.get(f"{TEXT}style-name", "")).over(look)
        self._add(element.text, look)
        for child in element:
            self._child(child, look)
            self._add(child.tail, look)

    def _child(self, child: Element, look: Look) -> None:
        if child.tag in _ASIDE:
            return
        if child.tag == NOTE:
            self.notes.append(child)
        elif child.tag == TEXT_BOX or any(inner.tag in PARAGRAPHS for inner in child):
            self.apart.append(child)
        elif child.tag == f"{TEXT}s":
            self._write(" " * count(child, f"{TEXT}c", _MOST_SPACES), look)
        elif child.tag == f"{TEXT}tab":
            self._write(" ", look)
        elif child.tag == f"{TEXT}line-break":
            self.lines.append("")
        elif child.tag in _HIDDEN:
            self._write("".join(child.itertext()), Look(hidden=True))
        elif child.tag == FRAME and is_picture(child):
            self.pictures.append(child)
        else:
            self.read(child, look)

    def _add(self, text: str | None, look: Look) -> None:
        """Add words; white space in mark-up is one space."""
        if text:
            self._write(text.replace("\t", " ").replace("\r", " ").replace("\n", " "), look)

    def _write(self, words: str, look: Look) -> None:
        why = look.unread or ("hidden" if look.is_lost(self.ground) and is_figures(words) else "")
        if why:
            self._leave_out(words, why)
            return
        line = self.lines[-1]
        if look.apart != self._last.apart:
            words = self._apart(line, words, look)
        self.lines[-1], self._last = line + words, look

    def _apart(self, line: str, words: str, look: Look) -> str:
        """Words that look otherwise than those before: the number of a note in brackets, and figures held apart from others."""
        is_behind_number = line[-1:].isdigit() and words[:1].isdigit()
        if look.raised and words.isdecimal() and (is_behind_number or (self.ground != "" and is_wide(line[-1:]))):
            return f"[{words}]"
        return f" {words}" if is_behind_number else words

    def _leave_out(self, words: str, why: str) -> None:
        """Note words that are not read; runs behind each other are one."""
        if self.unread and self.unread[-1][0] == why:
            words = self.unread.pop()[1] + words
        if words.strip():
            self.unread.append((why, words))
