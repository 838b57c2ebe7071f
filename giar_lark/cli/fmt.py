"""`giar-lark fmt`: a report in its canonical form, or as Markdown, HTML or DOCX."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import FINDINGS, OK, usage_error
from giar_lark.cli.inputs import found_behind, only_document
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Column, IdColumn, Language, Limit, Paths
from giar_lark.cli.reading import reading_of
from giar_lark.cli.target import Output, Target
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.names import STDIN

if TYPE_CHECKING:
    from giar_lark.model.report import Report
    from giar_lark.source.source import Source


class To(StrEnum):
    """What a report can be written as."""

    text = "text"
    markdown = "markdown"
    html = "html"
    docx = "docx"


def fmt(
    paths: Paths,
    write: Annotated[bool, typer.Option("--write", help=say("写回原文件（UTF-8）", "write it back, in UTF-8"))] = False,
    to: Annotated[To, typer.Option("--to", help=say("写成哪种格式", "the format to write"))] = To.text,
    output: Output = None,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    lang: Language = None,
) -> None:
    """Write reports in canonical form, or in another format: on standard output, to a file, or in place."""
    from giar_lark.cli.configuration import settings_of_run

    tongue = language(lang)
    found = found_behind(paths, tongue)
    if write and (STDIN in paths or to is not To.text or output is not None):
        raise usage_error(say("--write 只把文本写回它自己的文件", "--write puts a text back into its own file", tongue))
    if len(found) > 1 and not write:
        raise usage_error(say("多个文件请加 --write", "several files need --write", tongue))
    reading = reading_of(settings_of_run(found, tongue), limit, column, id_column, tongue)
    if write:
        documents = (document for one in found for document in documents_in(one, reading))
        raise typer.Exit(max((_file(document, None, tongue) for document in documents), default=OK))
    target = Target(output, to.value, tongue)
    raise typer.Exit(max((_file(only_document(one, tongue, reading), target, tongue) for one in found), default=OK))


def _file(document: Document, target: Target | None, lang: str) -> int:
    """Format one file, in place without a target; a source that is no report is left alone, and costs exit code 1."""
    from giar_lark.pipeline import parse
    from giar_lark.write.document import document_of

    path, source = document.path, document.read()
    parsed = parse(source)
    if parsed.refused:
        finding = parsed.findings[0]
        print(f"{path}: {finding.code} {finding.message.in_language(lang)}", file=sys.stderr)
        return FINDINGS
    if target is not None:
        target.write(document_of(parsed.report, source.text))
        return OK
    if document.is_enclosed or source.origin is not None:
        zh, en = f"{path}：不是单独的文本文件，没有改写", f"{path}: no text file, not rewritten"
        print(say(zh, en, lang), file=sys.stderr)
        return FINDINGS
    return _rewritten(path, source, parsed.report, lang)


def _rewritten(path: str, source: Source, report: Report, lang: str) -> int:
    """Put a text back in its canonical form, unless anything in it would be lost: that costs exit code 1."""
    from giar_lark.lang import Text
    from giar_lark.write.canonical import rewritten_whole

    text = rewritten_whole(source, report)
    if isinstance(text, Text):
        print(say(f"{path}：没有改写，{text.zh}", f"{path}: not rewritten, {text.en}", lang), file=sys.stderr)
        return FINDINGS
    if text != source.text or source.encoding != "utf-8" or source.mark:
        Path(path).write_text(text, encoding="utf-8", newline="")
        print(say(f"已改写 {path}", f"rewrote {path}", lang), file=sys.stderr)
    return OK
