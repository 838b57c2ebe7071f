"""`giar-lark rule CODE`: a rule's page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.choice import rule_page
from giar_lark.cli.exits import usage_error
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language
from giar_lark.cli.streams import write_json, write_text

if TYPE_CHECKING:
    from rich.text import Text as Styled

    from giar_lark.handbook import Entry
    from giar_lark.render.page import Page


class RuleFormat(StrEnum):
    """How a page is written."""

    text = "text"
    json = "json"
    markdown = "markdown"


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE", show_default=False, help=say("编号或名称，如 T3-01", "a code or a name, such as T3-01")
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=say("全部规则", "all rules"))] = False,
    format: Annotated[
        RuleFormat, typer.Option("--format", help=say("输出格式", "how the page is written"))
    ] = RuleFormat.text,
    lang: Language = None,
) -> None:
    """Explain a rule: what it checks, why, on what ground, an example, what to do, when not to mind it."""
    from giar_lark.handbook import entries, entry_of

    tongue = language(lang)
    if (code is None) != everything:
        raise usage_error(say("给出一条规则的编号，或 --all", "give the code of a rule, or --all", tongue))
    found = list(entries()) if code is None else [entry_of(rule_page(code, tongue))]
    if format is RuleFormat.json:
        _write_json(found, tongue, is_list=everything)
    elif format is RuleFormat.markdown:
        _write_markdown(found, tongue)
    else:
        _write_pages(found, tongue)


def _write_json(found: Sequence[Entry], lang: str, *, is_list: bool) -> None:
    """An object for one rule, an array for all of them."""
    from giar_lark.export.rules import page_dict

    pages = [page_dict(entry.manual, entry.found, lang) for entry in found]
    write_json(pages if is_list else pages[0], indent=2)


def _write_markdown(found: Sequence[Entry], lang: str) -> None:
    from giar_lark.export.markdown import page_markdown

    write_text("\n".join(page_markdown(entry.manual, entry.found, lang) for entry in found))


def _write_pages(found: Sequence[Entry], lang: str) -> None:
    from giar_lark.render.page import Page, console_for, page_width, show
    from giar_lark.render.theme import glyphs_for

    console = console_for(sys.stdout)
    show(console, _drawn(found, Page(lang=lang, width=page_width(console), glyphs=glyphs_for(sys.stdout))))


def _drawn(found: Sequence[Entry], page: Page) -> Iterator[Styled]:
    """The pages, with an empty line between."""
    from giar_lark.render.page import line
    from giar_lark.render.rule_page import rule_lines

    for number, entry in enumerate(found):
        if number:
            yield line()
        yield from rule_lines(entry.manual, entry.found, page)
