"""Semantic tokens are the terminals of the grammar."""

from __future__ import annotations

from collections.abc import Iterator

from analysed import SOUND, analysed, at

from giar_lark.lsp.analysis import Analysis
from giar_lark.lsp.semantic import LEGEND, semantic_tokens
from giar_lark.source.span import Span


def unpacked(analysis: Analysis, within: Span | None = None) -> Iterator[tuple[str, str, int]]:
    """The tokens as text, type and modifiers."""
    data = semantic_tokens(analysis, within).data
    lines = analysis.text.splitlines()
    line = column = 0
    for n in range(0, len(data), 5):
        step, shift, length, kind, modifiers = data[n : n + 5]
        line, column = line + step, shift if step else column + shift
        raw = lines[line].encode("utf-16-le")[2 * column : 2 * (column + length)]
        yield raw.decode("utf-16-le"), LEGEND.token_types[kind], modifiers


def test_headings_labels_and_numbers_have_their_types() -> None:
    found = list(unpacked(analysed(SOUND)))
    assert found[0] == ("海角市住房和城乡建设局2023年政府信息公开工作年度报告", "keyword", 0)
    start = found.index(("二、主动公开政府信息情况", "keyword", 0))
    assert found[start + 1 : start + 7] == [
        ("第二十条第（一）项", "class", 0),
        ("信息内容 本年制发件数 本年废止件数 现行有效件数", "parameter", 0),
        ("规章", "property", 0),
        ("0", "number", 0),
        ("0", "number", 0),
        ("0", "number", 0),
    ]
    assert ("（一）", "operator", 0) in found
    assert len([one for one in found if one[1] == "number"]) == 200


def test_marks_and_what_is_no_number_have_types_of_their_own() -> None:
    text = SOUND.replace("规章\t0\t0\t0", "规章\t/\t若干\t")
    found = list(unpacked(analysed(text)))
    start = found.index(("规章", "property", 0))
    assert found[start + 1 : start + 4] == [
        ("/", "comment", 0),
        ("若干", "regexp", 0),
        ("行政规范性文件", "property", 0),
    ]


def test_an_astral_character_in_front_moves_nothing() -> None:
    found = list(unpacked(analysed(SOUND.replace("规章\t0\t0\t0", "规章\t𠮷\t5\t0"))))
    start = found.index(("规章", "property", 0))
    assert found[start + 1 : start + 4] == [("𠮷", "regexp", 0), ("5", "number", 0), ("0", "number", 0)]


def test_a_stretch_has_its_own_tokens_only() -> None:
    start = at(SOUND, "规章")
    analysis = analysed(SOUND)
    found = list(unpacked(analysis, Span(start, start + len("规章\t0\t0\t0"))))
    assert [one[0] for one in found] == ["规章", "0", "0", "0"]
