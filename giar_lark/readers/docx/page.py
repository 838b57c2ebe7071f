"""The bits of a document written down as layout text, with what each piece came from, and what has to be told of it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass, field
from giar_lark.readers.docx.bits import GENERATED, MERGED, NUMBERED, TRACKED, Bit, Kind
from giar_lark.readers.layout import LayoutWriter
from giar_lark.readers.unread import LONGEST_QUOTE, Unread, quoted
from giar_lark.readers.wide import is_wide
from giar_lark.source.span import Span


class Anchor(NamedTuple):
    """What a piece of the text came from: a `w:t`, or the paragraph of a blank cell; its text; why it is not to be edited."""

    element: Element | None
    text: str
    refusal: Text | None = None


class Change(NamedTuple):
    """A tracked change, where it stands in the text."""

    span: Span
    message: Text


class Merged(NamedTuple):
    """A number in a merged cell, and the places of the text that the cell covers."""

    number: str
    places: list[Span]


@dataclass(slots=True)
class Page:
    """The text as it grows; `anchors` has an entry for each of its pieces."""

    out: LayoutWriter = field(default_factory=LayoutWriter)
    anchors: list[Anchor] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    # by table and cell, the numbers that stand over several places
    numbers: dict[tuple[int, int], Merged] = field(default_factory=dict)
    # a row that was added as a whole is one change, and not one for each text in it
    in_added_row: bool = False
    _last: str = ""
    _addition: str = ""
    # how the next figure is held apart from the last, if it is
    _gap: str | None = None

    def bits(self, bits: Iterable[Bit], *, in_cell: bool) -> list[Element]:
        """Write bits; in a cell, tabs and line breaks are spaces. The text boxes among them, which stand for themselves."""
        boxes: list[Element] = []
        for bit in bits:
            if bit.kind is Kind.TEXT:
                self._text(bit, in_cell=in_cell)
            elif bit.kind in (Kind.TAB, Kind.BREAK):
                self._space(bit.kind, in_cell=in_cell)
            elif bit.kind is Kind.BOX and bit.element is not None:
                boxes.append(bit.element)
            else:
                self._note(bit, in_cell=in_cell)
        return boxes

    def number(self, text: str) -> None:
        """Write the number of a paragraph that is numbered automatically."""
        if text:
            self.generated(text, NUMBERED)

    def blank(self, element: Element | None, refusal: Text | None) -> None:
        """Mark where the text of a blank cell would stand."""
        self._piece(Anchor(element, "", refusal))

    def generated(self, text: str, refusal: Text) -> None:
        """Write a text that stands in no place of its own in the document."""
        self._piece(Anchor(None, text, refusal))

    def merged(self, number: str, name: tuple[int, int]) -> None:
        """Write a number in one of the places that its cell covers, of which none has it for certain."""
        start = self.out.at
        self.generated(f"{number}?", MERGED)
        self.numbers.setdefault(name, Merged(number, [])).places.append(Span(start, self.out.at))

    def space(self) -> None:
        """Hold two paragraphs of a cell apart."""
        self.out.space()
        self._last = " "

    def tab(self) -> None:
        """End a cell that others of its row follow."""
        self.out.tab()
        self._last = "\t"

    def line(self) -> None:
        """End a paragraph or a row."""
        self.out.line()
        self._last, self._gap = "\n", None

    def changed(self, start: int, message: Text) -> None:
        """Note a tracked change of what was written since an offset."""
        self.changes.append(Change(Span(start, self.out.at), message))

    def missed(self, what: str, text: str = "") -> None:
        """Note what stands here and is not read; runs behind each other are one."""
        last = self.unread[-1] if self.unread else None
        if what == "hidden" and not text.strip():
            return
        if last is not None and text and last.what == what and last.offset == self.out.at:
            self.unread[-1] = last._replace(text=quoted(last.text + text))
        else:
            self.unread.append(Unread(what, self.out.at, quoted(text)))

    def _is_behind_word(self, *, in_cell: bool) -> bool:
        """Whether a word of a cell was written last."""
        return in_cell and is_wide(self._last[-1:])

    def _text(self, bit: Bit, *, in_cell: bool) -> None:
        if not bit.text:
            return
        is_apart = self._gap is not None and self._last[-1:].isdigit() and bit.text[0].isdigit()
        is_note = self._gap == "raised" and bit.text.isdecimal() and (is_apart or self._is_behind_word(in_cell=in_cell))
        if is_apart and not is_note:
            self.space()
        start = self.out.at
        if is_note:
            self.generated("[", GENERATED)
        self._piece(Anchor(bit.element, bit.text, bit.refusal))
        if is_note:
            self.generated("]", GENERATED)
        if bit.refusal is TRACKED and not self.in_added_row:
            self._added(start, bit.text)

    def _piece(self, anchor: Anchor) -> None:
        self.out.write(anchor.text, len(self.anchors))
        self.anchors.append(anchor)
        self._last, self._gap = anchor.text or self._last, None

    def _added(self, start: int, text: str) -> None:
        """Note an addition; what follows right behind another is part of it."""
        last = self.changes[-1] if self.changes else None
        if last is not None and last.span.end == start > last.span.start:
            self.changes.pop()
            start, text = last.span.start, self._addition + text
        self._addition = text[: LONGEST_QUOTE + 1]
        quote = quoted(text)
        self.changed(start, Text(f"插入了“{quote}”", f"“{quote}” was inserted"))

    def _space(self, kind: Kind, *, in_cell: bool) -> None:
        if in_cell:
            self.space()
        elif kind is Kind.TAB:
            self.tab()
        else:
            self.line()

    def _note(self, bit: Bit, *, in_cell: bool) -> None:
        if bit.kind is Kind.GAP:
            self._gap = bit.text
        elif bit.kind is Kind.DELETED:
            self._deleted(bit.text)
        elif bit.kind is Kind.MARKED:
            self.changed(self.out.at, Text("改动了段落标记", "a paragraph mark was changed"))
        elif bit.kind is Kind.HIDDEN and bit.text.strip():
            self.missed(bit.what, bit.text)
        elif bit.kind is Kind.PICTURE and (in_cell or bit.text):
            self.missed("picture in a cell" if in_cell else "picture")
        elif bit.kind is Kind.UNREAD:
            self.missed(bit.text)

    def _deleted(self, text: str) -> None:
        quote = quoted(text)
        if quote:
            self.changed(self.out.at, Text(f"删除了“{quote}”", f"“{quote}” was deleted"))
