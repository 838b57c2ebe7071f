"""`giar-lark check`: what is wrong, and where."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, USAGE, report_internal_error
from giar_lark.cli.fixing import Diff, Fix, Fixer, UnsafeFixes
from giar_lark.cli.gather import checked
from giar_lark.cli.inputs import found_behind
from giar_lark.cli.language import language, say
from giar_lark.cli.options import ConfigFile, Debug, Ignore, Isolated, Language, Paths, Select
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.plan import Plan, plan_outputs
from giar_lark.cli.outputs.sinks import Sink
from giar_lark.cli.progress import progress
from giar_lark.cli.reading import Column, IdColumn, Limit, reading_of
from giar_lark.cli.waiting import Waiting, say_what_is_missing
from giar_lark.containers.ahead import files_converted_ahead
from giar_lark.containers.document import Document
from giar_lark.containers.documents import documents_in
from giar_lark.containers.files import Found
from giar_lark.containers.reading import Reading
from giar_lark.findings import Severity
from giar_lark.formats import OutputFormat
from giar_lark.outcome import Outcome
from giar_lark.render.fix_line import fix_line
from giar_lark.render.summary import Tally, summary_line

if TYPE_CHECKING:
    from giar_lark.cli.configuration import Configuration
    from giar_lark.cli.sieve import Sieve


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
    run = _Run(tongue, settings, sieve, fixer, reading, debug)
    started = time.perf_counter()
    with (
        fixer.output(files),
        progress(found, tongue) as (each, above_bar),
        open_outputs(Plan(()) if diff else plan, Manner(lang=tongue, fail_on=level, above_bar=above_bar)) as sink,
    ):
        run.files(files_converted_ahead(each, found, reading), sink, several=len(found) > 1)
        run.review(sink)
    sys.stdout.flush()
    if run.waiting is not None:
        say_what_is_missing(settings.all, tongue)
    if not diff:
        print(summary_line(run.tally, time.perf_counter() - started, tongue), file=sys.stderr)
    print(fix_line(run.tally, tongue, written=not diff), end="", file=sys.stderr)
    raise typer.Exit(_exit_code(run, level))


def _exit_code(run: _Run, fail_on: Severity) -> int:
    """By what is left in the files; with `--diff` by whether they would change."""
    if run.tally.failed:
        return INTERNAL
    if run.fixer.failed:
        return USAGE
    found = run.fixer.changed if run.fixer.diff else run.tally.reaches(fail_on)
    return FINDINGS if found else OK


class _Run:
    """One run over files: each is checked on its own, and a fault in one does not stop the others."""

    def __init__(
        self, lang: str, settings: Configuration, sieve: Sieve, fixer: Fixer, reading: Reading, debug: bool
    ) -> None:
        self.lang, self.settings, self.sieve, self.fixer, self.debug = lang, settings, sieve, fixer, debug
        self.reading = reading
        self.tally = Tally()
        self.waiting: Waiting | None = None

    def files(self, files: Iterable[Found], sink: Sink, *, several: bool) -> None:
        """Check files and write their findings: each at once, or where they are related to each other, after the last."""
        for found in files:
            with self._fault_in(found.path):
                for document in documents_in(found, self.reading):
                    with self._fault_in(document.path):
                        self._document(document, sink, several or document.is_inside)
        if self.waiting is not None:
            self._release(self.waiting, sink)

    def _document(self, document: Document, sink: Sink, is_one_of_several: bool) -> None:
        found = checked(document, self.settings)
        outcome = self.fixer.mend(found, self.settings.of(document.file))
        self.tally.fixed += len(found.findings) - len(outcome.findings)
        if is_one_of_several and self._relates():
            self.waiting = self.waiting or Waiting(self.settings)
            self.waiting.add(document, outcome)
        else:
            self._write(outcome, sink)

    def _relates(self) -> bool:
        from giar_lark.relate import relates

        return relates(self.settings.all) and not self.fixer.diff

    def _release(self, waiting: Waiting, sink: Sink) -> None:
        with self._fault_in(say("几份报告之间", "several reports", self.lang)):
            waiting.relate()
        for outcome in waiting.released():
            with self._fault_in(outcome.path):
                self._write(outcome, sink)

    def _write(self, outcome: Outcome, sink: Sink) -> None:
        sifted = self.sieve.sifted(outcome)
        sink.file(sifted)
        self.tally.add(sifted)

    @contextmanager
    def _fault_in(self, path: str) -> Iterator[None]:
        """A fault of the program on one file is told, and the others go on."""
        try:
            yield
        except (BrokenPipeError, KeyboardInterrupt):
            raise
        except Exception as error:
            self.tally.failed += 1
            report_internal_error(error, path, self.lang, debug=self.debug)

    def review(self, sink: Sink) -> None:
        """Write what is wrong with dismissals; it is known when all files have been checked."""
        for outcome in self.sieve.review():
            self.tally.add(outcome)
            sink.file(outcome)
