"""Completion: the next label or heading, from what the grammar accepts behind the text above the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from lsprotocol import types

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lsp.analysis import Analysis
from giar_lark.official.meanings import meaning_of
from giar_lark.official.templates import TEMPLATES, template_of_year
from giar_lark.parse.parser import accepted_after
from giar_lark.source.source import Source
from giar_lark.tokenise.report import tokenise
from giar_lark.tokenise.token import Token
from giar_lark.write.blank import Outline, blank_document
from giar_lark.write.text import canonical_text

_NO_LABELS = frozenset({"TITLE", "TEXT", "NUMBERED", "CELL", "UNPLACED", "ISSUING_ORGAN", "ISSUED_DATE"})
# a header that two blocks have is not missing because one of them has it
_REPEATED = frozenset({"DECISION_COLUMN", "ITEM_COLUMNS"})
_YEARS = {"2019": 2019, "2021": 2021}


class Label(NamedTuple):
    """A label of an empty report: its terminal, its text, how many cells follow it, and whether on the next line."""

    terminal: str
    text: str
    cells: int = 0
    are_below: bool = False


def completions_at(analysis: Analysis, offset: int, *, has_snippets: bool) -> types.CompletionList:
    """What may stand next at a place: first what the format has next, then what else is missing.

    Only at the beginning of a line: labels stand nowhere else.
    """
    start = analysis.text.rfind("\n", 0, offset) + 1
    typed = analysis.text[start:offset]
    if analysis.document.source.origin is not None or "\t" in typed or "|" in typed.strip("|"):
        return types.CompletionList(is_incomplete=False, items=[])
    labels = _next_labels(analysis, start)
    place = analysis.document.at.range((start + len(typed) - len(typed.lstrip()), offset))
    separator = _separator(analysis, start)
    items = [
        _item(label, number, place, separator if has_snippets else "", analysis.lang)
        for number, label in enumerate(labels)
    ]
    return types.CompletionList(is_incomplete=False, items=items)


def _next_labels(analysis: Analysis, start: int) -> list[Label]:
    above = list(tokenise(Source(analysis.text[:start])).tokens)
    while above and above[-1].start == above[-1].end:
        above.pop()  # what the reading has added, so that a half table is whole
    accepted = accepted_after(above, analysis.text[:start])
    labels = labels_of(_template(analysis))
    last = _last_of(above, labels)
    present = {
        token.type for token in analysis.tokens if token.end > token.start and not _holds(token, start, analysis)
    }
    ordered = [*labels[last + 1 :], *labels[: last + 1]]
    wanted = [one for one in ordered if one.terminal in accepted and one.terminal not in present - _REPEATED]
    return list({one.terminal: one for one in reversed(wanted)}.values())[::-1]


def _holds(token: Token, start: int, analysis: Analysis) -> bool:
    """Whether a token stands on the line that is being typed."""
    stop = analysis.text.find("\n", start)
    return start <= token.start and (stop < 0 or token.start < stop)


def _last_of(above: Sequence[Token], labels: Sequence[Label]) -> int:
    """The place in an empty report of the last label above; -1 where there is none."""
    last = -1
    for token in above:
        if token.type not in _NO_LABELS:
            later = (n for n in range(last + 1, len(labels)) if labels[n].terminal == token.type)
            anywhere = (n for n, label in enumerate(labels) if label.terminal == token.type)
            last = next(later, next(anywhere, last))
    return last


def _template(analysis: Analysis) -> str:
    """The template that the year asks for; where no year is given, the one that the report is written in."""
    year, template = analysis.report.metadata.year, analysis.report.template
    if year is None and template in TEMPLATES:
        return template
    return template_of_year(year or _YEARS["2021"])


@cache
def labels_of(template: str) -> tuple[Label, ...]:
    """The labels of an empty report, in order."""
    outline = Outline(organ="××", year=_YEARS[template], template=template, cells={})
    labels: list[Label] = []
    behind = 0
    text = canonical_text(blank_document(outline))
    for token in tokenise(Source(text)).tokens:
        if token.type == "CELL" and labels:
            last, gap = labels[-1], text[behind : token.start]
            labels[-1] = last._replace(cells=last.cells + 1, are_below=last.are_below or "\n" in gap)
        elif token.type not in _NO_LABELS:
            labels.append(Label(token.type, text[token.start : token.end]))
        behind = token.end
    return tuple(labels)


def _separator(analysis: Analysis, start: int) -> str:
    """What stands between the cells of a row in this text; a tab where no row has been written yet."""
    cells = [token for token in analysis.tokens if token.type == "CELL" and token.end <= start]
    between = {analysis.text[a.end : b.start] for a, b in pairwise(cells) if a.end <= b.start}
    if not between or any("\t" in gap for gap in between):
        return "\t"
    return " | " if any("|" in gap for gap in between) else ""


def _item(label: Label, number: int, place: types.Range, separator: str, lang: str) -> types.CompletionItem:
    meaning = meaning_of(label.terminal)
    has_cells = bool(separator and label.cells)
    lead = "\n" if label.are_below else ""
    stops = "".join(f"{separator}${n}" for n in range(1, label.cells + 1)) if has_cells else ""
    return types.CompletionItem(
        label=label.text,
        kind=types.CompletionItemKind.Field if label.cells else types.CompletionItemKind.Module,
        documentation=meaning.text.in_language(lang) if meaning else None,
        sort_text=f"{number:03}",
        filter_text=label.text,
        preselect=number == 0 or None,
        insert_text_format=types.InsertTextFormat.Snippet if has_cells else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(place, _escaped(label.text) + lead + stops if has_cells else label.text),
    )


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
