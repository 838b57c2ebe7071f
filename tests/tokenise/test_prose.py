"""Lines of prose are the same, whether they are looked for at once or when they are asked for."""

from __future__ import annotations

import pytest

from giar_lark.tokenise.sections.ends import tail_parts
from giar_lark.tokenise.sections.prose import ProseLines, prose_lines
from giar_lark.tokenise.stream import tokens_of


def written(lines: ProseLines) -> list[tuple[str, str]]:
    return [(token.type, lines.text[token.start : token.end]) for token in lines.tokens()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", []),
        (" \n\u3000\n|\n", []),
        ("- 3 -\n", []),
        ("\u3000\u3000全年平稳。 \n\n", [("TEXT", "全年平稳。")]),
        ("- 3 -\n（一）受理。\n第 4 页\n办结。\n第 5 页", [("NUMBERED", "（一）受理。"), ("TEXT", "办结。")]),
        (
            "一是受理。\n2023年办结。\n3.答复。",
            [("NUMBERED", "一是受理。"), ("TEXT", "2023年办结。"), ("NUMBERED", "3.答复。")],
        ),
        ("（\n一）受理。", [("TEXT", "一）受理。")]),
    ],
)
def test_the_lines_that_say_something(text: str, said: list[tuple[str, str]]) -> None:
    lines = prose_lines(text, 0, len(text))
    assert written(lines) == said
    assert bool(lines) == bool(said)
    if said:
        assert (text[lines.start :].startswith(said[0][1]), text[: lines.end].endswith(said[-1][1])) == (True, True)


def test_lines_put_together_keep_what_stands_between_them_out() -> None:
    text = "上文。\n一\t2\n（二）下文。\n"
    parts = [prose_lines(text, 0, 4), prose_lines(text, 8, len(text))]
    joined = ProseLines.of(parts, text)
    assert written(joined) == [("TEXT", "上文。"), ("NUMBERED", "（二）下文。")]
    assert not joined.is_whole
    assert ProseLines.of(parts[:1], text) is parts[0]


@pytest.mark.parametrize("front", ["", "一、其他事项\n"])
@pytest.mark.parametrize("last", ["无其他事项。", "2023年无其他事项。\n（二）同上。"])
def test_what_stands_at_the_end_follows_the_prose_of_the_last_section(front: str, last: str) -> None:
    text = f"{front}{last}\n\n望汐市民政局\n2024年1月20日\n主办单位：望汐市民政局\n"
    parts = list(tail_parts(prose_lines(text, len(front), len(text))))
    prose, *tokens = parts
    assert isinstance(prose, ProseLines) and prose.is_whole
    assert [line for _, line in written(prose)] == last.split("\n")
    assert [(token.type, text[token.start : token.end]) for token in tokens_of(tokens)] == [
        ("ISSUING_ORGAN", "望汐市民政局"),
        ("ISSUED_DATE", "2024年1月20日"),
        ("TEXT", "主办单位：望汐市民政局"),
    ]


def test_an_organ_and_a_date_in_the_last_line_of_the_prose_are_cut_from_it() -> None:
    text = "无其他事项。 望汐市民政局 2024年1月20日"
    parts = tail_parts(prose_lines(text, 0, len(text)))
    assert [(token.type, text[token.start : token.end]) for token in tokens_of(parts)] == [
        ("TEXT", "无其他事项。"),
        ("ISSUING_ORGAN", "望汐市民政局"),
        ("ISSUED_DATE", "2024年1月20日"),
    ]
