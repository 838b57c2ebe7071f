"""`giar-lark check`: what is wrong, and where."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from giar_lark.cli.checking.here import checked_here, documents_of
from giar_lark.cli.checking.result import Done
from giar_lark.cli.checking.run import Run
from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, USAGE
from giar_lark.cli.fixing import Diff, Fix, Fixer, UnsafeFixes
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.jobs import Jobs, workers
from giar_lark.cli.language import language, say
from giar_lark.cli.options import ConfigFile, Debug, Ignore, Isolated, Language, Paths, Select
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.plan import Plan, plan_outputs
from giar_lark.cli.progress import progress
from giar_lark.cli.reading import Column, IdColumn, Limit, reading_of
from giar_lark.cli.waiting import say_what_is_missing
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.fault import Fault
from giar_lark.findings import Severity
from giar_lark.formats import OutputFormat
from giar_lark.render.fix_line import fix_line
from giar_lark.render.summary import summary_line


def check(
    paths: Paths,
    output_format: Annotated[
        OutputFormat | None,
        typer.Option(show_default="full", help=say("输出格式", "how findings are written")),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help=say("写到文件，格式随扩展名；可重复", "write to a file, in the format of its ending; repeatable"),
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: Annotated[
        Severity | None,
        typer.Option(show_default="error", help=say("从这一级别起以 1 退出", "exit with 1 from this severity on")),
    ] = None,
    lang: Language = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help=say("只列各规则、机关、年度的数目", "only count: by rule, organ and year")),
    ] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help=say("只报这个基线里没有的", "report only what this baseline does not know"),
        ),
    ] = None,
    fix: Fix = False,
    diff: Diff = False,
    unsafe_fixes: UnsafeFixes = False,
    jobs: Jobs = None,
    limit: Limit = None,
    column: Column = None,
    id_column: IdColumn = None,
    debug: Debug = False,
) -> None:
    """Check reports."""
    from giar_lark.cli.baseline_file import opened_baseline
    from giar_lark.cli.configuration import Configuration, asked
    from giar_lark.cli.sieve import Sieve

    tongue = language(lang)
    found = found_behind(paths, tongue)
    files = [one.file for one in found]
    settings = Configuration(asked(select, ignore, config, isolated, tongue), files, tongue)
    tongue, level = language(lang, settings.run.lang), fail_on or settings.run.fail_on or Severity.ERROR
    usual_format = None if output or statistics else settings.run.output_format
    plan = plan_outputs(output or (), output_format or usual_format, files, tongue, counts=statistics)
    known = None if baseline is None else opened_baseline(baseline, tongue)
    sieve = Sieve(files, settings, tongue, known)
    fixer = Fixer(tongue, sieve.sifted, fix, diff, unsafe_fixes)
    reading = reading_of(settings.run, limit, column, id_column, tongue)
    run = Run(tongue, settings, sieve, fixer, debug=debug)
    count = workers(jobs, found, tongue)
    started = time.perf_counter()
    with (
        fixer.output(files),
        progress(found, tongue) as (each, above_bar),
        open_outputs(Plan(()) if diff else plan, Manner(lang=tongue, fail_on=level, above_bar=above_bar)) as sink,
    ):
        run.documents(_checked(each, found, reading, run, count), sink, several=len(found) > 1)
        run.review(sink)
    sys.stdout.flush()
    if run.waiting is not None:
        say_what_is_missing(settings.all, tongue)
    if not diff:
        print(summary_line(run.tally, time.perf_counter() - started, tongue), file=sys.stderr)
    print(fix_line(run.tally, tongue, written=not diff), end="", file=sys.stderr)
    raise typer.Exit(_exit_code(run, level))


def _checked(
    each: Iterable[Found], files: Sequence[Found], reading: Reading, run: Run, jobs: int | None
) -> Iterator[Done | Fault]:
    """The documents in some files with what has come of them, in this process or in so many beside it."""
    if jobs is None or jobs == 1:
        from giar_lark.containers.ahead import files_converted_ahead

        return checked_here(documents_of(files_converted_ahead(each, files, reading), reading), run.settings)
    from giar_lark.cli.checking.beside import checked_beside

    return checked_beside(documents_of(each, reading, ahead=False), run.settings, jobs, relates=run.relates)


def _exit_code(run: Run, fail_on: Severity) -> int:
    """By what is left in the files; with `--diff` by whether they would change."""
    if run.tally.failed:
        return INTERNAL
    if run.fixer.failed:
        return USAGE
    found = run.fixer.changed if run.fixer.diff else run.tally.reaches(fail_on)
    return FINDINGS if found else OK
