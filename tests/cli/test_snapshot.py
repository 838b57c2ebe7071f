"""What has changed on disk, by the stamps of files."""

from __future__ import annotations

import os
from pathlib import Path

from giar_lark.cli.checking.snapshot import Changes, Snapshot, Stamp, changes, settled, snapshot
from giar_lark.containers.files import Found

A, B = Found("a.txt"), Found("b.txt")
OLD, HALF, NEW = Stamp(1, 10, 1), Stamp(2, 5, 1), Stamp(3, 20, 1)


def reports(**stamps: Stamp) -> Snapshot:
    return Snapshot({Found(f"{name}.txt"): stamp for name, stamp in stamps.items()}, {})


def test_changes_are_what_is_new_other_and_gone() -> None:
    c = Found("c.txt")
    found = changes(reports(a=OLD, b=OLD), reports(a=NEW, c=OLD))
    assert found == Changes((A, c), (B,), ())
    assert not changes(reports(a=OLD), reports(a=OLD))


def test_what_is_being_written_is_left_until_it_stands_still() -> None:
    known = reports(a=OLD, b=OLD)
    assert settled(known, reports(a=OLD, b=OLD), reports(a=HALF, b=OLD)) == known
    assert settled(known, reports(a=HALF, b=OLD), reports(a=NEW, b=OLD)) == known
    assert settled(known, reports(a=NEW, b=OLD), reports(a=NEW, b=OLD)) == reports(a=NEW, b=OLD)


def test_what_an_editor_moves_away_and_back_is_not_gone() -> None:
    known = reports(a=OLD)
    assert settled(known, reports(a=OLD), reports()) == known
    assert settled(known, reports(), reports(a=NEW)) == known
    assert settled(known, reports(), reports()) == reports()


def test_a_new_file_is_taken_when_it_is_whole() -> None:
    assert settled(reports(), reports(), reports(a=HALF)) == reports()
    assert settled(reports(), reports(a=NEW), reports(a=NEW)) == reports(a=NEW)


def test_reports_and_the_files_that_judge_them_are_seen(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("giar-lark.toml", "in/a.txt", "in/giar-lark.dismissals.toml", "known.json"):
        (tmp_path / name).write_text("", "utf-8")
    now = snapshot([str(tmp_path / "in")], [str(tmp_path / "known.json")])
    assert [os.path.relpath(found.path, tmp_path) for found in now.reports] == [os.path.join("in", "a.txt")]
    within = {os.path.relpath(path, tmp_path) for path in now.words if path.startswith(str(tmp_path))}
    assert within == {"giar-lark.toml", os.path.join("in", "giar-lark.dismissals.toml"), "known.json"}
