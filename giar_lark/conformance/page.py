"""Results as one HTML page that needs nothing else: the matrix of parsers and layouts, and every case with its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from giar_lark.conformance.case import Suite
from giar_lark.conformance.explain import explain
from giar_lark.conformance.run import Result, Status
from giar_lark.conformance.totals import Total, by_layout, by_status, by_table, by_template, total
from giar_lark.lang import Text
from giar_lark.markup.page import html_page

Scores = Mapping[str, Sequence[Result]]


def results_page(suite: Suite, scores: Scores, lang: str) -> str:
    """The page of a run, in `zh` or `en`; its script only hides and shows, and it loads nothing."""
    title = f"{suite.name} {suite.version}".strip()
    body = "\n".join(["<main>", *_body(title, scores, lang), "</main>"])
    return html_page(title=title, lang=lang, assets=files("giar_lark") / "conformance" / "assets", body=body)


def _body(title: str, scores: Scores, lang: str) -> Iterator[str]:
    yield f"<h1>{escape(title)}</h1>"
    for name, results in scores.items():
        yield f"<section><h2>{escape(name)}</h2>{_tiles(results, lang)}</section>"
    yield from _matrix(scores, lang)
    yield from _cases(scores, lang)


def _tiles(results: Sequence[Result], lang: str) -> str:
    """The figures that matter most, large."""
    all_ = total("", results)
    figures = (
        (_percent(all_.share), Text("单元格正确", "of cells right"), ""),
        (f"{all_.silent:,}", Text("静误：读错而没说", "cells silently wrong"), "bad" if all_.silent else "good"),
        (f"{all_.unread + all_.wrong:,}", Text("没读对，但说了", "cells not right, and told"), ""),
        (f"{all_.missing:,}", Text("该报未报", "findings missing"), "bad" if all_.missing else ""),
        (f"{all_.surplus:,}", Text("不该报而报", "findings too many"), "bad" if all_.surplus else ""),
        *((f"{all_.statuses[s]:,}", Text(s, s), _tone(s)) for s in Status if all_.statuses[s]),
    )
    tiles = (
        f'<div class="tile {tone}"><b>{figure}</b><span>{escape(words.in_language(lang))}</span></div>'
        for figure, words, tone in figures
    )
    return f'<div class="tiles">{"".join(tiles)}</div>'


def _matrix(scores: Scores, lang: str) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in scores)
    yield f"<h2>{Text('布局 × 解析器', 'Layouts × parsers').in_language(lang)}</h2>"
    note = Text("正确的份额；红字为静误的格数", "share of cells that are right; in red, cells silently wrong")
    yield f"<p>{note.in_language(lang)}</p>"
    yield f'<div class="scroll"><table><thead><tr><th></th>{heads}</tr></thead>'
    sections = (
        (Text("布局", "layout"), by_layout),
        (Text("模板", "template"), by_template),
        (Text("表", "table"), by_table),
        (Text("地位", "standing"), by_status),
    )
    for head, add_up in sections:
        columns = [{row.name: row for row in add_up(results)} for results in scores.values()]
        rows = "".join(
            f'<tr><th scope="row">{escape(name)}</th>{"".join(_share(column.get(name)) for column in columns)}</tr>'
            for name in columns[0]
        )
        title = f'<tr class="head"><th colspan="{len(columns) + 1}">{head.in_language(lang)}</th></tr>'
        yield f"<tbody>{title}{rows}</tbody>"
    yield "</table></div>"


def _share(row: Total | None) -> str:
    if row is None or row.share is None:
        return "<td>–</td>"
    silent = f" <em>{row.silent:,}</em>" if row.silent else ""
    return f'<td style="--share:{row.share:.4f}"><span>{_percent(row.share)}</span>{silent}</td>'


def _cases(scores: Scores, lang: str) -> Iterator[str]:
    present = [s for s in Status if any(r.status is s for results in scores.values() for r in results)]
    yield f"<h2>{Text('用例', 'Cases').in_language(lang)}</h2>"
    find = Text("按名称、标签查找", "find by name or tag").in_language(lang)
    buttons = "".join(
        f'<label class="{_tone(s)}"><input type="checkbox" value="{s}"{_shown(s)}> {s}</label>' for s in present
    )
    yield f'<form id="filter"><input type="search" placeholder="{find}" aria-label="{find}">{buttons}</form><div id="cases">'
    for name, results in scores.items():
        for result in results:
            yield _case(result, name if len(scores) > 1 else "", lang)
    yield "</div>"


def _shown(status: Status) -> str:
    return " checked" if _tone(status) == "bad" else ""


def _case(result: Result, parser: str, lang: str) -> str:
    case = result.case
    words = escape(" ".join([case.name, parser, *case.tags]).lower())
    reasons = "".join(f"<li>{escape(line)}</li>" for line in explain(result, lang))
    about = " · ".join(filter(None, [parser, case.description, case.source, case.converter]))
    return (
        f'<details data-status="{result.status}" data-words="{words}"{"" if _shown(result.status) else " hidden"}>'
        f'<summary><b class="{_tone(result.status)}">{result.status}</b> {escape(case.name)}</summary>'
        f"<p>{escape(about)}</p><ul>{reasons}</ul></details>"
    )


def _tone(status: Status) -> str:
    return {Status.PASS: "good", Status.XFAIL: "known", Status.SKIP: "faint"}.get(status, "bad")


def _percent(share: float | None) -> str:
    if share is None:
        return "–"
    return "100 %" if share == 1 else f"{min(share * 100, 99.99):.2f} %"
