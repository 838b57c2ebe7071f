"""The commands of the server, from a real client."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from analysed import SOUND, WRONG_TOTAL
from lsprotocol import types

from giar_lark.dismissals.file import read_dismissals
from giar_lark.lean.resources import read_sample

pytest.importorskip("pytest_lsp", reason="pytest-lsp is the client")
from editor import editor

FILE = "giar-lark.dismissals.toml"


def test_a_finding_is_dismissed_with_a_reason_at_once(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            await one.told(uri, "T3-02", "T3-03")
            first, second = (found.data["id"] for found in one.client.diagnostics[uri])
            done = await one.command("giar-lark.dismiss", {"uri": uri, "id": first, "reason": "台账如此"})
            assert done == {"file": (tmp_path / FILE).as_uri()}
            await one.told(uri, "T3-03")
            await one.command("giar-lark.dismiss", {"uri": uri, "id": second, "reason": "已核", "until": "2999-12-31"})
            await one.told(uri)
            entries = read_dismissals(tmp_path / FILE).entries
            assert [(entry.file, entry.code, entry.reason) for entry in entries] == [
                ("a.txt", "T3-02", "台账如此"),
                ("a.txt", "T3-03", "已核"),
            ]

    asyncio.run(session())


def test_without_a_reason_the_entry_is_opened_where_it_is_to_be_given(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("# ours\n", encoding="utf-8")

    async def session() -> None:
        async with editor(tmp_path) as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            await one.told(uri, "T3-02", "T3-03")
            id = one.client.diagnostics[uri][1].data["id"]
            assert await one.command("giar-lark.dismiss", {"uri": uri, "id": id}) == {
                "file": (tmp_path / FILE).as_uri()
            }
            (change,) = one.edits
            (document,) = change.edit.document_changes or ()
            assert isinstance(document, types.TextDocumentEdit)
            (edit,) = document.edits
            assert edit.range.start == types.Position(1, 0)
            assert 'code = "T3-03"' in edit.new_text and 'reason = ""' in edit.new_text
            (shown,) = one.client.shown_documents
            assert shown.selection is not None
            lines = ("# ours\n" + edit.new_text).splitlines()
            assert lines[shown.selection.start.line][: shown.selection.start.character] == 'reason = "'
            assert one.codes(uri) == ["T3-02", "T3-03"]

    asyncio.run(session())


def write_years(folder: Path) -> tuple[str, str]:
    """Two reports of one organ, of which the second has not carried in what the first carried forward."""
    last = read_sample("2021", "last_year").replace("四、结转下年度继续办理\t2\t", "四、结转下年度继续办理\t1\t")
    texts = {"2022.txt": last, "2023.txt": SOUND}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return (folder / "2022.txt").as_uri(), (folder / "2023.txt").as_uri()


def test_a_folder_is_checked_with_progress_and_its_reports_beside_each_other(tmp_path: Path) -> None:
    last, this = write_years(tmp_path)

    async def session() -> None:
        async with editor(tmp_path) as one:
            one.open(tmp_path / "2023.txt", SOUND)
            await one.told(this)
            (result,) = await one.command("giar-lark.checkFolder")  # type: ignore[misc]
            await one.until(lambda: "YR-01" in (one.codes(this) or ()))
            assert (result["files"], result["cancelled"]) == (2, False)
            assert one.codes(last) is not None
            (reports,) = one.client.progress_reports.values()
            assert [type(report).__name__ for report in reports] == [
                "WorkDoneProgressBegin",
                "WorkDoneProgressReport",
                "WorkDoneProgressReport",
                "WorkDoneProgressEnd",
            ]
            one.rewrite(this, SOUND + "\n")
            await one.told(this)

    asyncio.run(session())


def test_a_check_of_a_folder_can_be_cancelled(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.txt").write_text(SOUND, encoding="utf-8")

    async def session() -> None:
        async with editor(tmp_path) as one:
            running = asyncio.ensure_future(one.command("giar-lark.checkFolder", tmp_path.as_uri()))
            await one.until(lambda: any(one.client.progress_reports.values()))
            (token,) = one.client.progress_reports
            one.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
            (result,) = await running  # type: ignore[misc]
            assert result["cancelled"] is True
            assert result["files"] < 200

    asyncio.run(session())
