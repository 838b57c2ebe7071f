"""Report text is printed as it stands; colour is never the only sign."""

from __future__ import annotations

import io

import pytest
from render_cases import row_does_not_add_up
from render_sample import document, draw, finding, text_span
from rich.text import Text as Styled

from giar_lark.lang import Text
from giar_lark.render.concise import concise_lines
from giar_lark.render.page import console_for


def test_report_text_is_never_markup() -> None:
    found = document(text="标题 [red]不是颜色[/red] :warning: [link=x]\n")
    message = Text("这里写着 [bold]和 :smile:", "[bold] and :smile:")
    drawn = draw(found, [finding(text_span(found, "[red]"), message=message)])
    assert "[red]不是颜色[/red] :warning: [link=x]" in drawn
    assert "这里写着 [bold]和 :smile:" in drawn


def test_colour_adds_nothing_to_the_words() -> None:
    found, findings = row_does_not_add_up()
    drawn = Styled.from_ansi(draw(found, findings, colour=True)).plain
    assert drawn.rstrip("\n") == draw(found, findings).rstrip("\n")


def test_no_color_prints_no_escape_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = io.StringIO()
    console_for(out).print(Styled("错误", style="bold red"))
    assert out.getvalue() == "错误\n"


def test_concise_line_stands_alone() -> None:
    found = document(text="甲\n乙丙\n")
    line = list(concise_lines("a.txt", found.source, [finding(text_span(found, "丙"))], "en"))
    assert line == ["a.txt:2:2: T3-01 error column natural person: 15 is not 14, difference 1"]
