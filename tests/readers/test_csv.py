"""Exported tables: whole reports and single tables, in every way that programs export them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from giar_lark import Source, check
from giar_lark.fixing.rounds import fix
from giar_lark.readers.read import read_bytes
from giar_lark.source.span import Edit, Span
from readers.sheets import TEXTS, expected, result_of, sheet

Rows = Sequence[Sequence[str]]


def _as_csv(rows: Rows, **manner: object) -> str:
    out = io.StringIO()
    csv.writer(out, **manner).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def _broken_labels(rows: Rows) -> Rows:
    return [
        [cell[:3] + "\n" + cell[3:] if 5 < len(cell) < 40 and "年" in cell else cell for cell in row] for row in rows
    ]


EXPORTS: dict[str, Callable[[Rows], bytes]] = {
    "commas": lambda rows: _as_csv(rows).encode("utf-8-sig"),
    "GBK": lambda rows: _as_csv(rows, lineterminator="\n").encode("gb18030"),
    "quoted": lambda rows: _as_csv(rows, quoting=csv.QUOTE_ALL).encode(),
    "semicolons": lambda rows: b"sep=;\r\n" + _as_csv(rows, delimiter=";").encode(),
    "Unicode text": lambda rows: _as_csv(rows, delimiter="\t", quoting=csv.QUOTE_ALL).encode("utf-16"),
    "line breaks": lambda rows: _as_csv(_broken_labels(rows)).encode(),
    "numbers as text": lambda rows: _as_csv([[f'="{c}"' if c.isdigit() else c for c in row] for row in rows]).encode(),
}


def _source(text: str) -> Source:
    return read_bytes(text.encode(), "report.csv")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("export", EXPORTS)
def test_an_export_gives_the_cells_and_findings_of_its_text(name: str, export: str) -> None:
    assert result_of(read_bytes(EXPORTS[export](sheet(name)), "report.csv")) == expected(name)


def test_a_single_table_is_read() -> None:
    rows = sheet("twins/2021")
    first = next(number for number, row in enumerate(rows) if row[0].startswith("三、收到和处理"))
    last = next(number for number, row in enumerate(rows) if row[0].startswith("四、政府信息公开"))
    found = result_of(_source(_as_csv(rows[first + 1 : last])))
    wanted = {key: cell for key, cell in expected("twins/2021").cells.items() if key.startswith("t3.")}
    assert {key: cell for key, cell in found.cells.items() if key.startswith("t3.")} == wanted


def test_the_name_alone_makes_no_table() -> None:
    text = "某局2023年政府信息公开工作年度报告\n一、总体情况\n2023年,我局主动公开信息12条,其中公文3条。\n"
    source = _source(text)
    assert (source.text, source.origin) == (text, None)


def test_what_stands_in_the_fields_is_read() -> None:
    text = 'sep=,\n"一""二""",="12","=""3""",4,,\n"三公"经费,x\n"a\nb",\n'
    assert _source(text).text == '一"二"\t12\t3\t4\t\t\n"三公"经费\tx\na b\t\n'


def test_a_sentence_with_commas_of_its_own_stays_one() -> None:
    rows = "a,b,c\n" * 3 + "今年,我局公开信息12条,比上年多。,,\n"
    assert _source(rows).text.splitlines()[-1] == "今年,我局公开信息12条,比上年多。"


def test_an_open_quotation_mark_does_not_swallow_the_table() -> None:
    rows = '"规章,1,2,3\n' + "行政规范性文件,4,5,6\n" * 100 + '合计,"7",8,9\n'
    assert _source(rows).text.splitlines()[0] == '"规章\t1\t2\t3'


def test_places_are_lines_and_columns_of_the_file() -> None:
    text = "sep=;\n" + 'x;"a\nb";"12"\n' * 3
    source = _source(text)
    at = source.text.index("12")
    assert [source.address(at)[:2], source.end_address(at + 2)[:2]] == [(3, 5), (3, 7)]
    span = source.told(Span(at, at + 2))
    assert source.document[slice(*span)] == "12"


def test_an_edit_is_written_into_its_field() -> None:
    data = 'a,b,c,\n"x ""y""",="12",,\nd,e,f,\n'.encode("utf-8-sig")
    source = read_bytes(data, "report.csv")
    twelve, y, blank = source.text.index("12"), source.text.index('"y"'), source.text.index("12") + 3
    edits = [
        Edit(span=Span(twelve, twelve + 2), text="13"),
        Edit(span=Span(y, y + 3), text='"z",'),
        Edit(span=Span(blank, blank), text="0"),
    ]
    assert source.origin is not None
    edited = source.origin.edited(edits)
    assert edited == 'a,b,c,\n"x ""z"",","13",0,\nd,e,f,\n'.encode("utf-8-sig")


def test_an_edit_beyond_a_field_is_refused() -> None:
    source = _source("a,b,c\n" * 3)
    assert source.origin is not None
    assert source.origin.edited([Edit(span=Span(0, 3), text="d")]) is None


def test_a_fix_is_made_in_the_file() -> None:
    text = _as_csv(sheet("twins/2021")).replace("行政许可", "行政许可可", 1)
    fixed = fix(_source(text), unsafe=True)
    assert fixed.source.origin is not None
    again = read_bytes(fixed.source.origin.encoded(), "report.csv")
    assert (again.text, [f.code for f in check(again).findings]) == (
        fixed.source.text,
        [f.code for f in fixed.checked.findings],
    )
