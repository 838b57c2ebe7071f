"""The protocol as pygls speaks it, but for documents: ours count lines as the protocol does, and take any change."""

from __future__ import annotations

import typing
from collections.abc import Sequence

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method


class Desk(typing.Protocol):
    """Where documents come in, and go."""

    def opened(self, item: types.TextDocumentItem) -> None:
        """Take a document that was opened."""
        ...

    def changed(
        self, known: types.VersionedTextDocumentIdentifier, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Take the changes of a document."""
        ...

    def closed(self, uri: str) -> None:
        """Forget a document that was closed."""
        ...


class Protocol(LanguageServerProtocol):
    """pygls cuts lines at form feeds and other marks that no client counts as line ends, and PDF text is full of them."""

    @property
    def _desk(self) -> Desk:
        return typing.cast(Desk, self._server)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a document that was opened."""
        self._desk.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take the changes of a document."""
        self._desk.changed(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a document that was closed."""
        self._desk.closed(params.text_document.uri)
