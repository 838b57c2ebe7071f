"""What is known of the documents that are open, worked out by one worker, so that the loop is free to listen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.document import Document
from giar_lark.lsp.surroundings import Surroundings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Beside:
    """Findings that needed other reports, and the text that they were found in: of another text they say nothing."""

    text: str
    findings: tuple[Finding, ...]


class Analyses:
    """The analysis of each open document in its last version."""

    def __init__(self, is_current: Callable[[Document], bool]) -> None:
        """`is_current` says whether a version is the one that is open: of another one nothing is kept."""
        self._is_current = is_current
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="giar-lark")
        self._last: dict[str, Analysis] = {}
        self._beside: dict[str, _Beside] = {}

    async def work(self, task: Callable[[], T]) -> T:
        """What comes of a task, done by the worker after those before it."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, task)

    def of(self, document: Document, around: Surroundings) -> Analysis:
        """What is known of a document. Called by the worker; what was found in the same text is kept."""
        beside = self._beside.get(document.uri)
        found = beside.findings if beside and beside.text == document.text else ()
        last = self._last.get(document.uri)
        if last and last.document is document and last.surroundings is around and last.beside == found:
            return last
        analysis = Analysis(document, around, found)
        if self._is_current(document):
            self._last[document.uri] = analysis
        return analysis

    def last(self, uri: str) -> Analysis | None:
        """What was known last of a document; None where nothing was asked of it."""
        return self._last.get(uri)

    def keep_beside(self, document: Document, beside: Sequence[Finding]) -> None:
        """Keep what a check of a folder has found in an open document that needed the other reports."""
        self._beside[document.uri] = _Beside(document.text, tuple(beside))

    def forget(self, uri: str) -> None:
        """Forget a document."""
        self._last.pop(uri, None)
        self._beside.pop(uri, None)

    def end(self) -> None:
        """Leave no work behind."""
        self._worker.shutdown(wait=False, cancel_futures=True)
