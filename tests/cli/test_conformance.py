"""`conformance`: what it prints and writes, and how it ends."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from cli_run import SOUND, run
from rich.cells import cell_len
from typer.testing import Result

from conformance.tiny import PLAIN, SCRIPTS, truth, write_case, write_ledger, write_suite

ENGLISH = ("--lang", "en", "--jobs", "2")


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A suite of two towns, of which one has a number too many for every parser that reads it as it stands."""
    folder = write_suite(tmp_path / "suite", {"sound": PLAIN})
    write_case(folder, "slip", PLAIN.replace("10", "11"))
    return folder


def conform(suite: Path, *arguments: str) -> Result:
    return run("conformance", str(suite), *arguments, *ENGLISH)


# ---------------------------------------------------------------- how it ends


@pytest.mark.parametrize(
    ("adapter", "exit_code", "summary"),
    [
        ("right", 0, "2 pass"),
        ("one-more", 1, "2 fail"),
        ("crashing", 1, "2 error"),
        ("talking", 1, "2 error"),
        ("skipping", 0, "2 skip"),
    ],
)
def test_exit_code_says_whether_all_is_well(tmp_path: Path, adapter: str, exit_code: int, summary: str) -> None:
    done = conform(write_suite(tmp_path, {"a": PLAIN, "b": PLAIN}), "--adapter", adapter)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (exit_code, summary)


def test_parser_that_hangs_is_stopped_and_the_run_fails(suite: Path) -> None:
    done = conform(suite, "--adapter", "hanging", "--timeout", "1", "--only", "*/sound/*")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (1, "1 timeout")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--adapter", "nobody"], "nobody"),
        (["--only", "villages/*"], "villages/*"),
        (["--known", "{folder}/none.toml"], "none.toml"),
        (["--adapter", "right", "--known", "{folder}/stale.toml"], "villages/*"),
        (["--adapter", "right", "--known", "{folder}/broken.toml"], "broken.toml"),
        (["--adapter", "right", "--track", "{folder}/broken.toml"], "broken.toml"),
        (["--adapter", "right", "--known", "{folder}/no-tables.toml"], "no-tables.toml"),
        (["--adapter", "right", "--adapter", "one-more", "--known", "{folder}/stale.toml"], "villages/*"),
        (["--adapter", "right", "--update-golden"], "this parser"),
        (["--adapter", "giar-lark=cat", "--update-golden"], "this parser"),
        (["--adapter", 'mine="x'], '"x'),
        (["--adapter", "mine="], "command is empty"),
        *(
            ([option, path], named)
            for option in ("--track", "--junit", "--html")
            for path, named in (
                ("{folder}/none/out", "none"),
                ("{folder}/broken.toml/out", "broken.toml"),
                ("{folder}/folder", "folder"),
                ("{folder}/closed/out", "closed"),
                ("{folder}/closed.xml", "closed.xml"),
            )
        ),
    ],
)
def test_wrong_usage_is_told_by_name_before_the_run(
    suite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], named: str
) -> None:
    write_ledger(tmp_path / "stale.toml", ("villages/*", "silent", "gone since"))
    (tmp_path / "broken.toml").write_text("[[known]", encoding="utf-8")
    (tmp_path / "no-tables.toml").write_text("known = ['a']", encoding="utf-8")
    for name in ("folder", "closed"):
        (tmp_path / name).mkdir()
    (tmp_path / "closed.xml").touch()
    # whoever runs the tests may be allowed to write anywhere
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK or not Path(path).name.startswith("closed"))
    (suite / "right.py").write_text("open('has-run', 'w').close()", encoding="utf-8")
    parser = [] if "--adapter" in arguments else ["--adapter", "right"]
    done = conform(suite, *parser, *(argument.format(folder=tmp_path) for argument in arguments))
    assert (done.exit_code, done.stdout, (suite / "has-run").exists()) == (2, "", False)
    assert named in done.stderr


def test_what_can_be_written_is_written_over(suite: Path, tmp_path: Path) -> None:
    paths = {option: tmp_path / f"out-{option[2:]}" for option in ("--track", "--junit", "--html")}
    arguments = [str(part) for pair in paths.items() for part in pair]
    sizes = []
    for _ in range(2):
        assert conform(suite, "--adapter", "right", *arguments).exit_code == 1
        sizes.append([path.stat().st_size for path in paths.values()])
    assert sizes[0] == sizes[1] and 0 not in sizes[0]


def test_disk_that_is_full_is_told(suite: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(path: Path, _: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    done = conform(suite, "--adapter", "right", "--junit", str(tmp_path / "out.xml"))
    assert (done.exit_code, "out.xml: No space left" in done.stderr) == (2, True)


def test_folder_that_is_none_or_holds_no_suite_is_wrong_usage(tmp_path: Path) -> None:
    assert conform(tmp_path / "nowhere").exit_code == 2
    assert conform(tmp_path).exit_code == 2
    (tmp_path / "suite.toml").write_text("name = 1\n", encoding="utf-8")
    assert conform(tmp_path).exit_code == 2


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("suite.toml", 'name = "tiny"\nversion = "1"\nadapters = "x"\n'),
        ("reports/slip/truth.json", "[]"),
        ("reports/slip/truth.json", '{"texts": []}'),
        ("reports/slip/truth.json", json.dumps(truth(status="wanted"))),
    ],
)
def test_suite_that_cannot_be_read_is_wrong_usage_and_names_the_file(suite: Path, file: str, text: str) -> None:
    (suite / file).write_text(text, encoding="utf-8")
    done = conform(suite)
    assert (done.exit_code, done.stdout) == (2, "")
    assert str(suite / file) in done.stderr


# ---------------------------------------------------------------- which parser, which cases


def test_any_command_can_be_the_parser(suite: Path) -> None:
    command = shlex.join([sys.executable, str(suite / "right.py")])
    done = conform(suite, "--adapter", f"mine={command}", "--only", "*/sound/*")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 pass")


def test_only_the_cases_that_are_asked_for_are_run(suite: Path) -> None:
    assert conform(suite, "--adapter", "right").exit_code == 1
    done = conform(suite, "--adapter", "right", "--only", "reports/sound/*")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 pass")


def test_several_parsers_stand_side_by_side(suite: Path) -> None:
    done = conform(suite, "--adapter", "right", "--adapter", "one-more", "--adapter", "right", "--only", "*/sound/*")
    [totals] = [line.split() for line in done.stdout.splitlines() if line.startswith("all ")]
    assert totals == ["all", "100%", "0", "0.00%", "2"]
    assert [line for line in done.stdout.splitlines() if line in ("right", "one-more")] == ["right", "one-more"]


def matrix(suite: Path, *names: str) -> list[str]:
    """The table of several parsers that all read what stands there, without what is printed before and after it."""
    command = shlex.join([sys.executable, str(suite / "right.py")])
    parsers = [part for name in names for part in ("--adapter", f"{name}={command}")]
    lines = conform(suite, *parsers, "--only", "*/sound/*").stdout.splitlines()
    return lines[next(number for number, line in enumerate(lines) if line.startswith("layout")) : -1]


def test_parsers_that_do_not_fit_stand_below_each_other(suite: Path) -> None:
    names = [*(f"parser-{number}" for number in range(7)), "望汐市公开年报解析器"]
    lines = matrix(suite, *names)
    blocks = [names[:4], names[4:]]
    assert [line.split() for line in lines] == [
        row
        for block in blocks
        for row in (["layout", *block], ["canonical", *["100%", "0"] * 4], ["all", *["100%", "0"] * 4])
    ]
    assert max(map(cell_len, lines)) <= 80


def test_name_of_a_parser_that_is_wider_than_the_terminal_is_not_cut(suite: Path) -> None:
    long = "x" * 100
    heads = [line.split()[1:] for line in matrix(suite, "a", long, "b") if line.startswith("layout")]
    assert heads == [["a"], [long], ["b"]]


def test_all_runs_every_parser_of_the_suite_and_this_one(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {"a": PLAIN})
    right = (folder / "right.py").read_text("utf-8")
    for name in SCRIPTS:
        (folder / f"{name}.py").write_text(right, encoding="utf-8")
    names = ["giar-lark", *SCRIPTS]
    lines = conform(folder, "--adapter", "all").stdout.splitlines()
    assert [line for line in lines if line in names] == names
    assert lines.count("1 pass") == len(SCRIPTS)


# ---------------------------------------------------------------- what it says


def test_failing_case_is_named_with_its_reason(suite: Path) -> None:
    lines = conform(suite, "--adapter", "right").stdout.splitlines()
    assert [line for line in lines if line.startswith("fail")] == ["fail    reports/slip/plain"]
    at = lines.index("fail    reports/slip/plain")
    assert lines[at + 1].strip() == "silently wrong: t3.granted.total = 10 (given), read as 11"


def test_number_of_jobs_does_not_show(suite: Path) -> None:
    for number in range(4):
        write_case(suite, f"town-{number}", PLAIN)
    one = run("conformance", str(suite), "--adapter", "right", "--jobs", "1", "--lang", "en")
    four = run("conformance", str(suite), "--adapter", "right", "--jobs", "4", "--lang", "en")
    assert (one.exit_code, one.stdout.splitlines()[-1]) == (1, "5 pass, 1 fail")
    assert (one.exit_code, one.stdout) == (four.exit_code, four.stdout)


def test_names_of_cases_are_no_markup(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {"[red]:warning:": PLAIN})
    assert "fail    reports/[red]:warning:/plain" in conform(folder, "--adapter", "one-more").stdout.splitlines()


def test_known_failures_of_a_suite_are_its_own(suite: Path) -> None:
    write_ledger(suite / "expected-failures" / "right.toml", ("reports/slip/*", "silent", "a slip"))
    done = conform(suite, "--adapter", "right")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "1 pass, 1 xfail")


def test_known_failures_may_stand_elsewhere_and_end_with_the_failure(suite: Path, tmp_path: Path) -> None:
    known = write_ledger(tmp_path / "known.toml", ("reports/*/plain", "silent", "a slip"))
    done = conform(suite, "--adapter", "right", "--known", str(known))
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (1, "1 xfail, 1 xpass")


# ---------------------------------------------------------------- what it keeps and writes


def test_second_run_tells_only_what_has_changed(suite: Path, tmp_path: Path) -> None:
    def told() -> list[str]:
        lines = conform(suite, "--adapter", "right", "--track", str(tmp_path / "last.json")).stdout.splitlines()
        return lines[: next(number for number, line in enumerate(lines) if line.startswith("layout"))]

    assert told() == ["- → fail  reports/slip/plain", "- → pass  reports/sound/plain"]
    assert told() == ["as in the last run"]
    (suite / "reports" / "slip" / "plain.txt").write_text(PLAIN, encoding="utf-8")
    assert told() == ["fail → pass  reports/slip/plain"]


def test_cases_that_are_left_out_stay_in_the_memory_and_are_not_told(suite: Path, tmp_path: Path) -> None:
    track = tmp_path / "last.json"
    before = {"reports/gone/plain": "pass", "reports/slip/plain": "pass", "reports/sound/plain": "fail"}
    track.write_text(json.dumps({"right": before, "naive": before}), encoding="utf-8")
    done = conform(suite, "--adapter", "right", "--track", str(track), "--only", "reports/sound/*")
    assert [line for line in done.stdout.splitlines() if "→" in line] == ["fail → pass  reports/sound/plain"]
    after = {**before, "reports/sound/plain": "pass"}
    assert json.loads(track.read_text("utf-8")) == {"right": after, "naive": before}
    done = conform(suite, "--adapter", "right", "--track", str(track))
    assert [line for line in done.stdout.splitlines() if "→" in line] == [
        "pass → -  reports/gone/plain",
        "pass → fail  reports/slip/plain",
    ]


def test_each_parser_has_a_memory_of_its_own(suite: Path, tmp_path: Path) -> None:
    track = tmp_path / "last.json"
    for adapter in ("right", "one-more"):
        conform(suite, "--adapter", adapter, "--track", str(track))
    assert json.loads(track.read_text("utf-8")) == {
        "right": {"reports/slip/plain": "fail", "reports/sound/plain": "pass"},
        "one-more": {"reports/slip/plain": "fail", "reports/sound/plain": "fail"},
    }


def test_file_that_is_no_memory_is_left_alone(suite: Path, tmp_path: Path) -> None:
    track = tmp_path / "notes.json"
    track.write_text("[]", encoding="utf-8")
    assert conform(suite, "--adapter", "right", "--track", str(track)).exit_code == 2
    assert track.read_text("utf-8") == "[]"


def test_junit_has_every_case_of_every_parser(suite: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.xml"
    conform(suite, "--adapter", "right", "--adapter", "crashing", "--junit", str(path))
    right, crashing = ElementTree.parse(path).getroot()
    counts = {"tests": "2", "failures": "0", "errors": "0", "skipped": "0"}
    assert right.attrib == {"name": "tiny (right)", **counts, "failures": "1"}
    assert crashing.attrib == {"name": "tiny (crashing)", **counts, "errors": "2"}


def test_page_names_every_case(suite: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    conform(suite, "--adapter", "right", "--html", str(path))
    page = path.read_text("utf-8")
    assert '<html lang="en">' in page and "tiny 1.2.3" in page
    for name, status in (("slip", "fail"), ("sound", "pass")):
        assert f"{status}</b> reports/{name}/plain</summary>" in page


# ---------------------------------------------------------------- new expectations

REPORT = {"cells": {"t3.granted.total": 11, "t3.carried_in.total": 2}, "metadata": {"year": 2023}}


def test_new_expectation_is_shown_and_written(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {})
    truth = write_case(folder, "a", SOUND, **REPORT) / "truth.json"
    assert conform(folder).exit_code == 1
    done = conform(folder, "--update-golden")
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].split() == ["reports/a/plain", "t3.granted.total", "11", "10"]
    assert json.loads(truth.read_text("utf-8"))["cells"] == {"t3.granted.total": 10, "t3.carried_in.total": 2}
    assert conform(folder).exit_code == 0


def test_new_expectation_of_a_text_that_does_not_parse_is_refused(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {})
    truth = write_case(folder, "a", "买菜清单\n白菜 两斤\n", **REPORT) / "truth.json"
    before = truth.read_bytes()
    done = conform(folder, "--update-golden")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1].split()[:2] == ["reports/a/plain", "refused"]
    assert truth.read_bytes() == before


def test_new_metadata_is_shown_and_written(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {})
    truth_file = write_case(folder, "a", SOUND, cells={"t3.granted.total": 10}, metadata={"year": 2022}) / "truth.json"
    assert conform(folder).exit_code == 1
    done = conform(folder, "--update-golden")
    assert (done.exit_code, done.stdout.splitlines()[-1].split()) == (
        0,
        ["reports/a/plain", "metadata.year", "2022", "2023"],
    )
    assert json.loads(truth_file.read_text("utf-8"))["metadata"] == {"year": 2023}
    assert conform(folder).exit_code == 0


def test_text_that_gets_no_answer_is_refused_as_an_expectation(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {"a": SOUND})
    (folder / "reports" / "a" / "plain.txt").unlink()
    done = conform(folder, "--update-golden")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1].split()[:3] == ["reports/a/plain", "refused", "error:"]


def test_expectations_that_hold_stay_as_they_are(tmp_path: Path) -> None:
    folder = write_suite(tmp_path, {})
    truth = write_case(folder, "a", SOUND, cells={"t3.granted.total": 10}) / "truth.json"
    before = truth.read_bytes()
    done = conform(folder, "--update-golden")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "the expectations stay as they are")
    assert truth.read_bytes() == before
