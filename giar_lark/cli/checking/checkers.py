"""Who checks the documents of a run: this process, or others beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from giar_lark.cli.checking.here import checked_here, documents_of

if TYPE_CHECKING:
    from giar_lark.cli.checking.ready import Ready
    from giar_lark.cli.checking.result import Done
    from giar_lark.containers.files import Found
    from giar_lark.outcomes.fault import Fault


def checked(
    files: Iterable[Found], ready: Ready, jobs: int | None, relates: Callable[[], bool]
) -> Iterator[Done | Fault]:
    """The documents in some files with what has come of them, in order, in so many processes beside this one, if in any.

    `relates` tells whether they are wanted for each other, too.
    """
    if jobs is None or jobs == 1:
        from giar_lark.containers.ahead import files_converted_ahead

        together = files_converted_ahead(files, ready.found, ready.reading)
        return checked_here(documents_of(together, ready.reading), ready.settings)
    from giar_lark.cli.checking.beside import checked_beside

    documents = documents_of(files, ready.reading, ahead=False)
    return checked_beside(documents, ready.settings, jobs, relates=relates())
