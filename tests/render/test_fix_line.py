"""The closing line about fixes says what is gone, what could go, and nothing where there is nothing to say."""

from __future__ import annotations

import pytest

from giar_lark.render.fix_line import fix_line
from giar_lark.render.summary import Tally


@pytest.mark.parametrize(
    ("tally", "zh", "en"),
    [
        (Tally(), "", ""),
        (Tally(fixed=1), "已改好 1 处\n", "fixed 1 finding\n"),
        (Tally(fixable=2), "2 处可用 --fix 自动改\n", "2 fixable with --fix\n"),
        (
            Tally(fixed=2, suggested=1),
            "已改好 2 处；1 处可用 --unsafe-fixes 按建议改，改后须核对\n",
            "fixed 2 findings; 1 more with --unsafe-fixes, to be checked afterwards\n",
        ),
    ],
)
def test_line_counts(tally: Tally, zh: str, en: str) -> None:
    assert (fix_line(tally, "zh"), fix_line(tally, "en")) == (zh, en)


def test_line_says_what_would_be_fixed() -> None:
    assert fix_line(Tally(fixed=3), "zh", written=False) == "可改好 3 处\n"
    assert fix_line(Tally(fixed=3), "en", written=False) == "would fix 3 findings\n"
