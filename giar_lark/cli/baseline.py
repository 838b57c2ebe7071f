"""`giar-lark baseline`: write down what is known, look at it, and take out what has been mended."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.inputs import found_behind
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Column, ConfigFile, IdColumn, Ignore, Isolated, Language, Limit, Paths, Select
from giar_lark.cli.reading import reading_of
from giar_lark.cli.typer_words import Command, Group

baseline = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False)
File = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help=say("基线文件", "a baseline"))]


@baseline.command("write", cls=Command, help=say("把现有的提示写成基线", "write down all findings that there are"))
def write(
    paths: Paths,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", show_default=False, help=say("基线文件", "the baseline"))
    ],
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    lang: Language = None,
) -> None:
    """Write a baseline."""
    from giar_lark.cli.baseline_file import baseline_of, save
    from giar_lark.cli.configuration import Configuration, asked
    from giar_lark.cli.gather import gathered
    from giar_lark.cli.sieve import Sieve

    tongue = language(lang)
    given = found_behind(paths, tongue)
    files = [one.file for one in given]
    settings = Configuration(asked(select, ignore, config, isolated, tongue), files, tongue)
    reading = reading_of(settings.run, limit, column, id_column, tongue)
    found = baseline_of(output, gathered(given, settings, Sieve(files, settings, tongue), reading))
    save(output, found)
    count, number = found.count, len(found.files)
    words = say(f"{number} 个文件的 {count} 条提示", f"findings: {count}, files: {number}", tongue)
    print(say(f"已写入 {output}：{words}", f"wrote {output}: {words}", tongue), file=sys.stderr)


@baseline.command("prune", cls=Command, help=say("去掉已经改正的", "take out what has been mended"))
def prune(
    file: File,
    config: ConfigFile = None,
    isolated: Isolated = False,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    lang: Language = None,
) -> None:
    """Check the files of a baseline again, and keep of it what is still found."""
    from giar_lark.cli.baseline_file import baseline_of, opened_baseline, save
    from giar_lark.cli.configuration import Asked, Configuration
    from giar_lark.cli.gather import gathered
    from giar_lark.cli.sieve import Sieve
    from giar_lark.containers.files import Found

    tongue = language(lang)
    opened = opened_baseline(file, tongue)
    files = opened.reports()
    settings = Configuration(Asked(file=config, isolated=isolated), files, tongue)
    reading = reading_of(settings.run, limit, column, id_column, tongue)
    given = [Found(path) for path in files]
    found = baseline_of(file, gathered(given, settings, Sieve(files, settings, tongue), reading))
    left = opened.baseline.still_in(found.files)
    save(file, left)
    gone = opened.baseline.count - left.count
    words = say(f"{file}：去掉 {gone} 条，还有 {left.count} 条", f"{file}: {gone} gone, {left.count} left", tongue)
    print(words, file=sys.stderr)


@baseline.command("show", cls=Command, help=say("列出基线里的提示", "list what a baseline knows"))
def show(file: File, lang: Language = None) -> None:
    """List what a baseline knows, file by file."""
    from giar_lark.cli.baseline_file import opened_baseline
    from giar_lark.rules import find_rule

    tongue = language(lang)
    known = opened_baseline(file, tongue).baseline
    for path, entries in sorted(known.files.items()):
        for entry in sorted(entries):
            page = find_rule(entry.code)
            print(f"{path}: {entry.code} {page.RULE.name if page else '?'} {entry.key or entry.id}")
    words = say(
        f"{len(known.files)} 个文件的 {known.count} 条提示",
        f"findings: {known.count}, files: {len(known.files)}",
        tongue,
    )
    print(words, file=sys.stderr)
