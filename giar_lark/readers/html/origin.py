"""The page behind a text that was read out of it: lines and columns of its mark-up, and changes written back into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from giar_lark.lean.records import dataclass, replace
from giar_lark.readers.layout import Layout
from giar_lark.source.address import Address
from giar_lark.source.source import Lines, Source
from giar_lark.source.span import Edit, Span

# a stretch of the document and what takes its place
_Change = tuple[int, int, str]
_REFERENCES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_LAYOUT = frozenset("\t\r\n\f")


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The addresses of the text of a page; `layout` need not have the text."""

    layout: Layout
    lines: Lines

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column of the mark-up."""
        return self.lines.address(self.offset(offset, end=end))

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the mark-up."""
        return self.layout.origin_end(offset) if end else self.layout.origin(offset)

    def highest_number(self) -> int:
        """How many lines the mark-up has."""
        return self.lines.highest_number()


@dataclass(frozen=True)
class PageOrigin:
    """A page; `mark_up` is the source of its mark-up, `writes` the encoding of what is written into it.

    `packed` are the bytes of the file that holds the page among others, None where the page is the file.
    """

    mark_up: Source
    layout: Layout
    writes: str
    packed: bytes | None = None

    @property
    def format(self) -> str:
        """`html`."""
        return "html"

    @property
    def document(self) -> str:
        """The mark-up."""
        return self.mark_up.text

    @property
    def takes_edits(self) -> bool:
        """True; a place may still have a reason of its own why not."""
        return True

    def locator(self) -> PagePlaces:
        """The addresses, without the document."""
        return PagePlaces(replace(self.layout, text=""), Lines(self.mark_up.line_starts))

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column of the mark-up."""
        return self._places.address(offset, end=end)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the mark-up."""
        return self._places.offset(offset, end=end)

    def highest_number(self) -> int:
        """How many lines the mark-up has."""
        return self._places.highest_number()

    @property
    def _places(self) -> PagePlaces:
        return PagePlaces(self.layout, Lines(self.mark_up.line_starts))

    def encoded(self) -> bytes:
        """The file as it was."""
        return self._bytes(self.document) if self.packed is None else self.packed

    def edited(self, edits: Sequence[Edit]) -> bytes | None:
        """The page with edits of its text made in its mark-up; None where one would have to touch the mark-up itself."""
        changes: list[_Change] = []
        for edit in edits:
            made = self._changes(edit)
            if made is None or self.packed is not None:
                return None
            changes += made
        parts, at = [], 0
        for start, end, text in sorted(changes):
            if start < at:
                return None
            parts += [self.document[at:start], text]
            at = end
        return self._bytes("".join([*parts, self.document[at:]]))

    def _bytes(self, document: str) -> bytes:
        return self.mark_up.mark + document.encode(self.mark_up.encoding, errors="surrogatepass")

    def _changes(self, edit: Edit) -> list[_Change] | None:
        """The stretches of the mark-up that an edit replaces: the first takes its text, the others go."""
        if not _LAYOUT.isdisjoint(edit.text):
            return None
        places = self._inserted(edit.span.start) if edit.span.start == edit.span.end else self._replaced(edit.span)
        if not places:
            return None
        start, end = places[0]
        text = self._written(edit.text, start)
        return None if text is None else [(start, end, text), *((start, end, "") for start, end in places[1:])]

    def _inserted(self, offset: int) -> list[tuple[int, int]]:
        """Where text goes in at an offset: in the place of what a blank cell holds, else between two characters."""
        number = self.layout.piece(offset)
        if number is None:
            return []
        length, width, origin = (
            part[number] for part in (self.layout.lengths, self.layout.widths, self.layout.origins)
        )
        into = offset - self.layout.starts[number]
        if length == 0:
            return [(origin, origin + width)]
        if length == width:
            return [(origin + into, origin + into)]
        if width == 0 or 0 < into < length:
            return []
        return [(origin + (width if into else 0),) * 2]

    def _replaced(self, span: Span) -> list[tuple[int, int]]:
        """The stretches that a part of the text was read from; none where some of it stands nowhere in the mark-up."""
        layout, at = self.layout, span.start
        places: list[tuple[int, int]] = []
        number = bisect_right(layout.starts, at) - 1
        while number >= 0 and at < span.end:
            if number >= len(layout.starts) or not layout.starts[number] <= at:
                return []
            start, length = layout.starts[number], layout.lengths[number]
            width, origin = layout.widths[number], layout.origins[number]
            stop = min(span.end, start + length)
            if length == width:
                places.append((origin + at - start, origin + stop - start))
            elif width > 0 and at == start and stop == start + length:
                places.append((origin, origin + width))
            else:
                return []
            if stop <= at:
                return []
            at, number = stop, number + 1
        return places

    def _written(self, text: str, place: int) -> str | None:
        """A text as mark-up; None for what an attribute's value could not hold."""
        inside_tag = self.document.rfind("<", 0, place) > self.document.rfind(">", 0, place)
        if inside_tag and text and not text.isalnum():
            return None
        escaped = text.translate(_REFERENCES)
        return escaped.encode(self.writes, errors="xmlcharrefreplace").decode(self.writes)
