"""A path or bytes to a source, whatever the format."""

from __future__ import annotations

import os

from giar_lark.lang import Text
from giar_lark.readers.formats import format_of, reader_of
from giar_lark.readers.limits import DEFAULT, Limits, size_in_words
from giar_lark.readers.opening import read_file
from giar_lark.readers.reader import refused
from giar_lark.source.source import Source


def read(origin: str | os.PathLike[str] | bytes, *, name: str | None = None, limits: Limits = DEFAULT) -> Source:
    """The source behind a path, or in bytes; its format is told from its content.

    What cannot be read is a source without text, and a remark that says why. A file over the limit is not opened.

    Raises: OSError, where a path cannot be opened, or is no ordinary file.
    """
    if isinstance(origin, bytes):
        return read_bytes(origin, name or "-", limits)
    path = os.fspath(origin)
    return read_bytes(read_file(path, limits.file_bytes + 1), name or path, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT) -> Source:
    """The source in the bytes of a document. Never raises."""
    if len(data) > limits.file_bytes:
        return _too_large(name, limits)
    return reader_of(format_of(data, name)).read(data, name, limits)


def _too_large(name: str, limits: Limits) -> Source:
    most = size_in_words(limits.file_bytes)
    return refused(
        name,
        "oversized",
        "RD-10",
        Text(f"文件超过 {most}，没有读取", f"the file has more than {most} and was not read"),
        Text("一份报告存一个文件；确需读取时调高上限", "one report a file; or raise the limit, if it has to be read"),
    )
