"""The JSON description of the grammar."""

from __future__ import annotations

from itertools import chain
from typing import Any

import jsonschema
import pytest

from giar_lark.export.json import read_schema
from giar_lark.notation.description import description
from giar_lark.official.templates import TEMPLATES, cell_keys


def keys_told(template: str) -> list[str]:
    """The cell keys that the tables of the description come to."""
    tables = description()["tables"]

    def here(row: dict[str, Any]) -> bool:
        return row["template"] in (None, template)

    disclosure = (
        f"{row['key']}.{column['key']}"
        for block in tables["t2"]["blocks"]
        if template in block["headers"]
        for row in filter(here, block["rows"])
        for column in block["headers"][template]["columns"]
    )
    applications = (
        f"{row['key']}.{column['key']}"
        for row in filter(here, tables["t3"]["rows"])
        for column in tables["t3"]["columns"]
    )
    cases = (f"{group['key']}.{one['key']}" for group in tables["t4"]["groups"] for one in tables["t4"]["results"])
    return list(chain(disclosure, applications, cases))


def test_obeys_its_schema() -> None:
    schema = dict(read_schema("grammar"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(description(), schema)


def test_schema_allows_nothing_else() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**description(), "more": 1}, dict(read_schema("grammar")))


@pytest.mark.parametrize("template", TEMPLATES)
def test_tables_come_to_the_keys_of_all_cells(template: str) -> None:
    assert keys_told(template) == list(cell_keys(template)) == description()["cells"][template]


def test_sections_tell_their_titles_and_tables() -> None:
    told = [(section["ordinal"], section["label"], section["table"]) for section in description()["sections"]]
    assert told == [
        (1, "一、总体情况", None),
        (2, "二、主动公开政府信息情况", "t2"),
        (3, "三、收到和处理政府信息公开申请情况", "t3"),
        (4, "四、政府信息公开行政复议、行政诉讼情况", "t4"),
        (5, "五、存在的主要问题及改进情况", None),
        (6, "六、其他需要报告的事项", None),
    ]
