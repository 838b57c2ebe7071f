"""The peers: other ways to read the rows of table 3, each from text that is easier than the one that we are given.

All but the last read normalised text (`documents.normalised`); making that is not charged to them. A peer that is not
installed is None, and reported as skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from documents import Row

from giar_lark.templates import tables
from giar_lark.vocabulary import official

Reader = Callable[[str], list[Row]]

_VALUE = r"-?\d[\d.]*|-"


def make_readers() -> dict[str, Reader | None]:
    """The peers that read normalised text, by name."""
    return {"lark": _lark(), "pyparsing": _pyparsing(), "parsimonious": _parsimonious()}


@cache
def _labels() -> tuple[str, ...]:
    """The row labels of table 3, longest first."""
    return tuple(sorted(map(official, tables().application_rows), key=len, reverse=True))


@cache
def _headings() -> tuple[str, ...]:
    return tuple(official(section.terminal) for section in tables().sections)


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(map(re.escape, texts))


def _lark() -> Reader:
    """Lark as it comes: contextual lexer, LALR, a transformer that runs with the parser."""
    from lark import Lark, Token, Transformer, v_args

    class Rows(Transformer[Token, list[Row]]):
        @v_args(inline=True)
        def row(self, label: Token, *values: Token) -> Row:
            return Row(label.rstrip(), tuple(value.rstrip() for value in values))

        def start(self, children: list[object]) -> list[Row]:
            return [child for child in children if isinstance(child, Row)]

    grammar = f"""
        start   : (row | HEADING | VALUE | OTHER)*
        row     : LABEL VALUE VALUE VALUE VALUE VALUE VALUE VALUE
        LABEL.3   : /(?:{_any_of(_labels())})\\n/
        HEADING.3 : /(?:{_any_of(_headings())})\\n/
        VALUE.2   : /(?:{_VALUE})\\n/
        OTHER     : /[^\\n]+\\n/
    """
    parser = Lark(grammar, parser="lalr", lexer="contextual", transformer=Rows())
    return lambda text: parser.parse(text)  # type: ignore[return-value]


def _pyparsing() -> Reader | None:
    try:
        import pyparsing as pp
    except ImportError:
        return None
    value = pp.Regex(rf"(?:{_VALUE})(?=\n)")
    row = pp.Group(pp.Regex(rf"(?:{_any_of(_labels())})(?=\n)") + value[7])
    heading = pp.Regex(rf"(?:{_any_of(_headings())})(?=\n)").suppress()
    other = pp.Regex(r"[^\n]+").suppress()
    document = (row | heading | other)[...]
    return lambda text: [Row(found[0], tuple(found[1:])) for found in document.parse_string(text, parse_all=True)]


def _parsimonious() -> Reader | None:
    try:
        from parsimonious import Grammar, NodeVisitor
    except ImportError:
        return None
    grammar = Grammar(rf"""
        document = line*
        line     = row / heading / other
        row      = label values
        values   = value value value value value value value
        label    = ~r"(?:{_any_of(_labels())})\n"
        heading  = ~r"(?:{_any_of(_headings())})\n"
        value    = ~r"(?:{_VALUE})\n"
        other    = ~r"[^\n]+\n"
    """)

    class Rows(NodeVisitor):  # type: ignore[misc, unused-ignore]
        def visit_document(self, node: object, lines: list[object]) -> list[Row]:
            return [line for line in lines if isinstance(line, Row)]

        def visit_line(self, node: object, children: list[object]) -> object:
            return children[0]

        def visit_row(self, node: object, children: list[object]) -> Row:
            label, values = children
            return Row(str(label), tuple(values))  # type: ignore[arg-type]

        def visit_values(self, node: object, children: list[str]) -> list[str]:
            return children

        def generic_visit(self, node: object, children: list[object]) -> object:
            return children or str(getattr(node, "text", "")).rstrip()

    visitor = Rows()
    return lambda text: visitor.visit(grammar.parse(text))  # type: ignore[no-any-return, unused-ignore]


def raw_regex() -> Reader:
    """A script of tolerant searches on the raw text, one a row: what one writes in an afternoon."""
    searches = [(label, re.compile(_tolerant(label) + r"(?:\s+(\d+))" * 7)) for label in _labels()]

    def read(text: str) -> list[Row]:
        found = ((label, search.search(text)) for label, search in searches)
        return [Row(label, match.groups()) for label, match in found if match]

    return read


def _tolerant(label: str) -> str:
    """A label with white space between its characters."""
    return r"\s*".join(map(re.escape, label))
