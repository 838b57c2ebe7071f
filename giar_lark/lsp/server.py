"""The server: the documents that a client has open, what is known of each, and when it is told."""

from __future__ import annotations

import asyncio
import hashlib
import logging
import os
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer

from giar_lark import __version__
from giar_lark.lang import Text
from giar_lark.lsp.analyses import Analyses
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.client import Client
from giar_lark.lsp.diagnostics import diagnostics_of
from giar_lark.lsp.document import Document, path_of
from giar_lark.lsp.options import Options
from giar_lark.lsp.pages import Pages, pages_folder
from giar_lark.lsp.protocol import Protocol
from giar_lark.lsp.surroundings import Atlas
from giar_lark.lsp.telling import Teller

T = TypeVar("T")

# keys that come faster than this are waited out; a document that takes long to check is given as long, up to the second
_PAUSE_S, _QUICK_S, _LONGEST_PAUSE_S = 0.02, 0.1, 1.0
logger = logging.getLogger("giar_lark.lsp")


class ReportServer(LanguageServer):
    """A language server for reports."""

    def __init__(self) -> None:
        super().__init__("giar-lark", __version__, protocol_cls=Protocol)
        self.documents: dict[str, Document] = {}
        self.configure(Options(), None)
        self.teller = Teller(self)
        self.analyses = Analyses(lambda document: self.documents.get(document.uri) is document)
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._seconds: dict[str, float] = {}

    def configure(self, options: Options, locale: str | None) -> None:
        """Take what a client asks for."""
        self.options = options
        self.atlas = Atlas(options, locale, os.environ)
        self.pages = Pages(options.rule_pages, pages_folder(os.environ))
        self._locale = locale

    def reconfigure(self, options: Options) -> None:
        """Take what a client asks for later, and look at everything again."""
        self.configure(options, self._locale)
        for problem in options.problems:
            self.say(problem, types.MessageType.Warning)
        self.refresh()

    # ---------------------------------------------------------------- what the client can do

    @property
    def client(self) -> Client:
        """What the client can do."""
        return Client(self.client_capabilities)

    @property
    def encoding(self) -> str:
        """The units in which the client counts columns."""
        return str(self.workspace.position_encoding or types.PositionEncodingKind.Utf16)

    @property
    def lang(self) -> str:
        """The language of what is said about no document."""
        return self.atlas.of(self._root()).lang

    async def show(self, address: str) -> None:
        """Show a page to the user; where the client cannot, say where it is."""
        if self.client.shows_documents:
            is_file = address.startswith("file:")
            await self.window_show_document_async(types.ShowDocumentParams(address, external=not is_file))
        else:
            self.say(Text(f"见 {address}", f"see {address}"))

    def say(self, text: Text, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show a sentence to the user."""
        self.window_show_message(types.ShowMessageParams(kind, text.in_language(self.lang)))

    # ---------------------------------------------------------------- documents

    def opened(self, item: types.TextDocumentItem) -> None:
        """Take a document, and tell what is wrong with it."""
        self.documents[item.uri] = Document.opened(item, self.encoding)
        if self.client.pulls:
            self.teller.tell(item.uri, [])  # what a check of its folder has said; from now on the client asks
        self.look_again([item.uri], at_once=True)

    def changed(
        self, known: types.VersionedTextDocumentIdentifier, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Take the changes of a document; one that was never opened is none of ours."""
        document = self.documents.get(known.uri)
        if document is None:
            logger.warning("a change of a document that is not open: %s", known.uri)
            return
        self.documents[known.uri] = document.changed(changes, known.version)
        self.look_again([known.uri])

    def closed(self, uri: str) -> None:
        """Forget a document, and what was said of it."""
        self.documents.pop(uri, None)
        self._seconds.pop(uri, None)
        self.analyses.forget(uri)
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()
        self.teller.tell(uri, [])

    # ---------------------------------------------------------------- reading

    async def answer(self, uri: str, question: Callable[[Analysis], T]) -> T | None:
        """What is to be said about a document as it is now; None where it is not open."""
        document = self.documents.get(uri)
        return None if document is None else await self.analyses.work(lambda: question(self._analysis_of(document)))

    def _analysis_of(self, document: Document) -> Analysis:
        """What is known of a document. Called by the worker."""
        return self.analyses.of(document, self.atlas.of(self._folder_of(document)))

    def _root(self) -> Path:
        path = self.workspace.root_path
        return Path(path) if path else Path.cwd()

    def _folder_of(self, document: Document) -> Path:
        return document.path.parent if document.path else self._root()

    def folders(self) -> list[Path]:
        """The folders of the workspace."""
        found = [path_of(uri) for uri in self.workspace.folders] or [self._root()]
        return [path for path in found if path is not None]

    # ---------------------------------------------------------------- telling

    def look_again(self, uris: Iterable[str], *, at_once: bool = False) -> None:
        """Tell what is wrong with some documents, when their keys have come to rest."""
        for uri in uris:
            waiting = self._waiting.pop(uri, None)
            if waiting is not None:
                waiting.cancel()
            if not self.client.pulls and uri in self.documents:
                pause = 0.0 if at_once else self._pause(uri)
                self._waiting[uri] = asyncio.ensure_future(self._logged(self._push(uri, pause)))

    def refresh(self) -> None:
        """Look at all documents again: something around them has changed."""
        self.look_again(list(self.documents), at_once=True)
        if self.client.pulls and self.client.refreshes_diagnostics:
            self.workspace_diagnostic_refresh(None)
        if self.client.refreshes_hints:
            self.workspace_inlay_hint_refresh(None)

    def _pause(self, uri: str) -> float:
        seconds = self._seconds.get(uri, 0.0)
        return _PAUSE_S if seconds < _QUICK_S else min(seconds, _LONGEST_PAUSE_S)

    async def _push(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        started, document = time.perf_counter(), self.documents.get(uri)
        if document is None:
            return
        diagnostics = await self.analyses.work(lambda: self.diagnostics(self._analysis_of(document)))
        if self.documents.get(uri) is document:
            self._seconds[uri] = time.perf_counter() - started
            self.teller.tell(uri, diagnostics, document.version)
            self.teller.problems(self.atlas.of(self._folder_of(document)).problems, self.lang)

    def diagnostics(self, analysis: Analysis) -> list[types.Diagnostic]:
        """The diagnostics of a document."""
        return diagnostics_of(analysis.document, analysis.findings, self.pages, analysis.lang)

    async def pulled(self, uri: str, known: str | None) -> types.DocumentDiagnosticReport:
        """The diagnostics of a document for a client that asks; only that they are the same, if it knows them already."""
        diagnostics = await self.answer(uri, self.diagnostics) or []
        analysis = self.analyses.last(uri)
        if analysis is not None:
            self.teller.problems(analysis.surroundings.problems, self.lang)
        id = hashlib.sha256(repr(diagnostics).encode(errors="replace")).hexdigest()[:16]
        if id == known:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=id)
        return types.RelatedFullDocumentDiagnosticReport(items=diagnostics, result_id=id)

    async def _logged(self, task: Awaitable[None]) -> None:
        try:
            await task
        except Exception:
            logger.exception("a document could not be checked")

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """Log what went wrong; a request has been answered with it already, and no user can do anything about it."""
        if source is not FeatureRequestError:
            logger.error("%s: %s", source.__name__, error, exc_info=error)

    def shutdown(self) -> None:
        """End, and leave no work behind."""
        self.analyses.end()
        super().shutdown()  # type: ignore[no-untyped-call]
