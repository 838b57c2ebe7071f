"""Checking a folder: every report by itself, then those of one organ beside each other, with progress, until it is cancelled."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from uuid import uuid4

from lsprotocol import types

from giar_lark.batch.entry import Entry
from giar_lark.containers.documents import documents_in
from giar_lark.containers.files import Found, files_behind
from giar_lark.containers.names import outer_file
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.lsp.diagnostics import diagnostics_of
from giar_lark.lsp.document import Document, uri_of
from giar_lark.lsp.server import ReportServer
from giar_lark.pipeline import check, in_order
from giar_lark.relate import entry_in, relate


@dataclass(slots=True)
class _Found:
    """A report of the folder: its path, its text, what was found in it, and what is kept of it for the others."""

    path: str
    document: Document
    findings: tuple[Finding, ...]
    entry: Entry | None


class Progress:
    """A bar in the client, and whether the user has had enough; nothing where the client has no bars."""

    def __init__(self, server: ReportServer, token: str | None) -> None:
        self._server, self._token = server, token

    @property
    def is_cancelled(self) -> bool:
        """Whether the user has had enough."""
        future = self._server.work_done_progress.tokens.get(self._token) if self._token else None
        return future is not None and future.cancelled()

    def report(self, done: int, of: int, name: str) -> None:
        """Tell how far it is."""
        if self._token is not None:
            value = types.WorkDoneProgressReport(message=f"{done}/{of} {name}", percentage=100 * done // max(of, 1))
            self._server.work_done_progress.report(self._token, value)


@asynccontextmanager
async def _progress(server: ReportServer, title: Text) -> AsyncIterator[Progress]:
    token = None
    if server.client.shows_progress:
        token = str(uuid4())
        await server.work_done_progress.create_async(token)
        begin = types.WorkDoneProgressBegin(title.in_language(server.lang), cancellable=True, percentage=0)
        server.work_done_progress.begin(token, begin)
    try:
        yield Progress(server, token)
    finally:
        if token is not None:
            server.work_done_progress.end(token, types.WorkDoneProgressEnd())
            server.work_done_progress.tokens.pop(token, None)


async def check_folder(server: ReportServer, folder: Path) -> dict[str, object]:
    """Check the reports in a folder and tell what is found in each; gives the counts, and whether it was cancelled."""
    files = await server.analyses.work(lambda: files_behind([str(folder)]).found)
    opened = {str(one.path): one for one in server.documents.values()}
    found: list[_Found] = []
    async with _progress(server, Text(f"检查 {folder.name}", f"checking {folder.name}")) as progress:
        for number, file in enumerate(files):
            if progress.is_cancelled:
                break
            progress.report(number, len(files), Path(file.path).name)
            found += await server.analyses.work(partial(_checked, server, file, opened))
        cancelled = progress.is_cancelled
    counts = await _tell(server, found, is_whole=not cancelled)
    return {"files": len(found), "cancelled": cancelled, **counts}


def _checked(server: ReportServer, file: Found, opened: Mapping[str, Document]) -> list[_Found]:
    """The reports in a file, as the editor holds them where they are open there."""
    around = server.atlas.of(Path(file.file).parent)
    found: list[_Found] = []
    for one in documents_in(file):
        source = opened[one.path].source if one.path in opened else one.read()
        inside = one.path.removeprefix(one.file) if one.is_inside else ""
        known = opened.get(one.path) or Document(
            uri=uri_of(one.file), text=source.document, encoding=server.encoding, read=source, inside=inside
        )
        checked = check(source, around.config)
        found.append(_Found(one.path, known, checked.findings, entry_in(one.path, source, checked.report)))
    return found


async def _tell(server: ReportServer, found: list[_Found], *, is_whole: bool) -> dict[str, int]:
    """Tell what was found, with what shows only beside other reports if all were looked at; how many of each weight."""
    entries = [one.entry for one in found if one.entry is not None]
    beside = await server.analyses.work(lambda: _related(server, entries)) if is_whole and len(entries) > 1 else {}
    counts: Counter[str] = Counter()
    told: dict[str, list[types.Diagnostic]] = {}
    for one in found:
        related, around = beside.get(one.path, []), server.atlas.of(_folder(one.document))
        everything = in_order((*one.findings, *related), one.document.source)
        kept = around.kept(Path(one.path), one.document.source, everything)
        counts.update(finding.severity.value for finding in kept)
        if one.document.uri in server.documents:
            server.analyses.keep_beside(one.document, related)
        else:
            told.setdefault(one.document.uri, []).extend(diagnostics_of(one.document, kept, server.pages, around.lang))
    for uri, diagnostics in told.items():
        server.teller.tell(uri, diagnostics)
    server.refresh()
    return {severity.value: counts[severity.value] for severity in Severity}


def _folder(document: Document) -> Path:
    path = document.path
    return path.parent if path else Path.cwd()


def _related(server: ReportServer, entries: list[Entry]) -> dict[str, list[Finding]]:
    options = server.atlas.of(Path(outer_file(entries[0].path)).parent).config.options
    return dict(relate(entries, options, lambda path: server.atlas.of(Path(outer_file(path)).parent).config))
