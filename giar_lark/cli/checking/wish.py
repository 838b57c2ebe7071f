"""What `giar-lark check` does with what it is asked for, whoever has read the command line."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from giar_lark.cli.checking.here import checked_here, documents_of
from giar_lark.cli.checking.run import Run
from giar_lark.cli.configuration import Configuration, asked
from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, USAGE
from giar_lark.cli.fixing import Fixer
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.jobs import workers
from giar_lark.cli.language import language
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.plan import Plan, plan_outputs
from giar_lark.cli.progress import progress
from giar_lark.cli.reading import reading_of
from giar_lark.cli.sieve import Sieve
from giar_lark.findings import Severity
from giar_lark.records import dataclass
from giar_lark.render.fix_line import fix_line
from giar_lark.render.summary import summary_line

if TYPE_CHECKING:
    from giar_lark.cli.baseline_file import BaselineFile
    from giar_lark.cli.checking.result import Done
    from giar_lark.containers.files import Found
    from giar_lark.containers.reading import Reading
    from giar_lark.fault import Fault
    from giar_lark.formats import OutputFormat
    from giar_lark.lang import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for beside the paths, by the names of the options; as it stands here where none is given."""

    output_format: OutputFormat | None = None
    output: Sequence[str] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    fail_on: Severity | None = None
    lang: Lang | None = None
    statistics: bool = False
    config: Path | None = None
    isolated: bool = False
    baseline: Path | None = None
    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    jobs: str | None = None
    limit: Sequence[str] | None = None
    column: str | None = None
    id_column: str | None = None
    debug: bool = False


def check_files(paths: Sequence[str], wish: Wish) -> int:
    """The exit code of a check, when all is written.

    Raises: the exit of a wrong usage.
    """
    tongue = language(wish.lang)
    found = found_behind(paths, tongue)
    files = [one.file for one in found]
    settings = Configuration(asked(wish.select, wish.ignore, wish.config, wish.isolated, tongue), files, tongue)
    tongue, level = language(wish.lang, settings.run.lang), wish.fail_on or settings.run.fail_on or Severity.ERROR
    usual_format = None if wish.output or wish.statistics else settings.run.output_format
    form = wish.output_format or usual_format
    plan = plan_outputs(wish.output or (), form, files, tongue, counts=wish.statistics)
    sieve = Sieve(files, settings, tongue, _baseline(wish.baseline, tongue))
    fixer = Fixer(tongue, sieve.sifted, wish.fix, wish.diff, wish.unsafe_fixes)
    reading = reading_of(settings.run, wish.limit, wish.column, wish.id_column, tongue)
    run = Run(tongue, settings, sieve, fixer, debug=wish.debug)
    count = workers(wish.jobs, found, tongue)
    started = time.perf_counter()
    with (
        fixer.output(files),
        progress(found, tongue) as (each, above_bar),
        open_outputs(Plan(()) if wish.diff else plan, Manner(lang=tongue, fail_on=level, above_bar=above_bar)) as sink,
    ):
        run.documents(_checked(each, found, reading, run, count), sink, several=len(found) > 1)
        run.review(sink)
    _say_what_came_of_it(run, time.perf_counter() - started)
    return _exit_code(run, level)


def _baseline(path: Path | None, lang: str) -> BaselineFile | None:
    if path is None:
        return None
    from giar_lark.cli.baseline_file import opened_baseline

    return opened_baseline(path, lang)


def _say_what_came_of_it(run: Run, seconds: float) -> None:
    """Write what is said of the whole run, behind all that was found."""
    sys.stdout.flush()
    if run.waiting is not None:
        from giar_lark.cli.waiting import say_what_is_missing

        say_what_is_missing(run.settings.all, run.lang)
    if not run.fixer.diff:
        print(summary_line(run.tally, seconds, run.lang), file=sys.stderr)
    print(fix_line(run.tally, run.lang, written=not run.fixer.diff), end="", file=sys.stderr)


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
