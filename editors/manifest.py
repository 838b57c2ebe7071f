"""The manifest of the VS Code extension: kept by hand, but for what the grammar and the configuration already say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giar_lark import __version__
from giar_lark.lang import Lang
from giar_lark.notation.textmate import FIRST_LINE, SCOPE
from giar_lark.notation.textmate.scopes import SCOPES, SUFFIX
from giar_lark.settings.schema import config_schema

# what the server's kinds of tokens are in the TextMate grammar, so that both give the same colours
_SEMANTIC = {
    "keyword": "heading",
    "class": "group",
    "property": "row",
    "parameter": "column",
    "comment": "note",
    "number": "number",
    "regexp": "unplaced",
    "string": "date",
    "operator": "numbered",
    "*.inferred": "inferred",
}


def manifest(by_hand: Mapping[str, Any]) -> dict[str, Any]:
    """A manifest with its generated parts as they have to be."""
    contributes = dict(by_hand["contributes"])
    language, grammar = contributes["languages"][0], contributes["grammars"][0]
    contributes["languages"] = [{**language, "firstLine": FIRST_LINE}]
    contributes["grammars"] = [{**grammar, "scopeName": SCOPE}]
    contributes["configuration"] = _configuration(contributes["configuration"])
    contributes["semanticTokenScopes"] = [{"language": language["id"], "scopes": _semantic_scopes()}]
    return {**by_hand, "version": __version__, "contributes": contributes}


def _configuration(by_hand: Mapping[str, Any]) -> dict[str, Any]:
    properties = dict(by_hand["properties"])
    for name in ("select", "ignore"):
        properties[f"giar-lark.{name}"] = {**properties[f"giar-lark.{name}"], "items": _rules()}
    properties["giar-lark.lang"] = {**properties["giar-lark.lang"], "enum": ["auto", *(lang.value for lang in Lang)]}
    return {**by_hand, "properties": properties}


def _rules() -> dict[str, Any]:
    """The entries that the configuration file takes for rules, each with what it stands for."""
    schema: Any = config_schema()
    levels = schema["properties"]["severity"]["properties"]
    codes = schema["$defs"]["rule"]["enum"]
    return {"type": "string", "enum": codes, "enumDescriptions": [levels[code]["description"] for code in codes]}


def _semantic_scopes() -> dict[str, list[str]]:
    """The scopes of each kind of token; the editor takes the first that the theme knows."""
    return {
        kind: [name + SUFFIX for name in reversed(SCOPES[part].split(" "))] for kind, part in sorted(_SEMANTIC.items())
    }
