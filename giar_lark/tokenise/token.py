"""Tokens: what every layout is brought to, and the grammar reads."""

from __future__ import annotations

from giar_lark.findings import Finding
from giar_lark.lean.records import dataclass, field
from giar_lark.source.span import Span
from giar_lark.tokenise.cell_text import CellText


class Token:
    """A terminal of the grammar with its place in the source.

    `type` is the terminal's name, `start` and `end` its span. A CELL carries its reading; `inferred` marks a cell whose
    place the arithmetic has chosen. The attribute names are those that Lark's parser looks for.
    """

    __slots__ = ("cell", "end", "inferred", "start", "type")

    def __init__(self, type: str, start: int, end: int, cell: CellText | None = None, inferred: bool = False) -> None:
        self.type = type
        self.start = start
        self.end = end
        self.cell = cell
        self.inferred = inferred

    @property
    def span(self) -> Span:
        """The half-open span of the token."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"Token({self.type}, {self.start}, {self.end})"


@dataclass(slots=True)
class TableTokens:
    """The tokens of a table, what was found wrong, and where the table begins and ends in the source."""

    tokens: list[Token] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    start: int = 0
    end: int = 0
