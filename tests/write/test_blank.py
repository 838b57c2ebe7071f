"""An empty report: the template of its year, what last year's report settles, and nothing else."""

from __future__ import annotations

import pytest

from giar_lark.official.templates import cell_keys, tables, template_of_year
from giar_lark.pipeline import check
from giar_lark.source.source import Source
from giar_lark.write.blank import Outline, blank_document, outline_after
from giar_lark.write.formats import FORMATS
from write.written import SOUND, Cells, cells, layout, report, written

TEXT_FORMATS = [name for name, form in FORMATS.items() if form.is_text]
TEMPLATES = {2019: "2019", 2020: "2019", 2021: "2021", 2022: "2021", 2025: "2021", 2099: "2021"}
# whose form of 2019 has changes of both signs, blanks, and a decimal
LAST = "province-government-2019"
COUNTED = ("licensing", "other_public_services", "penalties", "coercive_measures", "administrative_fees")


def outline(year: int, **known: str) -> Outline:
    return Outline(
        organ="云溪县水利局",
        year=year,
        template=template_of_year(year),
        cells={key.replace("__", "."): value for key, value in known.items()},
    )


def filled(found: Cells) -> Cells:
    """The cells that are not blank."""
    return {key: cell for key, cell in found.items() if cell != (None, "blank")}


@pytest.mark.parametrize("year", TEMPLATES)
def test_template_is_that_of_the_year(year: int) -> None:
    assert template_of_year(year) == TEMPLATES[year]


# ---------------------------------------------------------------- what is written


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("year", TEMPLATES)
def test_empty_report_is_read_back_with_every_cell_and_all_blank(year: int, form: str) -> None:
    text = written(blank_document(outline(year)), form)
    found = report(text)
    assert found.template == TEMPLATES[year]
    assert [cell.key for cell in found.cells] == list(cell_keys(TEMPLATES[year]))
    assert filled(cells(text)) == {}


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("year", TEMPLATES)
def test_every_section_is_there(year: int, form: str) -> None:
    found = report(written(blank_document(outline(year)), form))
    assert [section.key for section in found.sections] == [section.key for section in tables().sections]
    assert [section.ordinal for section in found.sections] == [f"{number}、" for number in "一二三四五六"]
    assert [table.key for table in found.tables] == ["t2", "t3", "t4"]


@pytest.mark.parametrize(
    ("year", "instrument"), [(2020, "国办公开办函〔2019〕60号"), (2024, "国办公开办函〔2021〕30号")]
)
def test_report_says_whose_it_is_for_which_year_and_by_which_rules(year: int, instrument: str) -> None:
    text = written(blank_document(outline(year)), "text")
    said = report(text).metadata
    assert said.title == f"云溪县水利局{year}年政府信息公开工作年度报告"
    assert (said.organ_name, said.year) == ("云溪县水利局", year)
    assert [str(day) for day in (said.period_start, said.period_end)] == [f"{year}-01-01", f"{year}-12-31"]
    assert instrument in said.basis_documents


@pytest.mark.parametrize("year", TEMPLATES)
def test_form_itself_is_not_at_fault(year: int) -> None:
    """Labels, headings, header rows: what the form gives is as it should be; only what has to be filled in is missing."""
    found = check(Source(written(blank_document(outline(year)), "text")))
    assert {finding.code.partition("-")[0] for finding in found.findings} & {"RD", "SY", "FM"} == set()
    told = {finding.code for finding in found.findings}
    assert told & {"ST-01", "ST-02", "ST-03", "ST-04", "ST-05", "ST-12", "T2-08", "T2-09", "T2-12", "T3-14"} == set()


def test_known_values_stand_in_their_cells_alone() -> None:
    known = outline(2024, t3__carried_in__total="3", t3__carried_in__natural_person="3")
    for form in TEXT_FORMATS:
        assert filled(cells(written(blank_document(known), form))) == {
            "t3.carried_in.natural_person": (3, "given"),
            "t3.carried_in.total": (3, "given"),
        }


# ---------------------------------------------------------------- the report after another


def test_what_was_carried_forward_is_carried_in() -> None:
    after = outline_after(report(SOUND))
    assert (after.organ, after.year, after.template) == ("云溪县柳河镇人民政府", 2024, "2021")
    assert after.cells == {
        "t3.carried_in.natural_person": "1",
        "t3.carried_in.commercial_enterprise": "0",
        "t3.carried_in.research_institution": "0",
        "t3.carried_in.public_welfare_organization": "0",
        "t3.carried_in.legal_service_institution": "0",
        "t3.carried_in.other_organization": "0",
        "t3.carried_in.total": "1",
    }


def test_cells_that_hold_no_number_stay_blank() -> None:
    text = SOUND.replace(
        "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1", "四、结转下年度继续办理\t\t\t1\t\t无\t约2\t-\t~5\t6"
    )
    assert outline_after(report(text)).cells == {"t3.carried_in.natural_person": "1", "t3.carried_in.total": "6"}


def test_row_that_is_lost_or_missing_carries_nothing() -> None:
    row = "四、结转下年度继续办理\t\t\t1\t0\t0\t0\t0\t0\t1\n"
    for text in (SOUND.replace(row, "四、结转下年度继续办理\t\t\t1 0 1\n"), SOUND.replace(row, "")):
        assert outline_after(report(text)).cells == {}


def test_items_of_last_year_are_last_years_items_and_their_change() -> None:
    last = report(layout(LAST))
    values = {cell.key: cell.value for cell in last.cells}
    after = outline_after(last)
    assert (after.year, after.template) == (2020, "2019")
    found = {key: value for key, value in after.cells.items() if key.startswith("t2.")}
    wanted = {
        f"t2.{row}.items_prev": str(values[f"t2.{row}.items_prev"] + values[f"t2.{row}.items_change"])  # type: ignore[operator]
        for row in COUNTED
    }
    assert found == wanted
    assert len(set(found.values()) - {"0"}) > 1


@pytest.mark.parametrize("cells_", ["\t7\t", "\t\t3", "\t7\t无", "\t约7\t3"])
def test_items_stay_blank_unless_both_are_given(cells_: str) -> None:
    lines = layout(LAST).split("\n")
    [at] = [number for number, line in enumerate(lines) if line.startswith("行政事业性收费\t")]
    lines[at] = f"行政事业性收费{cells_}"
    after = outline_after(report("\n".join(lines)))
    assert "t2.administrative_fees.items_prev" not in after.cells
    assert "t2.licensing.items_prev" in after.cells


def test_item_counts_end_with_the_template_that_has_them() -> None:
    after = outline_after(report(layout("zone-committee-2021")))
    assert {key.rpartition(".")[0] for key in after.cells} == {"t3.carried_in"}
    last = outline_after(report(layout("city-bureau-2020")))
    assert (last.year, last.template) == (2021, "2021")
    assert {key.rpartition(".")[0] for key in last.cells} == {"t3.carried_in"}


@pytest.mark.parametrize("form", TEXT_FORMATS)
@pytest.mark.parametrize("stem", [LAST, "city-bureau-2020", "zone-committee-2021"])
def test_report_after_another_is_read_back_with_what_was_settled_and_nothing_else(stem: str, form: str) -> None:
    after = outline_after(report(layout(stem)))
    found = filled(cells(written(blank_document(after), form)))
    assert {key: (str(value), state) for key, (value, state) in found.items()} == {
        key: (value, "given") for key, value in after.cells.items()
    }
    assert found != {}
