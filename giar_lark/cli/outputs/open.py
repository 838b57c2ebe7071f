"""The outputs of a plan, opened: each format at its place. A format is loaded where it is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from giar_lark.cli.exits import usage_error
from giar_lark.cli.outputs.plan import STDOUT, Plan
from giar_lark.cli.outputs.sinks import ArraySink, Document, DocumentSink, LineSink, ManySinks, Sink, Write
from giar_lark.cli.outputs.statistics import StatisticsSink
from giar_lark.cli.streams import json_text
from giar_lark.findings import Severity
from giar_lark.formats import OutputFormat
from giar_lark.outcome import Outcome

if TYPE_CHECKING:
    from rich.console import Console


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
        counts = (StatisticsSink(manner.lang, as_json=plan.counts == "json"),) if plan.counts else ()
        written = (_sink(output.format, _stream(output.path, stack), manner) for output in plan.outputs)
        sinks = ManySinks((*written, *counts))
        yield sinks
        sinks.close()


def _stream(path: str, stack: ExitStack) -> TextIO:
    if path == STDOUT:
        return sys.stdout
    try:
        return stack.enter_context(Path(path).open("w", encoding="utf-8", errors="replace", newline="\n"))
    except OSError as error:
        raise usage_error(f"{path}: {error.strerror}") from None


def _sink(format: OutputFormat, stream: TextIO, manner: Manner) -> Sink:
    if format is OutputFormat.full:
        from giar_lark.cli.outputs.full import FullSink

        return FullSink(manner.lang, stream, manner.above_bar)
    if format is OutputFormat.concise:
        return _concise(stream, manner)
    if format is OutputFormat.github:
        return _github(stream, manner.lang)
    if format in (OutputFormat.json, OutputFormat.jsonl):
        return _json(format, stream, manner.lang)
    return DocumentSink(_document(format, manner), _bytes_of(stream))


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


def _document(format: OutputFormat, manner: Manner) -> Document:
    assert format is OutputFormat.junit, format
    from giar_lark.export.junit import JunitDocument

    return JunitDocument(manner.lang, Path.cwd(), manner.fail_on)


def _bytes_of(stream: TextIO) -> BinaryIO:
    """Where the bytes behind a stream go: a document says its encoding itself."""
    stream.flush()
    return stream.buffer
