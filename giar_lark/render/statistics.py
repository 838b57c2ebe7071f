"""The figures of a run on a terminal, as tables, and in a pipe, as aligned lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.box import ASCII, SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from giar_lark.lang import Text
from giar_lark.outcomes.statistics import Statistics
from giar_lark.render.cells import printable, width_of
from giar_lark.render.figures import Figures, Kind, Value, organ_figures, rule_figures, share_words, year_figures
from giar_lark.render.theme import ASCII as ASCII_GLYPHS
from giar_lark.render.theme import FAINT, STRONG, Glyphs

# a terminal shows so many organs, the worst of them; a pipe gets all
ROWS_MOST = 20


def show_statistics(
    console: Console, glyphs: Glyphs, statistics: Statistics, summaries: Mapping[str, Text], lang: str
) -> None:
    """Print the figures: by rule, by organ, by year."""
    tables = (
        rule_figures(statistics, summaries, lang),
        organ_figures(statistics, lang),
        year_figures(statistics, lang),
    )
    for number, figures in enumerate(tables):
        show_figures(console, glyphs, figures, after=bool(number), most=ROWS_MOST)
        if console.is_terminal and len(figures.rows) > ROWS_MOST:
            console.print(Styled(_more(len(figures.rows) - ROWS_MOST, lang), style=FAINT))


def show_figures(
    console: Console, glyphs: Glyphs, figures: Figures, *, after: bool = False, most: int | None = None
) -> None:
    """Print one table: drawn on a terminal, of so many rows at most; as lines in a pipe, behind an empty one if `after`."""
    if console.is_terminal:
        console.print(_table(figures, glyphs, most))
        return
    lines = [*([""] if after else []), *plain_lines(figures)]
    console.file.write("".join(f"{line}\n" for line in lines))


def plain_lines(figures: Figures) -> Iterator[str]:
    """The title, the heads, and a line a row, in columns that keep their places."""
    rows = [[column.head for column in figures.columns], *([_shown(value) for value in row] for row in figures.rows)]
    widths = [max(width_of(row[number]) for row in rows) for number in range(len(figures.columns))]
    yield figures.title
    for row in rows:
        cells = zip(row, widths, figures.columns, strict=True)
        yield "  ".join(_padded(text, width, column.kind) for text, width, column in cells).rstrip()


def _padded(text: str, width: int, kind: Kind) -> str:
    room = " " * (width - width_of(text))
    return room + text if kind in (Kind.COUNT, Kind.SHARE) else text + room


def _table(figures: Figures, glyphs: Glyphs, most: int | None) -> Table:
    box = ASCII if glyphs is ASCII_GLYPHS else SIMPLE_HEAD
    table = Table(title=Styled(figures.title, style=STRONG), title_justify="left", box=box, pad_edge=False)
    for column in figures.columns:
        number = column.kind in (Kind.COUNT, Kind.SHARE)
        # names and numbers are kept whole; what is left of the line is for the words
        table.add_column(
            Styled(column.head),
            justify="right" if number else "left",
            no_wrap=number or column.kind is Kind.NAME,
            overflow="ellipsis" if column.kind is Kind.NAME else "fold",
        )
    for row in figures.rows[:most]:
        table.add_row(*(Styled(_shown(value), style=FAINT if value == 0 else "") for value in row))
    return table


def _shown(value: Value) -> str:
    if isinstance(value, float):
        return share_words(value)
    return f"{value:,}" if isinstance(value, int) else printable(value)


def _more(count: int, lang: str) -> str:
    return (
        f"{count} more; all of them: --output-format json"
        if lang == "en"
        else f"另有 {count} 行；全部列出用 --output-format json"
    )
