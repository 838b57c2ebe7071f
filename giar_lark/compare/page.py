"""Two reports side by side as one HTML page: the official tables with both numbers, and the text with what is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from giar_lark.batch.comparison import CellPair, Comparison, Kinship, Part, SectionPair
from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.markup.page import html_page
from giar_lark.model.report import Cell
from giar_lark.official.templates import tables
from giar_lark.official.vocabulary import official
from giar_lark.outcomes.outcome import Outcome
from giar_lark.write.grid import Box, Grid
from giar_lark.write.official import official_grid

_TITLES = {
    Kinship.YEARS: Text("两年对照", "Two years"),
    Kinship.COPIES: Text("同一年度的两份报告对照", "Two reports on one year"),
    Kinship.ORGANS: Text("两个机关的报告对照", "Reports of two organs"),
}
_TONES = {Severity.ERROR: "bad", Severity.WARNING: "known", Severity.INFO: "note"}


def comparison_page(comparison: Comparison, outcomes: Sequence[Outcome], lang: str) -> str:
    """The page, in `zh` or `en`; its script only hides what is the same, and it loads nothing."""
    title = _TITLES[comparison.kinship].in_language(lang)
    body = "\n".join(["<main>", f"<h1>{escape(title)}</h1>", *_body(comparison, outcomes, lang), "</main>"])
    return html_page(title=title, lang=lang, assets=files("giar_lark") / "compare" / "assets", body=body)


def _body(comparison: Comparison, outcomes: Sequence[Outcome], lang: str) -> Iterator[str]:
    yield _reports(comparison)
    yield _tiles(comparison, outcomes, lang)
    yield from _findings(outcomes, lang)
    if comparison.carried:
        yield from _carried(comparison, lang)
    yield from _tables(comparison, lang)
    legend = Text("底色：两份报告都有的句子；灰字：格式规定的话，不比较", "tinted: in both reports; grey: dictated")
    yield f"<h2>{Text('文字', 'Text').in_language(lang)}</h2><p>{legend.in_language(lang)}</p>"
    for pair in comparison.sections:
        yield from _section(pair, comparison)


def _reports(comparison: Comparison) -> str:
    rows = "".join(
        f"<tr><th>{mark}</th><td>{escape(entry.organ_name or '–')}</td><td>{entry.year or '–'}</td>"
        f"<td>{escape(entry.path)}</td></tr>"
        for mark, entry in (("A", comparison.left), ("B", comparison.right))
    )
    return f'<table class="reports">{rows}</table>'


def _tiles(comparison: Comparison, outcomes: Sequence[Outcome], lang: str) -> str:
    found = sum(len(outcome.findings) for outcome in outcomes)
    tiles = [
        (str(len(comparison.differing)), Text("格不同", "cells differ"), ""),
        (str(found), Text("处问题", "findings"), "bad" if found else "good"),
    ]
    tiles += [
        (f"{pair.percent}%", _same_text(pair.section), "")
        for pair in comparison.sections
        if pair.percent is not None and pair.section in ("overview", "problems_improvements")
    ]
    drawn = (
        f'<div class="tile {tone}"><b>{figure}</b><span>{escape(words.in_language(lang))}</span></div>'
        for figure, words, tone in tiles
    )
    return f'<div class="tiles">{"".join(drawn)}</div>'


def _same_text(section: str) -> Text:
    name = _heading(section)
    return Text(f"“{name}”文字相同", f"of the text of {name} is the same")


def _findings(outcomes: Iterable[Outcome], lang: str) -> Iterator[str]:
    found = [(outcome, finding) for outcome in outcomes for finding in outcome.findings]
    if not found:
        return
    yield f"<h2>{Text('问题', 'Findings').in_language(lang)}</h2><ul>"
    yield from (_finding(outcome, finding, lang) for outcome, finding in found)
    yield "</ul>"


def _finding(outcome: Outcome, finding: Finding, lang: str) -> str:
    address = outcome.source.address(finding.span.start)
    advice = f"<p>{escape(finding.help.in_language(lang))}</p>" if finding.help else ""
    return (
        f'<li><b class="{_TONES[finding.severity]}">{finding.code}</b> {escape(finding.message.in_language(lang))}'
        f" <small>{escape(outcome.path)}:{address.written(lang)}</small>{advice}</li>"
    )


def _carried(comparison: Comparison, lang: str) -> Iterator[str]:
    """What the left year carried forward, and the right one in, type by type."""
    heads = "".join(f"<th>{escape(official(name))}</th>" for name in tables().applicants)
    yield f"<h2>{Text('结转', 'Carry-over').in_language(lang)}</h2>"
    yield f'<div class="scroll"><table class="official"><tr><th></th>{heads}</tr>'
    sides = (
        (f"A {official('CARRIED_FORWARD')}", [pair.left for pair in comparison.carried]),
        (f"B {official('CARRIED_IN')}", [pair.right for pair in comparison.carried]),
    )
    for label, cells in sides:
        drawn = "".join(
            f'<td class="{"differs" if pair.differs else ""}">{escape(_shown(cell))}</td>'
            for pair, cell in zip(comparison.carried, cells, strict=True)
        )
        yield f'<tr><td class="label">{escape(label)}</td>{drawn}</tr>'
    yield "</table></div>"


def _tables(comparison: Comparison, lang: str) -> Iterator[str]:
    hide = Text("只看不同的行", "only rows that differ").in_language(lang)
    yield f"<h2>{Text('表格', 'Tables').in_language(lang)}</h2>"
    yield f'<label><input type="checkbox" id="differing"> {hide}</label>'
    pairs = {pair.key: pair for pair in comparison.cells}
    shown: set[str] = set()
    for spec in tables().sections:
        if spec.table is not None:
            grid = official_grid(spec.table, comparison.right.template, lambda key: key)
            yield f"<h3>{escape(official(spec.terminal))}</h3>"
            yield from _table(grid, pairs)
            shown |= {box.text for row in grid for box in row if box.value}
    yield from _elsewhere([pair for pair in comparison.cells if pair.key not in shown and pair.differs], lang)


def _table(grid: Grid, pairs: dict[str, CellPair]) -> Iterator[str]:
    yield '<div class="scroll"><table class="official">'
    for row in grid:
        known = [pairs.get(box.text) for box in row if box.value]
        # a row that heads a group stays, for the rows below it lean on its cell
        same = known and all(box.rows == 1 for box in row) and not any(pair and pair.differs for pair in known)
        yield f'<tr class="{"same" if same else ""}">{"".join(_box(box, pairs) for box in row)}</tr>'
    yield "</table></div>"


def _box(box: Box, pairs: dict[str, CellPair]) -> str:
    spans = "".join(f' {name}="{size}"' for name, size in (("colspan", box.columns), ("rowspan", box.rows)) if size > 1)
    if not box.value:
        return f'<td class="label"{spans}>{escape(box.text)}</td>'
    pair = pairs.get(box.text)
    return f'<td class="{"differs" if pair and pair.differs else ""}"{spans}>{_both(pair) if pair else ""}</td>'


def _both(pair: CellPair) -> str:
    """Both numbers where they differ, else the one."""
    if not pair.differs:
        return escape(_shown(pair.right))
    change = f" <small>{pair.change:+,}</small>" if pair.change is not None else ""
    return f"{escape(_shown(pair.left))} → <b>{escape(_shown(pair.right))}</b>{change}"


def _elsewhere(pairs: Sequence[CellPair], lang: str) -> Iterator[str]:
    """Cells that the template of the right report does not have."""
    if not pairs:
        return
    words = Text("另一格式才有的格", "Cells of the other template only").in_language(lang)
    yield f'<h3>{words}</h3><table class="official">'
    for pair in pairs:
        yield f'<tr><td class="label">{pair.key}</td><td class="differs">{_both(pair)}</td></tr>'
    yield "</table>"


def _section(pair: SectionPair, comparison: Comparison) -> Iterator[str]:
    percent = "" if pair.percent is None else f" <small>{pair.percent}%</small>"
    yield f'<h3>{escape(_heading(pair.section))}{percent}</h3><div class="texts">'
    for mark, entry, parts in (("A", comparison.left, pair.left), ("B", comparison.right, pair.right)):
        yield f"<div><h4>{mark} {entry.year or ''}</h4><p>{''.join(map(_part, parts))}</p></div>"
    yield "</div>"


def _part(part: Part) -> str:
    text = escape(part.text)
    if part.is_shared:
        return f"<mark>{text}</mark>"
    return text if part.is_own else f'<span class="dictated">{text}</span>'


def _heading(section: str) -> str:
    return next(official(spec.terminal) for spec in tables().sections if spec.key == section)


def _shown(cell: Cell | None) -> str:
    """A number as people write it, else what stands there; a dash of its own where there is nothing."""
    if cell is None or cell.state == "missing":
        return "–"
    if cell.value is None:
        return cell.raw or "□"
    return f"{cell.value:,}"
