"""The builder: reductions to small nodes. One method a grammar rule, and no decision in any of them."""

from __future__ import annotations

from typing import Any

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.tokenise.token import Token


class RowNode(NamedTuple):
    """A row: its label and its cells (one UNPLACED token where their columns are lost)."""

    label: Token
    cells: list[Token]


class BlockNode(NamedTuple):
    """A block of table 2."""

    caption: Token
    header: Token
    rows: list[RowNode]


class TableNode(NamedTuple):
    """A table: `t2` holds blocks, `t3` rows and header tokens, `t4` cells and at most a header token."""

    key: str
    parts: list[Any]


class SectionNode(NamedTuple):
    """A section: its heading, and prose tokens and tables (as nodes, or regular ones) in the order of the text."""

    heading: Token
    parts: list[Any]


class ReportNode(NamedTuple):
    """A report: the tokens of its front, its sections, and the tokens of its tail."""

    front: list[Token]
    sections: list[SectionNode]
    tail: list[Token]


def _section(_: object, parts: list[Any]) -> SectionNode:
    return SectionNode(parts[0], parts[1:])


def _block(_: object, parts: list[Any]) -> BlockNode:
    return BlockNode(parts[0], parts[1], parts[2:])


def _cells(_: object, parts: list[Any]) -> list[Any]:
    return parts


class NodeBuilder:
    """Builds nodes while the parser reads; methods are named as the grammar's rules and aliases."""

    overview = proactive_disclosure = applications = reconsideration_litigation = _section
    problems_improvements = other_matters = _section
    item_1 = item_5 = item_6 = item_8 = item_9 = _block
    reconsideration = litigation_direct = litigation_after_reconsideration = front = tail = _cells

    def row(self, parts: list[Token]) -> RowNode:
        """`label cell…`"""
        return RowNode(parts[0], parts[1:])

    def group(self, parts: list[Token]) -> Token:
        """`（六）其他处理` as the head of three rows"""
        return parts[0]

    def disclosure_table(self, parts: list[BlockNode]) -> TableNode:
        """`block+`"""
        return TableNode("t2", parts)

    def applications_table(self, parts: list[Any]) -> TableNode:
        """`(header | group | row)+`"""
        return TableNode("t3", parts)

    def cases(self, parts: list[Any]) -> list[Token]:
        """Three groups of five cells, or one token for all."""
        return [token for part in parts for token in (part if isinstance(part, list) else [part])]

    def cases_table(self, parts: list[Any]) -> TableNode:
        """`header? cases`"""
        return TableNode("t4", parts)

    def report(self, parts: list[Any]) -> ReportNode:
        """`front section* tail?`"""
        sections = [part for part in parts[1:] if isinstance(part, SectionNode)]
        return ReportNode(parts[0], sections, parts[-1] if len(parts) > 1 and isinstance(parts[-1], list) else [])
