"""Where findings go: one sink an output format, given file after file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from giar_lark.cli.streams import write_json, write_text
from giar_lark.findings import Finding
from giar_lark.model.report import Report
from giar_lark.source import Source

if TYPE_CHECKING:
    from rich.console import Console

    from giar_lark.render.page import Page


class Sink(Protocol):
    """Takes files in order and writes them; `close` ends the document."""

    def file(self, path: str, source: Source, report: Report | None, findings: Sequence[Finding]) -> None:
        """Write the findings of one file."""

    def close(self) -> None:
        """Write what ends the output."""


class FullSink:
    """Excerpts, in colour on a terminal. Rich is loaded when there is something to draw."""

    def __init__(self, lang: str, above_bar: Console | None) -> None:
        """Draw on standard output; above the progress bar if there is one."""
        self.lang, self.above_bar = lang, above_bar

    def file(self, path: str, source: Source, report: Report | None, findings: Sequence[Finding]) -> None:
        """Write the excerpts of one file."""
        if not findings:
            return
        from giar_lark.render.document import Document
        from giar_lark.render.full import full_lines
        from giar_lark.render.page import show

        console, page = self._drawing
        show(console, full_lines(Document(path, source, report), findings, page))

    @cached_property
    def _drawing(self) -> tuple[Console, Page]:
        from giar_lark.render.page import Page, console_for, page_width
        from giar_lark.render.theme import glyphs_for

        console = console_for(sys.stdout)
        if self.above_bar is not None and console.is_terminal:
            console = self.above_bar
        return console, Page(lang=self.lang, width=page_width(console), glyphs=glyphs_for(sys.stdout))

    def close(self) -> None:
        """Nothing ends it."""


class ConciseSink:
    """A line a finding."""

    def __init__(self, lang: str, above_bar: Console | None) -> None:
        """Write to standard output; above the progress bar if there is one."""
        self.lang = lang
        self.console = above_bar if sys.stdout.isatty() else None

    def file(self, path: str, source: Source, report: Report | None, findings: Sequence[Finding]) -> None:
        """Write the lines of one file."""
        from giar_lark.render.concise import concise_lines

        for line in concise_lines(path, source, findings, self.lang):
            if self.console is not None:
                self.console.out(line, highlight=False)
            else:
                write_text(line + "\n")

    def close(self) -> None:
        """Nothing ends it."""


@dataclass(slots=True)
class JsonSink:
    """One array over all files, written as it grows."""

    lang: str
    begun: bool = False

    def file(self, path: str, source: Source, report: Report | None, findings: Sequence[Finding]) -> None:
        """Write the objects of one file."""
        from giar_lark.export.json import finding_dict

        for record in [finding_dict(finding, source, path=path, lang=self.lang) for finding in findings]:
            write_text(",\n" if self.begun else "[\n")
            self.begun = True
            write_json(record, end="")

    def close(self) -> None:
        """Close the array."""
        write_text("\n]\n" if self.begun else "[]\n")


@dataclass(frozen=True, slots=True)
class JsonlSink:
    """One object a line."""

    lang: str

    def file(self, path: str, source: Source, report: Report | None, findings: Sequence[Finding]) -> None:
        """Write the objects of one file."""
        from giar_lark.export.json import finding_dict

        for record in [finding_dict(finding, source, path=path, lang=self.lang) for finding in findings]:
            write_json(record)

    def close(self) -> None:
        """Nothing ends it."""
