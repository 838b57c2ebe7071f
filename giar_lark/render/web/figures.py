"""The figures of a run as tables that choose what is shown: a rule, an organ, a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giar_lark.lang import Text
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.figures import (
    UNKNOWN,
    Figures,
    Kind,
    Value,
    organ_figures,
    rule_figures,
    share_words,
    year_figures,
)
from giar_lark.render.web.text import seen, value


def figures_part(statistics: Statistics, summaries: Mapping[str, Text], lang: str) -> Iterator[str]:
    """A table of rules, of organs, of years."""
    yield '<section class="figures">'
    yield from _table(rule_figures(statistics, summaries, lang), "rule", lang)
    yield from _table(organ_figures(statistics, lang), "word", lang)
    yield from _table(year_figures(statistics, lang), "word", lang)
    yield "</section>"


def _table(figures: Figures, filters: str, lang: str) -> Iterator[str]:
    """A table; the first cell of a row is a button that filters by what stands there, a `rule` or a `word`."""
    heads = "".join(f'<th scope="col"{_kind(column.kind)}>{seen(column.head)}</th>' for column in figures.columns)
    yield f"<details open><summary><h2>{seen(figures.title)}</h2></summary>"
    yield f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>'
    for first, *rest in figures.rows:
        cells = "".join(
            f"<td{_kind(column.kind, cell)}>{_shown(cell)}</td>"
            for column, cell in zip(figures.columns[1:], rest, strict=True)
        )
        name = seen(str(first))
        if first != UNKNOWN.in_language(lang):
            name = f'<button type="button" data-{filters}="{value(str(first))}">{name}</button>'
        yield f'<tr><th scope="row">{name}</th>{cells}</tr>'
    yield "</tbody></table></div></details>"


def _kind(kind: Kind, cell: Value | None = None) -> str:
    names = {Kind.COUNT: "number", Kind.SHARE: "number", Kind.WORDS: "words", Kind.NAME: "name"}
    return f' class="{names[kind]}{" faint" if cell == 0 else ""}"'


def _shown(cell: Value) -> str:
    if isinstance(cell, float):
        return f'<meter value="{cell:.3f}"></meter> {share_words(cell)}'
    if isinstance(cell, int):
        return f"{cell:,}"
    # what two spaces part stays whole
    return " ".join(f"<span>{seen(part)}</span>" for part in cell.split("  "))
