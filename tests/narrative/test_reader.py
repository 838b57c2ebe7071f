"""What sentences say in numbers: of what, of which year, exactly or not, and of how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giar_lark.model.part import Part
from giar_lark.model.passage import Passage
from giar_lark.model.stretch import Stretch
from giar_lark.narrative import reader
from giar_lark.narrative.figure import Figure
from giar_lark.narrative.reader import read_narrative
from giar_lark.narrative.told import Told
from giar_lark.source.span import Span
from synthetic.strategies import REPEATABLE


def narrative(text: str, section: str = "overview") -> Told:
    found = read_narrative([part_of(text, section)], 2023).each(lambda told: [told])
    return found[0][1] if found else Told()


def part_of(text: str, section: str) -> Part:
    """A section of one passage."""
    passage = Passage("", text, range(len(text)), Span(0, len(text)))
    return Part(section, 0, Stretch.of_passages(text, [passage]))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """The whole numbers of a text with what happened and to what."""
    return [
        (
            str(figure.quantity.value),
            figure.subject.event or "+".join(figure.subject.outcomes) or None,
            figure.subject.thing,
        )
        for figure in narrative(text).figures
        if figure.is_whole and figure.quantity.unit in ("件", "元")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "全年新收政府信息公开申请26件，上年结转2件，办结27件，结转下年度1件。",
            [
                ("26", "RECEIVE", "APPLICATION"),
                ("2", "CARRIED_IN", "APPLICATION"),
                ("27", "COMPLETE", "APPLICATION"),
                ("1", "CARRIED_FORWARD", "APPLICATION"),
            ],
        ),
        ("共收到26件政府信息公开申请。", [("26", "RECEIVE", "APPLICATION")]),
        (
            "答复政府信息公开申请27件，其中2件是上年转来的；另有1件未到期限，转到下年。",
            [
                ("27", "COMPLETE", "APPLICATION"),
                ("2", "CARRIED_IN", "APPLICATION"),
                ("1", "CARRIED_FORWARD", "APPLICATION"),
            ],
        ),
        (
            "办结的申请中，予以公开和部分公开合计11件。",
            [("11", "GRANTED+PARTIALLY_GRANTED", "APPLICATION")],
        ),
        (
            "收到人大代表建议6件，收到补正材料3件。",
            [("6", "RECEIVE", "ANOTHER_THING")],
        ),
        ("2022年收到政府信息公开申请31件，2023年新收26件。", [("26", "RECEIVE", "APPLICATION")]),
        ("上半年收到政府信息公开申请11件，全年新收26件。", [("26", "RECEIVE", "APPLICATION")]),
        ("通过网络收到政府信息公开申请19件。", []),
        ("收到政府信息公开申请约20件。", []),
        ("约2023年收到政府信息公开申请20件。", [("20", "RECEIVE", "APPLICATION")]),
        ("自2008年以来，累计收到政府信息公开申请431件。", []),
        ("办结27件，其中延期答复2件。", [("27", "COMPLETE", None)]),
        ("交通类行政处罚452件，作出行政处罚486件。", [("486", "MAKE", "PENALTIES")]),
        (
            "制发行政规范性文件3件，废止1件，现行有效15件。",
            [
                ("3", "ISSUE", "NORMATIVE_DOCUMENTS"),
                ("1", "REPEAL", "NORMATIVE_DOCUMENTS"),
                ("15", "IN_FORCE", "NORMATIVE_DOCUMENTS"),
            ],
        ),
        (
            "发出收费通知1件，通知金额300元，实际收取200元。",
            [("1", "SEND", "FEE_NOTICE"), ("300", None, "FEE_AMOUNT"), ("200", "COLLECT", "FEE_AMOUNT")],
        ),
    ],
)
def test_numbers_that_a_table_may_have(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年未收到政府信息公开申请。", [("RECEIVE", "APPLICATION")]),
        ("本年没有人向我镇提出政府信息公开申请。", [("SUBMIT", "APPLICATION")]),
        ("未发生行政复议、行政诉讼。", [("HAPPEN", "RECONSIDERATION"), ("HAPPEN", "LITIGATION")]),
        ("因政府信息公开引发的行政复议、行政诉讼，本年没有发生。", [(None, "RECONSIDERATION"), (None, "LITIGATION")]),
        ("行政诉讼：无。", [(None, "LITIGATION")]),
        ("未收到对收费的投诉。", [("RECEIVE", "ANOTHER_THING")]),
        ("未与其他部门联合制发行政规范性文件。", []),
    ],
)
def test_what_is_denied(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = [(subject.event, subject.thing) for denial in narrative(text).denials for subject in denial.subjects]
    assert found == expected


def test_parts_know_their_whole() -> None:
    figures = narrative("公开信息612条，其中规划类188条（含图件77条）、其他181条；接待来访30人。").figures
    assert [(str(f.quantity.value), f.part, f.base, f.aside, f.rest) for f in figures] == [
        ("612", False, None, False, False),
        ("188", True, 0, False, False),
        ("77", True, 1, True, False),
        ("181", True, 0, False, True),
        ("30", False, None, False, False),
    ]


def test_a_number_of_the_topic_counts_applications() -> None:
    assert told("依申请公开。全年收到12件，办结11件。") == [
        ("12", "RECEIVE", "APPLICATION"),
        ("11", "COMPLETE", "APPLICATION"),
    ]
    assert told("平台建设。全年收到12件。") == [("12", "RECEIVE", None)]


def test_brackets_in_brackets_without_end_are_read() -> None:
    found = narrative("收到政府信息公开申请3件" + "（其中1件" * 2_000 + "）" * 2_000 + "。")
    assert len(found.figures) == 2_001


def test_what_is_denied_stands_near() -> None:
    denied = [denial.subjects for denial in narrative("行政许可" + "规章" * 1_000 + "无" * 3 + "。").denials]
    assert [[subject.thing for subject in subjects] for subjects in denied] == [["REGULATIONS"]] * 3


def test_sentences_know_their_place_and_their_own_numbers() -> None:
    """The second sentence is the first with other digits, and so is not read again."""
    figures = narrative("收到申请26件，第12条告知3件。收到申请41件，第38条告知7件。").figures
    assert [(f.sentence, f.start, f.end, f.cue, str(f.quantity.value), f.phrase) for f in figures] == [
        (0, 4, 7, 0, "26", "收到申请"),
        (0, 14, 16, 8, "3", "第12条"),
        (1, 21, 24, 17, "41", "收到申请"),
        (1, 31, 33, 25, "7", "第38条"),
    ]


def test_a_part_knows_its_whole_in_any_sentence() -> None:
    figures = narrative("公开信息612条，其中规划类188条。公开信息300条，其中规划类100条。").figures
    assert [figure.base for figure in figures] == [None, 0, None, 2]


_PIECES = [
    "收到", "政府信息公开申请", "26件", "1,286件", "3.5%", "十二件", "一", "2023年", "2022年", "上年结转", "其中", "，", "、", "（",
    "）", "。", "未", "约", "第3条", "12月", "2.", "增长", "自然人", "予以公开", "共", "其他", "公开信息", "行政处罚",
]  # fmt: skip


@settings(REPEATABLE, max_examples=300)
@given(pieces=st.lists(st.sampled_from(_PIECES), max_size=16), digits=st.permutations("0123456789"))
def test_what_is_remembered_of_a_sentence_is_what_reading_it_gives(pieces: list[str], digits: list[str]) -> None:
    written = "".join(pieces)
    other = "".join(digits[int(char)] if char.isascii() and char.isdigit() else char for char in written)
    for text in (written, other):
        assert _fields(narrative(text)) == _fields(_as_written(lambda text=text: narrative(text)))


def _as_written(read: Callable[[], Told]) -> Told:
    """What is read where every sentence is read as it is written, and none is remembered."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "_masked", lambda text: text)
        for name in ("_told_in", "_told_by"):
            patch.setattr(reader, name, getattr(reader, name).__wrapped__)
        return read()


def _fields(found: Told) -> list[tuple[object, ...]]:
    """All that is said of what was found, without the text."""
    return [
        (*told[1:], told.phrase if isinstance(told, Figure) else "")
        for told in [*found.figures, *found.denials, *found.mentions]
    ]
