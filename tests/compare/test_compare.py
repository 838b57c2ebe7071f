"""`giar-lark compare`: two reports side by side, on a terminal, as JSON, as a page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from batch_cases import SAMPLES
from cli_run import run

from giar_lark import read
from giar_lark.batch.comparison import Kinship, compare
from giar_lark.batch.entry import Entry, entry_of
from giar_lark.export.json import read_schema
from giar_lark.pipeline import parse

LAST, THIS = str(SAMPLES / "last_year_2021.txt"), str(SAMPLES / "sound_2021.txt")
OTHER = str(SAMPLES / "other_organ_2021.txt")


def entry(path: str) -> Entry:
    source = read(path)
    return entry_of(path, source, parse(source).report)


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    """This year's report with another number carried in."""
    path = tmp_path / "wrong.txt"
    row = "二、上年结转政府信息公开申请数量\t{}\t0\t0\t0\t0\t0\t{}"
    text = Path(THIS).read_text(encoding="utf-8")
    assert row.format(2, 2) in text
    path.write_text(text.replace(row.format(2, 2), row.format(3, 3)), encoding="utf-8")
    return str(path)


def test_two_years_stand_in_their_order() -> None:
    compared = compare(entry(THIS), entry(LAST))
    assert (compared.kinship, compared.left.year, compared.right.year) == (Kinship.YEARS, 2022, 2023)
    changes = {pair.key: pair.change for pair in compared.differing}
    assert changes["t2.licensing.decisions"] == 23
    assert changes["t2.administrative_fees.amount_10k_yuan"] is None
    assert not any(pair.differs for pair in compared.carried)


def test_copies_stand_as_given_and_carry_nothing_over(wrong: str) -> None:
    compared = compare(entry(wrong), entry(THIS))
    assert (compared.kinship, compared.left.path, compared.carried) == (Kinship.COPIES, wrong, ())
    assert {pair.key for pair in compared.differing} == {"t3.carried_in.natural_person", "t3.carried_in.total"}


def test_reports_of_two_organs_are_said_to_be_that() -> None:
    assert compare(entry(THIS), entry(OTHER)).kinship is Kinship.ORGANS
    assert "不是同一机关" in run("compare", THIS, OTHER).stdout


def test_two_templates_have_all_cells_of_both() -> None:
    compared = compare(entry(str(SAMPLES / "sound_2019.txt")), entry(THIS))
    keys = {pair.key: pair for pair in compared.cells}
    assert keys["t2.licensing.items_prev"].right is None
    assert keys["t2.normative_documents.in_force"].left is None
    assert keys["t2.licensing.decisions"].change == 0


def test_shared_sentences_are_marked_and_dictated_ones_left_aside() -> None:
    pytest.importorskip("rapidfuzz")
    compared = compare(entry(THIS), entry(THIS))
    overview = next(pair for pair in compared.sections if pair.section == "overview")
    assert overview.percent == 100
    assert {part.is_shared for part in overview.right if part.is_own} == {True}
    others = next(pair for pair in compared.sections if pair.section == "other_matters")
    assert (others.percent, [part.is_own for part in others.right]) == (None, [False])


def test_exit_code_says_whether_something_is_wrong_between_them(wrong: str) -> None:
    assert run("compare", LAST, THIS).exit_code == 0
    done = run("compare", LAST, wrong)
    assert done.exit_code == 1
    assert f"{wrong}:28:30: YR-01" in done.stdout
    assert run("compare", THIS, wrong).exit_code == 0  # TM-06 is a warning
    assert run("compare", THIS, wrong, "--fail-on", "warning").exit_code == 1


def test_what_is_no_report_is_wrong_usage(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert run("compare", LAST, str(empty)).exit_code == 2
    assert run("compare", LAST, str(tmp_path / "nowhere.txt")).exit_code == 2


def test_table_lists_what_differs_and_on_demand_all() -> None:
    some = run("compare", LAST, THIS).stdout
    assert re.search(r"表二 · 行政许可 · 本年处理决定数量 +97 +120 +\+23\n", some)
    assert "规章" not in some
    assert "表二 · 规章 · 本年制发件数" in run("compare", LAST, THIS, "--all").stdout
    assert re.search(r"t2\.licensing\.decisions +97 +120 +\+23\n", run("compare", LAST, THIS, "--lang", "en").stdout)


@pytest.mark.parametrize("pair", [(LAST, THIS), (THIS, OTHER), (str(SAMPLES / "sound_2019.txt"), THIS)])
def test_json_obeys_its_schema(pair: tuple[str, str], wrong: str) -> None:
    for paths in (pair, (pair[0], wrong)):
        record = json.loads(run("compare", *paths, "--format", "json").stdout)
        jsonschema.validate(record, dict(read_schema("comparison")))
        for finding in record["findings"]:
            jsonschema.validate(finding, dict(read_schema("finding")))


def test_page_needs_nothing_else_and_runs_no_text(tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    text = Path(THIS).read_text(encoding="utf-8").replace("修订主动公开目录", "<script>alert(1)</script>{body}")
    evil.write_text(text, encoding="utf-8")
    page = tmp_path / "page.html"
    assert run("compare", LAST, str(evil), "--format", "html", "-o", str(page)).exit_code == 0
    written = page.read_text(encoding="utf-8")
    assert "<script>alert" not in written and "{body}" in written
    assert re.search(r"(?:src|href)=|@import|url\(", written) is None
    assert "97 → <b>120</b> <small>+23</small>" in written


def test_a_table_does_not_go_to_a_file(tmp_path: Path) -> None:
    assert run("compare", LAST, THIS, "-o", str(tmp_path / "a.txt")).exit_code == 2
