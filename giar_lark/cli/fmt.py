"""`giar-lark fmt`: a report in its canonical form."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.exits import FINDINGS, OK, usage_error
from giar_lark.cli.inputs import STDIN, expand, load
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Language, Paths
from giar_lark.cli.streams import write_text
from giar_lark.cli.unreadable import unreadable
from giar_lark.findings import Finding


def fmt(
    paths: Paths,
    write: Annotated[bool, typer.Option("--write", help=say("写回原文件（UTF-8）", "write it back, in UTF-8"))] = False,
    lang: Language = None,
) -> None:
    """Write reports in canonical form, on standard output or in place."""
    tongue = language(lang)
    files, _ = expand(paths, tongue)
    if write and STDIN in files:
        raise usage_error(say("标准输入不能写回", "standard input cannot be written back", tongue))
    if len(files) > 1 and not write:
        raise usage_error(say("多个文件请加 --write", "several files need --write", tongue))
    raise typer.Exit(max((_file(path, write=write, lang=tongue) for path in files), default=OK))


def _file(path: str, *, write: bool, lang: str) -> int:
    """Format one file; a source that is no report is left alone, and costs exit code 1."""
    from giar_lark.canonical import canonical_text
    from giar_lark.check import parse

    try:
        source = load(path)
    except OSError as error:
        return _refuse(path, unreadable(error), lang)
    parsed = parse(source)
    if parsed.refused:
        return _refuse(path, parsed.findings[0], lang)
    text = canonical_text(parsed.report, source.text)
    if not write:
        write_text(text)
    elif text != source.text or source.encoding != "utf-8":
        Path(path).write_text(text, encoding="utf-8", newline="")
        print(say(f"已改写 {path}", f"rewrote {path}", lang), file=sys.stderr)
    return OK


def _refuse(path: str, finding: Finding, lang: str) -> int:
    print(f"{path}: {finding.code} {finding.message.in_language(lang)}", file=sys.stderr)
    return FINDINGS
