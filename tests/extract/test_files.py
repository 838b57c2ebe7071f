"""Datasets in every format: what is read back is what was written, cell by cell."""

from __future__ import annotations

import csv
import importlib
import json
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import repeat
from pathlib import Path

import pytest

from giar_lark import Source, check, read
from giar_lark.extract.csv_file import text_of
from giar_lark.extract.files import ENDINGS, YearFolders, sink_of
from giar_lark.extract.record import Record, Value, record_of, records_of
from giar_lark.extract.row import rows_of
from giar_lark.extract.rows import Rows
from giar_lark.extract.schema import Column, Kind, long_columns, wide_columns
from giar_lark.extract.sink import Sink
from giar_lark.lean.later import Later
from giar_lark.lean.resources import read_sample
from giar_lark.model.readings import readings_in
from giar_lark.outcomes.outcome import Outcome
from giar_lark.source.address import Address

_LIBRARIES = {".parquet": "pyarrow", ".xlsx": "openpyxl", ".duckdb": "duckdb"}


def outcome(text: str, path: str = "甲/年报.txt") -> Outcome:
    source: Source = read(text.encode(), name=path)
    checked = check(source)
    return Outcome(path=path, source=source, read=Later.of(checked.report), findings=checked.findings)


def outcomes() -> list[Outcome]:
    """Both templates, every state of a cell, money, names that look like formulas or have quotes, and a file that is no report."""
    sound = read_sample("2021")
    odd = sound.replace("行政许可\t120", "行政许可\t/").replace("行政处罚\t46", "行政处罚\t").replace("12.5", "=1+1")
    odd = odd.replace("行政强制\t2", "行政强制\t3.5").replace("海角市", "=海角市")
    return [
        outcome(sound),
        outcome(read_sample("2019"), "-乙.txt"),
        outcome(odd, "@丙.txt"),
        outcome("无关", '丁,"一".txt'),
    ]


def rows(long: bool) -> tuple[Sequence[Column], list[Rows]]:
    return long_columns() if long else wide_columns(), [
        rows_of(one, readings_in(one.report), long) for one in outcomes()
    ]


def write(written: Sequence[Rows], sink: Sink | YearFolders) -> None:
    for one in written:
        sink.write(one)


def records(written: Sequence[Rows], columns: Sequence[Column]) -> list[Record]:
    return [record_of(row, columns) for one in written for row in one.each()]


def typed(kind: Kind, text: str) -> Value:
    if not text:
        return None
    return {Kind.TEXT: str, Kind.WHOLE: int, Kind.DECIMAL: Decimal, Kind.DATE: date.fromisoformat}[kind](text)


def from_csv(path: Path, columns: Sequence[Column]) -> list[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {column.name: column.kind for column in columns}
    return [
        {
            name: typed(kinds[name], text_of(text)) if kinds[name] is Kind.TEXT else typed(kinds[name], text)
            for name, text in row.items()
        }
        for row in rows
    ]


def from_jsonl(path: Path, columns: Sequence[Column]) -> list[Record]:
    rows = [json.loads(line, parse_float=Decimal) for line in path.read_text("utf-8").splitlines()]
    kinds = {column.name: column.kind for column in columns}
    return [
        {name: None if value is None else typed(kinds[name], str(value)) for name, value in row.items()} for row in rows
    ]


def from_parquet(path: Path, columns: Sequence[Column]) -> list[Record]:
    import pyarrow.parquet as pq

    rows: list[Record] = pq.read_table(path).to_pylist()
    return rows


def from_duckdb(path: Path, columns: Sequence[Column]) -> list[Record]:
    import duckdb

    with duckdb.connect(str(path), read_only=True) as connection:
        cursor = connection.execute("SELECT * FROM reports")
        names = [one[0] for one in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def from_xlsx(path: Path, columns: Sequence[Column]) -> list[Record]:
    import openpyxl

    sheet = openpyxl.load_workbook(path).worksheets[0]
    head, *rows = sheet.iter_rows(values_only=True)
    kinds = {column.name: column.kind for column in columns}

    def plain(name: str, value: object) -> Value:
        if value is None or kinds[name] is Kind.TEXT:
            return None if value is None else str(value)
        return value.date() if isinstance(value, datetime) else typed(kinds[name], str(value))

    return [{name: plain(name, value) for name, value in zip(head, row, strict=True)} for row in rows]


READERS: dict[str, Callable[[Path, Sequence[Column]], list[Record]]] = {
    ".csv": from_csv,
    ".jsonl": from_jsonl,
    ".parquet": from_parquet,
    ".xlsx": from_xlsx,
    ".duckdb": from_duckdb,
}


@pytest.mark.parametrize("long", [False, True], ids=["wide", "long"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_read_back_is_what_was_written(tmp_path: Path, ending: str, long: bool) -> None:
    if ending in _LIBRARIES:
        pytest.importorskip(_LIBRARIES[ending])
    columns, written = rows(long)
    path = tmp_path / f"数据{ending}"
    with sink_of(ending)(path, columns) as sink:
        write(written, sink)
    assert READERS[ending](path, columns) == records(written, columns)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_folders_by_year_are_read_as_one_table(tmp_path: Path) -> None:
    for library in ("pyarrow", "duckdb", "polars", "pandas"):
        pytest.importorskip(library)
    import duckdb
    import pandas
    import polars

    columns, written = rows(long=False)
    folder = tmp_path / "reports.parquet"
    years = YearFolders(folder, ".parquet", columns)
    write(written, years)
    years.close()
    expected = sorted((str(row["path"]), row["year"]) for row in records(written, columns))
    assert sorted(duckdb.sql(f"SELECT path, year FROM '{folder}/**/*.parquet'").fetchall()) == expected
    assert sorted(polars.read_parquet(folder).select("path", "year").rows()) == expected
    frame = pandas.read_parquet(folder, partitioning=None)
    in_pandas = sorted(zip(frame["path"], frame["year"].fillna(0).astype(int), strict=True))
    assert in_pandas == [(path, year or 0) for path, year in expected]


@pytest.mark.parametrize("ending", ENDINGS)
def test_after_an_error_the_old_file_is_as_it_was(tmp_path: Path, ending: str) -> None:
    if ending in _LIBRARIES:
        pytest.importorskip(_LIBRARIES[ending])
    path = tmp_path / f"old{ending}"
    path.write_bytes(b"old")
    columns, written = rows(long=False)
    with pytest.raises(RuntimeError), sink_of(ending)(path, columns) as sink:
        write(written, sink)
        raise RuntimeError
    assert {entry.name: entry.read_bytes() for entry in tmp_path.iterdir()} == {path.name: b"old"}


def test_every_state_is_told() -> None:
    [record] = records_of(outcomes()[2], long=False)
    found = {
        key: (record[f"t2.{key}"], record[f"t2.{key}.state"])
        for key in ("licensing.decisions", "penalties.decisions", "coercive_measures.decisions", "rules.issued")
    }
    assert found == {
        "licensing.decisions": (None, "na"),
        "penalties.decisions": (None, "blank"),
        "coercive_measures.decisions": (None, "unreadable"),
        "rules.issued": (0, "given"),
    }
    assert (record["t2.administrative_fees.amount_10k_yuan"], record["status"]) == (None, "report")


def test_long_rows_are_the_cells_of_the_report() -> None:
    one = outcome(read_sample("2021"))
    told = list(records_of(one, long=True))
    assert [(row["key"], row["value"], row["state"]) for row in told] == [
        (cell.key, cell.value, cell.state) for cell in one.report.cells
    ]
    assert {row["path"] for row in told} == {"甲/年报.txt"}


@pytest.mark.parametrize("text", ["甲\n\n乙\r\n丙", "<p>甲</p><p>乙</p>"])
def test_addresses_of_many_places_are_those_of_each(text: str) -> None:
    source = read(text.encode())
    offsets = range(len(source.text) + 1)
    lines, columns, spots = source.addresses(offsets)
    each = zip(lines, columns, spots or repeat(None), strict=False)
    assert [Address(*one) for one in each] == [source.address(offset) for offset in offsets]


def test_what_is_no_report_has_a_row_and_no_cells() -> None:
    [record] = records_of(outcomes()[3], long=False)
    assert (record["status"], record["errors"], record["codes"]) == ("unreadable", 1, "RD-02")
    assert {record[column.name] for column in wide_columns() if column.name.startswith(("t2.", "t3.", "t4."))} == {None}
    assert list(records_of(outcomes()[3], long=True)) == []


def test_no_text_begins_as_a_formula(tmp_path: Path) -> None:
    columns, written = rows(long=True)
    with sink_of(".csv")(tmp_path / "a.csv", columns) as sink:
        write(written, sink)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        texts = {field for row in csv.reader(file) for field in row}
    assert not [
        text for text in texts if text.startswith(("=", "+", "@")) or (text.startswith("-") and not text[1:].isdigit())
    ]


@pytest.mark.parametrize("ending", [".parquet", ".xlsx", ".duckdb"])
def test_library_that_is_missing_is_named(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from giar_lark.extract.files import NeedsExtraError

    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("giar_lark.extract.files.import_module", gone)
    with pytest.raises(NeedsExtraError, match=ending[1:]):
        sink_of(ending)
    assert importlib.import_module("giar_lark.extract.files")


@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet", ".xlsx"])
def test_the_same_rows_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    if ending in _LIBRARIES:
        pytest.importorskip(_LIBRARIES[ending])
    columns, written = rows(long=False)
    for name in ("a", "b"):
        with sink_of(ending)(tmp_path / f"{name}{ending}", columns) as sink:
            write(written, sink)
    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


def test_a_workbook_does_not_say_when_it_was_made(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    columns, written = rows(long=False)
    with sink_of(".xlsx")(tmp_path / "a.xlsx", columns) as sink:
        write(written, sink)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        moments = re.findall("....-..-..T..:..:..Z", book.read("docProps/core.xml").decode())
        assert {entry.date_time[0] for entry in book.infolist()} == {1980}
    assert set(moments) == {"2000-01-01T00:00:00Z"}
