"""The documents of the rules are what the rules say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from giar_lark.rules import RULES

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted((ROOT / "docs" / "rules").rglob("*.md"))
_LINK = re.compile(r"\]\((?P<path>[^)#:]+)\)")


def test_documents_are_as_the_rules_say() -> None:
    command = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    environ = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, encoding="utf-8")
    assert (done.stdout, done.returncode) == ("", 0), f"run python docs/generate.py\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_a_document_and_is_in_the_list(lang: str) -> None:
    folder = ROOT / "docs" / "rules" / lang
    listed = re.findall(r"^\| \[(\S+)\]\(\1\.md\) \|", (folder / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == [page.RULE.code for page in RULES]
    assert {path.stem for path in folder.glob("*.md")} == {*listed, "README"}


def test_links_lead_somewhere() -> None:
    links = [(path, match["path"]) for path in DOCUMENTS for match in _LINK.finditer(path.read_text("utf-8"))]
    assert links != []
    assert [link for link in links if not (link[0].parent / link[1]).exists()] == []
