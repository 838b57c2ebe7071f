"""Tokens to a tree: the parser reads them, and where the grammar cannot go on, one finding says why and reading goes on."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.findings import Finding
from giar_lark.lalr.parser import parser_of
from giar_lark.lalr.typed import Parser
from giar_lark.lean.records import dataclass, field
from giar_lark.official.templates import tables
from giar_lark.parse.nodes import NodeBuilder
from giar_lark.parse.shapes import parse_by_shape
from giar_lark.tokenise.cell_text import CellText
from giar_lark.tokenise.stream import Part, tokens_of
from giar_lark.tokenise.token import Token

# what may stand in front of a table: no cell is missing behind it
_NO_ROW = frozenset(["", "TEXT", "NUMBERED", "TITLE", *(spec.terminal for spec in tables().sections)])
ABSENT = CellText("unreadable", None, "")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The outcome of a parse: Lark's tree, or the nodes that were built instead of it, the findings, and the rows of a wrong count.

    `miscounted` holds the offsets of the labels of rows with too few or too many values, and of the first cell of a table 4
    that has not fifteen: which column their values belong to is not known.
    """

    tree: object
    findings: list[Finding] = field(default_factory=list)
    miscounted: frozenset[int] = frozenset()


def parse_tokens(parts: Sequence[Part], text: str) -> Parsed:
    """The nodes of a stream. Never fails: what does not fit is reported once and passed over."""
    nodes = parse_by_shape(parts)
    if nodes is not None:
        return Parsed(nodes)
    return _Run(tokens_of(parts), text, parser_of("report", NodeBuilder)).run()


def tree_of_tokens(tokens: Sequence[Token], text: str) -> Parsed:
    """The same as Lark's own tree, for those who work on the grammar."""
    from giar_lark.lalr.stock import StockParser

    return _Run(tokens, text, StockParser("report")).run()


def accepted_after(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """The terminals that may stand behind some tokens; a row that still lacks values counts as complete.

    What does not fit in front is passed over, as it is when a report is parsed.
    """
    return _Run(tokens, text, parser_of("report", NodeBuilder)).accepted()


class _Run:
    def __init__(self, tokens: Sequence[Token], text: str, parser: Parser) -> None:
        self.tokens, self.text, self.parser = tokens, text, parser
        self.findings: list[Finding] = []
        self.miscounted: set[int] = set()

    def run(self) -> Parsed:
        self._read()
        self._close()
        return Parsed(self.parser.end(), self.findings, frozenset(self.miscounted))

    def accepted(self) -> frozenset[str]:
        self._read()
        return frozenset(self.parser.choices()) - {"$END"}

    def _read(self) -> None:
        """Feed all tokens, the last row completed."""
        size = len(self.tokens)
        at = self.parser.feed(self.tokens)
        while at < size:
            at = self.parser.feed(self.tokens, self._recover(at))
        if self._is_in_row(size):
            self._complete_row(size)

    def _recover(self, at: int) -> int:
        """Report the token at a position and bring the parser to where it can go on; return the next position."""
        token = self.tokens[at]
        if token.type not in ("CELL", "UNPLACED") and self._is_in_row(at):
            self._complete_row(at)
            return at
        if token.type in ("CELL", "UNPLACED"):
            return self._drop_surplus(at)
        from giar_lark.parse.explain import out_of_place

        self.findings.append(out_of_place(token, self.text))
        at += 1
        while at < len(self.tokens) and self.tokens[at].type in ("CELL", "UNPLACED"):
            at += 1
        return at

    def _is_in_row(self, at: int) -> bool:
        """Whether a row has begun in front of a position and lacks cells; a heading alone lacks none."""
        before = self.tokens[at - 1].type if at else ""
        return before not in _NO_ROW and self.parser.accepts("CELL")

    def _close(self) -> None:
        """Bring the parser to where a report may end: a caption at the very end still lacks its header."""
        at = len(self.text)
        while not self.parser.accepts("$END"):
            self.parser.feed([Token(min(self.parser.choices()), at, at, ABSENT)])

    def _row_before(self, at: int) -> tuple[Token | None, str | None, list[Token]]:
        """The label, the column header and the cells of the row that ends before a position."""
        cells: list[Token] = []
        while at > 0 and self.tokens[at - 1].type in ("CELL", "UNPLACED"):
            at -= 1
            cells.insert(0, self.tokens[at])
        label = self.tokens[at - 1] if at > 0 else None
        rows = (tables().disclosure_rows, tables().application_rows)
        if label is None or not any(label.type in known for known in rows):
            return None, None, cells
        header = next((t.type for t in reversed(self.tokens[:at]) if t.type.endswith(("_COLUMNS", "_COLUMN"))), None)
        return label, header, cells

    def _complete_row(self, at: int) -> None:
        """Too few values: report the row, and fill it with unreadable cells."""
        label, header, cells = self._row_before(at)
        place = self.tokens[at - 1].end if at else 0
        missing = 0
        while self.parser.accepts("CELL"):
            self.parser.feed([Token("CELL", place, place, ABSENT)])
            missing += 1
        self._report_row(label, header, cells, len(cells) + missing, place)

    def _drop_surplus(self, at: int) -> int:
        """Too many values: report the row, and pass over those that it has no column for."""
        end = at
        while end < len(self.tokens) and self.tokens[end].type in ("CELL", "UNPLACED"):
            end += 1
        label, header, cells = self._row_before(end)
        self._report_row(label, header, cells, len(cells) - (end - at), self.tokens[at].start)
        return end

    def _report_row(self, label: Token | None, header: str | None, cells: list[Token], wanted: int, at: int) -> None:
        from giar_lark.parse.explain import wrong_count

        self.findings.append(wrong_count(label, header, cells, wanted, self.text, at))
        mark = label or (cells[0] if cells else None)
        if mark is not None:
            self.miscounted.add(mark.start)
