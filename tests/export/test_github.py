"""Workflow commands: one line each, whatever stands in a finding."""

from __future__ import annotations

from pathlib import Path

from outcome_sample import hostile, outcome, two_lines

from giar_lark.export.github import github_lines

ROOT = Path("/project")


def test_command_names_the_place_and_says_what_to_do() -> None:
    assert list(github_lines(two_lines(), "zh", ROOT)) == [
        "::error title=T3-01 conservation,file=reports/a.txt,line=2,col=3,endLine=2,endColumn=5"
        "::自然人列：15 ≠ 14，差 1%0A怎么改：与台账核对",
        "::warning title=FM-09 broken-line,file=reports/a.txt,line=1,col=6,endLine=2,endColumn=2::自然人列：15 ≠ 14，差 1",
        "::notice title=ST-01 missing-section,file=reports/a.txt,line=3,col=1,endLine=3,endColumn=1"
        "::自然人列：15 ≠ 14，差 1",
    ]


def test_sound_file_gives_no_line() -> None:
    assert list(github_lines(outcome("共 15 件"), "en", ROOT)) == []


def test_nothing_of_a_finding_begins_or_ends_a_command() -> None:
    [line] = github_lines(hostile(), "en", ROOT)
    assert not any(char < " " for char in line)
    head, _, data = line.removeprefix("::error ").partition("::")
    assert len(head.split(",")) == 6
    assert "file=a/<" in head and "%250A%3A%3Aerror%3A%3A a%2Cb%3Ac" in head
    assert data.count("%0D%0A") == 2 and "%250A::error:: a,b:c" in data


def test_path_is_told_from_the_folder_of_the_project() -> None:
    [line] = github_lines(outcome("共", *two_lines().findings[2:], path="/project/x/../a.txt"), "en", ROOT)
    assert "file=a.txt," in line
    [line] = github_lines(outcome("共", *two_lines().findings[2:], path="/other/a.txt"), "en", ROOT)
    assert "file=/other/a.txt," in line
