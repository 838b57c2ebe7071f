"""An editor: pytest-lsp as client, and the server in a process of its own, as an editor starts it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

_PATIENCE_S = 60


class Editor:
    """One client with its server, and what it does most."""

    def __init__(self, client: LanguageClient, result: types.InitializeResult) -> None:
        self.client, self.capabilities = client, result.capabilities
        self.version = 0
        self.edits: list[types.ApplyWorkspaceEditParams] = []

    def open(self, path: Path, text: str) -> str:
        """Open a document; it need not be on disk."""
        item = types.TextDocumentItem(path.as_uri(), "plaintext", 0, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return path.as_uri()

    def change(self, uri: str, *changes: types.TextDocumentContentChangeEvent) -> None:
        """Change a document."""
        self.version += 1
        known = types.VersionedTextDocumentIdentifier(self.version, uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(known, changes))

    def rewrite(self, uri: str, text: str) -> None:
        """Change all of a document."""
        self.change(uri, types.TextDocumentContentChangeWholeDocument(text))

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until something has happened."""
        for _ in range(_PATIENCE_S * 50):
            if happened():
                return
            await asyncio.sleep(0.02)
        raise AssertionError(f"it has not happened: {self.client.diagnostics}, {self.client.messages}")

    def codes(self, uri: str) -> list[str] | None:
        """The codes that were pushed for a document; None where nothing was."""
        found = self.client.diagnostics.get(uri)
        return None if found is None else [str(one.code) for one in found]

    async def told(self, uri: str, *codes: str) -> None:
        """Wait until exactly these codes are told of a document."""
        await self.until(lambda: self.codes(uri) == list(codes))

    async def command(self, name: str, *arguments: object) -> object:
        """What comes of a command."""
        params = types.ExecuteCommandParams(name, list(arguments))
        return await self.client.workspace_execute_command_async(params)


@asynccontextmanager
async def editor(
    folder: Path, kind: str = "neovim@0.9", encoding: str | None = None, **options: object
) -> AsyncIterator[Editor]:
    """An editor with a folder open; `encoding` is the only one it offers, `kind` whose capabilities it has."""
    capabilities = client_capabilities(kind)
    if encoding is not None:
        capabilities.general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)]
        )
    client = make_test_lsp_client()
    made: list[types.ApplyWorkspaceEditParams] = []

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        made.append(params)
        return types.ApplyWorkspaceEditResult(applied=True)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        return None

    await client.start_io(sys.executable, "-m", "giar_lark", "lsp")
    params = types.InitializeParams(
        capabilities=capabilities,
        root_uri=folder.as_uri(),
        workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
        initialization_options={"lang": "zh", **options},
    )
    one = Editor(client, await client.initialize_session(params))
    one.edits = made
    try:
        yield one
        await client.shutdown_session()
    finally:
        server = client._server
        if server is not None and server.returncode is None:
            server.kill()  # a test has failed, and nobody has said goodbye
        await client.stop()
