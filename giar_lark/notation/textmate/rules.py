"""The rules of the TextMate grammar: which pattern is which part of a report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from giar_lark.lalr.stock import stock_lark
from giar_lark.notation.textmate import patterns
from giar_lark.notation.textmate.scopes import scope
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import vocabulary
from giar_lark.parse.grammar import canonical_parser
from giar_lark.tokenise.sections.ends import IN_A_SENTENCE, ORGAN, TITLE_WORDS
from giar_lark.tokenise.text.fold import key

Rule = dict[str, Any]
# so many letters of a label that is broken over lines are enough to know it
_LONG, _MIDDLE, _SHORT = 4, 3, 2
_MAY = patterns.maybe(patterns.ORDINAL)


def include(name: str) -> Rule:
    """A rule that stands elsewhere in the document."""
    return {"include": f"#{name}"}


def match(part: str, pattern: str) -> Rule:
    """A rule that gives a part's name to what a pattern matches."""
    return {"name": scope(part), "match": pattern}


def _captured(pattern: str, *parts: str) -> Rule:
    """A rule that gives names to the groups of a pattern, in order."""
    return {"match": pattern, "captures": {str(n): {"name": scope(part)} for n, part in enumerate(parts, 1)}}


@cache
def _terminals() -> dict[str, str]:
    """The regular expressions of both grammars by terminal; the structure's win."""
    found = [*stock_lark("narrative").terminals, *canonical_parser().terminals]
    return {terminal.name: terminal.pattern.to_regexp() for terminal in found}


# ---------------------------------------------------------------- prose


def title() -> list[Rule]:
    """The title: a line in front of the first section that names a report or an organ, or a short one at the margin."""
    named = f"(?=[^\\n]*(?:{TITLE_WORDS.pattern}))(?!.*(?:{IN_A_SENTENCE.pattern}))\\S[^\\n]{{0,60}}?"
    at_the_margin = f"(?!.*(?:{IN_A_SENTENCE.pattern}))[^\\s|<>\\-=*#][^\\n]{{0,60}}?"
    organ = ORGAN.pattern.removesuffix("$")
    return [_captured(patterns.line(words), "title") for words in (named, organ)] + [
        _captured(f"^({at_the_margin})\\s*$", "title")
    ]


def numbered(*, ended: bool = False) -> list[Rule]:
    """The number in front of a paragraph, and its leading words; among labels of rows, it has to be a whole sentence."""
    number = patterns.body(_terminals()["NUMBERED"])
    sentence = "(?=[^\\t|]*。)" if ended else ""
    return [_captured(f"^[\\s|>]*({number}){sentence}([^，。；：:\\t|]{{2,30}}[。：:])?", "numbered", "lead")]


def prose() -> list[Rule]:
    """Documents, dates and amounts within sentences."""
    found = _terminals()
    amount = f"(?<![0-9.])(?=[0-9])(?:{found['PERCENT']}|{found['COUNT']})"
    return [
        match("work", "《[^《》]{1,60}》"),
        match("date", f"(?<![0-9]){found['YEAR']}(?:{found['MONTH']})?"),
        match("count", amount),
    ]


def tail() -> list[Rule]:
    """The organ and the date at the end, each on a line of its own."""
    organ = ORGAN.pattern.removesuffix("$")
    date = patterns.spaced_date(_terminals()["ISSUED_DATE"])
    return [
        _captured(f"^\\s*([(（]?{date}[)）]?)\\s*$", "date"),
        _captured(f"^\\s*({organ})\\s*$", "organ"),
    ]


# ---------------------------------------------------------------- tables


def disclosure() -> list[Rule]:
    """The labels of table 2."""
    data = tables()
    columns = ["CONTENT", *dict.fromkeys(c for b in data.blocks for h in b.headers.values() for c in h.columns)]
    return [
        *_labels("caption", [block.caption for block in data.blocks]),
        *_labels("row", list(data.disclosure_rows), _MAY),
        *_labels("column", columns),
        *_broken("row", list(data.disclosure_rows), _LONG, patterns.ORDINAL),
        *_broken("column", columns, _MIDDLE),
    ]


def applications() -> list[Rule]:
    """The labels of table 3; 其他 and 总计 are a row's with its number, and a column's without."""
    data = tables()
    columns = ["APPLICANTS", "LEGAL_PERSONS", *data.applicants]
    groups, rows = list(data.application_groups), [r for r in data.application_rows if r not in data.application_groups]
    clashing = [row for row in rows if _words(row) & {word for column in columns for word in _words(column)}]
    return [
        *_labels("note", ["BALANCE_NOTE"]),
        *_labels("group", groups, _MAY),
        *_labels("row", [row for row in rows if row not in clashing], _MAY),
        *_labels("row", clashing, patterns.ORDINAL),
        *_labels("column", columns),
        *_broken("note", ["BALANCE_NOTE"], _LONG),
        *_broken("column", columns, _SHORT),
        *_broken("group", groups, _MIDDLE, patterns.ORDINAL),
        *_broken("row", rows, _LONG, patterns.ORDINAL),
    ]


def cases() -> list[Rule]:
    """The labels of table 4."""
    data = tables()
    columns = ["RECONSIDERATION", "LITIGATION", *list(data.case_groups)[1:], *data.results]
    return [*_labels("column", columns), *_broken("column", columns, _SHORT)]


def unplaced() -> list[Rule]:
    """Numbers whose columns are lost, and numbers whose place was inferred, as the canonical form writes them."""
    return [match("unplaced", "(?<=\\t)\\? [^\\t]*"), match("inferred", patterns.cell(f"~{patterns.number()}"))]


def values() -> list[Rule]:
    """What stands in cells."""
    return [match("number", patterns.cell(patterns.number())), match("mark", patterns.cell(patterns.marks()))]


def markup() -> list[Rule]:
    """The lines of a drawn table, the bars between its cells, and tags."""
    return [
        match("tag", "</?[A-Za-z][^<>]*>"),
        match("rule", "^(?=.*[-=─━]{3})[\\s|+:=─━┄┅┼├┤┌┐└┘┬┴│┃-]+$"),
        match("bar", "[|│┃]"),
    ]


def _labels(part: str, terminals: Sequence[str], ordinal: str = "") -> list[Rule]:
    """The rule for labels in any spelling; none for no labels."""
    spelled = [patterns.label(vocabulary()[terminal], ordinal) for terminal in terminals]
    return [match(part, patterns.cell("|".join(spelled)))] if spelled else []


def _broken(part: str, terminals: Sequence[str], least: int, ordinal: str = "") -> list[Rule]:
    """The rule for pieces of labels that are broken over lines."""
    spelled = [patterns.fragments(vocabulary()[terminal], least, ordinal) for terminal in terminals]
    return [match(part, patterns.broken_cell("|".join(filter(None, spelled))))]


def _words(terminal: str) -> set[str]:
    return {key(spelling).letters for spelling in vocabulary()[terminal]}
