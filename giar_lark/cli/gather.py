"""Checking files, one by one and several together, without writing what is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration
    from giar_lark.cli.sieve import Sieve


def checked(document: Document, settings: Configuration) -> Outcome:
    """What comes of a document by itself."""
    from giar_lark.pipeline import check, outcome_of

    source = document.read()
    found = check(source, settings.of(document.file))
    return outcome_of(document.path, source, found)


def gathered(files: Sequence[Found], settings: Configuration, sieve: Sieve, reading: Reading) -> Iterator[Outcome]:
    """What `check` would write of some files, in order. A fault in one of them stops it."""
    from giar_lark.cli.checking.result import Fresh
    from giar_lark.cli.waiting import Waiting
    from giar_lark.relate import relates

    waiting = Waiting(settings)
    for document in (document for found in files for document in documents_in(found, reading)):
        outcome = checked(document, settings)
        if relates(settings.all):
            waiting.add(document, Fresh(outcome))
        else:
            yield sieve.sifted(outcome)
    waiting.relate()
    yield from map(sieve.sifted, waiting.released())
