"""An exported table as the document that a source was read out of: places in it, and edits of its fields."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from giar_lark.lean.records import dataclass, replace
from giar_lark.readers.csv.fields import RawField
from giar_lark.readers.layout import Layout
from giar_lark.source.address import Address, Locator
from giar_lark.source.encodings import encode
from giar_lark.source.source import Lines, Source, place_in
from giar_lark.source.span import Edit


@dataclass(frozen=True, slots=True)
class Mapped:
    """The addresses of a document that has lines of its own; `layout` says where each piece of the text stands in it."""

    lines: Lines
    layout: Layout

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column in the document."""
        return Address(*place_in(self.lines.starts, self.offset(offset, end=end)))

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the document."""
        return self.layout.origin_end(offset) if end else self.layout.origin(offset)

    def highest_number(self) -> int:
        """How many lines the document has."""
        return self.lines.highest_number()


@dataclass(frozen=True)
class CsvDocument:
    """The decoded table, what was read out of it, all its fields in order, and the mark between them."""

    plain: Source
    layout: Layout
    fields: tuple[RawField, ...]
    mark: str
    format: str = "csv"

    @property
    def document(self) -> str:
        """The decoded table."""
        return self.plain.text

    def address(self, offset: int, *, end: bool = False) -> Address:
        """Line and column in the table."""
        return self.locator().address(offset, end=end)

    def offset(self, offset: int, *, end: bool = False) -> int:
        """The offset in the table."""
        return self.locator().offset(offset, end=end)

    def highest_number(self) -> int:
        """How many lines the table has."""
        return self.plain.line_count()

    @property
    def takes_edits(self) -> bool:
        """True."""
        return True

    def locator(self) -> Locator:
        """The addresses alone."""
        return Mapped(Lines(self.plain.line_starts), replace(self.layout, text=""))

    def encoded(self) -> bytes:
        """The table as it was."""
        return encode(self.plain)

    def edited(self, edits: Sequence[Edit]) -> bytes | None:
        """The table with some edits made inside its fields; None where one goes beyond a field."""
        values: dict[RawField, str] = {}
        for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
            number = self.layout.piece(edit.span.start)
            if number is None or self.layout.piece(edit.span.end) != number:
                return None
            field = self._field(self.layout.origins[number])
            value, start = values.get(field, field.text), self.layout.starts[number]
            values[field] = value[: edit.span.start - start] + edit.text + value[edit.span.end - start :]
        text = self.plain.text
        for field in sorted(values, reverse=True):
            text = text[: field.start] + self._written(values[field], field) + text[field.end :]
        return encode(replace(self.plain, text=text))

    def _field(self, origin: int) -> RawField:
        """The field whose text was read from an offset."""
        return self.fields[bisect_right(self.fields, origin, key=lambda field: field.inner) - 1]

    def _written(self, value: str, field: RawField) -> str:
        """A value in quotation marks, if it had some or needs them now."""
        quoted = self.plain.text[field.inner - 1 : field.inner] == '"' and field.inner > field.start
        if quoted or any(sign in value for sign in f'{self.mark}"\r\n'):
            return '"' + value.replace('"', '""') + '"'
        return value
