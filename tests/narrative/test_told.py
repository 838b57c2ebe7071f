"""What a paragraph tells is one thing wherever it stands: rules ask it once, and the place is that of the passage beside it."""

from __future__ import annotations

from giar_lark.model.part import Part
from giar_lark.model.prose import Prose
from giar_lark.narrative.figure import Figure
from giar_lark.narrative.reader import read_narrative
from giar_lark.narrative.told import Told
from giar_lark.source.span import Span
from giar_lark.tokenise.sections.prose import prose_lines

_TEXT = "收到政府信息公开申请26件，办结25件。"


def _part(*lines: str, start: int = 0) -> Part:
    text = "\n".join(lines)
    return Part("overview", start, Prose(prose_lines(text, 0, len(text))).stretch)


def test_a_paragraph_that_comes_again_is_asked_once_and_found_where_it_stands() -> None:
    asked: list[Told] = []

    def settled(told: Told) -> list[Figure]:
        asked.append(told)
        return [figure for figure in told.figures if figure.subject.event == "COMPLETE"]

    narrative = read_narrative([_part(_TEXT, "无关的话。", _TEXT)], 2023)
    again = read_narrative([_part(_TEXT, "另一句无关的话。", start=100)], 2023)
    found = [*narrative.each(settled), *again.each(settled)]
    assert [figure.span_in(passage) for passage, figure in found] == [Span(16, 19), Span(43, 46), Span(116, 119)]
    assert len(asked) == 1


def test_paragraphs_that_differ_in_their_digits_keep_their_own_numbers() -> None:
    other = _TEXT.replace("26", "48").replace("25", "47")
    narrative = read_narrative([_part(_TEXT, other)], 2023)
    assert [int(figure.quantity.value) for _, figure in narrative.each(lambda told: told.figures)] == [26, 25, 48, 47]
