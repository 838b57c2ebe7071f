"""One version of a document, read: its tokens, the report in it, its findings. Each part is made when it is first asked for."""

from __future__ import annotations

from giar_lark.findings import Dismissed, Finding
from giar_lark.lean.later import kept_property
from giar_lark.lsp.document import Document
from giar_lark.lsp.outline import Node, outline_of
from giar_lark.lsp.surroundings import Surroundings
from giar_lark.model.report import Cell, Report
from giar_lark.pipeline import Checked, check, in_order, unfit
from giar_lark.rules.numbers.grid import Identity
from giar_lark.rules.numbers.sums import sums
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.token import Token


class Analysis:
    """What is known of a version of a document, in the surroundings that it was looked at in.

    `beside` are findings that needed other reports; they were made for this very text.
    """

    def __init__(self, document: Document, surroundings: Surroundings, beside: tuple[Finding, ...] = ()) -> None:
        self.document, self.surroundings, self.beside = document, surroundings, beside

    @property
    def lang(self) -> str:
        """The language to speak."""
        return self.surroundings.lang

    @property
    def text(self) -> str:
        """The text that all spans point into."""
        return self.document.source.text

    @kept_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens in the order of the grammar, whether or not the text is a whole report."""
        source = self.document.source
        return () if unfit(source) else tuple(tokenise(source).tokens)

    @kept_property
    def outline(self) -> list[Node]:
        """The outline of the text, whether or not it is a whole report."""
        return outline_of(self.tokens, self.text)

    @kept_property
    def sums(self) -> tuple[Identity, ...]:
        """The sums of the report."""
        return sums(self.report)

    @kept_property
    def checked(self) -> Checked:
        """The report, and all that a configuration shows of what is wrong with it."""
        return check(self.document.source, self.surroundings.config)

    @property
    def report(self) -> Report:
        """The report; an empty one where the text is none."""
        return self.checked.report

    @kept_property
    def _sifted(self) -> tuple[tuple[Finding, ...], tuple[Dismissed, ...]]:
        found = self.checked.findings
        if self.beside:
            found = in_order((*found, *self.beside), self.document.source)
        return self.surroundings.sifted(self.document.path, self.document.source, found)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are reported, in the order of the text."""
        return self._sifted[0]

    @property
    def dismissed(self) -> tuple[Dismissed, ...]:
        """The findings that someone has set aside."""
        return self._sifted[1]

    def cell_at(self, offset: int) -> Cell | None:
        """The cell that an offset is in, or at the end of; None where there is none."""
        return next((cell for cell in self.report.cells if cell.span.start <= offset <= cell.span.end), None)

    def token_at(self, offset: int) -> Token | None:
        """The token that an offset is in, or at the end of; None where there is none."""
        return next((token for token in self.tokens if token.start <= offset <= token.end), None)

    def findings_at(self, start: int, end: int) -> tuple[Finding, ...]:
        """The findings whose place touches a stretch of the text."""
        return tuple(f for f in self.findings if f.span.start <= end and start <= f.span.end)
