"""`giar-lark compare A B`: two years, or two copies, of one organ side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import FINDINGS, OK, usage_error
from giar_lark.cli.inputs import one_document
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Column, IdColumn, Language, Limit
from giar_lark.cli.reading import reading_of
from giar_lark.cli.streams import write_json, write_text
from giar_lark.containers.document import Document
from giar_lark.findings import Severity
from giar_lark.lean.later import Later
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from giar_lark.batch.comparison import Comparison
    from giar_lark.cli.configuration import Configuration


class CompareFormat(StrEnum):
    """How a comparison is written."""

    table = "table"
    json = "json"
    html = "html"


class _Target(NamedTuple):
    """Where a comparison goes, in what format, and whether cells that are the same go there, too."""

    format: CompareFormat
    path: Path | None
    everything: bool


def compare(
    one: Annotated[str, typer.Argument(metavar="A", show_default=False, help=say("一份报告", "a report"))],
    other: Annotated[str, typer.Argument(metavar="B", show_default=False, help=say("另一份报告", "another report"))],
    format: Annotated[
        CompareFormat, typer.Option("--format", help=say("输出格式", "how it is written"))
    ] = CompareFormat.table,
    everything: Annotated[
        bool, typer.Option("--all", help=say("相同的格也列出", "list the cells that are the same, too"))
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", show_default=False, help=say("写到文件", "write to a file")),
    ] = None,
    fail_on: Annotated[
        Severity, typer.Option(help=say("从这一级别起以 1 退出", "exit with 1 from this severity on"))
    ] = Severity.ERROR,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    lang: Language = None,
) -> None:
    """Compare two reports: cells, carry-over, text."""
    from giar_lark.cli.configuration import Configuration, asked

    tongue = language(lang)
    target = _Target(format, output, everything)
    if output is not None and format is CompareFormat.table:
        raise usage_error(say("写到文件请用 --format json 或 html", "a file takes --format json or html", tongue))
    settings = Configuration(asked(None, None, None, False, tongue), [one, other], tongue)
    reading = reading_of(settings.run, limit, column, id_column, tongue)
    read = [_read(one_document(path, tongue, reading), tongue) for path in (one, other)]
    comparison, outcomes = _compared(read, settings, tongue)
    try:
        _write(comparison, outcomes, target, tongue)
    except OSError as error:
        raise usage_error(f"{output}: {error.strerror}") from None
    found = [finding for outcome in outcomes for finding in outcome.findings]
    raise typer.Exit(FINDINGS if any(finding.severity.rank <= fail_on.rank for finding in found) else OK)


def _compared(read: Sequence[Outcome], settings: Configuration, lang: str) -> tuple[Comparison, tuple[Outcome, ...]]:
    """The comparison of two reports, and what is wrong with each beside the other."""
    from giar_lark.batch.comparison import compare as compare_entries
    from giar_lark.batch.entry import entry_of
    from giar_lark.cli.waiting import say_what_is_missing
    from giar_lark.pipeline import in_order
    from giar_lark.relate import relate

    entries = [entry_of(outcome.path, outcome.source, outcome.report) for outcome in read]
    found = relate(entries, settings.run.config.options, settings.of)
    say_what_is_missing(settings.all, lang)
    outcomes = tuple(
        Outcome(path=o.path, source=o.source, read=o.read, findings=in_order(found.get(o.path, ()), o.source))
        for o in read
    )
    return compare_entries(*entries), outcomes


def _read(document: Document, lang: str) -> Outcome:
    """The report in a document, without findings.

    Raises: the exit of a wrong usage, where there is none.
    """
    from giar_lark.pipeline import parse

    path, source = document.path, document.read()
    parsed = parse(source)
    if parsed.refused:
        reason = parsed.findings[0].message.in_language(lang)
        raise usage_error(f"{path}: {reason}")
    return Outcome(path=path, source=source, read=Later.of(parsed.report), findings=())


def _write(
    comparison: Comparison,
    outcomes: Sequence[Outcome],
    target: _Target,
    lang: str,
) -> None:
    if target.format is CompareFormat.table:
        _draw(comparison, outcomes, lang, target.everything)
    elif target.path is not None:
        target.path.write_text(_text(comparison, outcomes, target.format, lang), encoding="utf-8")
    elif target.format is CompareFormat.json:
        from giar_lark.compare.json import comparison_dict

        write_json(comparison_dict(comparison, outcomes, lang), indent=2)
    else:
        write_text(_text(comparison, outcomes, target.format, lang))


def _text(comparison: Comparison, outcomes: Sequence[Outcome], format: CompareFormat, lang: str) -> str:
    if format is CompareFormat.html:
        from giar_lark.compare.page import comparison_page

        return comparison_page(comparison, outcomes, lang)
    from giar_lark.compare.json import comparison_dict
    from giar_lark.export.json import to_json

    return to_json(comparison_dict(comparison, outcomes, lang), indent=2) + "\n"


def _draw(comparison: Comparison, outcomes: Sequence[Outcome], lang: str, everything: bool) -> None:
    from giar_lark.render.comparison import show_comparison
    from giar_lark.render.concise import concise_lines
    from giar_lark.render.page import console_for
    from giar_lark.render.theme import glyphs_for

    console = console_for(sys.stdout)
    show_comparison(console, glyphs_for(sys.stdout), comparison, lang, everything=everything)
    lines = [line for o in outcomes for line in concise_lines(o.path, o.source, o.findings, lang)]
    if lines:
        write_text("\n" + "".join(f"{line}\n" for line in lines))
