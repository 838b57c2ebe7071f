"""Labels as matching keys: layout is taken away, words are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_lark.tokenise.text.fold import Key, key, letters, number_of
from synthetic.strategies import REPEATABLE


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("（一）予以公开", Key("予以公开", 1)),
        ("(一)予以公开", Key("予以公开", 1)),
        ("（ 四）无 法 提 供", Key("无法提供", 4)),
        ("（五 ）不予处理", Key("不予处理", 5)),
        ("(七) 总计", Key("总计", 7)),
        ("7.总计", Key("总计", 7)),
        ("1.属于国家秘密", Key("属于国家秘密", 1)),
        ("1．属于国家秘密", Key("属于国家秘密", 1)),
        ("１、 属于国家秘密", Key("属于国家秘密", 1)),
        ("1 .属于国家秘密", Key("属于国家秘密", 1)),
        ("四、结转下年度继续办理", Key("结转下年度继续办理", 4)),
        ("4、结转下年度\n继续办理", Key("结转下年度继续办理", 4)),
        ("\xa0三、本 年度办理结果", Key("本年度办理结果", 3)),
        ("l六、其他", Key("l六其他", 0)),
        ("3.其它", Key("其他", 3)),
        ("3.危及“三安全一稳定”", Key("危及三安全一稳定", 3)),
        ('3.危及"三安全一稳定"', Key("危及三安全一稳定", 3)),
        ("3.危及「三安全一稳定」", Key("危及三安全一稳定", 3)),
        ("总计", Key("总计", 0)),
        ("第二十条第（一）项", Key("第二十条第一项", 0)),
        ("12345", Key("12345", 0)),
        ("1.5", Key("15", 0)),
        ("十一、附件", Key("附件", 11)),
        ("属\u2060于国家秘密", Key("属于国家秘密", 0)),
        ("", Key("", 0)),
    ],
)
def test_the_key_of_a_label(text: str, form: Key) -> None:
    assert key(text) == form


@pytest.mark.parametrize(
    ("ordinal", "number"),
    [("一", 1), ("九", 9), ("十", 10), ("十六", 16), ("二十", 20), ("九十九", 99), ("7", 7), ("１２", 12), ("甲", 0)],
)
def test_an_ordinal_as_a_number(ordinal: str, number: int) -> None:
    assert number_of(ordinal) == number


@REPEATABLE
@given(label=st.text(st.sampled_from("予以公开部分总计一二法人"), min_size=1, max_size=12), data=st.data())
def test_white_space_and_punctuation_change_nothing(label: str, data: st.DataObject) -> None:
    filler = st.text(st.sampled_from(" \t\n\xa0\u3000，、。：“”（）|*"), max_size=3)
    spread = "".join(char + data.draw(filler) for char in label)
    assert letters(spread) == letters(label) == label
