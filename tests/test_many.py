"""Many reports in a notebook: one after the other, as a data frame, and as they are looked at."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

import giar_lark
from giar_lark import Outcome, read_many, to_frame
from giar_lark.extract.frame import Library
from giar_lark.extract.record import records_of
from giar_lark.extract.schema import long_columns, wide_columns
from giar_lark.lean.later import Later
from giar_lark.lean.resources import read_sample

SOUND = read_sample("2021")
ODD = SOUND.replace("行政许可\t120", "行政许可\t/").replace("行政处罚\t46", "行政处罚\t").replace("12.5", "=1+1")


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIAR_LANG", "zh")


@pytest.fixture
def outcomes(tmp_path: Path) -> list[Outcome]:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x.txt", SOUND)
        archive.writestr("y.txt", ODD)
    (tmp_path / "b.txt").write_text("<script>无关</script>", "utf-8")
    return list(read_many(tmp_path))


def test_each_document_has_an_outcome(outcomes: list[Outcome]) -> None:
    told = [
        (Path(one.path).name, one.report.metadata.year, sum(cell.state != "missing" for cell in one.report.cells))
        for one in outcomes
    ]
    assert told == [("x.txt", 2023, 200), ("y.txt", 2023, 200), ("b.txt", None, 0)]
    assert [finding.code for finding in outcomes[2].findings] == ["RD-02"]


def test_a_path_that_names_nothing_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        next(read_many("no such file"))


def plain(value: object) -> object:
    """A value out of a frame as the record has it."""
    if value is None or value != value or str(value) in ("<NA>", "NaT"):
        return None
    return value.date() if isinstance(value, datetime) else value


@pytest.mark.parametrize("long", [False, True], ids=["wide", "long"])
@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_frame_has_what_a_dataset_has(outcomes: list[Outcome], library: Library, long: bool) -> None:
    pytest.importorskip(library)
    frame = to_frame(outcomes, long=long, library=library)
    records = [record for one in outcomes for record in records_of(one, long)]
    assert list(frame.columns) == [column.name for column in (long_columns() if long else wide_columns())]
    rows = frame.to_dict("records") if library == "pandas" else frame.to_dicts()
    assert [{name: plain(value) for name, value in row.items()} for row in rows] == records


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_no_count_becomes_a_fraction(outcomes: list[Outcome], library: Library) -> None:
    pytest.importorskip(library)
    frame = to_frame(outcomes, library=library)
    counts = {str(frame[name].dtype) for name in ("year", "errors", "t2.licensing.decisions")}
    assert counts == {"Int64"}
    frame = to_frame(outcomes[:1], library=library)
    assert isinstance(frame["t2.administrative_fees.amount_10k_yuan"][0], Decimal)
    assert plain(frame["period_start"][0]) == date(2023, 1, 1)


def test_a_frame_of_nothing_has_its_columns() -> None:
    pytest.importorskip("polars")
    assert to_frame([], library="polars").shape == (0, len(wide_columns()))


def test_a_notebook_shows_what_is_wrong_and_nothing_runs(outcomes: list[Outcome]) -> None:
    odd, none = outcomes[1]._repr_html_(), outcomes[2]._repr_html_()
    assert (
        "t2.administrative_fees.amount_10k_yuan" in odd
        and '<td style="outline:2px solid #d13438" title="unreadable">=1+1</td>' in odd
    )
    assert 'title="na">/</td>' in odd
    assert (odd.count("<details open>"), odd.count("<details>"), odd.count("</details>")) == (1, 2, 3)
    sound = outcomes[0]._repr_html_()
    assert (sound.count("<details>"), sound.endswith("<div>没有发现问题</div>")) == (3, True)
    assert "<script" not in odd + none and "没有读到报告" in none
    [finding] = outcomes[2].findings
    assert finding._repr_html_() in none.replace(" 1:1</span>", " </span>")


def test_where_only_text_can_be_shown_a_value_is_a_line(outcomes: list[Outcome]) -> None:
    class Written(list[str]):
        text = list.append

    written = Written()
    for value in (*outcomes[::2], outcomes[0].report, outcomes[2].findings[0]):
        assert "_repr_pretty_" in vars(type(value))  # IPython looks nowhere else, where a class has its own `__repr__`
        value._repr_pretty_(written, False)
    assert written == [
        f"{outcomes[0].path}: 海角市住房和城乡建设局 2023; 没有发现问题",
        f"{outcomes[2].path}: 没有读到报告; 错误 1",
        "海角市住房和城乡建设局 2023",
        "错误 RD-02 not-a-report 这不是政府信息公开工作年度报告",
    ]


def test_hostile_text_stays_text() -> None:
    [hostile] = [
        Outcome(path="<b>", source=source, read=Later.of(checked.report), findings=checked.findings)
        for source in [
            giar_lark.read(SOUND.replace("行政许可\t120", "行政许可\t<img src=x onerror=alert(1)>").encode())
        ]
        for checked in [giar_lark.check(source)]
    ]
    shown = hostile._repr_html_()
    assert "<img" not in shown and "&lt;img" in shown and "<b>" not in shown.partition("</div>")[0]


def test_rich_shows_tables_and_findings(outcomes: list[Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIAR_LANG", "en")
    written = io.StringIO()
    Console(file=written, width=120).print(outcomes[1], outcomes[1].findings[0])
    lines = written.getvalue().splitlines()
    assert any("natural person" in line or "person" in line for line in lines)
    assert [line.split()[:2] for line in lines if outcomes[1].findings[0].name in line] != []


def test_a_frame_that_cannot_be_made_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match="a frame of polars needs polars; run: pip install polars"):
        to_frame([], library="polars")
    with pytest.raises(ValueError, match="library is one of pandas, polars; not 'arrow'"):
        to_frame([], library="arrow")  # type: ignore[arg-type]
