"""The full rendering as an output. Rich is loaded when there is something to draw."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from giar_lark.lean.later import kept_property
from giar_lark.outcomes.outcome import Outcome

if TYPE_CHECKING:
    from rich.console import Console

    from giar_lark.render.page import Page


class FullSink:
    """Excerpts, in colour on a terminal."""

    def __init__(self, lang: str, stream: TextIO, above_bar: Console | None) -> None:
        """Draw on a stream; if that is a terminal and has a progress bar, above the bar."""
        self.lang, self.stream, self.above_bar = lang, stream, above_bar

    def file(self, outcome: Outcome) -> None:
        """Write the excerpts of one file."""
        if not outcome.findings:
            return
        from giar_lark.render.document import Document
        from giar_lark.render.full import full_lines
        from giar_lark.render.page import show

        console, page = self._drawing
        document = Document(outcome.path, outcome.source, outcome.report)
        show(console, full_lines(document, outcome.findings, page))

    @kept_property
    def _drawing(self) -> tuple[Console, Page]:
        from giar_lark.render.page import Page, console_for, page_width
        from giar_lark.render.theme import glyphs_for

        console = console_for(self.stream, plain=self.stream is not sys.stdout)
        if self.above_bar is not None and console.is_terminal:
            console = self.above_bar
        return console, Page(lang=self.lang, width=page_width(console), glyphs=glyphs_for(self.stream))

    def close(self) -> None:
        """Nothing ends it."""
