"""`giar-lark rules`: the catalogue."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language
from giar_lark.cli.streams import write_json

# what is not read on a terminal has a line a rule, however long
_ANY_WIDTH = 10_000


class RulesFormat(StrEnum):
    """How the catalogue is written."""

    text = "text"
    json = "json"


def rules(
    format: Annotated[
        RulesFormat, typer.Option("--format", help=say("输出格式", "how the list is written"))
    ] = RulesFormat.text,
    lang: Language = None,
) -> None:
    """List all rules by the place that they look at: code, severity, fault, name, and a line on what each finds."""
    from giar_lark.export.rules import rule_dict
    from giar_lark.render.page import Page, console_for, page_width, show
    from giar_lark.render.rule_list import list_lines
    from giar_lark.render.theme import glyphs_for
    from giar_lark.rules import RULES
    from giar_lark.rules.page import manual_of

    tongue = language(lang)
    manuals = [manual_of(page) for page in RULES]
    if format is RulesFormat.json:
        write_json([rule_dict(manual, tongue) for manual in manuals])
        return
    console = console_for(sys.stdout)
    width = page_width(console) if console.is_terminal else _ANY_WIDTH
    show(console, list_lines(manuals, Page(lang=tongue, width=width, glyphs=glyphs_for(sys.stdout))))
