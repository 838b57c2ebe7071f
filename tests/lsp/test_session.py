"""The server as a real client sees it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest
from analysed import SOUND, WRONG_TOTAL
from lsprotocol import types

pytest.importorskip("pytest_lsp", reason="pytest-lsp is the client")
from editor import Editor, editor

LINE = WRONG_TOTAL[: WRONG_TOTAL.index("\t9\n")].count("\n")
COLUMN = len(WRONG_TOTAL[: WRONG_TOTAL.index("\t9\n")].rpartition("\n")[2]) + 1
RIGHT = types.TextDocumentContentChangePartial(
    types.Range(types.Position(LINE, COLUMN), types.Position(LINE, COLUMN + 1)), "8"
)


def test_what_is_wrong_is_pushed_and_taken_back(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            await one.told(uri, "T3-02", "T3-03")
            _, row = one.client.diagnostics[uri]
            assert row.range == types.Range(types.Position(LINE, COLUMN), types.Position(LINE, COLUMN + 1))
            assert (row.severity, row.source, row.message) == (
                types.DiagnosticSeverity.Error,
                "giar-lark",
                "“（一）予以公开”行：六类之和＝8，总计＝9，差 1",
            )
            assert [(one.location.range.start.line, one.message) for one in row.related_information or ()] == [
                (LINE, "自然人：6"),
                (LINE, "商业企业：1"),
                (LINE, "法律服务机构：1"),
            ]
            assert row.code_description is not None
            page = Path(unquote(urlparse(row.code_description.href).path))
            assert page.read_text("utf-8").startswith("# T3-03 row-total")
            one.change(uri, RIGHT)
            await one.told(uri)
            one.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    asyncio.run(session())


def test_a_client_that_pulls_is_pushed_nothing(tmp_path: Path) -> None:
    async def pulled(one: Editor, uri: str, known: str | None = None) -> types.DocumentDiagnosticReport:
        document = types.TextDocumentIdentifier(uri)
        params = types.DocumentDiagnosticParams(document, previous_result_id=known)
        return await one.client.text_document_diagnostic_async(params)

    async def session() -> None:
        async with editor(tmp_path, "neovim@0.11", "utf-16") as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            report = await pulled(one, uri)
            assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
            assert [item.code for item in report.items] == ["T3-02", "T3-03"]
            again = await pulled(one, uri, report.result_id)
            assert isinstance(again, types.RelatedUnchangedDocumentDiagnosticReport)
            one.change(uri, RIGHT)
            mended = await pulled(one, uri, report.result_id)
            assert isinstance(mended, types.RelatedFullDocumentDiagnosticReport)
            assert list(mended.items) == []
            await one.told(uri)

    asyncio.run(session())


@pytest.mark.parametrize(("encoding", "start", "width"), [("utf-8", 7, 4), ("utf-16", 3, 2), ("utf-32", 3, 1)])
def test_columns_are_counted_as_agreed(tmp_path: Path, encoding: str, start: int, width: int) -> None:
    text = SOUND.replace("规章\t0\t0\t0", "规章\t𠮷\t若\t0")

    async def session() -> None:
        async with editor(tmp_path, encoding=encoding) as one:
            assert one.capabilities.position_encoding == encoding
            uri = one.open(tmp_path / "a.txt", text)
            await one.until(lambda: bool(one.codes(uri)))
            astral, second = (found.range for found in one.client.diagnostics[uri])
            line = text[: text.index("规章")].count("\n")
            assert astral == types.Range(types.Position(line, start), types.Position(line, start + width))
            assert second.start == types.Position(line, start + width + 1)
            one.change(uri, types.TextDocumentContentChangePartial(second, "0"))
            one.change(uri, types.TextDocumentContentChangePartial(astral, "0"))
            await one.told(uri)

    asyncio.run(session())


def test_every_feature_answers(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path) as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            answers = [answer async for answer in asked(one, uri)]
            assert [name for name, answer in answers if not answer] == []
            actions = next(answer for name, answer in answers if name == "actions")
            assert isinstance(actions, list | tuple)
            assert actions[0].title == "改为 8（请先与台账核对）"

    asyncio.run(session())


async def asked(one: Editor, uri: str) -> Iterator[tuple[str, object]]:  # type: ignore[misc]
    """Every request about a document, with its answer."""
    client, document = one.client, types.TextDocumentIdentifier(uri)
    everything = types.Range(types.Position(0, 0), types.Position(999, 0))
    place, options = types.Position(LINE, COLUMN), types.FormattingOptions(4, True)
    context = types.CodeActionContext([])
    yield "symbols", await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    yield "folds", await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    yield "hover", await client.text_document_hover_async(types.HoverParams(document, place))
    yield (
        "highlights",
        await client.text_document_document_highlight_async(types.DocumentHighlightParams(document, place)),
    )
    yield "hints", await client.text_document_inlay_hint_async(types.InlayHintParams(document, everything))
    yield "tokens", await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
    yield (
        "some tokens",
        await client.text_document_semantic_tokens_range_async(types.SemanticTokensRangeParams(document, everything)),
    )
    yield (
        "selections",
        await client.text_document_selection_range_async(types.SelectionRangeParams(document, [place])),
    )
    yield "completion", await client.text_document_completion_async(types.CompletionParams(document, place))
    yield "format", await client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
    yield (
        "actions",
        await client.text_document_code_action_async(
            types.CodeActionParams(document, types.Range(place, place), context)
        ),
    )
    yield "explain", await one.command("giar-lark.explainRule", "T3-01")


def test_nothing_ends_the_server(tmp_path: Path) -> None:
    async def session() -> None:
        async with editor(tmp_path, colour="red") as one:
            await one.until(lambda: bool(one.client.messages))
            assert [message.message for message in one.client.messages] == ["不认识的选项：colour"]
            nowhere = (tmp_path / "nowhere.txt").as_uri()
            one.rewrite(nowhere, "a document that was never opened")
            assert (
                await one.client.text_document_hover_async(
                    types.HoverParams(types.TextDocumentIdentifier(nowhere), types.Position(3, 3))
                )
                is None
            )
            for number, text in enumerate(hostile()):
                uri = one.open(tmp_path / f"{number}.txt", text)
                params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
                await one.client.text_document_document_symbol_async(params)
                one.change(uri, RIGHT)
                place = types.Position(10**6, 10**6)
                beyond = types.Range(place, place)
                one.change(uri, types.TextDocumentContentChangePartial(beyond, "末"))
                one.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
            for arguments in ([], [None], ["x"], [{}], [{"uri": nowhere, "id": "x", "until": "soon", "reason": "x"}]):
                await one.command("giar-lark.dismiss", *arguments)
                await one.command("giar-lark.explainRule", *arguments)
            with pytest.raises(Exception, match="not defined"):
                await one.command("giar-lark.unknown")
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            await one.told(uri, "T3-02", "T3-03")

    asyncio.run(session())


def hostile() -> list[str]:
    """Texts that are no report, or hardly one."""
    return ["", "\r\n\r", "\x00\x01", "𠮷" * 99, "一、总体情况", "\t" * 9999, SOUND * 20, "\n" * 99_999, "1 " * 99_999]


def test_a_wrong_configuration_is_told_at_its_line_until_it_is_mended(tmp_path: Path) -> None:
    config = tmp_path / "giar-lark.toml"
    config.write_text("ignore = ['T3-02']\nwrong = 1\n", encoding="utf-8")

    async def session() -> None:
        async with editor(tmp_path) as one:
            uri = one.open(tmp_path / "a.txt", WRONG_TOTAL)
            await one.until(lambda: bool(one.client.diagnostics.get(config.as_uri())))
            (problem,) = one.client.diagnostics[config.as_uri()]
            assert problem.range.start == types.Position(1, 0)
            config.write_text("ignore = ['T3-02']\n", encoding="utf-8")
            saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(config.as_uri()))
            one.client.text_document_did_save(saved)
            await one.told(uri, "T3-03")
            await one.told(config.as_uri())
            one.client.workspace_did_change_configuration(
                types.DidChangeConfigurationParams({"giar-lark": {"lang": "en", "select": ["T3-02"]}})
            )
            await one.told(uri, "T3-02")
            assert one.client.diagnostics[uri][0].message.startswith("column total: ")

    asyncio.run(session())
