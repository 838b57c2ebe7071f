"""The outputs of a plan, opened: each format at its place. A format is loaded where it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from giar_lark.cli.exits import usage_error
from giar_lark.cli.jobs import install
from giar_lark.cli.outputs.plan import STDOUT, Output, Plan
from giar_lark.cli.outputs.sinks import ArraySink, Document, DocumentSink, LineSink, ManySinks, Sink, Write
from giar_lark.cli.streams import LENIENT, json_text
from giar_lark.findings import Severity
from giar_lark.lean.records import dataclass
from giar_lark.outcomes.outcome import Outcome
from giar_lark.settings.formats import OutputFormat

if TYPE_CHECKING:
    from rich.console import Console

    from giar_lark.manual import Manual


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a run writes: its language, the level it fails on, the console above its progress bar, if it has one."""

    lang: str
    fail_on: Severity
    above_bar: Console | None = None


@contextmanager
def open_outputs(plan: Plan, manner: Manner) -> Iterator[Sink]:
    """One sink for all outputs of a run; they are ended if the run came to its end, and closed in any case.

    Raises: the exit of a wrong usage, where a file cannot be written.
    """
    with ExitStack() as stack:
        written = tuple(_sink(output, stack, manner) for output in plan.outputs)
        sinks = ManySinks((*written, *_counts(plan, manner)))
        yield sinks
        sinks.close()


def _counts(plan: Plan, manner: Manner) -> Iterator[Sink]:
    if plan.counts:
        from giar_lark.cli.outputs.statistics import StatisticsSink

        yield StatisticsSink(manner.lang, as_json=plan.counts == "json")


def _stream(path: str, stack: ExitStack) -> TextIO:
    if path == STDOUT:
        return sys.stdout
    try:
        return stack.enter_context(Path(path).open("w", encoding="utf-8", errors=LENIENT, newline="\n"))
    except OSError as error:
        raise usage_error(f"{path}: {error.strerror}") from None


def _sink(output: Output, stack: ExitStack, manner: Manner) -> Sink:
    if output.format in _DOCUMENTS:
        # before the file is opened: where a library is not there, nothing is left behind
        document = _DOCUMENTS[output.format](manner)
        return DocumentSink(document, _bytes_of(_stream(output.path, stack)))
    stream = _stream(output.path, stack)
    if output.format is OutputFormat.full:
        from giar_lark.cli.outputs.full import FullSink

        return FullSink(manner.lang, stream, manner.above_bar)
    if output.format is OutputFormat.concise:
        return _concise(stream, manner)
    if output.format is OutputFormat.github:
        return _github(stream, manner.lang)
    return _json(output.format, stream, manner.lang)


def _concise(stream: TextIO, manner: Manner) -> Sink:
    from giar_lark.render.concise import concise_lines

    console = manner.above_bar
    write: Write = stream.write
    if console is not None and stream is sys.stdout and stream.isatty():
        write = _write_above(console)
    return LineSink(lambda one: concise_lines(one.path, one.source, one.findings, manner.lang), write)


def _write_above(console: Console) -> Write:
    return lambda text: console.out(text, highlight=False, end="")


def _github(stream: TextIO, lang: str) -> Sink:
    from giar_lark.export.github import github_lines

    root = Path.cwd()
    return LineSink(lambda outcome: github_lines(outcome, lang, root), stream.write)


def _json(format: OutputFormat, stream: TextIO, lang: str) -> Sink:
    from giar_lark.export.json import finding_dict

    def objects(outcome: Outcome) -> Iterator[str]:
        for finding in outcome.findings:
            yield json_text(finding_dict(finding, outcome.source, path=outcome.path, lang=lang), stream)

    return ArraySink(objects, stream.write) if format is OutputFormat.json else LineSink(objects, stream.write)


def _sarif(manner: Manner) -> Document:
    from giar_lark import __version__
    from giar_lark.export.sarif import SarifLog
    from giar_lark.rules import find_rule
    from giar_lark.rules.page import manual_of

    def manual(code: str) -> Manual:
        rule = find_rule(code)
        assert rule is not None, code
        return manual_of(rule)

    return SarifLog(manner.lang, Path.cwd(), __version__, manual)


def _junit(manner: Manner) -> Document:
    from giar_lark.export.junit import JunitDocument

    return JunitDocument(manner.lang, Path.cwd(), manner.fail_on)


def _html(manner: Manner) -> Document:
    from giar_lark.cli.outputs.statistics import summaries
    from giar_lark.render.web.page import FindingsPage

    return FindingsPage(manner.lang, summaries())


def _workbook(manner: Manner) -> Document:
    from giar_lark.cli.outputs.statistics import summaries

    try:
        from giar_lark.render.workbook import FindingsWorkbook
    except ModuleNotFoundError as error:
        if error.name != "xlsxwriter":
            raise
        raise usage_error(install("写 xlsx ", "xlsx", "xlsx", manner.lang)) from None
    return FindingsWorkbook(manner.lang, summaries())


_DOCUMENTS: Mapping[OutputFormat, Callable[[Manner], Document]] = {
    OutputFormat.sarif: _sarif,
    OutputFormat.junit: _junit,
    OutputFormat.html: _html,
    OutputFormat.xlsx: _workbook,
}


def _bytes_of(stream: TextIO) -> BinaryIO:
    """Where the bytes behind a stream go: a document says its encoding itself."""
    stream.flush()
    return stream.buffer
