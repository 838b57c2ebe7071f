"""One HTML page, to print or to publish: the tables with their merged cells, the looks of an official document."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box, Grid

_STYLE = """
  body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.9; font-family: FangSong, "Noto Serif CJK SC", serif }
  h1 { text-align: center; font-size: 1.5rem } h2 { font-size: 1.15rem; font-family: SimHei, "Noto Sans CJK SC", sans-serif }
  p { margin: 0; text-indent: 2em; text-align: justify } p.end { text-align: right; text-indent: 0 }
  table { width: 100%; margin: 1rem 0; border-collapse: collapse; font-size: .85rem; line-height: 1.4 }
  td { border: 1px solid; padding: .3em .4em; text-align: center } td.label { text-align: left }
"""


def html_page(document: Document) -> str:
    """A document as an HTML page that needs nothing else."""
    title = next((part.text for part in document if part.kind is Kind.TITLE), "")
    body = "\n".join(line for part in document for line in _lines(part))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _lines(part: Part) -> Iterator[str]:
    if part.grid is not None:
        yield from _table(part.grid)
    elif part.kind is Kind.TITLE:
        yield f"<h1>{escape(part.text)}</h1>"
    elif part.kind is Kind.HEADING:
        yield f"<h2>{escape(part.text)}</h2>"
    else:
        end = ' class="end"' if part.kind in (Kind.ORGAN, Kind.DATE) else ""
        yield f"<p{end}>{escape(part.text)}</p>"


def _table(grid: Grid) -> Iterator[str]:
    yield "<table>"
    for row in grid:
        labels = any(box.value for box in row)
        yield "<tr>" + "".join(_cell(box, label=labels and not box.value) for box in row) + "</tr>"
    yield "</table>"


def _cell(box: Box, *, label: bool) -> str:
    spans = "".join(f' {name}="{size}"' for name, size in (("colspan", box.columns), ("rowspan", box.rows)) if size > 1)
    kind = ' class="label"' if label else ""
    return f"<td{kind}{spans}>{escape(box.text)}</td>"
