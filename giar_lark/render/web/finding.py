"""A finding as a row of a table: its weight, its rule, what is wrong, where, the cells it is about, what to do."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding
from giar_lark.model.report import Cell
from giar_lark.render.document import Document
from giar_lark.render.grid_layout import cell_text
from giar_lark.render.labels import english_headings, headings
from giar_lark.render.places import place_words
from giar_lark.render.repair import repair_of
from giar_lark.render.row_choice import RowChoice
from giar_lark.render.theme import SEVERITY_WORDS
from giar_lark.render.web.text import is_shown, seen, value

_VALUE_CELLS_MOST = 24


def finding_row(document: Document, finding: Finding, report: int, number: int, lang: str) -> str:
    """The row; `report` and `number` make the ids that tie it to its mark in the text."""
    address = document.source.address(finding.span.start)
    line = address.in_words(lang)
    where = " · ".join(filter(None, [finding.name, place_words(document, finding).in_language(lang), line]))
    message = seen(finding.message.in_language(lang))
    if is_shown(finding.span) and document.source.text:
        message = f'<a href="#m{report}-{number}">{message}</a>'
    return (
        f'<tr id="f{report}-{number}" data-severity="{finding.severity}" data-code="{value(finding.code)}" data-f="{number}">'
        f'<td class="{finding.severity}"><b>{SEVERITY_WORDS[finding.severity].in_language(lang)}</b> {seen(finding.code)}</td>'
        f'<td><p class="message">{message}</p><p class="where">{seen(where)}</p>'
        f"{''.join(_body(document, finding, lang))}</td></tr>"
    )


def _body(document: Document, finding: Finding, lang: str) -> Iterator[str]:
    row = document.row_of(finding.key)
    if row is not None and not row.unplaced:
        yield from _grid(RowChoice(finding, document, row), lang)
    for place, words in finding.related_elsewhere:
        yield f'<p class="where">{seen(f"{place.path}:{place.address.written(lang)} {words.in_language(lang)}")}</p>'
    repair, repair_lead = repair_of(finding, document.source)
    advice = ((HELP_LEAD, finding.help, "help"), (repair_lead, repair, "help"), (CLAUSE_LEAD, finding.clause, "basis"))
    for lead, text, kind in advice:
        if text is not None:
            yield f'<p class="{kind}"><b>{lead.in_language(lang)}</b>{seen(text.in_language(lang))}</p>'


def _grid(choice: RowChoice, lang: str) -> Iterator[str]:
    """The cells that the finding is about, under their headings."""
    columns = choice.row.columns
    names = english_headings(columns) if lang == "en" else headings(choice.row.key, columns, narrow=True)
    heads = "".join(f'<th scope="col">{seen(name)}</th>' for name in names)
    yield f'<div class="scroll"><table class="grid"><thead><tr><td></td>{heads}</tr></thead><tbody>'
    for row in choice.rows:
        if row is choice.row and choice.folded:
            yield f'<tr><td class="rest" colspan="{len(columns) + 1}">{seen(choice.rest(lang))}</td></tr>'
        wrong = ' class="wrong"' if row is choice.row and choice.label_is_wrong else ""
        cells = "".join(_cell(cell, choice, lang) for cell in row.cells)
        yield f'<tr><th scope="row"{wrong}>{seen(choice.name(row))}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _cell(cell: Cell, choice: RowChoice, lang: str) -> str:
    if choice.is_primary(cell):
        kind = ' class="wrong"'
    elif cell.key in choice.addends:
        kind = ' class="addend"'
    else:
        kind = "" if cell.value or cell.raw not in ("", "0") else ' class="faint"'
    return f"<td{kind}>{seen(cell_text(cell, lang, _VALUE_CELLS_MOST))}</td>"
