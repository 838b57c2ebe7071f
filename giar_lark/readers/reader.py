"""What a reader is: a format's name, its endings, and the one function that reads it."""

from __future__ import annotations

from collections.abc import Callable

from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.readers.limits import Limits
from giar_lark.source.source import Remark, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A format.

    `read` takes the bytes of a document, what the user calls it, and the limits; it never raises. What cannot be read is
    a source without text whose one remark says why (see `refused`).
    """

    format: str
    endings: tuple[str, ...]
    read: Callable[[bytes, str, Limits], Source]


def refused(name: str, format: str, code: str, message: Text, help: Text) -> Source:
    """A source of which nothing could be read, with the one remark that says why."""
    return Source("", name, format, binary=True, remarks=(Remark(code, message, help),))
