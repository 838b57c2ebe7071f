"""Pages and the list of rules: an invented rule as it is kept, and every real one within its width."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace

import pytest
from render_sample import GOLDEN
from rich.cells import cell_len
from rich.text import Text as Styled

from giar_lark.findings import Finding, Severity
from giar_lark.lang import Text
from giar_lark.manual import HEADS, RIGHT, WRONG, Fault, Manual, Piece, Section
from giar_lark.render.page import Page
from giar_lark.render.piece import piece_lines
from giar_lark.render.rule_list import list_lines
from giar_lark.render.rule_page import rule_lines
from giar_lark.render.theme import ASCII, LINES, Glyphs
from giar_lark.rules import RULES
from giar_lark.rules.page import manual_of
from giar_lark.source.span import Span

MANUALS = [manual_of(page) for page in RULES]
SAMPLE = Manual(
    code="T3-99",
    name="more-out-than-in",
    severity=Severity.ERROR,
    fault=Fault.INACCURATE,
    title=Text("办结的比收到的多。", "More applications were finished than came in."),
    summary=Text("办结多于收到", "more finished than received"),
    clause=Text("附件", "annex"),
    templates=("2021",),
    sections=tuple(
        Section(key, Text(f"这里写{head.zh}。" * 5, f"About {head.en}. " * 3)) for key, head in HEADS.items()
    ),
    example=(
        Piece(
            "wrong",
            WRONG,
            "一、本年新收政府信息公开申请数量\t1\t\t16\n…\n（七）总计\t12\t3\t17\n　　有一句说明，写在表格之后。",
        ),
        Piece("right", RIGHT, "（七）总计\t12\t3\t15"),
    ),
)
FOUND = Finding(
    code="T3-99",
    name="more-out-than-in",
    severity=Severity.ERROR,
    message=Text("办结 17 件，收到 16 件", "17 finished, 16 received"),
    span=Span(0, 1),
)


def plain(lines: Iterable[Styled]) -> str:
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def page(lang: str, width: int, glyphs: Glyphs = LINES) -> Page:
    return Page(lang=lang, width=width, glyphs=glyphs)


@pytest.mark.parametrize("name", ["rule_page", "rule_list"])
def test_drawing_of_a_rule_is_as_kept(name: str) -> None:
    views = [page(lang, width) for lang, width in (("zh", 80), ("zh", 60), ("en", 60))]
    others = [replace(SAMPLE, code="T3-98", severity=Severity.WARNING, fault=None), replace(SAMPLE, code="ST-99")]
    draw = {"rule_page": lambda view: rule_lines(SAMPLE, FOUND, view)}.get(
        name, lambda view: list_lines([others[0], SAMPLE, others[1]], view)
    )
    drawn = "".join(f"### {view.lang} {view.width}\n\n{plain(draw(view))}\n" for view in views)
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("GIAR_UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_of_a_rule_is_wider_than_the_page(lang: str, width: int) -> None:
    view = page(lang, width)
    drawn = "".join(plain(rule_lines(manual, FOUND, view)) for manual in MANUALS) + plain(list_lines(MANUALS, view))
    assert [line for line in drawn.splitlines() if cell_len(line) > width] == []


def test_every_word_of_a_page_is_drawn() -> None:
    for manual in MANUALS:
        drawn = "".join(plain(rule_lines(manual, None, page("zh", 80))).split())
        for section in manual.sections:
            assert "".join(section.text.zh.split()) in drawn


def test_piece_of_fifteen_columns_fits_forty_cells() -> None:
    drawn = plain(piece_lines("\t".join(["", *"101020101200000"]), 40, page("zh", 60))).splitlines()
    assert [cell_len(line) <= 40 for line in drawn] == [True]
    assert drawn[0].replace(" ", "").strip("│").split("│") == list("101020101200000")


def test_piece_of_many_lines_says_how_many_are_left_out() -> None:
    drawn = plain(piece_lines("\n".join(["一行"] * 30), 40, page("en", 60))).splitlines()
    assert drawn[-1] == "… 22 more lines"


def test_page_without_lines_and_arrows() -> None:
    drawn = plain(rule_lines(SAMPLE, FOUND, page("en", 60, ASCII)))
    assert not set(drawn) & set("│─…·←")
