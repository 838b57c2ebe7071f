"""What format a document is of, by its bytes and never by its name alone; and the reader of each format."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from giar_lark.readers.office_signs import (
    PACKED,
    is_book,
    is_fixed_layout,
    is_old_office,
    is_open_text,
    is_rich_text,
    is_workbook,
    may_be_exported_table,
)
from giar_lark.readers.reader import Reader
from giar_lark.readers.signs import holds_cells, is_page, is_saved_page
from giar_lark.readers.word_signs import is_word

# the readers in `giar_lark.readers`, by format; each is loaded when the first document of its kind is met
FORMATS = ("text", "csv", "docx", "html", "odt", "ofd", "office", "pdf", "xlsx")

Test = Callable[[bytes, str], bool]


def _is_pdf(data: bytes, name: str) -> bool:
    """Whether the mark of a PDF stands at the beginning; some servers put a few lines in front of it."""
    return data.find(b"%PDF-", 0, 1024) >= 0 and (data.startswith(b"%PDF-") or data.find(b" obj", 0, 4096) >= 0)


# in order: the first test that a document passes tells its format; and what is left to ask where it has no tag, as most texts
_TESTS: tuple[tuple[str, Test, Test | None], ...] = (
    ("pdf", _is_pdf, _is_pdf),
    ("html", lambda data, name: is_book(data), None),
    ("docx", is_word, None),
    ("xlsx", is_workbook, None),
    ("odt", is_open_text, None),
    ("ofd", is_fixed_layout, None),
    ("office", is_old_office, lambda data, name: is_rich_text(data)),
    ("html", is_page, lambda data, name: is_saved_page(data)),
    ("html", holds_cells, None),
    ("csv", may_be_exported_table, may_be_exported_table),
)
_WITH_TAGS = tuple([(format, test) for format, test, _ in _TESTS])
_WITHOUT_TAGS = tuple([(format, test) for format, _, test in _TESTS if test is not None])


def format_of(data: bytes, name: str) -> str:
    """The format of a document; what is like no other is a text, or nothing that can be read."""
    tests = _WITH_TAGS if b"<" in data or data.startswith(PACKED) else _WITHOUT_TAGS
    return next((format for format, test in tests if test(data, name)), "text")


@cache
def reader_of(format: str) -> Reader:
    """The reader of a format."""
    reader = import_module(f"giar_lark.readers.{format}").READER
    assert isinstance(reader, Reader)
    return reader


@cache
def endings() -> frozenset[str]:
    """What the names of documents end in that a folder is searched for."""
    return frozenset(ending for format in FORMATS for ending in reader_of(format).endings)
