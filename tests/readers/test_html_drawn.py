"""Tables that a page draws with other elements than those of tables."""

from __future__ import annotations

import pytest

from giar_lark import read
from giar_lark.source.span import Edit, Span

ROWS = (("名称", "甲", "乙"), ("规章", "", "5"), ("许可", "7", ""))
TEXT = "名称\t甲\t乙\n规章\t\t5\n许可\t7\t\n"


def text_of(html: str) -> str:
    return read(f"<html><body><p>表</p>{html}<p>完</p></body></html>".encode()).text


def boxes(table: str, row: str, cell: str) -> str:
    """A table of `div`, each with some attributes."""
    rows = "".join(f"<div {row}>{''.join(f'<div {cell}>{text}</div>' for text in one)}</div>" for one in ROWS)
    return f"<div {table}>{rows}</div>"


@pytest.mark.parametrize(
    "html",
    [
        boxes("role=table", "role=row", 'role="cell"'),
        boxes("role=grid", "role=row", "role=gridcell"),
        boxes("style='display: table'", "style='display:table-row'", "style='display:table-cell;border:1px'"),
        boxes("class=t", "class='r x'", "class=c")
        + "<style>.x{color:red} .t .r{DISPLAY:table-row} div.c{display:table-cell}</style>",
        boxes("class=table", "class=tr", "class='td mid'"),
        boxes("", "role=row", "role=cell"),
        boxes("", "style='display:grid;grid-template-columns:2fr repeat(2, minmax(0, 1fr))'", ""),
    ],
)
def test_boxes_drawn_as_a_table_are_its_rows_and_cells(html: str) -> None:
    sheet = html[html.find("<style") :] if "<style" in html else ""
    assert text_of(sheet + html.removesuffix(sheet)) == f"表\n{TEXT}完\n"


def test_boxes_in_a_row_are_one_where_there_are_many_alike() -> None:
    rows = "".join(f"<div class=r><p>{n}</p><p></p><p>{n}</p></div>" for n in range(6))
    sheet = "<style>.r{display:flex}</style>"
    assert text_of(sheet + rows) == "表\n" + "".join(f"{n}\t\t{n}\n" for n in range(6)) + "完\n"
    assert text_of(f"{sheet}<div class=r><p>甲</p><p>乙</p></div>") == "表\n甲\n乙\n完\n"
    upright = rows.replace("class=r", "style='display:flex;flex-direction:column'")
    assert text_of(upright) == "表\n" + "".join(f"{n}\n{n}\n" for n in range(6)) + "完\n"


@pytest.mark.parametrize(
    "places",
    [
        ("span 1", "1", "1", "2 / span 2", "1", "2/4"),
        ("1 / span 1", "2 / span 1", "3", "2 / 4", "1", "2 / span 2"),
    ],
)
def test_boxes_of_a_grid_are_filled_in_from_left_to_right(places: tuple[str, ...]) -> None:
    texts = ("名称", "甲", "乙", "数量", "许可", "")
    rows = ["1", "1", "1", "2", "3", "3"]
    cells = "".join(
        f"<div style='grid-column:{place}; grid-row: {row}{' / span 1' if row == '1' else ''}'>{text}</div>"
        for text, place, row in zip(texts, places, rows, strict=True)
    )
    assert text_of(f"<div style='display:grid;grid-template-columns:1fr 1fr [end] 1fr'>{cells}</div>") == (
        "表\n名称\t甲\t乙\n数量\n许可\t\t\n完\n"
    )


def test_box_over_rows_of_a_grid_takes_its_place_in_the_next() -> None:
    cells = "<p style='grid-row:span 2'>规章</p><p>甲</p><p>1</p><p>乙</p><p>2</p>"
    assert text_of(f"<div style='display:grid;grid-template-columns:repeat(3,1fr)'>{cells}</div>") == (
        "表\n规章\t甲\t1\n乙\t2\n完\n"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<div class=td>甲</div><div class=td>乙</div>",
        "<div style='display:grid'><p>甲</p><p>乙</p></div>",
        "<div style='display:table'><div style='display:table-cell'><p>甲</p><p>乙</p></div></div>",
        "<div role=row><p>甲</p><p>乙</p></div>",
        "<div role=table><b></i></div></div><p>甲</p></div><p>乙</p>",
    ],
)
def test_what_is_only_laid_out_so_is_no_table(html: str) -> None:
    assert text_of(html) == "表\n甲\n乙\n完\n"


def test_blank_box_is_filled_in_place() -> None:
    source = read("<div role=row><div role=cell>甲</div><div role=cell></div></div>".encode())
    assert source.origin is not None
    written = source.origin.edited([Edit(span=Span(2, 2), text="0")])
    assert written == "<div role=row><div role=cell>甲</div><div role=cell>0</div></div>".encode()
