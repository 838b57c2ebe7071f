"""What the server answers: each request of the protocol, handed to the module that knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsprotocol import types

from giar_lark.lang import Text
from giar_lark.lean.resources import read_sample
from giar_lark.lsp.actions import KINDS, actions_in, resolved
from giar_lark.lsp.completion import completions_at, labels_of
from giar_lark.lsp.dismissing import dismiss
from giar_lark.lsp.document import path_of
from giar_lark.lsp.folder import check_folder
from giar_lark.lsp.formatting import formatted
from giar_lark.lsp.highlights import highlights_at
from giar_lark.lsp.hints import hints_of
from giar_lark.lsp.hover import hover_at
from giar_lark.lsp.names import CHECK_FOLDER, DISMISS, EXPLAIN
from giar_lark.lsp.options import read_options
from giar_lark.lsp.pages import page_text
from giar_lark.lsp.semantic import LEGEND, semantic_tokens
from giar_lark.lsp.server import ReportServer
from giar_lark.lsp.surroundings import WATCHED
from giar_lark.lsp.symbols import folds_of, selections_at, symbols_of
from giar_lark.pipeline import check
from giar_lark.source.source import Source


def make_server() -> ReportServer:
    """A server with all its features."""
    server = ReportServer()
    for add in (_life, _diagnostics, _reading, _typing, _acting, _commands):
        add(server)
    return server


def _life(server: ReportServer) -> None:
    """Beginning, and what changes on the way."""

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.configure(read_options(params.initialization_options), params.locale)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        for problem in server.options.problems:
            server.say(problem, types.MessageType.Warning)
        await server.analyses.work(warm)
        if server.client.watches_files:
            await server.client_register_capability_async(types.RegistrationParams([_watchers()]))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(params: types.DidChangeWatchedFilesParams) -> None:
        server.refresh()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def configured(params: types.DidChangeConfigurationParams) -> None:
        given = params.settings
        if isinstance(given, dict) and given:
            server.reconfigure(read_options(given.get("giar-lark", given)))


def warm() -> None:
    """Load what the first report would have to wait for: the grammars, every rule, the official labels."""
    check(Source(read_sample("2021")))
    labels_of("2021")


def _watchers() -> types.Registration:
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    return types.Registration("giar-lark-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


def _diagnostics(server: ReportServer) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=False, workspace_diagnostics=False, identifier="giar-lark"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        return await server.pulled(params.text_document.uri, params.previous_result_id)


def _reading(server: ReportServer) -> None:
    """What is asked of a document that stands still."""

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await server.answer(params.text_document.uri, symbols_of)

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folds(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return await server.answer(params.text_document.uri, folds_of)

    @server.feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
    async def selections(params: types.SelectionRangeParams) -> list[types.SelectionRange] | None:
        return await server.answer(
            params.text_document.uri,
            lambda analysis: selections_at(analysis, [analysis.document.at.offset(one) for one in params.positions]),
        )

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    async def tokens(params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        return await server.answer(params.text_document.uri, semantic_tokens)

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, LEGEND)
    async def tokens_in_range(params: types.SemanticTokensRangeParams) -> types.SemanticTokens | None:
        return await server.answer(
            params.text_document.uri, lambda a: semantic_tokens(a, a.document.at.span(params.range))
        )

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: types.InlayHintParams) -> list[types.InlayHint] | None:
        return await server.answer(
            params.text_document.uri, lambda a: hints_of(a, a.document.at.span(params.range), server.options.hints)
        )

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    async def highlights(params: types.DocumentHighlightParams) -> list[types.DocumentHighlight] | None:
        return await server.answer(
            params.text_document.uri, lambda a: highlights_at(a, a.document.at.offset(params.position))
        )

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.answer(
            params.text_document.uri,
            lambda a: hover_at(
                a, a.document.at.offset(params.position), server.pages, is_markdown=server.client.reads_markdown
            ),
        )


def _typing(server: ReportServer) -> None:
    """What is asked while a report is written."""

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions())
    async def completion(params: types.CompletionParams) -> types.CompletionList | None:
        return await server.answer(
            params.text_document.uri,
            lambda a: completions_at(
                a, a.document.at.offset(params.position), has_snippets=server.client.takes_snippets
            ),
        )

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        result = await server.answer(params.text_document.uri, formatted)
        if result is not None and result.refusal is not None:
            server.say(result.refusal, types.MessageType.Warning)
        return result.edits if result and not result.refusal else None


def _acting(server: ReportServer) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def actions(params: types.CodeActionParams) -> Sequence[types.CodeAction] | None:
        found = await server.answer(
            params.text_document.uri,
            lambda a: actions_in(a, a.document.at.span(params.range), params.context.only, server.pages),
        )
        if found is None or server.client.resolves_actions:
            return found
        return [await resolve(action) for action in found]

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        data: dict[str, Any] = action.data if isinstance(action.data, dict) else {}
        found = await server.answer(str(data.get("uri")), lambda analysis: resolved(analysis, data)) if data else None
        if found is not None:
            action.edit, refusal = found
            if refusal is not None:
                server.say(refusal, types.MessageType.Warning)
        return action


def _commands(server: ReportServer) -> None:
    """What is done by name. (`ls` is what pygls hands the server over as, for it takes any first argument for one.)"""

    @server.command(CHECK_FOLDER)
    async def folder(ls: ReportServer, *given: object) -> list[dict[str, object]]:
        named = [path_of(str(uri)) for uri in given]
        wanted = [path for path in named if path is not None] or server.folders()
        return [{"folder": str(path), **await check_folder(server, path)} for path in wanted]

    @server.command(DISMISS)
    async def set_aside(ls: ReportServer, *given: object) -> dict[str, str] | None:
        return await dismiss(server, given[0] if given else None)

    @server.command(EXPLAIN)
    async def explain(ls: ReportServer, *given: object) -> dict[str, str | None]:
        code = str(given[0]) if given else ""
        text, address = page_text(code, server.lang), server.pages.address(code, server.lang)
        if text is None:
            server.say(Text(f"没有这条规则：{code}", f"no such rule: {code}"), types.MessageType.Warning)
        elif address is not None:
            await server.show(address)
        return {"uri": address, "markdown": text}
