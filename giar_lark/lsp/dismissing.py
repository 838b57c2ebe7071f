"""Setting a finding aside from an editor: with a reason at once; without one the entry is written, and opened at the reason."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from lsprotocol import types

from giar_lark.dismissals.file import dismissals_in
from giar_lark.dismissals.find import new_file
from giar_lark.dismissals.write import appended, entry_text
from giar_lark.findings import Finding
from giar_lark.lang import Text
from giar_lark.lean.records import dataclass
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.document import uri_of
from giar_lark.lsp.positions import Positions
from giar_lark.lsp.server import ReportServer
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.reader import text_of_file
from giar_lark.settings.relative import relative

_EMPTY_REASON = 'reason = ""'


@dataclass(frozen=True, slots=True)
class Change:
    """A file of dismissals before and after an entry; before, None where there is no file yet."""

    path: Path
    before: str | None
    after: str


async def dismiss(server: ReportServer, given: object) -> dict[str, str] | None:
    """Set a finding aside; `given` has its `uri` and `id`, and may have `reason` and `until`. Gives the file written."""
    request = given if isinstance(given, dict) else {}
    uri, reason = str(request.get("uri", "")), str(request.get("reason") or "").strip()
    try:
        until = date.fromisoformat(request["until"]) if request.get("until") else None
        change = await server.answer(uri, lambda analysis: _change(analysis, request.get("id"), reason, until))
        if change is None:
            server.say(Text("这一处已经没有了，或者文件还没有保存", "it is gone already, or the file was never saved"))
            return None
        if reason:
            _write(change)
            server.refresh()
            return {"file": uri_of(change.path)}
    except (SettingsError, OSError, ValueError) as error:
        server.say(Text(f"没有写入：{error}", f"nothing was written: {error}"), types.MessageType.Error)
        return None
    return await _ask_for_reason(server, change)


def _change(analysis: Analysis, id: object, reason: str, until: date | None) -> Change | None:
    path = analysis.document.path
    finding = next((one for one in analysis.findings if one.id == id), None)
    if path is None or finding is None:
        return None
    around = analysis.surroundings
    target = around.dismissals.path if around.dismissals else new_file(path.parent, around.settings.path)
    before = text_of_file(target) if target.is_file() else None
    after = appended(before, [_entry(path, target, finding, analysis, reason, until)])
    if reason:
        dismissals_in(after, target)  # what is there may not take entries at its end
    return Change(target, before, after)


def _entry(path: Path, target: Path, finding: Finding, analysis: Analysis, reason: str, until: date | None) -> str:
    name = relative(str(path), target.parent)
    return entry_text(name, finding, analysis.document.source, reason, until)


def _write(change: Change) -> None:
    """Write the file in one step, so that no reader sees half of it."""
    beside = change.path.with_name(f".{change.path.name}.{os.getpid()}")
    beside.write_text(change.after, encoding="utf-8", newline="")
    os.replace(beside, change.path)


async def _ask_for_reason(server: ReportServer, change: Change) -> dict[str, str] | None:
    """Write the entry through the client, without a reason, and open it there; it holds once it has one and is saved."""
    uri = uri_of(change.path)
    if not server.client.applies_edits:
        server.say(Text("请用 giar-lark dismiss 写明原因", "use `giar-lark dismiss` to give a reason"))
        return None
    edit = types.ApplyWorkspaceEditParams(_edit(change, server.encoding))
    applied = await server.workspace_apply_edit_async(edit)
    if not applied.applied:
        return None
    at = change.after.rindex(_EMPTY_REASON) + len(_EMPTY_REASON) - 1
    if server.client.shows_documents:
        place = Positions(change.after, server.encoding).range((at, at))
        await server.window_show_document_async(types.ShowDocumentParams(uri, take_focus=True, selection=place))
    server.say(Text("请在 reason 里写明原因并保存", "give the reason and save the file"))
    return {"file": uri}


def _edit(change: Change, encoding: str) -> types.WorkspaceEdit:
    """The entry at the end of the file, which is made if it is not there."""
    uri, before = uri_of(change.path), change.before or ""
    start = len(before) if change.after.startswith(before) else 0
    place = Positions(before, encoding).range((start, len(before)))
    edits = [types.TextEdit(place, change.after[start:])]
    document = types.OptionalVersionedTextDocumentIdentifier(uri=uri)
    made = (
        [types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))] if change.before is None else []
    )
    return types.WorkspaceEdit(document_changes=[*made, types.TextDocumentEdit(document, edits)])
