"""`giar-lark fmt`: a report in its canonical form, or as Markdown, HTML or DOCX."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.exits import FINDINGS, OK, usage_error
from giar_lark.cli.inputs import STDIN, expand, load
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language, Paths
from giar_lark.cli.target import Output, Target
from giar_lark.cli.unreadable import unreadable
from giar_lark.findings import Finding


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
    lang: Language = None,
) -> None:
    """Write reports in canonical form, or in another format: on standard output, to a file, or in place."""
    tongue = language(lang)
    files, _ = expand(paths, tongue)
    if write and (STDIN in files or to is not To.text or output is not None):
        raise usage_error(say("--write 只把文本写回它自己的文件", "--write puts a text back into its own file", tongue))
    if len(files) > 1 and not write:
        raise usage_error(say("多个文件请加 --write", "several files need --write", tongue))
    target = None if write else Target(output, to.value, tongue)
    raise typer.Exit(max((_file(path, target, tongue) for path in files), default=OK))


def _file(path: str, target: Target | None, lang: str) -> int:
    """Format one file, in place without a target; a source that is no report is left alone, and costs exit code 1."""
    from giar_lark.check import parse
    from giar_lark.write.document import document_of
    from giar_lark.write.text import canonical_text

    try:
        source = load(path)
    except OSError as error:
        return _refuse(path, unreadable(error), lang)
    parsed = parse(source)
    if parsed.refused:
        return _refuse(path, parsed.findings[0], lang)
    document = document_of(parsed.report, source.text)
    if target is not None:
        target.write(document)
        return OK
    text = canonical_text(document)
    if text != source.text or source.encoding != "utf-8" or source.mark:
        Path(path).write_text(text, encoding="utf-8", newline="")
        print(say(f"已改写 {path}", f"rewrote {path}", lang), file=sys.stderr)
    return OK


def _refuse(path: str, finding: Finding, lang: str) -> int:
    print(f"{path}: {finding.code} {finding.message.in_language(lang)}", file=sys.stderr)
    return FINDINGS
