"""What a report says of itself: title, organ, year, period, documents, date."""

from __future__ import annotations

from datetime import date

import pytest

from giar_lark.model.organ import organ_class
from giar_lark.model.report import Metadata
from synthetic.reading import read_text

BODY = """一、总体情况
　　全年办理二十件。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
　　栏目偏少。
六、其他需要报告的事项
　　无。
"""
PREAMBLE = "　　依据条例编制。\n"


def metadata(title: str = "", preamble: str = PREAMBLE, tail: str = "") -> Metadata:
    return read_text(f"{title}\n{preamble}{BODY}{tail}").report.metadata


# ---------------------------------------------------------------- title, organ, year


@pytest.mark.parametrize(
    ("title", "whole", "organ", "year"),
    [
        ("海盐县水利局2023年政府信息公开工作年度报告", None, "海盐县水利局", 2023),
        ("海盐县水利局2023年度政府信息公开工作年度报告", None, "海盐县水利局", 2023),
        (
            "海盐县水利局 2023 年政府信息公开工作年度报告",
            "海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局",
            2023,
        ),
        (
            "海盐县水利局\n2023年政府信息公开工作年度报告",
            "海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局",
            2023,
        ),
        (
            "海盐县水利局\n2023年政府信息公开\n工作年度报告",
            "海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局",
            2023,
        ),
        (
            "# 海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局",
            2023,
        ),
        (
            "**海盐县水利局2023年政府信息公开工作年度报告**",
            "海盐县水利局2023年政府信息公开工作年度报告",
            "海盐县水利局",
            2023,
        ),
        ("中华人民共和国望汐海关2023年政府信息公开工作年度报告", None, "中华人民共和国望汐海关", 2023),
        ("关于望汐海关2023年政府信息公开工作年度报告", None, "望汐海关", 2023),
        ("海盐县水利局2023年政府信息公开年报", None, "海盐县水利局", 2023),
        ("海盐县水利局2023年政府信息公开工作报告", None, "海盐县水利局", 2023),
        ("海盐县水利局2023年政务信息公开年度报告", None, "海盐县水利局", 2023),
        ("海盐县水利局2023年信息公开工作年度报告", None, "海盐县水利局", 2023),
        ("海盐县水利局关于2023年政府信息公开工作的年度报告", None, "海盐县水利局", 2023),
        ("2023年海盐县水利局政府信息公开工作年度报告", None, "海盐县水利局", 2023),
        ("海盐县人民政府2023年政府信息公开工作年度报告", None, "海盐县人民政府", 2023),
        ("武原街道办事处2024年政府信息公开工作年度报告", None, "武原街道办事处", 2024),
        ("百步镇２０２２年政府信息公开工作年度报告", None, "百步镇", 2022),
    ],
)
def test_the_title_says_organ_and_year(title: str, whole: str | None, organ: str, year: int) -> None:
    found = metadata(title)
    assert (found.title, found.organ_name, found.year) == (whole or title, organ, year)


@pytest.mark.parametrize(
    ("title", "preamble", "tail", "year"),
    [
        ("水利局政府信息公开工作年度报告", "　　统计期限自2022年1月1日起至2022年12月31日止。\n", "", 2022),
        ("水利局政府信息公开工作年度报告", PREAMBLE, "　　　　2021年1月9日\n", 2020),
        ("水利局政府信息公开工作年度报告", "　　2023年度，本局按期答复。\n", "", 2023),
        ("水利局政府信息公开工作年度报告", PREAMBLE, "", None),
        ("水利局2021年政府信息公开工作年度报告", "　　统计期限自2022年1月1日起至2022年12月31日止。\n", "", 2021),
    ],
)
def test_the_year_is_of_the_title_else_of_the_period_else_of_the_date(
    title: str, preamble: str, tail: str, year: int | None
) -> None:
    assert metadata(title, preamble, tail).year == year


def test_the_signature_names_the_organ_where_the_title_does_not() -> None:
    found = metadata("2023年政府信息公开工作年度报告", tail="　　　　海盐县水利局（章）\n　　　　2024年1月9日\n")
    assert (found.organ_name, found.issued_date) == ("海盐县水利局", date(2024, 1, 9))


def test_a_report_that_says_nothing_of_itself() -> None:
    assert metadata(preamble="") == Metadata()


def test_a_line_that_only_mentions_the_report_is_no_title() -> None:
    found = metadata("海盐县水利局2023年政府信息公开工作年度报告", "　　现公布2023年政府信息公开工作年度报告。\n")
    assert found.title == "海盐县水利局2023年政府信息公开工作年度报告"


def test_places_are_those_of_the_source() -> None:
    reading = read_text(
        f"海盐县水利局\n2023年政府信息公开工作年度报告\n{BODY}　　　　海盐县水利局\n　　　　2024年1月9日\n"
    )
    text, spans = reading.source.text, reading.report.metadata.spans
    assert text[slice(*spans["title"])] == "海盐县水利局\n2023年政府信息公开工作年度报告"
    assert text[slice(*spans["issued_date"])] == "2024年1月9日"
    assert text[slice(*spans["issuing_organ"])] == "海盐县水利局"


# ---------------------------------------------------------------- period, date, documents


@pytest.mark.parametrize(
    "sentence",
    [
        "统计期限自2023年1月1日起至2023年12月31日止",
        "统计时限为2023年1月1日至12月31日",
        "时间段：2023 年 1 月 1 日—2023 年 12 月 31 日",
        "数据从２０２３年１月１日起，到１２月３１日止",
        "统计期限2023年1月1日-2023年12月31日",
        "自2023年01月01日开始至2023年12月31日",
        "统计期限为2023.1.1-2023.12.31",
        "统计期限自2023年1月1日起至2023年12月31止",
    ],
)
def test_the_period(sentence: str) -> None:
    found = metadata(preamble=f"　　本报告{sentence}。\n")
    assert (found.period_start, found.period_end) == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("2020年1月1日至2020年12月28日", date(2020, 1, 1), date(2020, 12, 28)),
        ("2020年12月31日至2020年1月1日", date(2020, 12, 31), date(2020, 1, 1)),
        ("2020年11月1日至2020年12月31日", date(2020, 11, 1), date(2020, 12, 31)),
    ],
)
def test_a_wrong_period_is_given_as_written(sentence: str, start: date, end: date) -> None:
    found = metadata(preamble=f"　　数据统计期限自{sentence}。\n")
    assert (found.period_start, found.period_end) == (start, end)


@pytest.mark.parametrize(
    "sentence", ["2023年3月1日至3月15日公示", "2023年13月1日至2023年12月31日", "2023年全年", "1月1日至12月31日"]
)
def test_no_period(sentence: str) -> None:
    found = metadata(preamble=f"　　本报告{sentence}。\n")
    assert (found.period_start, found.period_end) == (None, None)


def test_a_period_in_section_one() -> None:
    text = f"水利局年度报告\n{PREAMBLE}{BODY}".replace("全年办理二十件", "2023年1月1日至12月31日，办理二十件")
    assert read_text(text).report.metadata.period_end == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("2024年1月9日", date(2024, 1, 9)),
        ("2024 年 01 月 09 日", date(2024, 1, 9)),
        ("２０２４年１月９日", date(2024, 1, 9)),
        ("二〇二四年一月九日", date(2024, 1, 9)),
        ("二○二四年一月二十九日", date(2024, 1, 29)),
        ("二零二四年十二月三十一日", date(2024, 12, 31)),
        ("（2024年1月9日）", date(2024, 1, 9)),
        ("2024年2月30日", None),
        ("2024年1月", None),
    ],
)
def test_the_date(line: str, issued: date | None) -> None:
    assert metadata(tail=f"　　　　海盐县水利局\n　　　　{line}\n").issued_date == issued


def test_a_footer_of_the_portal_does_not_hide_the_date() -> None:
    tail = "　　　　海盐县水利局\n　　　　2024年1月9日\n打印本页\n关闭窗口\n主办：某某办公室\n"
    reading = read_text(f"水利局2023年政府信息公开工作年度报告\n{PREAMBLE}{BODY}{tail}")
    assert reading.report.metadata.issued_date == date(2024, 1, 9)
    assert "".join(paragraph.text for paragraph in reading.report.tail) == "打印本页关闭窗口主办：某某办公室"


@pytest.mark.parametrize(
    "written",
    [
        "国办公开办函〔2021〕30号",
        "国办公开办函[2021]30号",
        "国办公开办函（2021）30号",
        "国办公开办函｛2021｝30号",
        "国办公开办函2021 30号",
        "国办公开办涵〔2021〕30号",
        "国办函〔2020〕109号",
    ],
)
def test_a_cited_document(written: str) -> None:
    found = metadata(preamble=f"　　根据《通知》（{written}）编制，再引{written}。\n")
    assert found.basis_documents == (written.replace(" ", ""),)


def test_documents_of_all_parts_each_once_in_order() -> None:
    text = f"水利局年度报告\n　　依国办公开办函〔2021〕30号编制。\n{BODY}　　按国办函〔2020〕109号收费，仍依国办公开办函〔2021〕30号。\n"
    documents = read_text(text).report.metadata.basis_documents
    assert documents == ("国办公开办函〔2021〕30号", "国办函〔2020〕109号")


@pytest.mark.parametrize(
    "frame",
    [
        "发布日期：2024-01-19  浏览次数：31",
        "发布时间： 2024年01月19日 10:32",
        "索引号\t0000X/2024-7\t发布日期\t2024-01-19",
        "发布日期\n2024-01-19",
    ],
)
def test_the_frame_of_a_portal_says_when_it_published(frame: str) -> None:
    title = "海盐县水利局2023年政府信息公开工作年度报告"
    above = metadata(f"{frame}\n{title}")
    assert (above.published_date, above.issued_date, above.organ_name) == (date(2024, 1, 19), None, "海盐县水利局")
    below = metadata(title, tail=f"　　　　海盐县水利局\n　　　　2024年1月9日\n{frame}\n")
    assert (below.published_date, below.issued_date) == (date(2024, 1, 19), date(2024, 1, 9))


@pytest.mark.parametrize(
    ("preamble", "organ"),
    [
        ("　　现公布海盐县水利局2023年政府信息公开工作年度报告。\n", "海盐县水利局"),
        ("　　本报告由海盐县水利局编制。\n", "海盐县水利局"),
        ("　　海盐县水利局（以下简称本局）依据条例编制。\n", "海盐县水利局"),
        ("编制单位：百步镇人民政府 联系人：\n", "百步镇人民政府"),
        ("　　本报告由海盐县人民政府办公室编制。\n", "海盐县人民政府"),
        ("　　现公布我局2023年政府信息公开工作年度报告。\n", None),
    ],
)
def test_the_prose_names_the_organ_where_title_and_signature_do_not(preamble: str, organ: str | None) -> None:
    assert metadata("2023年政府信息公开工作年度报告", preamble).organ_name == organ


# ---------------------------------------------------------------- organ class


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("国家统计局", "state_council_department"),
        ("国务院国有资产监督管理委员会", "state_council_department"),
        ("财政部", "state_council_department"),
        ("浙江省人民政府", "province"),
        ("内蒙古自治区人民政府", "province"),
        ("上海市人民政府", "province"),
        ("嘉兴市人民政府", "prefecture"),
        ("延边朝鲜族自治州人民政府", "prefecture"),
        ("海盐县人民政府", "county"),
        ("嘉兴市海宁市人民政府", "county"),
        ("南湖区人民政府", "county"),
        ("百步镇人民政府", "township"),
        ("汉东回族乡", "township"),
        ("武原街道办事处", "subdistrict"),
        ("海盐县水利局", "department"),
        ("浙江省财政厅", "department"),
        ("嘉兴市发展和改革委员会", "department"),
        ("嘉兴经济技术开发区管理委员会", "zone_committee"),
        ("嘉兴港区管委会", "zone_committee"),
        ("某某协调联席", "authorised_body"),
    ],
)
def test_the_class_of_an_organ(name: str, kind: str) -> None:
    assert organ_class(name) == kind
