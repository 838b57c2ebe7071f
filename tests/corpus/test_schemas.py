"""The schemas of the suite: they explain every property, and hold for what the parsers that come with it answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from giar_lark.conformance.reply import ReplyError, read_reply
from giar_lark.conformance.worker import reply

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = CORPUS / "reports" / "county-bureau-2023" / "canonical.txt"


def schema(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((CORPUS / "schema" / f"{name}.schema.json").read_text("utf-8"))
    return read


def properties(part: object, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property that a schema names, with its place."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict):
            yield from ((f"{place}/{name}", one) for name, one in part["properties"].items())
        for name, inner in part.items():
            yield from properties(inner, f"{place}/{name}")


def fits(answer: object) -> bool:
    return Draft202012Validator(schema("answer")).is_valid(answer)


@pytest.mark.parametrize("name", ["truth", "answer"])
def test_schema_is_a_schema_that_describes_every_property(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    found = dict(properties(schema(name)))
    assert len(found) > 5
    assert [place for place, one in found.items() if not one.get("description")] == []


def test_this_parser_answers_as_the_schema_says() -> None:
    answer = json.loads(reply(TEXT))
    assert answer["cells"]
    assert fits(answer)


@pytest.mark.parametrize("name", ["naive", "regex"])
def test_adapters_answer_as_the_schema_says(name: str) -> None:
    script = CORPUS / "adapters" / f"{name}.py"
    run = subprocess.run([sys.executable, script], input=TEXT.read_bytes(), capture_output=True, check=True)
    answer = json.loads(run.stdout)
    assert answer["cells"]
    assert fits(answer)


CELL = {"key": "t3.granted.total", "value": 3}


@pytest.mark.parametrize(
    "answer",
    [
        [CELL],
        {"cells": []},
        {"cells": [{"key": "t3.granted.total"}]},
        {"cells": [{**CELL, "state": None, "raw": "3"}], "findings": None, "metadata": None},
        *([{**CELL, "state": state}] for state in ("given", "inferred", "blank", "na", "missing", "unreadable")),
        {"cells": [CELL], "findings": [{"code": "T3-03"}], "metadata": {"year": 2023}},
        {"cells": [], "findings": [{"code": "T3-03", "key": None, "line": None, "column": None}]},
        {"cells": [], "findings": [{"code": "T3-03", "key": "t3.granted", "line": 3, "column": 1}]},
        {"skip": "scanned pages are not read"},
    ],
)
def test_answer_that_fits_is_read(answer: object) -> None:
    assert fits(answer)
    read_reply(json.dumps(answer))


@pytest.mark.parametrize(
    "answer",
    [
        "13 cells",
        {"findings": []},
        {"cells": {"t3.granted.total": 3}},
        {"cells": [{"value": 3}]},
        {"cells": [{**CELL, "value": True}]},
        {"cells": [{**CELL, "value": "3"}]},
        {"cells": [{**CELL, "state": 1}]},
        {"cells": [], "findings": {}},
        {"cells": [], "findings": [{"line": 3}]},
    ],
)
def test_answer_that_is_refused_does_not_fit(answer: object) -> None:
    assert not fits(answer)
    with pytest.raises(ReplyError):
        read_reply(json.dumps(answer))
