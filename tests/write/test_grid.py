"""The grids of the three tables: as wide, as high and as merged as the official annex has them."""

from __future__ import annotations

import pytest

from giar_lark.official.templates import TEMPLATES
from giar_lark.write.blank import Outline, blank_document
from giar_lark.write.document import Document, Kind
from giar_lark.write.grid import Box, Grid, unmerged
from write import written
from write.written import CHOSEN, SOUND, document, layout, spread

LOST = SOUND.replace("9\t1\t0\t0\t0\t0\t10", "9 1 10")
WIDTHS = {Kind.DISCLOSURE: 4, Kind.APPLICATIONS: 10, Kind.CASES: 15}


def empty(template: str) -> Document:
    return blank_document(Outline(organ="云溪县", year=2023, template=template, cells={}))


def grid(found: Document, kind: Kind) -> Grid:
    """The grid of a table of a document."""
    return next(part.grid for part in found if part.kind is kind and part.grid is not None)


def plain(found: Grid) -> written.Table:
    return [[written.Box(box.text, box.columns, box.rows) for box in row] for row in found]


def heights(found: Grid) -> dict[str, int]:
    """The labels that reach over several rows, and over how many."""
    return {box.text: box.rows for row in found for box in row if box.rows > 1}


@pytest.mark.parametrize(
    "found",
    [*map(empty, TEMPLATES), *(document(layout(stem)) for stem in CHOSEN), document(LOST)],
    ids=[*(f"blank {template}" for template in TEMPLATES), *CHOSEN, "lost places"],
)
def test_boxes_fill_each_table_and_do_not_overlap(found: Document) -> None:
    grids = {part.kind: part.grid for part in found if part.grid is not None}
    assert list(grids) == list(WIDTHS)
    for kind, one in grids.items():
        full = spread(plain(one))
        assert {len(row) for row in full} == {WIDTHS[kind]}
        assert [["" if box is None else box.text for box in row] for row in unmerged(one)] == full


@pytest.mark.parametrize(("template", "outcomes", "groups"), [("2021", 22, (8, 3, 5, 3)), ("2019", 20, (8, 3, 5))])
def test_groups_reach_over_their_rows(template: str, outcomes: int, groups: tuple[int, ...]) -> None:
    names = ("（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理")
    found = heights(grid(empty(template), Kind.APPLICATIONS)[3:])
    assert found == {"三、本年度办理结果": outcomes, **dict(zip(names, groups, strict=False))}


def test_label_of_a_row_takes_the_columns_that_no_group_needs() -> None:
    rows = {row[-8].text: row[-8].columns for row in grid(empty("2019"), Kind.APPLICATIONS)[3:]}
    wanted = {
        "二、上年结转政府信息公开申请数量": 3,
        "（一）予以公开": 2,
        "（六）其他处理": 2,
        "2.重复申请": 1,
        "（七）总计": 2,
    }
    assert {label: rows[label] for label in wanted} == wanted


def test_header_of_applications_is_three_rows_high() -> None:
    note, applicants = grid(empty("2021"), Kind.APPLICATIONS)[0]
    assert note == Box("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3)
    assert applicants == Box("申请人情况", 7)


def test_last_column_of_disclosure_takes_what_is_left() -> None:
    of = {row[0].text: [box.columns for box in row] for row in grid(empty("2019"), Kind.DISCLOSURE)}
    assert of["规章"] == [1, 1, 1, 1]
    assert of["行政事业性收费"] == [1, 1, 2]
    assert {row[0].text: [box.columns for box in row] for row in grid(empty("2021"), Kind.DISCLOSURE)}["行政许可"] == [
        1,
        3,
    ]


def test_blocks_keep_the_columns_of_their_own_template() -> None:
    found = grid(document(layout("district-bureau-2021-old-first-block")), Kind.DISCLOSURE)
    headers = [[box.text for box in row[1:]] for row in found if row[0].text == "信息内容"]
    assert headers == [
        ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["本年处理决定数量"],
        ["本年处理决定数量"],
        ["本年收费金额（单位：万元）"],
    ]


def test_numbers_whose_places_are_lost_stand_in_one_box() -> None:
    [row] = [row for row in grid(document(LOST), Kind.APPLICATIONS) if row[-1].columns == 7 and row[-1].value]
    assert row[-2:] == [Box("（一）予以公开", 2), Box("? 9 1 10", 7, value=True)]


def test_row_that_stands_twice_or_elsewhere_is_kept_where_it_stands() -> None:
    line = "\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0\n"
    cases = {
        "twice": (SOUND.replace(line, line * 2), 6),
        "gone": (SOUND.replace(line, ""), 4),
        "below": (SOUND.replace(line, "").replace("四、结转下年度", f"{line}四、结转下年度"), 4),
    }
    for name, (text, rows) in cases.items():
        found = grid(document(text), Kind.APPLICATIONS)
        spread(plain(found))
        assert (name, heights(found[3:])["（五）不予处理"]) == (name, rows)
        assert sum(row[-8].text == "2.重复申请" for row in found[3:]) == text.count("2.重复申请")


def test_nothing_but_cells_is_a_value() -> None:
    values = {Kind.DISCLOSURE: 10, Kind.APPLICATIONS: 175, Kind.CASES: 15}
    found = document(SOUND)
    counts = {kind: sum(box.value for row in grid(found, kind) for box in row) for kind in values}
    assert counts == values
