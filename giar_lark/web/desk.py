"""The documents that are open side by side: one is shown, and the others, such as last year's, are held against it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from giar_lark.batch.entry import Entry
from giar_lark.relate import entry_in
from giar_lark.web.session import Session


class Desk:
    """Some documents, told apart by their names, each held against the others."""

    def __init__(self) -> None:
        """An empty desk."""
        self._open: dict[str, Session] = {}

    def clear(self) -> None:
        """Put all documents away."""
        self._open.clear()

    def add(self, data: bytes | memoryview, name: str, lang: str) -> str:
        """Open a document beside those that are open; the name that it has from now on, its own if that is free."""
        free = name
        path, number = PurePosixPath(name), 1
        while free in self._open:
            number += 1
            free = f"{path.stem} ({number}){path.suffix}"
        self._open[free] = Session(bytes(data), free, lang)
        return free

    def turn_to(self, name: str) -> Session:
        """The document of a name: what the others say about it is found anew, for they may have been changed."""
        session = self._open[name]
        session.set_beside(self._entries(name))
        return session

    def names(self) -> str:
        """The names of the open documents, in the order of opening, as a JSON array."""
        return json.dumps(list(self._open), ensure_ascii=False)

    def _entries(self, but: str) -> tuple[Entry, ...]:
        others = (session for name, session in self._open.items() if name != but)
        entries = (entry_in(one.name, one.source, one.checked.report) for one in others)
        return tuple(entry for entry in entries if entry is not None)
