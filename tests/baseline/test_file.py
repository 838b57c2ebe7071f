"""The baseline as a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from giar_lark.baseline.file import baseline_text, read_baseline
from giar_lark.baseline.known import Baseline, Known
from giar_lark.settings.problem import SettingsError

KNOWN = [
    Known(code="T3-01", key="t3.new_received.total", id="T3-01-0123456789", text_hash="00aa"),
    Known(code="ST-01", key="", id="ST-01-0123456789", text_hash="00bb"),
]
BASELINE = Baseline({"镇/b.txt": frozenset(KNOWN), "a.txt": frozenset(), "\udc80.txt": frozenset(KNOWN[:1])})
TEXT = """{
  "giar_lark_baseline": 1,
  "files": {
    "a.txt": [],
    "镇/b.txt": [
      {"code": "ST-01", "id": "ST-01-0123456789", "text_hash": "00bb"},
      {"code": "T3-01", "key": "t3.new_received.total", "id": "T3-01-0123456789", "text_hash": "00aa"}
    ],
    "\\udc80.txt": [
      {"code": "T3-01", "key": "t3.new_received.total", "id": "T3-01-0123456789", "text_hash": "00aa"}
    ]
  }
}
"""


def test_text_is_sorted_json_with_a_finding_a_line() -> None:
    assert baseline_text(BASELINE) == TEXT
    turned = Baseline({path: frozenset(reversed(list(known))) for path, known in reversed(BASELINE.files.items())})
    assert baseline_text(turned) == TEXT


@pytest.mark.parametrize("baseline", [BASELINE, Baseline({}), Baseline({"a.txt": frozenset()})])
def test_what_is_written_is_read(tmp_path: Path, baseline: Baseline) -> None:
    path = tmp_path / "b.json"
    path.write_text(baseline_text(baseline), encoding="utf-8")
    json.loads(path.read_text(encoding="utf-8"))
    assert read_baseline(path) == baseline


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{\n  x", 2, "JSON"),
        ("", 1, "JSON"),
        ("[]", 0, "baseline write"),
        ("{}", 0, "baseline write"),
        (TEXT.replace("1,", "2,", 1), 0, "版本"),
        ('{"giar_lark_baseline": 1}', 0, "不完整"),
        ('{"giar_lark_baseline": 1, "files": []}', 0, "不完整"),
        ('{"giar_lark_baseline": 1, "files": {"a": [1]}}', 0, "不完整"),
        ('{"giar_lark_baseline": 1, "files": {"a": [{"code": "T3-01"}]}}', 0, "不完整"),
    ],
)
def test_file_that_is_no_baseline_is_told(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_baseline(path)
    (problem,) = caught.value.problems
    assert problem.line == line
    assert words in problem.message.zh


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        read_baseline(tmp_path / "none.json")
    (tmp_path / "gbk.json").write_bytes("基线".encode("gb18030"))
    with pytest.raises(SettingsError, match="UTF-8"):
        read_baseline(tmp_path / "gbk.json")
