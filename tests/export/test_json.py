"""Reports and findings as JSON, held together with the schemas that ship."""

from __future__ import annotations

import json
from decimal import Decimal

import jsonschema
import pytest

from giar_lark import Source, check
from giar_lark.export.json import cell_dict, finding_dict, read_schema, report_dict, to_json
from giar_lark.findings import Elsewhere, Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.later import Later
from giar_lark.lean.resources import read_sample
from giar_lark.source.address import Address
from giar_lark.source.span import Edit, Span

SOUND = {template: read_sample(template) for template in ("2021", "2019")}
FAULTY = SOUND["2021"].replace("（一）予以公开\t6", "（一）予以公开\t5").replace("行政许可\t120", "行政许可\t")


@pytest.mark.parametrize(
    "text", [*SOUND.values(), FAULTY, "", "办事指南"], ids=["2021", "2019", "faulty", "empty", "other"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_obeys_the_schemas(text: str, lang: str) -> None:
    source = Source(text)
    checked = check(source)
    jsonschema.validate(json.loads(to_json(report_dict(checked.report, source))), dict(read_schema("report")))
    for finding in checked.findings:
        record = json.loads(to_json(finding_dict(finding, source, lang=lang)))
        jsonschema.validate(record, dict(read_schema("finding")))


@pytest.mark.parametrize("name", ["report", "finding"])
def test_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(dict(read_schema(name)))


def test_schema_allows_nothing_else() -> None:
    source = Source(SOUND["2021"])
    record = {**report_dict(check(source).report, source), "more": 1}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, dict(read_schema("report")))


def test_finding_has_the_keys_of_the_contract() -> None:
    source = Source(FAULTY, "年报.txt")
    finding = check(source).findings[1]
    record = finding_dict(finding, source)
    line = FAULTY[: finding.span.start].count("\n") + 1
    assert record == {
        "path": "年报.txt",
        "code": "T3-02",
        "name": "outcome-sum",
        "severity": "error",
        "message": "自然人列：各项办理结果之和＝12，（七）总计＝13，差 1",
        "span": [finding.span.start, finding.span.end],
        "line": line,
        "column": 9,
        "end_line": line,
        "end_column": 10,
        "key": "t3.granted.natural_person",
        "related": record["related"],
        "help": "这一格改为 6，所在的行和列即全部相符；请与台账核对后改正",
        "fix": {"edits": [{"span": list(finding.span), "text": "6"}], "safe": False},
        "id": finding.id,
    }


def test_fix_is_exported() -> None:
    fix = Fix(edits=(Edit(span=Span(0, 1), text="其他"),), safe=True)
    finding = Finding(
        code="FM-04",
        name="misspelt-label",
        severity=Severity.INFO,
        message=Text("其它", "other"),
        span=Span(0, 1),
        repair=Later.of(fix),
    )
    record = finding_dict(finding, Source("其它"), path="-")
    assert record["fix"] == {"edits": [{"span": [0, 1], "text": "其他"}], "safe": True}
    jsonschema.validate(record, dict(read_schema("finding")))


def test_place_in_another_file_has_its_path() -> None:
    there = Related(
        span=Span(70, 71), message=Text("上年", "last year"), elsewhere=Elsewhere("2022.txt", Address(9, 4))
    )
    here = Related(span=Span(0, 1), message=Text("本年", "this year"))
    finding = Finding(
        code="YR-01",
        name="carry-over-from-last-year",
        severity=Severity.ERROR,
        message=Text("上年结转", "carried in"),
        span=Span(0, 1),
        related=(here, there),
    )
    record = finding_dict(finding, Source("3"), path="2023.txt")
    assert record["related"] == [
        {"span": [0, 1], "line": 1, "column": 1, "message": "本年"},
        {"path": "2022.txt", "span": [70, 71], "line": 9, "column": 4, "message": "上年"},
    ]
    jsonschema.validate(record, dict(read_schema("finding")))


def test_cells_come_in_the_order_of_the_official_tables() -> None:
    source = Source(SOUND["2021"])
    cells = [cell_dict(cell, source) for cell in check(source).report.cells]
    assert len(cells) == 200
    assert cells[0] == {
        "key": "t2.rules.issued",
        "value": 0,
        "state": "given",
        "raw": "0",
        "span": cells[0]["span"],
        "line": 12,
        "column": 4,
    }


def test_money_has_no_exponent_and_no_rounding() -> None:
    assert to_json({"value": Decimal("0.00001")}) == '{"value": 0.00001}'
    assert to_json([Decimal("123456789012345.123456789012345")]) == "[123456789012345.123456789012345]"
    assert to_json([Decimal("38200.50"), 3, None]) == "[38200.50, 3, null]"


def test_only_values_of_a_report_are_written() -> None:
    with pytest.raises(TypeError):
        to_json({"value": object()})
