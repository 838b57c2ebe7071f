"""The schema of the configuration file: as the code has it, and of one mind with what reads the file.

After a new rule or option, run `GIAR_UPDATE_GOLDEN=1 pytest tests/settings` to write it down again.
"""

from __future__ import annotations

import json
import os
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from giar_lark.export.json import read_schema
from giar_lark.settings.problem import SettingsError
from giar_lark.settings.read import read_settings
from giar_lark.settings.schema import config_schema

SOUND = (
    "",
    "select = ['T3', 'T2-09', 'conservation']\nignore = []",
    "fail-on = 'info'\nlang = 'zh'\noutput-format = 'jsonl'",
    "[severity]\nT3 = 'off'\nT3-01 = 'error'\nrow-total = 'info'",
    "[options]\ntownship-fee-10k-yuan = 0.5\noverview-chars = 800",
    "[deadlines]\ntownship = '02-28'\ndepartment = '12-31'",
)
WRONG = (
    "selct = []",
    "select = 'T3'",
    "select = ['T9']",
    "fail-on = 'off'",
    "lang = 'fr'",
    "[severity]\nT9 = 'off'",
    "[severity]\nT3 = 'none'",
    "[options]\noverview-chars = 0",
    "[options]\noverview-chars = '800'",
    "[options]\ntext-reuse-percent = 101",
    "[options]\ntownship-deadline = '01-31'",
    "[deadlines]\ntownship = '02-29'",
    "[deadlines]\ntownship = '2-28'",
    "[deadlines]\ntownship = '04-31'",
)


def test_schema_that_ships_is_the_one_of_the_code() -> None:
    made = json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"
    kept = Path(str(files("giar_lark") / "schema" / "config.schema.json"))
    if os.environ.get("GIAR_UPDATE_GOLDEN"):
        kept.write_text(made, encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == made
    Draft202012Validator.check_schema(dict(read_schema("config")))


@pytest.mark.parametrize("text", [*SOUND, *WRONG])
def test_schema_and_reader_are_of_one_mind(tmp_path: Path, text: str) -> None:
    path = tmp_path / "giar-lark.toml"
    path.write_text(text, encoding="utf-8")
    assert Draft202012Validator(config_schema()).is_valid(tomllib.loads(text)) == (text in SOUND)
    if text in SOUND:
        read_settings(path)
    else:
        with pytest.raises(SettingsError):
            read_settings(path)


def test_every_key_and_option_is_described_in_both_languages() -> None:
    def described(schema: dict[str, Any]) -> bool:
        below = schema.get("properties", {}).values()
        return all(" / " in entry["description"] and described(entry) for entry in below)

    assert described(config_schema())
