"""Many reports, one after the other, for notebooks and scripts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from giar_lark.containers.documents import documents
from giar_lark.containers.reading import USUAL, Reading
from giar_lark.outcomes.outcome import Outcome
from giar_lark.pipeline import check, outcome_of
from giar_lark.settings.config import Config

Path = str | os.PathLike[str]


def read_many(
    paths: Path | Iterable[Path], config: Config | None = None, *, reading: Reading = USUAL
) -> Iterator[Outcome]:
    """What comes of each document behind files, folders and patterns, in archives and tables too, each checked by itself.

    One is held at a time. What cannot be read has a finding that says why.

    Raises: FileNotFoundError, where a path names nothing.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    for document in documents(named, reading=reading):
        source = document.read()
        found = check(source, config)
        yield outcome_of(document.path, source, found)
