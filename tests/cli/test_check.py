"""`giar-lark check`: exit codes, inputs, formats."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_run import BROKEN, SOUND, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, one of them wrong, in a folder with other things."""
    (tmp_path / "b.txt").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.md").write_text(SOUND, encoding="utf-8")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    (tmp_path / "data.bin").write_bytes(b"\x00\x01")
    return tmp_path


def test_sound_report_exits_0_and_prints_nothing_on_stdout(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SOUND, encoding="utf-8")
    done = run("check", str(path))
    assert (done.exit_code, done.stdout) == (0, "")
    assert "检查了 1 个文件" in done.stderr


def test_wrong_report_exits_1_with_the_finding_at_its_place(folder: Path) -> None:
    done = run("check", str(folder / "b.txt"), "--select", "T3-01", "--output-format", "concise")
    assert done.exit_code == 1
    line = next(line for line in done.stdout.splitlines() if "T3-01" in line)
    assert line.startswith(f"{folder / 'b.txt'}:55:")


def test_fail_on_sets_the_level(folder: Path) -> None:
    path = str(folder / "b.txt")
    (folder / "b.txt").write_text(SOUND.replace("行政规范性文件\t1", "规范性文件\t1"), encoding="utf-8")
    assert run("check", path, "--select", "T2-09").exit_code == 0
    assert run("check", path, "--select", "T2-09", "--fail-on", "warning").exit_code == 1


def test_folder_is_walked_in_order_without_other_files(folder: Path) -> None:
    done = run("check", str(folder), "--output-format", "json", "--select", "T3")
    assert {entry["path"] for entry in json.loads(done.stdout)} == {str(folder / "b.txt")}
    assert "检查了 2 个文件" in done.stderr


def test_glob_is_expanded(folder: Path) -> None:
    assert "检查了 2 个文件" in run("check", str(folder / "**" / "*.*t"), str(folder / "sub")).stderr


def test_stdin_is_read_as_bytes() -> None:
    done = run("check", "-", "--select", "T3-01", "--output-format", "concise", stdin=BROKEN.encode("gb18030"))
    assert done.exit_code == 1
    assert done.stdout.startswith("-:55:")


def test_missing_path_is_wrong_usage() -> None:
    done = run("check", "nowhere.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nowhere.txt" in done.stderr


def test_unknown_code_is_wrong_usage_and_names_the_nearest(folder: Path) -> None:
    done = run("check", str(folder), "--select", "T3-99,conservaton")
    assert done.exit_code == 2
    assert "T3-0" in done.stderr


def test_unknown_option_value_is_wrong_usage(folder: Path) -> None:
    assert run("check", str(folder), "--output-format", "xml").exit_code == 2


def test_json_is_an_array_and_jsonl_the_same_objects(folder: Path) -> None:
    entries = json.loads(run("check", str(folder), "--output-format", "json").stdout)
    lines = run("check", str(folder), "--output-format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == entries
    assert {"path", "code", "name", "severity", "message", "span", "line", "column", "key", "id"} <= set(entries[0])
    assert [entry["span"] for entry in entries] == sorted(entry["span"] for entry in entries)


def test_clean_json_is_an_empty_array_and_clean_jsonl_is_empty(folder: Path) -> None:
    path = str(folder / "sub")
    assert json.loads(run("check", path, "--output-format", "json").stdout) == []
    assert run("check", path, "--output-format", "jsonl").stdout == ""


def test_fault_in_one_file_leaves_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    module = sys.modules["giar_lark.pipeline"]
    sound = module.check

    def faulty(source: object, config: object) -> object:
        if str(getattr(source, "name", "")).endswith("a.md"):
            raise KeyError("secret")
        return sound(source, config)

    monkeypatch.setattr(module, "check", faulty)
    done = run("check", str(folder), "--output-format", "concise")
    assert done.exit_code == 3
    assert "b.txt" in done.stdout
    assert "Traceback" not in done.stderr and "KeyError" in done.stderr
    assert "Traceback" in run("check", str(folder), "--debug").stderr


def test_language_is_asked_for_or_set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(folder / "b.txt")
    assert "found" in run("check", path, "--lang", "en").stderr
    monkeypatch.setenv("GIAR_LANG", "en")
    assert "found" in run("check", path).stderr
    assert "检查了" in run("check", path, "--lang", "zh").stderr
