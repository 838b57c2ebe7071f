"""`check` with configuration files: which one holds, what it does, and how it ends where one is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_run import run

from giar_lark.lean.resources import read_sample

# a number of table 3 that fits neither its row nor its column
BROKEN = read_sample("2021").replace("（一）予以公开\t6", "（一）予以公开\t5")
CONCISE = ("--output-format", "concise")


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where no configuration of this project holds."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def report(tmp_path: Path) -> str:
    """A report in a folder of its own; it has errors of T3-02 and T3-03."""
    (tmp_path / "reports" / "town").mkdir(parents=True)
    path = tmp_path / "reports" / "town" / "2023.txt"
    path.write_text(BROKEN, encoding="utf-8")
    return str(path)


def configure(folder: str, text: str, name: str = "giar-lark.toml") -> str:
    path = Path(folder) / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def codes(*arguments: str) -> list[str]:
    """The codes that `check` reports."""
    return [line.split()[1] for line in run("check", *arguments, *CONCISE).stdout.splitlines()]


def test_rules_and_severities_of_the_file_hold(report: str) -> None:
    assert codes(report) == ["T3-02", "T3-03"]
    configure("reports", "ignore = ['T3-02']")
    assert codes(report) == ["T3-03"]
    configure("reports", "[severity]\nT3-03 = 'off'\nT3-02 = 'warning'")
    done = run("check", report, *CONCISE)
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
    assert "T3-02 警告" in done.stdout
    assert run("check", report, "--fail-on", "warning").exit_code == 1


def test_what_holds_for_the_run_is_taken_from_the_file(report: str) -> None:
    configure("reports", "fail-on = 'warning'\nlang = 'en'\noutput-format = 'concise'\n[severity]\nT3 = 'warning'")
    done = run("check", report)
    assert done.exit_code == 1
    assert ": T3-02 warning column" in done.stdout
    assert "found 0 errors" in done.stderr


def test_command_line_wins(report: str) -> None:
    configure(
        "reports", "fail-on = 'info'\nlang = 'en'\noutput-format = 'json'\nignore = ['T3-02']\n[severity]\nT3 = 'info'"
    )
    done = run("check", report, "--fail-on", "error", "--lang", "zh", *CONCISE)
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)
    assert "T3-03 提示" in done.stdout
    assert codes(report, "--ignore", "T3-03") == ["T3-02"]


def test_rules_that_are_selected_by_hand_are_wanted(report: str) -> None:
    configure("reports", "select = ['T2']\nignore = ['T3-02']\n[severity]\nT3-03 = 'off'")
    assert codes(report) == []
    assert codes(report, "--select", "T3") == ["T3-02", "T3-03"]


def test_language_of_the_surroundings_wins_over_the_file(report: str, monkeypatch: pytest.MonkeyPatch) -> None:
    configure("reports", "lang = 'en'")
    monkeypatch.setenv("GIAR_LANG", "zh")
    assert "检查了" in run("check", report).stderr


def test_each_report_is_judged_by_the_nearest_file(report: str) -> None:
    other = Path("reports", "village")
    other.mkdir()
    (other / "2023.txt").write_text(BROKEN, encoding="utf-8")
    configure("reports/town", "ignore = ['T3-02']")
    configure("reports", "ignore = ['T3-03']")
    assert codes("reports") == ["T3-03", "T3-02"]


def test_reports_without_a_file_are_judged_by_that_of_the_working_directory(
    tmp_path: Path, report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "work").mkdir()
    configure("work", "ignore = ['T3-02']")
    monkeypatch.chdir(tmp_path / "work")
    assert codes(report) == ["T3-03"]
    configure("../reports", "")
    assert codes(report) == ["T3-02", "T3-03"]


def test_standard_input_is_judged_by_the_file_of_the_working_directory() -> None:
    configure(".", "ignore = ['T3-02']")
    done = run("check", "-", *CONCISE, stdin=BROKEN.encode())
    assert "T3-02" not in done.stdout and "T3-03" in done.stdout


def test_file_can_be_named_or_none_be_wanted(report: str) -> None:
    configure("reports", "ignore = ['T3-02']")
    named = configure(".", "ignore = ['T3-03']", "mine.toml")
    assert codes(report, "--config", named) == ["T3-02"]
    assert codes(report, "--isolated") == ["T3-02", "T3-03"]
    assert run("check", report, "--isolated", "--config", named).exit_code == 2
    assert run("check", report, "--config", "nowhere.toml").exit_code == 2


def test_mistake_in_the_file_ends_the_run_before_it_begins(report: str) -> None:
    configure("reports", "lang = 'zh'\n[severity]\nconservaton = 'off'\n")
    done = run("check", report)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "giar-lark: reports/giar-lark.toml:3:1: 没有这条规则：conservaton；是否指 conservation？",
        "  3 | conservaton = 'off'",
        "    | ^^^^^^^^^^^",
    ]
    english = run("check", report, "--lang", "en").stderr
    assert "no such rule: conservaton; did you mean conservation?" in english


def test_mark_stands_below_wide_characters(report: str) -> None:
    configure("reports", "lang = '中文'")
    assert run("check", report).stderr.splitlines()[1:] == ["  1 | lang = '中文'", "    |         ^^^^"]


def test_schemas_are_printed() -> None:
    for name in ("config", "finding", "report"):
        assert '"$schema"' in run("schema", name).stdout


def test_format_of_the_file_is_that_of_standard_output_alone(report: str) -> None:
    configure("reports", "output-format = 'github'")
    assert run("check", report).stdout.startswith("::")
    assert run("check", report, "-o", "found.jsonl").exit_code == 1
    assert Path("found.jsonl").read_text(encoding="utf-8").startswith("{")
