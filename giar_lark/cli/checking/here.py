"""The documents of a run, and their check in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from giar_lark.cli.checking.result import Done, Fresh
from giar_lark.cli.gather import checked
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.outcomes.fault import Fault

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration

# documents to what has come of them, one for one and in their order
Check = Callable[[Iterable[Document | Fault]], Iterator[Done | Fault]]


def documents_of(files: Iterable[Found], reading: Reading, *, ahead: bool = True) -> Iterator[Document | Fault]:
    """The documents in some files; where the program fails on a file, its fault, and the next file is gone on with."""
    for found in files:
        try:
            yield from documents_in(found, reading, ahead=ahead)
        except Exception as error:
            yield Fault.of(error, found.path)


def checked_here(documents: Iterable[Document | Fault], settings: Configuration) -> Iterator[Done | Fault]:
    """Documents with what has come of them, one at a time."""
    for document in documents:
        yield document if isinstance(document, Fault) else _checked(document, settings)


def _checked(document: Document, settings: Configuration) -> Done | Fault:
    try:
        return Done(document, Fresh(checked(document, settings)))
    except Exception as error:
        return Fault.of(error, document.path)
