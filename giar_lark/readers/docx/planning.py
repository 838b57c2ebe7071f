"""Edits of the text to edits of the texts in a document: which `w:t` each of them falls into, and whether it may."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from giar_lark.lang import Text
from giar_lark.readers.docx.bits import TRACKED
from giar_lark.readers.docx.document import Document
from giar_lark.readers.docx.names import P
from giar_lark.readers.docx.page import Anchor
from giar_lark.source.span import Edit, Span


class Refusal(Exception):
    """An edit that is not made, and why; None where it simply has no place in the document."""

    def __init__(self, reason: Text | None) -> None:
        """Raised while edits are planned, and caught where they are asked for."""
        super().__init__()
        self.reason = reason


class Plan:
    """What becomes of the texts of a document."""

    def __init__(self, document: Document) -> None:
        """Nothing is changed yet."""
        self.document, self.layout = document, document.layout
        self._elements: dict[int, Element] = {}
        self._texts: dict[int, str] = {}
        self._changes: dict[int, list[tuple[int, int, str]]] = {}
        self._tracked = [
            span
            for remark in document.remarks
            if remark.code == "RD-11"
            for span in (remark.span, *(span for span, _ in remark.related))
        ]

    def texts(self) -> Mapping[Element, str]:
        """The new text of each `w:t` that has one."""
        return {element: text for element, text in self._new() if element.tag != P}

    def fills(self) -> Mapping[Element, str]:
        """The text that goes into each paragraph of a blank cell."""
        return {element: text for element, text in self._new() if element.tag == P}

    def add(self, edit: Edit) -> None:
        """Take an edit in.

        Raises: Refusal.
        """
        edit = self._narrowed(edit)
        if any(char in edit.text for char in "\n\r\t"):
            raise Refusal(None)
        if self._crosses_a_change(edit.span):
            raise Refusal(TRACKED)
        pieces = self._touched(edit.span) if edit.span.end > edit.span.start else [self._open_at(edit.span.start)]
        text = edit.text
        for piece in pieces:
            start = self.layout.starts[piece]
            end = start + self.layout.lengths[piece]
            local = (max(edit.span.start, start) - start, min(edit.span.end, end) - start)
            self._change(self.document.anchors[piece], *local, text)
            text = ""

    def _new(self) -> Iterator[tuple[Element, str]]:
        for name, changes in self._changes.items():
            text = self._texts[name]
            for start, end, new in sorted(changes, reverse=True):
                text = text[:start] + new + text[end:]
            yield self._elements[name], text

    def _change(self, anchor: Anchor, start: int, end: int, text: str) -> None:
        if anchor.element is None or anchor.refusal is not None:
            raise Refusal(anchor.refusal)
        name = id(anchor.element)
        self._elements[name], self._texts[name] = anchor.element, anchor.text
        self._changes.setdefault(name, []).append((start, end, text))

    def _narrowed(self, edit: Edit) -> Edit:
        """An edit without what it leaves as it is at its ends."""
        start, end = edit.span
        old, new = self.layout.text[start:end], edit.text
        kept = _common(old, new)
        old, new = old[kept:], new[kept:]
        behind = _common(old[::-1], new[::-1])
        return Edit(span=Span(start + kept, end - behind), text=new[: len(new) - behind])

    def _crosses_a_change(self, span: Span) -> bool:
        """Whether something was deleted where the edit is made."""
        deleted = (one.start for one in self._tracked if one.start == one.end)
        return any(span.start < at < span.end or span.start == span.end == at for at in deleted)

    def _touched(self, span: Span) -> list[int]:
        """The pieces under a stretch of the text, which has nothing between them.

        Raises: Refusal, where it goes over what holds paragraphs or cells apart.
        """
        starts, lengths = self.layout.starts, self.layout.lengths
        piece, at, pieces = bisect_right(starts, span.start) - 1, span.start, []
        while at < span.end:
            if not 0 <= piece < len(starts) or not starts[piece] <= at < starts[piece] + lengths[piece]:
                raise Refusal(None)
            pieces.append(piece)
            at = starts[piece] + lengths[piece]
            piece += 1
        return pieces

    def _open_at(self, offset: int) -> int:
        """The piece that takes what is added at an offset: the one in front, for its looks, unless it cannot be edited.

        Raises: Refusal, where none can.
        """
        starts, lengths, anchors = self.layout.starts, self.layout.lengths, self.document.anchors
        piece = bisect_right(starts, offset) - 1
        near: list[int] = []
        while piece >= 0 and starts[piece] + lengths[piece] >= offset:
            near.insert(0, piece)
            piece -= 1
        for one in near:
            if anchors[one].refusal is None and anchors[one].element is not None:
                return one
        raise Refusal(next((anchors[one].refusal for one in near if anchors[one].refusal), None))


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)
