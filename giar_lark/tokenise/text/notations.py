"""Tables in which words or marks begin rows and cells: they become layout, a line a row, every offset stays where it is."""

from __future__ import annotations

import re
from functools import partial

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern


class _Notation(NamedTuple):
    """A notation: a sign that each text in it holds, its tables, the marks in them (of a `row`, of a `cell`, and others), and what
    says nothing elsewhere."""

    sign: str
    table: re.Pattern[str]
    mark: re.Pattern[str]
    other: re.Pattern[str]


_NOTATIONS = (
    # Texinfo
    _Notation(
        "@multitable",
        lazy_pattern(r"@multitable[^\n]*(?P<body>[\s\S]*?)@end multitable"),
        lazy_pattern(r"(?P<row>@(?:head)?item\b)|(?P<cell>@tab\b)"),
        lazy_pattern(
            r"(?m)^@(?:node|anchor|end|c)\b[^\n]*$|^\* [^\n]*::[^\n]*$|^@(?:chapter|(?:sub)*section|top|unnumbered)\b"
        ),
    ),
    # ConTeXt
    _Notation(
        "\\startxtable",
        lazy_pattern(r"\\startxtable(?![a-z])(?P<body>[\s\S]*?)\\stopxtable(?![a-z])"),
        lazy_pattern(
            r"(?:(?P<row>\\startxrow\s*\\startxcell)|(?P<cell>\\startxcell)|\\(?:start|stop)x[a-z]+)(?:\[[^\]\n]*\])?"
        ),
        lazy_pattern(r"\\(?:sub)*section\[title=\{(?=[^{}\n]*\})|(?<=[^{}\n])\},reference=\{[^{}\n]*\}\]"),
    ),
    # lists as tables of reStructuredText
    _Notation(
        ".. list-table::",
        lazy_pattern(r"\.\. list-table::[^\n]*(?P<body>(?:\n(?:[ ]*\n)*[ ]+\S[^\n]*)+)"),
        lazy_pattern(r"(?m)^[ ]+:[a-z-]+:[^\n]*$|(?P<row>^[ ]+\*[ ]-(?=[ ]|$))|(?P<cell>^[ ]+-(?=[ ]|$))"),
        lazy_pattern(r"(?m)^\.\. list-table::[^\n]*$"),
    ),
)
# the table of troff with its options, its formats up to a stop, and what it holds
_TROFF = lazy_pattern(
    r"(?m)^\.TS[^\n]*\n(?:(?P<options>[^\n;]*(?:tab\([^)]\))?[^\n;]*);\n)?(?P<formats>(?:[^\n]*\n){1,4}?(?<=\.\n))(?P<body>[\s\S]*?)^\.TE"
)
_TROFF_TAB = lazy_pattern(r"tab\((?P<tab>[^)])\)")
_TROFF_BLOCK = lazy_pattern(r"(?m)T\{\n(?P<words>[\s\S]*?)^T\}")
_REQUEST = lazy_pattern(r"(?m)^\.[A-Za-z]{2,}\b[^\n]*$")


def without_notations(text: str) -> str:
    """A text of the same length in whose tables a line is a row, and a tab begins or parts cells."""
    for notation in _NOTATIONS:
        if notation.sign in text:
            text = notation.other.sub(_blank, notation.table.sub(partial(_laid_out, notation.mark), text))
    if "\n.TS\n" in text:
        text = text.replace("\\~", "\xa0 ").replace("\\ ", "\xa0 ")
        text = _REQUEST.sub(_blank, _TROFF.sub(_troff_laid_out, text))
    return text


def _laid_out(mark: re.Pattern[str], table: re.Match[str]) -> str:
    body = mark.sub(_layout_of, table["body"])
    # breaks that no mark has made stand inside of a cell
    body = body.replace("\n", " ").replace("\v", "\n")
    first, last = table.start("body") - table.start(), table.end("body") - table.start()
    return " " * first + body + " " * (len(table[0]) - last)


def _layout_of(mark: re.Match[str]) -> str:
    begins = {"row": "\v", "cell": "\t"}.get(mark.lastgroup or "", " ")
    return begins.ljust(len(mark[0]))


def _troff_laid_out(table: re.Match[str]) -> str:
    told = _TROFF_TAB.search(table["options"] or "")
    body = _REQUEST.sub(_blank, table["body"])
    body = _TROFF_BLOCK.sub(lambda block: "  " + block[0][2:-2].replace("\n", " ") + "  ", body)
    lead = re.sub(r"[^\n]", " ", table[0][: table.start("body") - table.start()])
    return lead + (body.replace(told["tab"], "\t") if told else body) + "   "


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
