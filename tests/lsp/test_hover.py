"""Hover: findings, meanings, sums."""

from __future__ import annotations

from pathlib import Path

import pytest
from analysed import SOUND, WRONG_TOTAL, analysed, at
from lsprotocol import types

from giar_lark.lsp.highlights import highlights_at
from giar_lark.lsp.hover import hover_at
from giar_lark.lsp.options import Options
from giar_lark.lsp.pages import Pages
from giar_lark.official.meanings import meaning_of
from giar_lark.official.templates import tables

PAGES = Pages("rule:{lang}/{code}", Path("/nowhere"))


def hover(text: str, mark: str, behind: int = 0, *, lang: str = "zh", is_markdown: bool = True) -> str | None:
    analysis = analysed(text, options=Options(lang=lang))
    found = hover_at(analysis, at(text, mark, behind), PAGES, is_markdown=is_markdown)
    assert found is None or isinstance(found.contents, types.MarkupContent)
    return found.contents.value if found else None


def test_a_label_says_what_the_row_counts_and_on_what_ground() -> None:
    assert hover(SOUND, "4.保护第三方", 2) == (
        "涉及商业秘密、个人隐私，公开会损害第三方合法权益的。  \n依据：《政府信息公开条例》第十五条"
    )
    assert hover(SOUND, "4.保护第三方", 2, lang="en") == (
        "Refused to protect the trade secrets or the privacy of a third party.  \n"
        "basis: Regulation on Disclosure of Government Information, 第十五条"
    )


def test_a_cell_says_where_it_is_and_what_it_adds_up_to() -> None:
    text = hover(SOUND, "一、本年新收政府信息公开申请数量\t12", len("一、本年新收政府信息公开申请数量\t"))
    assert text is not None
    assert text.split("\n\n")[0].split("  \n") == [
        "**表三（申请办理） 一、本年新收·自然人：** 12",
        "✓ 一＋二＝三（七）＋四：12＋2＝13＋1",
        "✓ 本行：12＋3＋0＋0＋1＋0＝16",
    ]


def test_a_finding_comes_first_with_advice_ground_and_link() -> None:
    text = hover(WRONG_TOTAL, "\t9\n", 1)
    assert text is not None
    first, second, *_ = text.split("\n\n")
    assert first.split("  \n") == [
        "**错误 T3-02** 总计列：各项办理结果之和＝18，（七）总计＝17，差 1 [→](rule:zh/T3-02)",
        "怎么改：这一格改为 8，所在的行和列即全部相符；请与台账核对后改正",
        "依据：国办公开办函〔2021〕30号、国办公开办函〔2019〕60号 附件：各表“总计”栏",
    ]
    assert second == "**错误 T3-03** “（一）予以公开”行：六类之和＝8，总计＝9，差 1 [→](rule:zh/T3-03)"


def test_plain_text_for_a_client_without_markdown() -> None:
    text = hover(WRONG_TOTAL, "\t9\n", 1, is_markdown=False)
    assert text is not None and text.startswith("错误 T3-02 总计列")
    assert "**" not in text and "](" not in text


def test_signs_of_a_report_are_no_markdown() -> None:
    text = hover(SOUND.replace("规章\t0", "规章\t*若_干*"), "*若", 1)
    assert text is not None and "\\*若\\_干\\*" in text


def test_a_heading_says_what_the_section_reports() -> None:
    assert (hover(SOUND, "五、存在", 3) or "").startswith("存在的主要问题和怎样改进")


def test_where_nothing_is_to_be_said_nothing_is() -> None:
    assert hover(SOUND, "修订主动公开目录") is None
    assert hover("1\n\n2", "2", 1) is not None  # why it is no report


@pytest.mark.parametrize("template", ["2021", "2019"])
def test_every_row_and_section_has_a_meaning(template: str) -> None:
    data = tables()
    rows = [row.terminal for table in ("t2", "t3") for row in data.rows_of(table, template)]
    names = [*rows, *data.case_groups, *data.application_groups, *(spec.terminal for spec in data.sections)]
    assert [name for name in names if meaning_of(name) is None] == []


def test_the_numbers_of_a_sum_light_up_and_its_total_as_one() -> None:
    analysis = analysed(SOUND)
    found = highlights_at(analysis, at(SOUND, "\t1\t0\t1\t0\t2\t", 1))
    kinds = types.DocumentHighlightKind
    assert [(SOUND[slice(*analysis.document.at.span(one.range))], one.kind) for one in found] == [
        ("1", kinds.Read),
        ("0", kinds.Read),
        ("1", kinds.Read),
        ("0", kinds.Read),
        ("2", kinds.Write),
    ]
    assert highlights_at(analysis, at(SOUND, "（四）政府信息公开平台")) == []
