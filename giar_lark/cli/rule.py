"""`giar-lark rule CODE`: a rule's page."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from giar_lark.cli.choice import rule_page
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language


def rule(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE", show_default=False, help=say("编号或名称，如 T3-01", "a code or a name, such as T3-01")
        ),
    ],
    lang: Language = None,
) -> None:
    """Explain a rule: what it checks, on what ground, an example, what to do, when not to mind it."""
    from giar_lark.handbook import entry_of
    from giar_lark.render.page import Page, console_for, page_width, show
    from giar_lark.render.rule_page import rule_lines
    from giar_lark.render.theme import glyphs_for

    tongue = language(lang)
    entry = entry_of(rule_page(code, tongue))
    console = console_for(sys.stdout)
    view = Page(lang=tongue, width=page_width(console), glyphs=glyphs_for(sys.stdout))
    show(console, rule_lines(entry.manual, entry.found, view))
