"""Organs by their names: class, level, places, and whether two names can mean one organ."""

from __future__ import annotations

import pytest

from giar_lark.model.organ import divisions_of, fullest, may_be_one, read_organ
from giar_lark.model.organ.gazetteer import level_of, places_named


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("国家江河保护局", "state_council_department", "national"),
        ("国家税务总局青岚县税务局", "department", "county"),
        ("中国人民银行云岭省分行", "department", "province"),
        ("中华人民共和国海关总署", "state_council_department", "national"),
        ("中华人民共和国望汐海关", "department", None),
        ("云岭省水利厅", "department", "province"),
        ("凉山州公安局", "department", "prefecture"),
        ("嘉兴市公安局", "department", "prefecture"),
        ("义乌市公安局", "department", "county"),
        ("望汐市公安局", "department", None),
        ("青岚县国有资产监督管理委员会", "department", "county"),
        ("青岚县人民政府办公室", "department", "county"),
        ("青岚县苇塘口镇财政所", "department", "township"),
        ("镇江市丹徒区教育局", "department", "county"),
        ("县水利局", "department", None),
        ("海宁市人民政府", "county", "county"),
        ("仙桃市人民政府", "county", "county"),
        ("六枝特区人民政府", "county", "county"),
        ("上海市浦东新区人民政府", "county", "county"),
        ("晋城市城区人民政府", "county", "county"),
        ("大兴安岭地区行政公署", "prefecture", "prefecture"),
        ("恩施州人民政府", "prefecture", "prefecture"),
        ("东莞市石排镇人民政府", "township", "township"),
        ("北京市朝阳区将台地区办事处", "subdistrict", "township"),
        ("砚川市蘸墨街道办事处", "subdistrict", "township"),
        ("雄安新区管理委员会", "zone_committee", None),
        ("沙棘县鸣砂崖风景名胜区管理委员会", "zone_committee", None),
        ("望汐市供水集团有限公司", "authorised_body", None),
    ],
)
def test_class_and_level(name: str, kind: str, level: str | None) -> None:
    organ = read_organ(name)
    assert (organ.kind, organ.level) == (kind, level)


@pytest.mark.parametrize(
    ("name", "certain"), [("望汐市人民政府", False), ("嘉兴市人民政府", True), ("某某协调联席", False)]
)
def test_a_class_that_is_only_the_likeliest_is_not_certain(name: str, certain: bool) -> None:
    assert read_organ(name).is_certain is certain


@pytest.mark.parametrize(
    ("name", "places", "office"),
    [
        ("望汐市临澜区橹声街道办事处", "望汐市 临澜区 橹声街道", "办事处"),
        ("内蒙古自治区呼和浩特市新城区人民政府", "内蒙古自治区 呼和浩特市 新城区", "人民政府"),
        ("石家庄市市南区人民政府", "石家庄市 市南区", "人民政府"),
        ("荆州市沙市区人民政府", "荆州市 沙市区", "人民政府"),
        ("津市市人民政府", "津市市", "人民政府"),
        ("景德镇市昌江区教育局", "景德镇市 昌江区", "教育局"),
        ("乡宁县人民政府", "乡宁县", "人民政府"),
        ("盐城市城市管理局", "盐城市", "城市管理局"),
        ("青岚县城市管理局", "青岚县", "城市管理局"),
        ("青岚县市场监督管理局", "青岚县", "市场监督管理局"),
        ("青岚县乡村振兴局", "青岚县", "乡村振兴局"),
        ("望汐市住房和城乡建设局", "望汐市", "住房和城乡建设局"),
        ("望汐市社会保险中心", "望汐市", "社会保险中心"),
        ("福建省福州市公安局", "福建省 福州市", "公安局"),
        ("海子沟乡人民政府", "海子沟乡", "人民政府"),
        ("望汐市临澜区人民政府橹声街道办事处", "望汐市 临澜区 橹声街道", "办事处"),
        ("西咸新区底张街道办事处", "底张街道", "办事处"),
        ("望汐碇湾经济开发区管理委员会", "", "望汐碇湾经济开发区管理委员会"),
    ],
)
def test_places_in_a_name(name: str, places: str, office: str) -> None:
    divisions, rest = divisions_of(name)
    assert (" ".join(division.name for division in divisions), rest) == (places, office)


def test_a_city_above_a_street_office_is_of_county_level() -> None:
    assert [division.level for division in read_organ("砚川市蘸墨街道办事处").divisions] == ["county", "township"]


def test_the_list_of_divisions_has_every_level_and_does_not_know_invented_places() -> None:
    assert [level_of(name) for name in ("浙江省", "嘉兴市", "海宁市", "望汐市")] == [
        "province",
        "prefecture",
        "county",
        None,
    ]
    assert len(places_named("鼓楼区")) == 4
    assert places_named("海宁市")[0].above == ("嘉兴市", "浙江省")


@pytest.mark.parametrize(
    ("organ", "other", "one"),
    [
        ("青岚县苇塘口镇人民政府", "苇塘口镇", True),
        ("石磴县苔岭苗族乡人民政府", "苔岭乡", True),
        ("临澜区橹声街道", "临澜区人民政府橹声街道办事处", True),
        ("青岚县苇塘口镇人民政府", "苇塘口镇党政办公室", True),
        ("青岚县苇塘口镇人民政府", "苇塘镇", False),
        ("青岚县苇塘口镇人民政府", "县民族宗教事务局", False),
        ("望汐市临澜区橹声街道办事处", "望汐市临澜区石堍街道办事处", False),
        ("青岚县自然资源局", "县自然资源局", True),
        ("青岚县自然资源局", "青岚县水利局", False),
        ("青岚县自然资源局", "石磴县自然资源局", False),
        ("望汐市卫生健康委员会", "市卫健委", True),
        ("望汐市市场监督管理局", "望汐市市监局", True),
        ("青岚县人民政府", "青岚县人民政府办公室", True),
        ("青岚县人民政府", "青岚县水利局", False),
        ("国家税务总局青岚县税务局", "青岚县税务局", True),
        ("望汐市民委", "望汐市民族事务委员会", True),
        ("望汐市残疾人联合会", "市残联", True),
        ("望汐市残联", "望汐市文学艺术界联合会", False),
        ("望汐市气象部门", "望汐市气象局", True),
        ("望汐市税务系统", "国家税务总局望汐市税务局", True),
        ("望汐市气象部门", "望汐市水利局", False),
    ],
)
def test_whether_two_names_can_mean_one_organ(organ: str, other: str, one: bool) -> None:
    assert may_be_one(read_organ(organ), read_organ(other)) is one


def test_the_fullest_name_lends_its_places() -> None:
    assert fullest("柳荫街道", "望汐市临澜区柳荫街道办事处（章）").name == "望汐市临澜区柳荫街道办事处"
    assert fullest("柳荫街道", "望汐市临澜区石堍街道办事处").name == "柳荫街道"
