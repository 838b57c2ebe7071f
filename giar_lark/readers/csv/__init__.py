"""Tables exported as text: cells parted by commas, semicolons or tabs, in quotation marks where they need it."""

from __future__ import annotations

from giar_lark.readers.csv.document import CsvDocument
from giar_lark.readers.csv.fields import RawField, rows_of, separator_of
from giar_lark.readers.grid import Field, GridWriter
from giar_lark.readers.layout import LayoutWriter
from giar_lark.readers.limits import Limits
from giar_lark.readers.reader import Reader
from giar_lark.source.encodings import decode
from giar_lark.source.source import Source


def read(data: bytes, name: str, limits: Limits) -> Source:
    """The source in the bytes of an exported table; a text that is none, whatever its name ends in, is read as it stands."""
    plain = decode(data, name)
    separator = separator_of(plain.text)
    if separator is None:
        return plain
    writer = LayoutWriter()
    grid, rows = GridWriter(writer), list(rows_of(plain.text, separator))
    for row in rows:
        grid.row([_field(raw) for raw in row])
    fields = tuple(field for row in rows for field in row)
    document = CsvDocument(plain, writer.layout(), fields, separator.mark)
    return Source(document.layout.text, name, plain.encoding, damaged=plain.damaged, mark=plain.mark, origin=document)


def _field(raw: RawField) -> Field:
    return Field(raw.text, raw.inner, raw.width)


READER = Reader(format="csv", endings=(".csv", ".tsv"), read=read)
