"""All documents behind some paths, one at a time, wherever they are."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from giar_lark.containers.ahead import documents_converted_ahead, files_converted_ahead
from giar_lark.containers.document import Document
from giar_lark.containers.files import Found, files_behind
from giar_lark.containers.kinds import kind_of
from giar_lark.containers.member import Place
from giar_lark.containers.names import STDIN, is_document_name, last_name
from giar_lark.containers.reading import USUAL, Budget, Reading
from giar_lark.containers.signs import is_compressed
from giar_lark.containers.trouble import no_such_member
from giar_lark.containers.window import CHUNK, Pieces, buffered
from giar_lark.readers.opening import open_file, unopened


def documents(paths: Iterable[str | os.PathLike[str]], *, reading: Reading = USUAL) -> Iterator[Document]:
    """The documents behind files, folders and patterns, in archives and tables too, in an order that is always the same.

    What cannot be read is a document as well, whose source says why.

    Raises: FileNotFoundError, where a path names nothing; StoreError, where a store does not say what it has.
    """
    files = files_behind([os.fspath(path) for path in paths])
    if files.missing:
        raise FileNotFoundError(files.missing[0])
    for found in files_converted_ahead(files.found, files.found, reading):
        yield from documents_in(found, reading)


def open_document(path: str | os.PathLike[str], *, reading: Reading = USUAL) -> Document:
    """The document that `documents` calls by a path.

    Raises: FileNotFoundError, where a path names nothing.
    """
    return next(documents([path], reading=reading))


def documents_in(found: Found, reading: Reading = USUAL, *, ahead: bool = True) -> Iterator[Document]:
    """The documents in a file. Each is good for as long as it is kept; no more than one is held here.

    Without `ahead` none is converted: they are only listed, or read elsewhere.
    """
    file, order, held = found.file, (found.file,), found.held
    only = None if file == found.path else found.path
    if held is not None and only is None and is_document_name(file):
        # a look at each would be a request for each; one that is no document is refused when it is read
        yield whole_document(found, reading)
        return
    try:
        with _opened(found.opened_by) as (stream, packed):
            place = Place(path=file, name=last_name(file), reading=reading, budget=Budget(file, reading.limits, packed))
            if stream.seekable() and only is None and _is_plain(stream, place):
                yield whole_document(found, reading)
                return
            from giar_lark.containers.unfold import Unfolder

            unfolder = Unfolder(file=file, only=only, is_named=found.is_named)
            each = unfolder.documents(stream, place, order)
            each = documents_converted_ahead(each, reading.limits) if ahead else each
            yield from each if only is None else _wanted(each, only, file)
    except OSError as error:
        yield Document(path=found.path, file=file, order=order, remark=unopened(error))


def whole_document(found: Found, reading: Reading = USUAL) -> Document:
    """The document that a file is by itself."""
    file = found.file
    return Document(path=file, file=file, order=(file,), limits=reading.limits, held=found.held)


def _wanted(each: Iterator[Document], only: str, file: str) -> Iterator[Document]:
    """One document; where it is not there, or something around it cannot be read, a document that says so."""
    document = next((one for one in each if one.path == only or (one.remark and only.startswith(one.path))), None)
    remark = no_such_member(only).remark
    yield document or Document(path=only, file=file, order=(file, only), remark=remark)


def _is_plain(stream: io.BufferedReader, place: Place) -> bool:
    """Whether a file is a document by itself, or empty."""
    if is_compressed(stream):
        return False
    kind = kind_of(stream, place.name)
    return kind is None or kind.is_document(stream, place)


@contextmanager
def _opened(file: str) -> Iterator[tuple[io.BufferedReader, Callable[[], int]]]:
    """A file or standard input, and how many bytes of it there are, or have been read. Raises OSError."""
    if file == STDIN:
        counted = _Counted(sys.stdin.buffer)
        yield buffered(counted), lambda: counted.count
        return
    with open_file(file, CHUNK) as stream:
        if stream.seekable():
            size = stream.seek(0, io.SEEK_END)
            stream.seek(0)
            yield stream, lambda: size
        else:
            counted = _Counted(stream)
            yield buffered(counted), lambda: counted.count


class _Counted(Pieces):
    """A stream that cannot go back, in pieces that are full but for the last, and counted."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.count = stream, 0

    def next_bytes(self, most: int) -> bytes:
        """The next bytes."""
        data = self._stream.read(most)
        self.count += len(data)
        return data
