"""`giar-lark grammar`: the grammar for editors and other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language
from giar_lark.cli.streams import write_json, write_text
from giar_lark.lean.resources import read_grammar

_FILES = ("report.lark", "labels.lark")


class GrammarFormat(StrEnum):
    """`lark`: the grammar's text. `textmate`: for the colours of editors. `json`: tables and spellings. `railroad`: a page."""

    lark = "lark"
    textmate = "textmate"
    json = "json"
    railroad = "railroad"


def grammar(
    export: Annotated[
        GrammarFormat,
        typer.Option(
            help=say(
                "lark：语法原文；textmate：编辑器着色；json：章节、表格、各种写法和各格的键；railroad：铁路图网页",
                "lark: its text; textmate: for the colours of editors; json: sections, tables, spellings, keys; railroad: a page of diagrams",
            )
        ),
    ] = GrammarFormat.lark,
    lang: Language = None,
) -> None:
    """Print the grammar."""
    if export is GrammarFormat.textmate:
        from giar_lark.notation.textmate import textmate_grammar

        write_json(textmate_grammar(), indent=2)
    elif export is GrammarFormat.json:
        from giar_lark.notation.description import description

        write_json(description(), indent=2)
    elif export is GrammarFormat.railroad:
        from giar_lark.notation.railroad import railroad_page

        write_text(railroad_page(language(lang)))
    else:
        for name in _FILES:
            write_text(f"// ================ {name}\n\n{read_grammar(name).rstrip()}\n\n")
