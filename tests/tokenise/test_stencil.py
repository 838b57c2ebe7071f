"""A table that is like one before, but for its numbers, is read as if it were the first."""

from __future__ import annotations

import pytest

from giar_lark.source.source import Source
from giar_lark.tokenise.regular import known_tables
from giar_lark.tokenise.regular.stencil import RegularTable
from giar_lark.tokenise.report import tokenise

_HEAD = "一、总体情况\n　　全年平稳。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
_TAIL = "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n　　没有。\n"
_ROWS = "一、本年新收政府信息公开申请数量\t{}\n二、上年结转政府信息公开申请数量\t{}\n"
_FIRST = ("3\t0\t0\t0\t0\t0\t3", "12\t0\t0\t0\t0\t0\t12")

Shown = tuple[str, int, int, str | None, object, str | None]


@pytest.fixture(autouse=True)
def nothing_known() -> None:
    known_tables._known.forget()


def report(*rows: str) -> str:
    return _HEAD + _ROWS.format(*rows) + _TAIL


def shown(text: str) -> list[Shown]:
    return [
        (t.type, t.start, t.end, t.cell and t.cell.state, t.cell and t.cell.value, t.cell and t.cell.raw)
        for t in tokenise(Source(text)).tokens
    ]


def is_known(text: str) -> bool:
    """Whether a table in a text is taken as one that is like another before."""
    return any(isinstance(part, RegularTable) for part in tokenise(Source(text)).parts)


def by_itself(text: str) -> list[Shown]:
    known_tables._known.forget()
    return shown(text)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("7\t1\t2\t3\t4\t5\t22", "0\t0\t0\t0\t0\t0\t0"), id="other numbers"),
        pytest.param(("123456\t0\t0\t0\t0\t0\t999999999999999", "1\t1\t1\t1\t1\t1\t1"), id="longer numbers"),
        pytest.param(("0.50\t0\t0\t0\t0\t0\t3.14", "007\t0\t0\t0\t0\t0\t1"), id="fractions and leading zeros"),
    ],
)
def test_a_table_with_other_numbers_is_known_and_has_the_tokens_that_it_would_have_alone(
    rows: tuple[str, str],
) -> None:
    shown(report(*_FIRST))
    again = report(*rows)
    assert is_known(again)
    assert shown(again) == by_itself(again)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        " ",
        "-",
        "/",
        "无",
        "1,234",
        "-3",
        "~5",
        "5件",
        "12①",
        "1 2",
        "1234567890123456",
        "0.123456789012345",
        "３",
        "?",
        "3.",
    ],
)
def test_a_cell_that_is_no_plain_number_is_never_read_as_if_it_were_one(
    cell: str,
) -> None:
    shown(report(*_FIRST))
    changed = report(f"3\t{cell}\t0\t0\t0\t0\t3", _FIRST[1])
    assert shown(changed) == by_itself(changed)


@pytest.mark.parametrize("mark", ["\0", "9"])
def test_what_stands_in_a_label_is_no_number(mark: str) -> None:
    shown(report(*_FIRST))
    changed = report(*_FIRST).replace("二、上年", f"二、{mark} 上年")
    assert shown(changed) == by_itself(changed)


@pytest.mark.parametrize("mark", ["|", " | ", ","])
def test_tables_of_bars_and_commas_have_the_tokens_that_they_would_have_alone(
    mark: str,
) -> None:
    first, *others = (
        report(*(row.replace("\t", mark) for row in rows)).replace("数量\t", f"数量{mark}")
        for rows in (_FIRST, ("1\t2\t3\t4\t5\t6\t21", "7\t0\t0\t0\t0\t0\t7"), ("100\t200\t-\t1\t1\t0\t302", _FIRST[1]))
    )
    assert len([token for token in shown(first) if token[0] == "CELL"]) == 14
    for other in others:
        assert shown(other) == by_itself(other)


def test_a_sign_that_takes_the_place_of_a_number_does_not_make_a_table_known() -> None:
    shown(report(*_FIRST))
    assert not is_known(report("\0\t0\t0\t0\t0\t0\t3", _FIRST[1]))


def test_what_is_kept_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    shown(report(*_FIRST))
    most = 3 * known_tables._known.chars
    monkeypatch.setattr(known_tables, "_KEPT_CHARS", most)
    for blanks in range(10):
        shown(report("3" + "\t0" * 6, "4" + " \t0" * 6 + " " * blanks))
        kept = [stencil for alike in known_tables._known.stencils.values() for stencil in alike]
        assert known_tables._known.chars == sum(sum(stencil.sizes) for stencil in kept) <= most
    shown(report("3" + "\t0" * 6, "4" + "\t0" * 6 + " " * most))
    assert not is_known(report("3" + "\t0" * 6, "4" + "\t0" * 6 + " " * most))


def test_a_table_that_begins_within_a_line_is_like_no_other() -> None:
    text = _HEAD + "　　情况如下： " + _ROWS.format(*_FIRST) + _TAIL
    assert shown(text) == by_itself(text)
    shown(text)
    assert not is_known(text)
    assert is_known(report(*_FIRST)) and is_known(report(*_FIRST))


def test_tables_that_differ_in_the_numbers_of_their_words_are_known_side_by_side() -> None:
    texts = [report(*_FIRST).replace("一、本年", f"{ordinal}.本年") for ordinal in (1, 2)]
    alone = list(map(by_itself, texts))
    known_tables._known.forget()
    assert [shown(text) for text in texts * 2] == alone * 2
    assert len(known_tables._known.stencils) == 1
    assert [len(alike) for alike in known_tables._known.stencils.values()] == [2]


def test_a_table_4_with_a_tab_before_each_cell_on_its_own_line_takes_the_short_way() -> None:
    heads = "\t".join(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
    head = f"行政复议\t行政诉讼\t{heads}\t未经复议直接起诉\t复议后起诉\t{heads}\t{heads}"
    table = "".join(f"\t{field}\n" for field in [*head.split("\t"), *"000000000000000"])
    assert is_known(_HEAD + _TAIL.replace("情况\n五、", f"情况\n{table}五、"))


@pytest.mark.parametrize(
    "above",
    [
        pytest.param("\n\n", id="blank lines"),
        pytest.param("- 3 -\n", id="the number of a page"),
        pytest.param("　　下表为全年情况。\n", id="a sentence"),
        pytest.param("　　下表为2023年情况。\n", id="a sentence with a number"),
    ],
)
def test_what_stands_between_a_heading_and_its_table_stays_what_it_is(above: str) -> None:
    first, second = (
        report(*rows).replace("一、本年", f"{above}一、本年") for rows in (_FIRST, ("1\t2\t3\t4\t5\t6\t21", _FIRST[1]))
    )
    shown(report(*_FIRST))
    shown(first)
    assert is_known(second)
    assert shown(second) == by_itself(second)
    other = second.replace("- 3 -", "- 4 -").replace("2023", "2024")
    shown(first)
    assert shown(other) == by_itself(other)
