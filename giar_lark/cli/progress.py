"""A progress bar for large batches, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from giar_lark.cli.language import say

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

    from giar_lark.containers.files import Found

_FROM_FILES = 21


@contextmanager
def progress(files: Sequence[Found], lang: str) -> Iterator[tuple[Iterator[Found], Console | None]]:
    """The files, counted as they are taken, and the console of the bar, to print above it; None without a bar."""
    if len(files) < _FROM_FILES or not sys.stderr.isatty():
        yield iter(files), None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, highlight=False, emoji=False, markup=False)
    columns = (
        TextColumn(say("检查", "checking", lang), markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        yield _taken(files, bar), console


def _taken(files: Sequence[Found], bar: Progress) -> Iterator[Found]:
    """The files, counted; the bar goes with the last, for what is written then must not have it below."""
    yield from bar.track(files)
    bar.stop()
