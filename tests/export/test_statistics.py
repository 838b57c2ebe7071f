"""Counts over many files, and their JSON."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
from outcome_sample import finding, outcome, two_lines

from giar_lark.export.json import read_schema, to_json
from giar_lark.export.statistics import statistics_dict
from giar_lark.outcomes.outcome import Outcome
from giar_lark.outcomes.statistics import Statistics


def counted(*outcomes: Outcome) -> Statistics:
    """The counts of some files."""
    statistics = Statistics()
    for one in outcomes:
        statistics.add(one)
    return statistics


TWO_ERRORS = outcome("共 15 件", finding(0, 1), finding(2, 4), organ="白杨镇人民政府")
SOUND = outcome("共 15 件", organ="青岚县人民政府")
UNKNOWN = outcome("", finding(0, 0, code="RD-01", name="unreadable-file"))


def test_whole_object() -> None:
    none = {"error": 0, "warning": 0, "info": 0}
    hit = {"files": 1, "files_hit": 1, "share_hit": 1.0}
    assert statistics_dict(counted(two_lines(), TWO_ERRORS, SOUND)) == {
        "files": 3,
        "files_hit": 2,
        "share_hit": 0.6667,
        "severities": {"error": 3, "warning": 1, "info": 1},
        "rules": [
            {
                "code": "T3-01",
                "name": "conservation",
                "findings": 3,
                "severities": none | {"error": 3},
                "files_hit": 2,
                "share_hit": 0.6667,
            },
            {
                "code": "FM-09",
                "name": "broken-line",
                "findings": 1,
                "severities": none | {"warning": 1},
                "files_hit": 1,
                "share_hit": 0.3333,
            },
            {
                "code": "ST-01",
                "name": "missing-section",
                "findings": 1,
                "severities": none | {"info": 1},
                "files_hit": 1,
                "share_hit": 0.3333,
            },
        ],
        "organs": [
            {
                "organ_name": "白杨镇人民政府",
                **hit,
                "severities": none | {"error": 2},
                "rules": [{"code": "T3-01", "findings": 2}],
            },
            {
                "organ_name": "青岚县人民政府",
                "files": 2,
                "files_hit": 1,
                "share_hit": 0.5,
                "severities": {"error": 1, "warning": 1, "info": 1},
                "rules": [{"code": code, "findings": 1} for code in ("FM-09", "ST-01", "T3-01")],
            },
        ],
        "years": [
            {
                "year": 2024,
                "files": 3,
                "files_hit": 2,
                "share_hit": 0.6667,
                "severities": {"error": 3, "warning": 1, "info": 1},
            }
        ],
    }


def test_object_obeys_its_schema() -> None:
    schema = dict(read_schema("statistics"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for statistics in (counted(), counted(two_lines(), TWO_ERRORS, UNKNOWN)):
        jsonschema.validate(json.loads(to_json(statistics_dict(statistics))), schema)


def test_file_that_says_no_organ_and_no_year_counts_under_null() -> None:
    found = statistics_dict(counted(UNKNOWN, SOUND))
    assert [organ["organ_name"] for organ in found["organs"]] == [None, "青岚县人民政府"]  # type: ignore[attr-defined]
    assert [year["year"] for year in found["years"]] == [2024, None]  # type: ignore[attr-defined]


def test_findings_of_a_file_that_is_no_report_belong_to_no_organ_or_year() -> None:
    beside = replace(outcome("x", finding(0, 1)), is_report=False)
    counts = counted(SOUND, beside)
    assert (counts.whole.files, counts.whole.files_hit, counts.whole.severities.total()) == (1, 0, 1)
    assert [name for name, _ in counts.organs] == ["青岚县人民政府"]
    assert [count.findings for count in counts.rules] == [1]


def test_no_report_at_all_is_no_error() -> None:
    own = replace(UNKNOWN, is_report=False)
    found = statistics_dict(counted(own))
    assert (found["files"], found["files_hit"], found["share_hit"]) == (0, 0, 0.0)
    jsonschema.validate(json.loads(to_json(found)), dict(read_schema("statistics")))
