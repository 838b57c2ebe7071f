"""What a client can do, by what it has said of itself."""

from __future__ import annotations

from lsprotocol import types

from giar_lark.lean.records import dataclass


@dataclass(frozen=True, slots=True)
class Client:
    """The capabilities of a client, as questions."""

    capabilities: types.ClientCapabilities

    @property
    def pulls(self) -> bool:
        """Whether it asks for diagnostics itself. It is then told of changes only, for it would show both."""
        document = self.capabilities.text_document
        return document is not None and document.diagnostic is not None

    @property
    def reads_markdown(self) -> bool:
        """Whether it shows Markdown in a hover."""
        document = self.capabilities.text_document
        formats = document.hover.content_format if document and document.hover else None
        return formats is None or types.MarkupKind.Markdown in formats

    @property
    def takes_snippets(self) -> bool:
        """Whether a completion may have stops."""
        document = self.capabilities.text_document
        item = document.completion.completion_item if document and document.completion else None
        return bool(item and item.snippet_support)

    @property
    def resolves_actions(self) -> bool:
        """Whether it asks for the edit of an action when that is chosen."""
        document = self.capabilities.text_document
        support = document.code_action.resolve_support if document and document.code_action else None
        return bool(support and "edit" in support.properties)

    @property
    def applies_edits(self) -> bool:
        """Whether it makes edits that it did not ask for."""
        return bool(self.capabilities.workspace and self.capabilities.workspace.apply_edit)

    @property
    def shows_documents(self) -> bool:
        """Whether it opens a document on demand."""
        window = self.capabilities.window
        return bool(window and window.show_document and window.show_document.support)

    @property
    def shows_progress(self) -> bool:
        """Whether it has a bar for work that the server begins."""
        return bool(self.capabilities.window and self.capabilities.window.work_done_progress)

    @property
    def watches_files(self) -> bool:
        """Whether it tells of files that have changed, if it is asked to."""
        workspace = self.capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        return bool(watching and watching.dynamic_registration)

    @property
    def refreshes_diagnostics(self) -> bool:
        """Whether it asks for diagnostics anew on demand."""
        workspace = self.capabilities.workspace
        return bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)

    @property
    def refreshes_hints(self) -> bool:
        """Whether it asks for inlay hints anew on demand."""
        workspace = self.capabilities.workspace
        return bool(workspace and workspace.inlay_hint and workspace.inlay_hint.refresh_support)
