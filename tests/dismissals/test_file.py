"""What a file of dismissals says, and what is wrong with it, at its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from giar_lark.dismissals.dismissal import Dismissal
from giar_lark.dismissals.file import dismissals_in, read_dismissals
from giar_lark.dismissals.find import FILE_NAME, DismissalsFinder
from giar_lark.settings.problem import SettingsError

ENTRY = "[[dismiss]]\nfile = 'a.txt'\ncode = 'T3-01'\nreason = 'x'\n"


def test_entries_are_read_in_order() -> None:
    text = (
        "# ours\n[[dismiss]]\nfile = '**/2023.txt'\ncode = 'row-total'\nkey = 't3.granted.total'\n"
        "id = 'T3-03-0123456789'\ntext = '12'\nreason = '已核'\nuntil = 2026-12-31\n\n"
    )
    found = dismissals_in(text + ENTRY, Path("/reports/x.toml"))
    assert found.folder == Path("/reports")
    assert found.entries == (
        Dismissal(
            index=0,
            file="**/2023.txt",
            code="T3-03",
            name="row-total",
            reason="已核",
            key="t3.granted.total",
            id="T3-03-0123456789",
            text="12",
            until=date(2026, 12, 31),
        ),
        Dismissal(index=1, file="a.txt", code="T3-01", name="conservation", reason="x"),
    )


def test_empty_file_has_none() -> None:
    assert dismissals_in("", Path("x.toml")).entries == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[[dismis]]\n", 1, "dismiss"),
        ("[dismiss]\nfile = 'a.txt'\n", 1, "[[dismiss]]"),
        ("dismiss = [1]\n", 1, "[[dismiss]]"),
        (ENTRY + "[[dismiss]]\ncode = 'T3-01'\nreason = 'x'\n", 5, "file"),
        (ENTRY + "[[dismiss]]\nfile = 'a.txt'\nreason = 'x'\n", 5, "code"),
        (ENTRY + "[[dismiss]]\nfile = 'a.txt'\ncode = 'T3-01'\n", 5, "原因"),
        (ENTRY.replace("'x'", "' '"), 4, "reason"),
        (ENTRY.replace("T3-01", "T3"), 3, "没有这条规则"),
        (ENTRY.replace("T3-01", "conservaton"), 3, "conservation"),
        (ENTRY.replace("a.txt", "/etc/a.txt"), 2, "文件夹"),
        (ENTRY.replace("a.txt", "..\\\\a.txt"), 2, "文件夹"),
        (ENTRY + "until = '2026-12-31'\n", 5, "不加引号"),
        (ENTRY + "until = 2026-12-31T08:00:00\n", 5, "日期"),
        (ENTRY + "until = 2026-13-01\n", 5, "TOML"),
        (ENTRY + "untill = 2026-12-31\n", 5, "until"),
        (ENTRY + "key = 3\n", 5, "字符串"),
        (ENTRY + "text = ''\n", 5, "空"),
    ],
)
def test_mistake_is_told_at_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SettingsError) as caught:
        dismissals_in(text, Path(FILE_NAME))
    (problem,) = caught.value.problems
    assert problem.line == line
    assert words in problem.message.zh


def test_nearest_file_above_speaks_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "county" / "town").mkdir(parents=True)
    finder = DismissalsFinder()
    assert finder.above(tmp_path / "county") is None
    (tmp_path / "county" / FILE_NAME).write_text(ENTRY, encoding="utf-8")
    assert DismissalsFinder().above(tmp_path / "county" / "town") == read_dismissals(tmp_path / "county" / FILE_NAME)
    (tmp_path / "county" / "town" / FILE_NAME).write_text("", encoding="utf-8")
    nearest = DismissalsFinder().above(tmp_path / "county" / "town")
    assert nearest is not None and nearest.entries == ()
