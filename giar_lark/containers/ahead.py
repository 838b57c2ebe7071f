"""Old office documents, converted many at a time before they are read one by one: starting the program is what takes long."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from giar_lark.containers.document import Document
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.readers.limits import Limits
from giar_lark.readers.office_signs import OLD_OFFICE_ENDINGS, is_old_office
from giar_lark.readers.opening import read_file

_MOST_DOCUMENTS = 64
_MOST_BYTES = 64 << 20


def files_converted_ahead(each: Iterable[Found], files: Sequence[Found], reading: Reading) -> Iterator[Found]:
    """Some of the files, as they come: before one that has to be converted, it and those behind it are."""
    old = deque(found.opened_by for found in files if found.file == found.path and _is_called_old(found.path))
    for found in each:
        if old and found.opened_by == old[0]:
            _convert(_contents(old, reading.limits), reading.limits)
        yield found


def documents_converted_ahead(each: Iterable[Document], limits: Limits) -> Iterator[Document]:
    """Documents out of a container, in their order: from one that has to be converted on, many are taken at a time."""
    waiting: list[Document] = []
    size = 0
    for document in each:
        if not waiting and not _is_old(document):
            yield document
            continue
        waiting.append(document)
        size += len(document.data or b"")
        if len(waiting) == _MOST_DOCUMENTS or size > _MOST_BYTES:
            yield from _converted(waiting, limits)
            waiting, size = [], 0
    yield from _converted(waiting, limits)


def converted_together(documents: Sequence[Document]) -> list[Document]:
    """The documents, those that have to be converted with their bytes, and the conversions at hand when they are read."""
    loaded = [document.loaded() if takes_a_program(document) else document for document in documents]
    old = [document for document in loaded if takes_a_program(document)]
    if old:
        _converted(old, old[0].limits)
    return loaded


def takes_a_program(document: Document) -> bool:
    """Whether another program has to convert a document, by what it begins with, or if that is not at hand, by its name."""
    return _is_called_old(document.path) if document.data is None else _is_old(document)


def _converted(documents: Sequence[Document], limits: Limits) -> Sequence[Document]:
    old = [document.data for document in documents if document.data is not None and _is_old(document)]
    _convert(old, limits)
    return documents


def _convert(contents: Sequence[bytes], limits: Limits) -> None:
    if len(contents) > 1:
        # one alone is converted when it is read
        from giar_lark.readers.office import convert_ahead

        convert_ahead(contents, limits)


def _contents(old: deque[str], limits: Limits) -> list[bytes]:
    """What is in the next files that have to be converted; what cannot be read is told of when its turn comes."""
    contents: list[bytes] = []
    while old and len(contents) < _MOST_DOCUMENTS and sum(map(len, contents)) <= _MOST_BYTES:
        file = old.popleft()
        try:
            data = read_file(file, limits.file_bytes + 1)
        except OSError:
            continue
        if len(data) <= limits.file_bytes and is_old_office(data, file):
            contents.append(data)
    return contents


def _is_called_old(path: str) -> bool:
    return path.lower().endswith(OLD_OFFICE_ENDINGS)


def _is_old(document: Document) -> bool:
    return document.data is not None and is_old_office(document.data, document.path)
