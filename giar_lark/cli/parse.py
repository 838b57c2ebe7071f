"""`giar-lark parse`: a report as data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, Any

import typer

from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, report_internal_error
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Column, Debug, IdColumn, Language, Limit, Paths
from giar_lark.cli.progress import progress
from giar_lark.cli.reading import reading_of
from giar_lark.cli.streams import write_json
from giar_lark.containers.ahead import files_converted_ahead
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.names import as_text
from giar_lark.findings import Finding
from giar_lark.source.source import Source


class ParseFormat(StrEnum):
    """Which stage of the reading is shown."""

    json = "json"
    cells = "cells"
    tree = "tree"
    tokens = "tokens"


def parse(
    paths: Paths,
    format: Annotated[ParseFormat, typer.Option("--format", help=say("内容", "what is given"))] = ParseFormat.json,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    lang: Language = None,
    debug: Debug = False,
) -> None:
    """Read reports: one JSON document for a file, JSON Lines for several."""
    from giar_lark.cli.configuration import settings_of_run

    tongue = language(lang)
    found = found_behind(paths, tongue)
    reading = reading_of(settings_of_run(found, tongue), limit, column, id_column, tongue)
    several = len(found) > 1 or any(not one.is_named for one in found)
    code = OK
    with progress(found, tongue) as (each, _):
        ahead = files_converted_ahead(each, found, reading)
        for document in (document for one in ahead for document in documents_in(one, reading)):
            try:
                code = max(code, _document(document, format, batch=several or document.path != paths[0], lang=tongue))
            except (BrokenPipeError, KeyboardInterrupt):
                raise
            except Exception as error:
                report_internal_error(error, document.path, tongue, debug=debug)
                code = INTERNAL
    raise typer.Exit(code)


def _document(document: Document, format: ParseFormat, *, batch: bool, lang: str) -> int:
    """Write one document; the exit code it asks for: 1 where it could not be read as a report."""
    source = document.read()
    value, findings = _STAGES[format](source)
    path = as_text(document.path)
    if not batch:
        write_json(value, indent=2)
    elif isinstance(value, list):
        for item in value:
            write_json({"path": path, **item})
    else:
        write_json({"path": path, **value})
    refused = [finding for finding in findings if finding.code.startswith("RD") and finding.severity.rank == 0]
    _note(path, refused, lang)
    return FINDINGS if refused else OK


def _note(path: str, findings: Iterable[Finding], lang: str) -> None:
    for finding in findings:
        print(f"{path}: {finding.code} {finding.message.in_language(lang)}", file=sys.stderr)


def _report(source: Source) -> tuple[dict[str, Any], Iterable[Finding]]:
    from giar_lark.export.json import report_dict
    from giar_lark.pipeline import parse as parse_source

    parsed = parse_source(source)
    return report_dict(parsed.report, source), parsed.findings


def _cells(source: Source) -> tuple[list[dict[str, Any]], Iterable[Finding]]:
    from giar_lark.export.json import cell_dict
    from giar_lark.pipeline import parse as parse_source

    parsed = parse_source(source)
    return [cell_dict(cell, source) for cell in parsed.report.cells], parsed.findings


def _tokens(source: Source) -> tuple[list[dict[str, Any]], Iterable[Finding]]:
    from giar_lark.parse.dump import token_stream
    from giar_lark.tokenise.report import tokenise

    found = tokenise(source)
    return token_stream(found.tokens, source), found.findings


def _tree(source: Source) -> tuple[dict[str, Any], Iterable[Finding]]:
    from giar_lark.parse.dump import tree_dict
    from giar_lark.parse.parser import tree_of_tokens
    from giar_lark.tokenise.report import tokenise

    found = tokenise(source)
    parsed = tree_of_tokens(found.tokens, source.text)
    return tree_dict(parsed.tree, source), [*found.findings, *parsed.findings]


_STAGES: dict[ParseFormat, Callable[[Source], tuple[Any, Iterable[Finding]]]] = {
    ParseFormat.json: _report,
    ParseFormat.cells: _cells,
    ParseFormat.tokens: _tokens,
    ParseFormat.tree: _tree,
}
