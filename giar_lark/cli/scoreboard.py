"""The closing tables of a conformance run, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from giar_lark.cli.language import say
from giar_lark.conformance.explain import explain
from giar_lark.conformance.golden import Proposal
from giar_lark.conformance.run import BAD, Result, Status
from giar_lark.conformance.totals import Total, by_layout, by_status, by_table, by_template, total
from giar_lark.conformance.track import Changed

_STYLES = {
    Status.PASS: "green",
    Status.FAIL: "bold red",
    Status.XFAIL: "yellow",
    Status.XPASS: "bold magenta",
    Status.SKIP: "dim",
    Status.ERROR: "bold red",
    Status.TIMEOUT: "bold red",
}
_SHOWN_FAILURES = 40
# a share and a number beside it
_SHARE_CELLS, _SILENT_CELLS = 8, 7
_PAIR_CELLS = _SHARE_CELLS + _SILENT_CELLS
Scores = dict[str, list[Result]]


def scoreboard(results: Sequence[Result], lang: str) -> RenderableType:
    """One parser: sums by layout, by template, by table and by standing, and of all."""
    table = _table(
        lang,
        say("用例", "cases", lang),
        say("未过", "bad", lang),
        say("单元格", "cells", lang),
        say("正确", "right", lang),
        say("已报", "told", lang),
        say("静误", "silent", lang),
        say("应报", "asked", lang),
        say("缺", "missed", lang),
        say("多", "extra", lang),
    )
    sections = (
        (by_layout(results), ""),
        (by_template(results), say("模板", "template", lang)),
        (by_table(results), say("表", "table", lang)),
        (by_status(results), say("地位", "standing", lang)),
        ([total(say("合计", "all", lang), results)], ""),
    )
    for rows, head in sections:
        if head:
            table.add_row(Styled(head, style="bold"))
        for row in rows:
            table.add_row(*_cells(row))
        table.add_section()
    note = say(
        "已报：没读对，但说了；静误：读错而没说；缺、多：该报未报、不该报而报",
        "told: not right, and said so; silent: wrong without a word; missed, extra: findings",
        lang,
    )
    return Group(table, Styled(note, style="dim"))


def matrix(scores: Scores, width: int, lang: str) -> Iterator[RenderableType]:
    """Several parsers side by side: the share of right cells by layout, and how many are silently wrong.

    Where they do not all fit into the width, the table is cut into blocks of parsers. Units: `width` in display cells.
    """
    rows = {name: {row.name: row for row in by_layout(results)} for name, results in scores.items()}
    layouts = list(next(iter(rows.values())))
    all_ = say("合计", "all", lang)
    first = max(cell_len(name) for name in (say("布局", "layout", lang), *layouts, all_))
    for names in _blocks(list(scores), width - first):
        table = _table(lang, *names)
        if len(names) == 1 and (wide := first + _column_cells(names[0])) > width:
            table.width = wide  # else the name would be cut
        for layout in layouts:
            table.add_row(layout, *(_pair(rows[name].get(layout)) for name in names))
        table.add_section()
        table.add_row(all_, *(_pair(total("", scores[name])) for name in names))
        yield table
    note = say(
        "每格：正确的份额，静误（读错而没说）的格数", "each: share of cells that are right, number silently wrong", lang
    )
    yield Styled(note, style="dim")


def _blocks(names: Sequence[str], width: int) -> Iterator[Sequence[str]]:
    """The names in order, cut where the columns would grow wider than a width; at least one to a block."""
    start, used = 0, 0
    for number, name in enumerate(names):
        if number > start and used + _column_cells(name) > width:
            yield names[start:number]
            start, used = number, 0
        used += _column_cells(name)
    yield names[start:]


def _column_cells(name: str) -> int:
    """How wide the column of a parser is, with the blank in front of it."""
    return 1 + max(cell_len(name), _PAIR_CELLS)


def failures(results: Sequence[Result], lang: str) -> Styled:
    """The cases that make the run fail, each with its reasons."""
    bad = [result for result in results if result.status in BAD]
    lines = [line for result in bad[:_SHOWN_FAILURES] for line in _failure(result, lang)]
    if len(bad) > _SHOWN_FAILURES:
        more = len(bad) - _SHOWN_FAILURES
        lines.append(Styled(say(f"另有 {more} 个用例未过", f"{more} more cases failed", lang), style="dim"))
    return Styled("\n").join(lines)


def changed_lines(changed: Sequence[Changed], lang: str) -> Styled:
    """What is otherwise than in the last run."""
    if not changed:
        return Styled(say("与上次相同", "as in the last run", lang), style="dim")
    return Styled("\n").join(Styled(f"{c.before or '-'} → {c.now or '-'}  {c.case}") for c in changed)


def golden_table(proposal: Proposal, lang: str) -> RenderableType:
    """What becomes of the expectations, and what is refused."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 2, 0, 0))
    for name in (say("用例", "case", lang), "", say("原来", "was", lang), say("现在", "now", lang)):
        table.add_column(name, overflow="fold")
    for change in proposal.changes:
        table.add_row(change.case, change.what, Styled(change.before, style="red"), Styled(change.after, style="green"))
    refused = say("不改写", "refused", lang)
    for refusal in proposal.refusals:
        table.add_row(refusal.case, Styled(refused, style="bold yellow"), "", refusal.reason)
    if not table.row_count:
        return Styled(say("期望没有变化", "the expectations stay as they are", lang), style="dim")
    return table


def summary(results: Sequence[Result], lang: str) -> Styled:
    """How many cases ended in which way, on a line."""
    counts = total("", results).statuses
    parts = [Styled(f"{counts[status]} {status}", style=_STYLES[status]) for status in Status if counts[status]]
    return Styled(say("，", ", ", lang)).join(parts)


def show(console: Console, *parts: RenderableType) -> None:
    """Print parts; nothing in them is read as markup."""
    for part in filter(None, parts):
        console.print(part, highlight=False, markup=False, emoji=False, crop=False, soft_wrap=isinstance(part, Styled))


def _failure(result: Result, lang: str) -> list[Styled]:
    head = Styled.assemble((f"{result.status:<8}", _STYLES[result.status]), result.case.name)
    return [head, *(Styled(f"         {line}", style="dim") for line in explain(result, lang))]


def _table(lang: str, *columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(say("布局", "layout", lang), no_wrap=True)
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _cells(row: Total) -> list[str | Styled]:
    plain: list[str | Styled] = ["" if not count else f"{count:,}" for count in (row.cases, row.bad)]
    share = "" if row.share is None else _percent(row.share)
    counts: list[str | Styled] = [_count(row.unread + row.wrong, "yellow"), _count(row.silent, "bold red")]
    findings: list[str | Styled] = [
        f"{row.expected:,}" if row.expected else "",
        _count(row.missing, "red"),
        _count(row.surplus, "red"),
    ]
    return [row.name, *plain, f"{row.cells:,}" if row.cells else "", share, *counts, *findings]


def _count(number: int, style: str) -> Styled:
    return Styled(f"{number:,}" if number else "", style=style)


def _pair(row: Total | None) -> Styled:
    if row is None or row.share is None:
        return Styled("-", style="dim")
    silent = Styled(f"{row.silent:>{_SILENT_CELLS},}", style="bold red" if row.silent else "green")
    return Styled.assemble(f"{_percent(row.share):>{_SHARE_CELLS}}", silent)


def _percent(share: float) -> str:
    """A share in per cent; only all of it is 100 %."""
    return "100%" if share == 1 else f"{min(share * 100, 99.99):.2f}%"
