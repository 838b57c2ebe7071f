"""parsimonious: a PEG and a visitor."""

from __future__ import annotations

from collections.abc import Callable

from parsimonious import Grammar, NodeVisitor
from rows import Row

from peers.words import Words


class Rows(NodeVisitor):
    """Keeps the rows."""

    def visit_document(self, node: object, lines: list[object]) -> list[Row]:
        """The whole text."""
        return [line for line in lines if isinstance(line, Row)]

    def visit_line(self, node: object, children: list[object]) -> object:
        """One of several."""
        return children[0]

    def visit_row(self, node: object, children: tuple[str, list[str]]) -> Row:
        """A label and its values."""
        label, values = children
        return Row(label, tuple(values))

    def visit_values(self, node: object, children: list[str]) -> list[str]:
        """Seven values."""
        return children

    def generic_visit(self, node: object, children: list[object]) -> object:
        """A line without its break."""
        return children or str(getattr(node, "text", "")).rstrip()


def make(words: Words) -> Callable[[str], list[Row]]:
    """The reader."""
    grammar = Grammar(rf"""
        document = line*
        line     = row / heading / other
        row      = label values
        values   = value value value value value value value
        label    = ~r"{words.label}\n"
        heading  = ~r"{words.heading}\n"
        value    = ~r"{words.value}\n"
        other    = ~r"{words.other}\n"
    """)
    visitor = Rows()
    return lambda text: visitor.visit(grammar.parse(text))
