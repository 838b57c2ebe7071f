"""The layouts that reports come in, each a function from a document to a text.

`PLACES` keep the place of every cell, blank or not; `GAPS` show a blank cell as a wider gap only, which need not be
decidable; `NOTHING` leaves blank cells out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from unicodedata import east_asian_width

from generator.marks import bare
from giar_lark.write.document import Document, Kind, Part
from giar_lark.write.grid import Box, Grid, unmerged
from giar_lark.write.text import canonical_text


class Keeps(StrEnum):
    """What a layout keeps of a blank cell."""

    PLACES = "places"
    GAPS = "gaps"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A layout: its family in the field's list (L1 to L18), what it keeps of blanks, a line on it, and its writer."""

    family: str
    keeps: Keeps
    about: str
    write: Callable[[Document], str]


Table = Callable[[Grid], str]


def _written(table: Table, between: str = "\n", last: str = "\n") -> Callable[[Document], str]:
    def write(document: Document) -> str:
        return between.join(part.text if part.grid is None else table(part.grid) for part in document) + last

    return write


# ---------------------------------------------------------------- a cell at a time


def _boxes(grid: Grid) -> list[str]:
    return [box.text for row in grid for box in row]


def _full(grid: Grid) -> list[str]:
    return [text for text in _boxes(grid) if bare(text)]


def _lines(grid: Grid) -> str:
    return "\n".join(_boxes(grid))


def _spaced_lines(grid: Grid) -> str:
    return "\n\n".join(_boxes(grid))


def _full_lines(grid: Grid) -> str:
    return "\n".join(_full(grid))


def _words(grid: Grid) -> str:
    return " ".join(_full(grid))


def _tab_led(grid: Grid) -> str:
    return "\n".join("".join(f"\t{box.text}\n" for box in row) for row in grid)


def _padded_tab_led(grid: Grid) -> str:
    pads = (("\u3000\u3000", ""), (" ", ""), ("\xa0", " "))
    numbered = count()
    lines = []
    for row in grid:
        for box in row:
            before, after = pads[next(numbered) % len(pads)] if box.value else ("", "")
            lines.append(f"\t{before}{box.text}{after}\n")
        lines.append("\n")
    return "".join(lines[:-1])


def _bar_lines(grid: Grid) -> str:
    return "\n|\n" + "\n|\n".join(_boxes(grid)) + "\n|\n"


# ---------------------------------------------------------------- a row at a time


def _rows(grid: Grid) -> list[list[str]]:
    return [["" if box is None else box.text for box in row] for row in unmerged(grid)]


def _tab_rows(grid: Grid) -> str:
    return "\n".join("\t".join(row) for row in _rows(grid))


def _csv(grid: Grid) -> str:
    return "\n".join(",".join(f'"{text}"' if "," in text else text for text in row) for row in _rows(grid))


def _markdown(grid: Grid) -> str:
    rows = [f"| {' | '.join(row)} |" for row in _rows(grid)]
    return "\n".join(["", rows[0], "|" + " --- |" * len(unmerged(grid)[0]), *rows[1:], ""])


def _pipe_rows(grid: Grid) -> str:
    return "\n".join(" | ".join(row) for row in _rows(grid))


def _html(grid: Grid) -> str:
    rows = ["<tr>" + "".join(map(_td, row)) + "</tr>" for row in grid]
    return "<table>\n<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>"


def _td(box: Box) -> str:
    spans = [f' {name}="{size}"' for name, size in (("colspan", box.columns), ("rowspan", box.rows)) if size > 1]
    return f"<td{''.join(spans)}><p>{box.text if bare(box.text) else box.text + '&nbsp;'}</p></td>"


# ---------------------------------------------------------------- a page


def _width(text: str, wide: int) -> int:
    return sum(wide if east_asian_width(char) in "WF" else 1 for char in bare(text))


# the end of a line without its spaces, with its marks
_END = re.compile("[ \ue000-\uf8ff]+$")


def _marks_alone(end: re.Match[str]) -> str:
    return end[0].replace(" ", "")


def _aligned(wide: int) -> Table:
    def pad(text: str, width: int) -> str:
        return text + " " * (width - _width(text, wide))

    def write(grid: Grid) -> str:
        lines: list[str] = []
        for rows in _aligned_rows(grid):
            widths = [max(_width(row[x], wide) for row in rows) + 2 for x in range(len(rows[0]))]
            lines += [_END.sub(_marks_alone, "".join(map(pad, row, widths))) for row in rows]
        return "\n".join(lines)

    return write


def _aligned_rows(grid: Grid) -> Iterable[list[list[str]]]:
    """The rows that share columns, their label cells joined: the blocks of table 2, or a whole table."""
    full = unmerged(grid)
    values = max(sum(box.columns for box in row if box.value) for row in grid)
    captions = [y for y, row in enumerate(grid) if len(row) == 1] or [0]
    for first, last in zip(captions, [*captions[1:], len(grid)], strict=True):
        rows = [["" if box is None else box.text for box in row] for row in full[first:last]]
        labels = 1 if len(captions) > 1 else len(rows[0]) - values
        yield [[" ".join(filter(None, row[:labels])), *row[labels:]] if labels else row for row in rows]


_LINE_CHARS, _PAGE_LINES = 38, 44


def _page(document: Document) -> str:
    """The text of a PDF page by page: wrapped prose, tables in columns, a page number after every 44 lines."""
    table = _aligned(2)
    lines = [line for part in document for line in _page_lines(part, table)]
    out: list[str] = []
    for number, start in enumerate(range(0, len(lines), _PAGE_LINES), 1):
        out += [*lines[start : start + _PAGE_LINES], "", f"{' ' * 36}— {number} —", "\f"]
    return "\n".join(out[:-1]) + "\n"


def _page_lines(part: Part, table: Table) -> Iterator[str]:
    if part.grid is not None:
        yield from table(part.grid).split("\n")
    elif part.kind is Kind.PARAGRAPH:
        yield from _wrapped("\u3000\u3000" + part.text)
    else:
        yield part.text


def _wrapped(text: str) -> Iterator[str]:
    line, chars = "", 0
    for char in text:
        line, chars = line + char, chars + len(bare(char))
        if chars == _LINE_CHARS:
            yield line
            line, chars = "", 0
    if line:
        yield line


def _portal(document: Document) -> str:
    """A portal's page: its frame around the report, the title said twice, and headings glued to what stands before."""
    title = next((part.text for part in document if part.kind is Kind.TITLE), "")
    top = [
        "首页 > 政务公开 > 政府信息公开年报",
        "",
        bare(title),
        "",
        "索引号：0025X/2024-00017    字号：【大 中 小】    浏览次数：",
        "",
    ]
    bottom = [
        "",
        "【打印本页】 【关闭窗口】",
        "扫一扫在手机打开当前页",
        "主办单位：政务公开办公室    网站标识码：0000000000",
    ]
    text = ""
    for part in document:
        glued = part.kind is Kind.HEADING and text.endswith("。\n")
        text = (text[:-1] if glued else text) + (_tab_rows(part.grid) if part.grid is not None else part.text) + "\n"
    return "\n".join(top) + "\n" + text + "\n".join(bottom) + "\n"


LAYOUTS: Mapping[str, Layout] = {
    "canonical": Layout(family="-", keeps=Keeps.PLACES, about="the form that the grammar reads", write=canonical_text),
    "blank-lines": Layout(
        family="L1",
        keeps=Keeps.GAPS,
        about="a cell a line, an empty line after each",
        write=_written(_spaced_lines, "\n\n"),
    ),
    "cell-lines": Layout(
        family="L1", keeps=Keeps.GAPS, about="a cell a line, a blank cell an empty line", write=_written(_lines)
    ),
    "tab-led": Layout(
        family="L2",
        keeps=Keeps.PLACES,
        about="a tab and a cell a line, an empty line after each row",
        write=_written(_tab_led),
    ),
    "tab-led-padded": Layout(
        family="L3",
        keeps=Keeps.PLACES,
        about="the same, values padded by ideographic and no-break spaces",
        write=_written(_padded_tab_led),
    ),
    "tab-rows": Layout(
        family="L4",
        keeps=Keeps.PLACES,
        about="a row a line, tabs between cells, merged cells left empty",
        write=_written(_tab_rows),
    ),
    "pipe-rows": Layout(
        family="L5", keeps=Keeps.PLACES, about="a row a line, bars between cells", write=_written(_pipe_rows)
    ),
    "markdown": Layout(family="L5", keeps=Keeps.PLACES, about="Markdown tables", write=_written(_markdown)),
    "bar-lines": Layout(
        family="L6", keeps=Keeps.PLACES, about="a cell a line, a bar on a line between two", write=_written(_bar_lines)
    ),
    "page": Layout(
        family="L7",
        keeps=Keeps.GAPS,
        about="the text of a PDF: columns by spaces, wrapped prose, page numbers",
        write=_page,
    ),
    "aligned-wide": Layout(
        family="L7",
        keeps=Keeps.GAPS,
        about="columns by spaces, a Chinese character as wide as two digits",
        write=_written(_aligned(2)),
    ),
    "aligned-narrow": Layout(
        family="L7",
        keeps=Keeps.GAPS,
        about="columns by spaces, a Chinese character as wide as a digit",
        write=_written(_aligned(1)),
    ),
    "one-line": Layout(
        family="L8", keeps=Keeps.NOTHING, about="the whole report in one line", write=_written(_words, " ", "")
    ),
    "dropped-blanks": Layout(
        family="L12", keeps=Keeps.NOTHING, about="a cell a line, blank cells left out", write=_written(_full_lines)
    ),
    "portal": Layout(
        family="L13",
        keeps=Keeps.PLACES,
        about="a portal's frame around tab-separated rows, headings glued to the sentence before",
        write=_portal,
    ),
    "html": Layout(family="L18", keeps=Keeps.PLACES, about="HTML tables kept as text", write=_written(_html)),
    "csv": Layout(family="L18", keeps=Keeps.PLACES, about="comma-separated rows", write=_written(_csv)),
}
