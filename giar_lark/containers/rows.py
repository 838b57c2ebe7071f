"""Tables of texts: which column the texts are in, and a row as a document."""

from __future__ import annotations

import codecs
import io
from collections.abc import Mapping, Sequence

from giar_lark.containers.member import Member, Place
from giar_lark.containers.trouble import no_text_column, too_large
from giar_lark.containers.window import buffered
from giar_lark.lean.records import dataclass, field

# what columns of texts are usually called, the likeliest first
_USUAL = (
    "text",
    "content",
    "html",
    "body",
    "正文",
    "内容",
    "全文",
    "文本",
    "正文内容",
    "raw_content",
    "raw_html",
    "page",
    "article",
    "markdown",
    "raw_text",
    "full_text",
    "plain_text",
)
_NUMBER_DIGITS = 12


@dataclass(slots=True)
class Rows:
    """The rows of a table in their order; the column of the texts is settled by the first row that has one."""

    place: Place
    column: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Take the column that is asked for."""
        self.column = self.place.reading.column

    def member(self, number: int, row: Mapping[str, object]) -> Member:
        """A row, counted from 1. Raises Trouble, where there is no such column in the table."""
        if self.column is None or (number == 1 and self.column not in row):
            self.column = self.settled(list(row))
        return text_member(number, self.name(number, row), row.get(self.column), self.place)

    def settled(self, columns: Sequence[str]) -> str:
        """The column of the texts: the one that is asked for, else the one with the likeliest name. Raises Trouble."""
        asked = self.place.reading.column
        wanted = _USUAL if asked is None else (asked,)
        by_name = {name.strip().lower(): name for name in reversed(columns)}
        for name in wanted:
            if name.lower() in by_name:
                return by_name[name.lower()]
        raise no_text_column(self.place.path, asked, list(columns))

    def name(self, number: int, row: Mapping[str, object]) -> str:
        """What a row is called: what its column of names says, else its number."""
        named = row.get(self.place.reading.id_column or "")
        return str(number) if named is None or named == "" else str(named)


def text_member(number: int, name: str, value: object, place: Place) -> Member:
    """A text, or the bytes of a document, as a member; nothing at all is an empty one."""

    def opened(path: str) -> io.BufferedReader:
        data = _bytes(value)
        if len(data) > place.reading.limits.file_bytes:
            raise too_large(path, place.reading.limits)
        place.budget.spend(len(data))
        return buffered(io.BytesIO(data))

    return Member(name=name, order=f"{number:0{_NUMBER_DIGITS}}", open=opened, is_row=True)


def _bytes(value: object) -> bytes:
    """A value as the bytes of a document. A text has a mark in front, for a page may say that it is in another encoding."""
    if value is None:
        return b""
    if isinstance(value, bytes):
        return value
    text = value if isinstance(value, str) else str(value)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return codecs.BOM_UTF8 + whole.encode("utf-8") if whole else b""
