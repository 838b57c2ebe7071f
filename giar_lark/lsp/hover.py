"""Hover: what is wrong here, what the row counts and on what ground, and the sums that the cell is part of."""

from __future__ import annotations

from lsprotocol import types

from giar_lark.findings import CLAUSE_LEAD, HELP_LEAD, Finding
from giar_lark.lang import Text
from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.card import Card
from giar_lark.lsp.pages import Pages
from giar_lark.lsp.sums import MARKS, equation, has_numbers, kind_of
from giar_lark.model.report import Cell
from giar_lark.official.meanings import meaning_of
from giar_lark.official.names import TABLE_NAMES, row_terminals
from giar_lark.render.repair import repair_of
from giar_lark.rules.wording import place_of
from giar_lark.source.span import Span

_REGULATION = Text("《政府信息公开条例》", "Regulation on Disclosure of Government Information, ")
_STATES = {
    "blank": Text("空白（不当作 0）", "blank, which is not zero"),
    "na": Text("没有数字，写的是“{raw}”", "no number; “{raw}” stands there"),
    "unreadable": Text("读不出数字：“{raw}”", "no number can be read: “{raw}”"),
    "inferred": Text("{value}（列是推断的，请核对）", "{value} (its column was inferred; please check)"),
}


def hover_at(analysis: Analysis, offset: int, pages: Pages, *, is_markdown: bool) -> types.Hover | None:
    """What is to be said about a place; None where nothing is."""
    card, lang = Card(is_markdown=is_markdown), analysis.lang
    for finding in analysis.findings_at(offset, offset):
        _finding(card, finding, analysis, pages)
    cell, token = analysis.cell_at(offset), analysis.token_at(offset)
    if cell is not None:
        _cell(card, cell, analysis)
    terminal = row_terminals().get(cell.key.rpartition(".")[0], "") if cell else token.type if token else ""
    _meaning(card, terminal, lang)
    content = card.content()
    place = cell.span if cell else token.span if token else Span(offset, offset)
    return None if content is None else types.Hover(content, analysis.document.at.range(place))


def _finding(card: Card, finding: Finding, analysis: Analysis, pages: Pages) -> None:
    card.block()
    lang = analysis.lang
    severity = finding.severity.words.in_language(lang)
    address = pages.address(finding.code, lang)
    card.add(finding.message.in_language(lang), bold=f"{severity} {finding.code}", link=address)
    if finding.help:
        card.add(HELP_LEAD.in_language(lang) + finding.help.in_language(lang))
    repair, lead = repair_of(finding, analysis.document.source)
    if repair:
        card.add(lead.in_language(lang) + repair.in_language(lang))
    if finding.clause:
        card.add(CLAUSE_LEAD.in_language(lang) + finding.clause.in_language(lang))


def _cell(card: Card, cell: Cell, analysis: Analysis) -> None:
    card.block()
    lang = analysis.lang
    state = _STATES.get(cell.state, Text("{value}", "{value}")).in_language(lang)
    said = state.format(value=cell.value, raw=cell.raw)
    place = f"{TABLE_NAMES[cell.key[:2]].in_language(lang)} {place_of(cell).in_language(lang)}"
    card.add(said, bold=f"{place}{'：' if lang == 'zh' else ':'}")
    for one in analysis.sums:
        if cell in one.balance.cells and has_numbers(one):
            card.add(f"{MARKS[one.balance.verdict]} {kind_of(one).in_language(lang)}{equation(one).in_language(lang)}")


def _meaning(card: Card, terminal: str, lang: str) -> None:
    meaning = meaning_of(terminal)
    if meaning is None:
        return
    card.block()
    card.add(meaning.text.in_language(lang))
    if meaning.article:
        card.add(CLAUSE_LEAD.in_language(lang) + _REGULATION.in_language(lang) + meaning.article)
