"""Which names mean one organ, and which organs belong to a government."""

from __future__ import annotations

import pytest

from giar_lark.batch.organs import identity_of, is_body_of
from giar_lark.model.organ import read_organ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("苇塘口镇人民政府", "苇塘口镇"),
        ("苇塘口镇人民政府", "苇塘口镇政府"),
        ("临澜区橹声街道办事处", "临澜区橹声街道"),
        ("海角市经济技术开发区管委会", "海角市经济技术开发区管理委员会"),
        ("青岚县人民政府办公室", "青岚县政府办公室"),
    ],
)
def test_spellings_of_one_organ(one: str, other: str) -> None:
    assert identity_of(read_organ(one)) == identity_of(read_organ(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青岚县人民政府", "青岚县人民政府办公室"),
        ("青岚县财政局", "青岚县税务局"),
        ("青岚县苇塘口镇", "青岚县柳林镇"),
        ("苇塘口镇", "苇塘口乡"),
    ],
)
def test_names_of_two_organs(one: str, other: str) -> None:
    assert identity_of(read_organ(one)) != identity_of(read_organ(other))


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("苇塘口镇人民政府", "青岚县苇塘口镇人民政府"),
        ("青岚县财政局", "望汐市青岚县财政局"),
        ("财政局", "青岚县财政局"),
    ],
)
def test_name_without_its_widest_place(short: str, full: str) -> None:
    assert identity_of(read_organ(short)) in set(identity_of(read_organ(full)).shortened())


@pytest.mark.parametrize(
    ("body", "government", "belongs"),
    [
        ("青岚县财政局", "青岚县人民政府", True),
        ("望汐市青岚县财政局", "青岚县人民政府", True),
        ("青岚县住房和城乡建设局", "青岚县人民政府", True),
        ("青岚县人民政府办公室", "青岚县人民政府", True),
        ("青岚县苇塘口镇人民政府", "青岚县人民政府", True),
        ("青岚县人民政府", "青岚县人民政府", False),
        ("白渡县财政局", "青岚县人民政府", False),
        ("广州市临澜区财政局", "广州市人民政府", False),
        ("广州市临澜区人民政府", "广州市人民政府", False),
        ("财政局", "青岚县人民政府", False),
        ("青岚县财政局", "青岚县人民政府办公室", False),
        ("苇塘口镇财政所", "苇塘口镇人民政府", False),
    ],
)
def test_bodies_of_a_government(body: str, government: str, belongs: bool) -> None:
    assert is_body_of(read_organ(body), read_organ(government)) is belongs
