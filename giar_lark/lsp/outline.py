"""The outline of a text, from its tokens alone: whatever is half typed, every heading that is there is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from giar_lark.lean.records import dataclass, field
from giar_lark.official.names import TABLE_NAMES
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official, vocabulary
from giar_lark.source.span import Span
from giar_lark.tokenise.text.characters import FILLER
from giar_lark.tokenise.token import Token

_SHOWN_CHARS = 24
_CELLS = ("CELL", "UNPLACED")
_GROUP_CELLS = 5


class Kind(StrEnum):
    """What a node of the outline is."""

    TITLE = "title"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    BLOCK = "block"
    GROUP = "group"
    ROW = "row"
    END = "end"


@dataclass(slots=True)
class Node:
    """A node: what it is, what it is called, the place of its name, the stretch it covers, and what is in it.

    `terminal` is that of its label, `values` are the texts of its cells.
    """

    kind: Kind
    terminal: str
    name: str
    head: Span
    span: Span
    children: list[Node] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """The node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline_of(tokens: Iterable[Token], text: str) -> list[Node]:
    """The nodes at the top: title, sections, and the organ and date at the end, in the order of the text."""
    builder = _Builder(text)
    for token in tokens:
        builder.add(token)
    return _ordered(builder.top)


def _ordered(nodes: list[Node]) -> list[Node]:
    """Nodes by place, each covering what is in it."""
    for node in nodes:
        node.children = _ordered(node.children)
        if node.children:
            start = min(node.span.start, *(child.span.start for child in node.children))
            node.span = Span(start, max(node.span.end, *(child.span.end for child in node.children)))
    return sorted(nodes, key=lambda node: node.head)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.top: list[Node] = []
        self.section: Node | None = None
        self.table: Node | None = None
        self.row: Node | None = None
        self.open: list[Node] = []

    def add(self, token: Token) -> None:
        if token.type in _CELLS:
            self._cell(token)
        elif token.type in _sections():
            self.section = self._node(Kind.SECTION, token, self.top)
            self.table = self.row = None
        elif (key := _table_of(token.type)) is not None:
            self._label(token, key)
        elif token.type == "TITLE":
            self._joined(Kind.TITLE, token)
        elif token.type in ("ISSUING_ORGAN", "ISSUED_DATE"):
            self._joined(Kind.END, token)
        else:
            self._prose(token)

    def _node(self, kind: Kind, token: Token, siblings: list[Node]) -> Node:
        name = "".join(self.text[token.start : token.end].replace(FILLER, "").split())
        if not name and token.type in vocabulary():
            name = official(token.type)
        node = Node(kind, token.type, name or token.type, token.span, token.span)
        siblings.append(node)
        return node

    def _joined(self, kind: Kind, token: Token) -> None:
        """A title, or an end, which may have several tokens."""
        last = self.top[-1] if self.top else None
        if last is None or last.kind is not kind:
            self._node(kind, token, self.top)
        else:
            words = self.text[token.start : token.end].split()
            last.name, last.span = last.name + "".join(words), Span(last.span.start, token.end)

    def _prose(self, token: Token) -> None:
        if self.section is None:
            return
        self._reach(self.section, token)
        if token.type == "NUMBERED" and self.text[token.start] in "（(":
            node = self._node(Kind.PARAGRAPH, token, self.section.children)
            stop = next((at for at, char in enumerate(node.name) if char in "。，；：.,;:"), _SHOWN_CHARS)
            node.name = node.name[: min(stop, _SHOWN_CHARS)]

    def _label(self, token: Token, key: str) -> None:
        table = self._table(token, key)
        self._reach(table, token)
        if token.type in tables().application_groups:
            self.open.append(self._node(Kind.GROUP, token, self._parent(token.type).children))
            self.row = None
        elif token.type in _captions():
            self.open = [self._node(Kind.BLOCK, token, table.children)]
            self.row = None
        elif token.type in tables().disclosure_rows or token.type in tables().application_rows:
            self.row = self._node(Kind.ROW, token, self._parent(token.type).children)
        else:
            self.row = None  # a header

    def _table(self, token: Token, key: str) -> Node:
        siblings = self.section.children if self.section is not None else self.top
        if self.table is None or self.table.terminal != key:
            self.table = Node(Kind.TABLE, key, TABLE_NAMES[key].zh, Span(token.start, token.start), token.span)
            siblings.append(self.table)
            self.open = []
        return self.table

    def _parent(self, terminal: str) -> Node:
        """The innermost open block or group that a label belongs to, else the table. What is behind it is closed."""
        while self.open and not (self.open[-1].kind is Kind.BLOCK or terminal in _members(self.open[-1].terminal)):
            self.open.pop()
        assert self.table is not None
        return self.open[-1] if self.open else self.table

    def _cell(self, token: Token) -> None:
        if self._are_cases() and (self.row is None or len(self.row.values) == _GROUP_CELLS):
            self._case_row(token)
        row = self.row
        if row is not None:
            self._reach(row, token)
            row.values.append(self.text[token.start : token.end].strip(" \t\r\n|" + FILLER))

    def _are_cases(self) -> bool:
        """Whether cells are those of table 4, which has no labels in front of them."""
        if self.table is not None:
            return self.table.terminal == "t4"
        return self.section is not None and self.section.terminal == "RECONSIDERATION_LITIGATION"

    def _case_row(self, token: Token) -> None:
        """Begin the next group of table 4, whose cells have no label of their own."""
        table = self._table(token, "t4")
        left = list(tables().case_groups)[len([node for node in table.children if node.kind is Kind.ROW]) :]
        self.row = None
        if left:
            place = Span(token.start, token.start)
            self.row = Node(Kind.ROW, left[0], official(left[0]), place, place)
            table.children.append(self.row)

    @staticmethod
    def _reach(node: Node, token: Token) -> None:
        node.span = Span(min(node.span.start, token.start), max(node.span.end, token.end))


def _sections() -> set[str]:
    return {spec.terminal for spec in tables().sections}


def _captions() -> set[str]:
    return {block.caption for block in tables().blocks}


def _members(group: str) -> tuple[str, ...]:
    """The rows and groups that stand under a group of table 3, those of its own groups among them."""
    groups = tables().application_groups
    found = groups.get(group, ())
    return (*found, *(row for name in found if name != group and name in groups for row in groups[name]))


def _table_of(terminal: str) -> str | None:
    """The table that a label belongs to; None for what is no label of a table."""
    data = tables()
    headers = {header.terminal for block in data.blocks for header in block.headers.values()}
    if terminal in data.disclosure_rows or terminal in headers or terminal in _captions():
        return "t2"
    groups = data.application_groups
    if terminal in data.application_rows or terminal in groups or terminal in ("BALANCE_NOTE", "APPLICANT_COLUMNS"):
        return "t3"
    return "t4" if terminal == "CASE_COLUMNS" else None
