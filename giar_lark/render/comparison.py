"""Two reports side by side on a terminal, as tables, and in a pipe, as aligned lines."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from giar_lark.batch.comparison import CellPair, Comparison, Kinship
from giar_lark.batch.entry import Entry
from giar_lark.lang import Text
from giar_lark.model.report import Cell
from giar_lark.official.names import SHORT_TABLE_NAMES
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.render.figures import Column, Figures, Kind, Value
from giar_lark.render.labels import headings, short_row_name
from giar_lark.render.statistics import show_figures
from giar_lark.render.theme import Glyphs

_TITLES = {
    Kinship.YEARS: Text("同一机关的两年", "two years of one organ"),
    Kinship.COPIES: Text("同一机关同一年度的两份报告", "two reports of one organ on one year"),
    Kinship.ORGANS: Text("不是同一机关的两份报告", "reports of two organs"),
}


def show_comparison(console: Console, glyphs: Glyphs, comparison: Comparison, lang: str, *, everything: bool) -> None:
    """Print what the two are, the cells that differ (or all), the carry-over, and how much text is shared."""
    for number, figures in enumerate(comparison_figures(comparison, lang, everything=everything)):
        show_figures(console, glyphs, figures, after=bool(number))


def comparison_figures(comparison: Comparison, lang: str, *, everything: bool) -> Iterator[Figures]:
    """The tables of a comparison; one that would be empty is left out."""
    yield _reports(comparison, lang)
    cells = _cells(comparison, lang, everything=everything)
    if cells.rows:
        yield cells
    if comparison.carried:
        yield _carried(comparison, lang)
    if comparison.sections:
        yield _texts(comparison, lang)


def _reports(comparison: Comparison, lang: str) -> Figures:
    heads = (("", Kind.NAME), (_in("机关", "organ", lang), Kind.NAME), (_in("年度", "year", lang), Kind.NAME))
    return Figures(
        _TITLES[comparison.kinship].in_language(lang),
        (*(Column(*head) for head in heads), Column(_in("文件", "file", lang), Kind.WORDS)),
        [(mark, entry.organ_name or "–", _year(entry), entry.path) for mark, entry in _sides(comparison)],
    )


def _cells(comparison: Comparison, lang: str, *, everything: bool) -> Figures:
    """A row a cell, those that differ or all."""
    pairs = comparison.cells if everything else comparison.differing
    same = len(comparison.cells) - len(comparison.differing)
    title = _in(
        f"不同的格 {len(comparison.differing)} 个，相同的 {same} 个",
        f"{len(comparison.differing)} cells differ, {same} are the same",
        lang,
    )
    return Figures(
        title,
        (Column(_in("格", "cell", lang), Kind.WORDS), *_both_heads(lang)),
        [(_name(pair.key, lang), *_both(pair)) for pair in pairs],
    )


def _name(key: str, lang: str) -> str:
    """A cell by table, row and column, in short words; in English the key says it."""
    row, _, column = key.rpartition(".")
    if lang == "en":
        return key
    return " · ".join((SHORT_TABLE_NAMES[key[:2]].zh, short_row_name(row), *headings(row, (column,), narrow=False)))


def _carried(comparison: Comparison, lang: str) -> Figures:
    applicants = zip(tables().applicants, tables().applicant_keys, strict=True)
    names = {key: key.replace("_", " ") if lang == "en" else official(name) for name, key in applicants}
    heads = [
        _in("申请人", "applicant", lang),
        _in("A 结转下年度", "A carried forward", lang),
        _in("B 上年结转", "B carried in", lang),
        _in("差", "difference", lang),
    ]
    kinds = (Kind.NAME, Kind.COUNT, Kind.COUNT, Kind.COUNT)
    return Figures(
        _in("结转", "Carry-over", lang),
        tuple(map(Column, heads, kinds)),
        [(names[pair.key], *_both(pair)) for pair in comparison.carried],
    )


def _texts(comparison: Comparison, lang: str) -> Figures:
    """A row a section: how much of the text is the same, and how many sentences of B stand in A."""
    heads = [
        _in("部分", "section", lang),
        _in("文字相同", "same text", lang),
        _in("B 中与 A 相同的句子", "sentences of B that A has", lang),
    ]
    return Figures(
        _in("文字（数字、名称和格式规定的话不计）", "Text (numbers, names and what the format dictates aside)", lang),
        tuple(map(Column, heads, (Kind.NAME, Kind.COUNT, Kind.COUNT))),
        [
            (
                pair.section if lang == "en" else official(_terminals()[pair.section]),
                "–" if pair.percent is None else f"{pair.percent}%",
                f"{sum(part.is_shared for part in pair.right)}/{sum(part.is_own for part in pair.right)}",
            )
            for pair in comparison.sections
        ],
    )


def _terminals() -> dict[str, str]:
    return {spec.key: spec.terminal for spec in tables().sections}


def _both_heads(lang: str) -> tuple[Column, ...]:
    return (Column("A", Kind.COUNT), Column("B", Kind.COUNT), Column(_in("变化", "change", lang), Kind.COUNT))


def _both(pair: CellPair) -> tuple[Value, Value, Value]:
    """Both numbers, and the change where they differ."""
    change = f"{pair.change:+,}" if pair.differs and pair.change is not None else ""
    return _shown(pair.left), _shown(pair.right), change


def _shown(cell: Cell | None) -> str:
    """A number as people write it, else what stands there; a dash where there is no cell."""
    if cell is None or cell.state == "missing":
        return "–"
    if cell.value is None:
        return cell.raw or "□"
    return f"{cell.value:,}"


def _sides(comparison: Comparison) -> tuple[tuple[str, Entry], ...]:
    return (("A", comparison.left), ("B", comparison.right))


def _year(entry: Entry) -> str:
    return str(entry.year or "–")


def _in(zh: str, en: str, lang: str) -> str:
    return en if lang == "en" else zh
