"""The lists of the suite say the same as the reader of suites, and the checksums can be checked."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from generator.index import LISTS, checksums, lists

from giar_lark.conformance.suite import read_suite

CORPUS = Path(__file__).parents[2] / "corpus"


def test_lists_have_the_cases_of_their_template_and_status() -> None:
    cases = read_suite(CORPUS).cases
    texts = lists(CORPUS)
    listed = {name: texts[f"lists/{name}.txt"].splitlines()[1:] for name in LISTS}
    assert listed == {name: [case.name for case in cases if name in (case.template, case.status)] for name in LISTS}
    assert [name for name in LISTS if not listed[name]] == []


def test_list_without_cases_says_what_it_is(tmp_path: Path) -> None:
    assert lists(tmp_path) == {f"lists/{name}.txt": f"# {about}\n" for name, about in LISTS.items()}


def test_checksums_are_of_texts_truths_lists_and_the_suite_itself(tmp_path: Path) -> None:
    files = {
        "anything/c/c.txt": b"",
        "changes/b.json": b"{}\n",
        "changes/b.txt": b"b\r\n",
        "lists/2021.txt": b"# none\n",
        "reports/a/canonical.txt": b"a",
        "reports/a/truth.json": b"{}",
        "suite.toml": b"",
    }
    left_out = {
        "README.md": b"",
        "changes.toml": b"",
        "converters.txt": b"",
        "reports/a/converted.json": b"{}",
        "reports/a/report.toml": b"",
        "schema/truth.schema.json": b"{}",
    }
    for name, data in {**files, **left_out}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert checksums(tmp_path) == "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
