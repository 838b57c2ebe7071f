"""Checking files, one by one and several together, without writing what is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from giar_lark.cli.inputs import load
from giar_lark.cli.unreadable import unreadable
from giar_lark.cli.waiting import Waiting
from giar_lark.outcome import Outcome
from giar_lark.source import Source

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration
    from giar_lark.cli.sieve import Sieve


def checked_file(path: str, settings: Configuration) -> Outcome:
    """What comes of a file by itself."""
    from giar_lark.check import NO_REPORT, check

    try:
        source = load(path)
    except OSError as error:
        return Outcome(path=path, source=Source("", path), report=NO_REPORT, findings=(unreadable(error),))
    checked = check(source, settings.of(path))
    return Outcome(path=path, source=source, report=checked.report, findings=checked.findings)


def gathered(paths: Sequence[str], settings: Configuration, sieve: Sieve) -> Iterator[Outcome]:
    """What `check` would write of some files, in their order. A fault in one of them stops it."""
    from giar_lark.relate import relates

    outcomes = (checked_file(path, settings) for path in paths)
    if len(paths) < 2 or not relates(settings.all):
        yield from map(sieve.sifted, outcomes)
        return
    waiting = Waiting(settings)
    for outcome in outcomes:
        waiting.add(outcome)
    waiting.relate()
    yield from map(sieve.sifted, waiting.released())
