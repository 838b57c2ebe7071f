"""The TextMate grammar, in the engine that VS Code has, against our own tokens."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from editors.colours import Coloured, engine, miscoloured, parts_of, uncoloured
from giar_lark.notation.textmate import textmate_grammar
from giar_lark.source.source import Source

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "corpus" / "reports").glob("*/report.toml"))[::13]
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
# layouts whose labels stand whole on their lines: nothing may be missed, and nothing taken for something else
LAYOUTS = (
    "canonical",
    "bar-lines",
    "blank-lines",
    "csv",
    "dropped-blanks",
    "html",
    "markdown",
    "pipe-rows",
    "tab-led",
    "tab-led-padded",
    "tab-rows",
)
# a label that is broken over three lines and more is not known by each of its pieces; a number always is
BROKEN = ("pdf.pdfminer", "pdf.pdfplumber", "pdf.pdftotext-layout", "tidy.chromium-print", "tidy.w3m")


def patterns() -> Iterator[str]:
    def walk(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (one for key, one in value.items() if key in ("match", "begin", "end", "firstLineMatch"))
            for one in value.values():
                yield from walk(one)
        elif isinstance(value, list):
            for one in value:
                yield from walk(one)

    return walk(textmate_grammar())


def texts(layout: str) -> list[str]:
    paths = [path.parent / f"{layout}.txt" for path in REPORTS]
    found = [path for path in paths if path.exists()] or sorted((ROOT / "corpus" / "reports").glob(f"*/{layout}.txt"))
    return [Source(path.read_text("utf-8")).text for path in found]


def differences(text: str, parts: list[str | None]) -> list[Coloured]:
    return [*uncoloured(text, parts), *miscoloured(text, parts)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_colours_what_our_tokens_say(layout: str) -> None:
    found = texts(layout)
    assert found != []
    assert [differences(text, parts) for text, parts in zip(found, parts_of(found), strict=True)] == [[] for _ in found]


@pytest.mark.parametrize("layout", ["one-line", "portal"])
def test_colours_headings_and_tables_wherever_they_stand(layout: str) -> None:
    found = texts(layout)
    missed = [one for text, parts in zip(found, parts_of(found), strict=True) for one in uncoloured(text, parts)]
    assert {one.part for one in missed} <= {"title", "numbered", "organ", "date"}


@pytest.mark.parametrize("layout", BROKEN)
def test_colours_every_number_and_heading_where_labels_are_broken(layout: str) -> None:
    found = texts(layout)
    assert found != []
    missed = [one for text, parts in zip(found, parts_of(found), strict=True) for one in uncoloured(text, parts)]
    assert {one.part for one in missed} <= {"row", "column", "title"}


@pytest.mark.skipif(not SEEDS, reason="the seeds are not here")
def test_colours_the_seeds() -> None:
    found = [Source(path.read_bytes().decode()).text for path in SEEDS]
    missed = [one for text, parts in zip(found, parts_of(found), strict=True) for one in uncoloured(text, parts)]
    assert {one.part for one in missed} <= {"row"}
    assert [one for one in missed if "\n" not in one.text] == []


def test_counts_as_the_engine_does_behind_an_astral_character() -> None:
    text = "𠮷山县水务局2023年政府信息公开工作年度报告\n一、总体情况\n　　（一）𠮷山。\n"
    assert differences(text, parts_of([text])[0]) == []


def test_a_heading_changes_what_a_word_means() -> None:
    text = "一、总体情况\n行政许可\n二、主动公开政府信息情况\n行政许可\t3\n"
    parts = parts_of([text])[0]
    assert [parts[text.index("行政许可")], parts[text.rindex("行政许可")]] == [None, "row"]


@pytest.mark.parametrize("pattern", sorted(set(patterns())), ids=lambda pattern: pattern[:20])
def test_patterns_are_common_ground(pattern: str) -> None:
    re.compile(pattern)
    assert re.search(r"\(\?P|\(\?>|\(\?[aiLmsux]|[*+?}]\+|\\[AZzGKhHRXpP]", pattern) is None


def test_patterns_are_those_of_javascript_too() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    script = "JSON.parse(require('fs').readFileSync(0, 'utf8')).forEach(pattern => new RegExp(pattern, 'u'))"
    subprocess.run([node, "-e", script], input=json.dumps(list(patterns())).encode(), check=True)


@pytest.mark.parametrize(
    ("line", "known"),
    [
        ("某某县水务局2023年政府信息公开工作年度报告", True),
        ("# 某某县2023年政府信息公开年报", True),
        ("关于做好年度报告工作的通知：一、请各单位报送。", False),
        ("会议纪要", False),
    ],
)
def test_a_file_is_known_by_its_first_line(line: str, known: bool) -> None:
    assert (re.search(textmate_grammar()["firstLineMatch"], line) is not None) is known


def test_the_engine_is_the_one_of_vs_code() -> None:
    engine()
    lock = json.loads((ROOT / "editors" / "textmate" / "package-lock.json").read_text("utf-8"))
    assert {"node_modules/vscode-textmate", "node_modules/vscode-oniguruma"} <= set(lock["packages"])
