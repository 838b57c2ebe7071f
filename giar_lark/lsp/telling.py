"""What a client has been told of its own files, so that it is told again only where it has changed, and taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from giar_lark.lsp.diagnostics import problem_diagnostic
from giar_lark.lsp.document import uri_of
from giar_lark.settings.problem import Problem


class Teller:
    """Publishes diagnostics."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._problems: dict[str, list[types.Diagnostic]] = {}

    def tell(self, uri: str, diagnostics: Sequence[types.Diagnostic], version: int | None = None) -> None:
        """Tell what is wrong with a document; nothing takes back what was told."""
        params = types.PublishDiagnosticsParams(uri, diagnostics, version)
        self._server.text_document_publish_diagnostics(params)

    def problems(self, problems: Iterable[Problem], lang: str) -> None:
        """Tell what is wrong with configuration files and the like, each at its line, and take back what is no longer."""
        told: dict[str, list[types.Diagnostic]] = {}
        for problem in problems:
            told.setdefault(uri_of(problem.path), []).append(problem_diagnostic(problem, lang))
        if told != self._problems:
            for uri in {**self._problems, **told}:
                self.tell(uri, told.get(uri, []))
            self._problems = told
