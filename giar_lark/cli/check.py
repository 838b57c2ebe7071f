"""`giar-lark check`: what is wrong, and where."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from giar_lark.cli.exits import FINDINGS, INTERNAL, OK, report_internal_error
from giar_lark.cli.inputs import expand, load
from giar_lark.cli.language import language, say
from giar_lark.cli.options import Debug, Language, Paths
from giar_lark.cli.outputs.formats import OutputFormat
from giar_lark.cli.outputs.open import Manner, open_outputs
from giar_lark.cli.outputs.plan import plan_outputs
from giar_lark.cli.outputs.sinks import Sink
from giar_lark.cli.progress import progress
from giar_lark.cli.unreadable import unreadable
from giar_lark.findings import Severity
from giar_lark.outcome import Outcome
from giar_lark.render.summary import Tally, statistics_lines, summary_line
from giar_lark.source import Source

if TYPE_CHECKING:
    from giar_lark.check import Checked
    from giar_lark.config import Config


_Rules = list[str] | None


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
    select: Annotated[
        _Rules, typer.Option(metavar="CODES", help=say("只报这些规则，如 T3-01,T4", "only these, such as T3-01,T4"))
    ] = None,
    ignore: Annotated[_Rules, typer.Option(metavar="CODES", help=say("不报这些规则", "all but these"))] = None,
    fail_on: Annotated[
        Severity, typer.Option(help=say("从这一级别起以 1 退出", "exit with 1 from this severity on"))
    ] = Severity.ERROR,
    lang: Language = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help=say("只列各规则的次数", "only count findings by rule"))
    ] = False,
    debug: Debug = False,
) -> None:
    """Check reports."""
    tongue = language(lang)
    files, _ = expand(paths, tongue)
    outputs = plan_outputs(output or (), output_format, files, tongue)
    run = _Run(tongue, _config(select, ignore, tongue), debug)
    started = time.perf_counter()
    with (
        progress(files, tongue) as (each, above_bar),
        open_outputs(outputs, Manner(lang=tongue, fail_on=fail_on, above_bar=above_bar)) as sink,
    ):
        for path in each:
            run.file(path, None if statistics else sink)
    for line in statistics_lines(run.tally) if statistics else ():
        print(line)
    sys.stdout.flush()
    print(summary_line(run.tally, time.perf_counter() - started, tongue), file=sys.stderr)
    raise typer.Exit(INTERNAL if run.tally.failed else FINDINGS if run.tally.reaches(fail_on) else OK)


class _Run:
    """One run over files: each is checked on its own, and a fault in one does not stop the others."""

    def __init__(self, lang: str, config: Config, debug: bool) -> None:
        self.lang, self.config, self.debug = lang, config, debug
        self.tally = Tally()

    def file(self, path: str, sink: Sink | None) -> None:
        """Check a file and write its findings."""
        try:
            source, checked = self._checked(path)
            if sink is not None:
                sink.file(Outcome(path=path, source=source, report=checked.report, findings=checked.findings))
        except (BrokenPipeError, KeyboardInterrupt):
            raise
        except Exception as error:
            self.tally.failed += 1
            report_internal_error(error, path, self.lang, debug=self.debug)
            return
        self.tally.add(checked.findings)

    def _checked(self, path: str) -> tuple[Source, Checked]:
        from giar_lark.check import NO_REPORT, Checked
        from giar_lark.check import check as check_source

        try:
            source = load(path)
        except OSError as error:
            return Source("", path), Checked(report=NO_REPORT, findings=(unreadable(error),))
        return source, check_source(source, self.config)


def _config(select: Sequence[str] | None, ignore: Sequence[str] | None, lang: str) -> Config:
    from giar_lark.cli.choice import known_entries
    from giar_lark.config import Config

    return Config(select=tuple(known_entries(select or (), lang)), ignore=tuple(known_entries(ignore or (), lang)))
