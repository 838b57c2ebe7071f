"""Arpeggio: a PEG in Python, and a visitor."""

from __future__ import annotations

from collections.abc import Callable

from arpeggio import EOF, ParserPython, PTNodeVisitor, RegExMatch, ZeroOrMore, visit_parse_tree
from rows import Row

from peers.words import Words


class Rows(PTNodeVisitor):
    """Keeps the rows."""

    def visit_row(self, node: object, children: list[str]) -> Row:
        """A label and its values."""
        return Row(children[0], tuple(children[1:]))

    def visit_label(self, node: object, children: object) -> str:
        """A label without its line break."""
        return str(node).rstrip()

    def visit_value(self, node: object, children: object) -> str:
        """A value without its line break."""
        return str(node).rstrip()

    def visit_document(self, node: object, children: list[object]) -> list[Row]:
        """The whole text."""
        return [child for child in children if isinstance(child, Row)]


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""

    def label() -> object:
        return RegExMatch(rf"{words.label}\n")

    def value() -> object:
        return RegExMatch(rf"{words.value}\n")

    def other() -> object:
        return RegExMatch(rf"{words.other}\n")

    def row() -> object:
        return label, value, value, value, value, value, value, value

    def document() -> object:
        return ZeroOrMore([row, other]), EOF

    parser = ParserPython(document, skipws=False)
    visitor = Rows()
    return lambda text: visit_parse_tree(parser.parse(text), visitor)
