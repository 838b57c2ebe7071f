"""`giar-lark grammar`: the grammar for editors and other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from giar_lark.cli.language import say
from giar_lark.cli.streams import write_json, write_text
from giar_lark.resources import read_grammar
from giar_lark.templates import TEMPLATES, cell_keys, tables
from giar_lark.vocabulary import vocabulary

_FILES = ("report.lark", "labels.lark")


class GrammarFormat(StrEnum):
    """`lark`: the grammar's text. `json`: its vocabulary, sections and cell keys."""

    lark = "lark"
    json = "json"


def grammar(
    export: Annotated[
        GrammarFormat,
        typer.Option(
            help=say("lark：语法原文；json：词汇、章节和各格的键", "lark: its text; json: vocabulary, sections, keys")
        ),
    ] = GrammarFormat.lark,
) -> None:
    """Print the grammar."""
    if export is GrammarFormat.json:
        write_json(_described(), indent=2)
        return
    for name in _FILES:
        write_text(f"// ================ {name}\n\n{read_grammar(name).rstrip()}\n\n")


def _described() -> dict[str, Any]:
    data = tables()
    return {
        "instruments": data.instruments,
        "sections": [
            {"key": s.key, "terminal": s.terminal, "ordinal": s.ordinal, "table": s.table} for s in data.sections
        ],
        "vocabulary": {name: list(spellings) for name, spellings in vocabulary().items()},
        "cells": {template: list(cell_keys(template)) for template in TEMPLATES},
    }
