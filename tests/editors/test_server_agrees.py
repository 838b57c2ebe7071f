"""What the extension says to the language server, the server understands; skipped where the server's extra is not installed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

MANIFEST: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "editors" / "vscode" / "package.json").read_text("utf-8")
)
SETTINGS = MANIFEST["contributes"]["configuration"]["properties"]


def test_every_setting_is_an_option_of_the_server() -> None:
    options = pytest.importorskip("giar_lark.lsp.options", reason="needs the language server (extra lsp)")
    given = {"lang": "en", "select": ["T3"], "ignore": ["FM-04"], "baseline": "known.json", "inlayHints": "off"}
    assert {f"giar-lark.{name}" for name in given} <= set(SETTINGS)
    assert options.read_options(given).problems == ()


def test_hints_can_be_what_the_server_knows() -> None:
    options = pytest.importorskip("giar_lark.lsp.options", reason="needs the language server (extra lsp)")
    assert SETTINGS["giar-lark.inlayHints"]["enum"] == list(options.HINTS)


def test_every_kind_of_token_has_a_colour() -> None:
    semantic = pytest.importorskip("giar_lark.lsp.semantic", reason="needs the language server (extra lsp)")
    coloured = set(MANIFEST["contributes"]["semanticTokenScopes"][0]["scopes"])
    assert coloured == {*semantic.TYPES, *(f"*.{modifier}" for modifier in semantic.MODIFIERS)}


def test_commands_are_those_of_the_server() -> None:
    names = pytest.importorskip("giar_lark.lsp.names", reason="needs the language server (extra lsp)")
    sources = (Path(__file__).parents[2] / "editors" / "vscode" / "src").glob("*.ts")
    said = "\n".join(path.read_text("utf-8") for path in sources)
    for command in (names.CHECK_FOLDER, names.DISMISS, names.EXPLAIN):
        assert f'"{command}"' in said
        assert command not in [one["command"] for one in MANIFEST["contributes"]["commands"]]
