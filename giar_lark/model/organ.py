"""The class of an organ, from the suffix of its name (domain note, part 10)."""

from __future__ import annotations

import re

_ENDINGS = (
    ("authorised_body", r"(?:公司|银行|大学|学院|学校|中学|小学|医院|学会|协会)$"),
    (
        "zone_committee",
        r"(?:开发区|新区|园区|示范区|高新区|经开区|保税区|度假区|管理区|管委会|风景名胜区|试验区|产业区)(?:管理委员会|管委会)?$|管理委员会$|管委会$",
    ),
    ("subdistrict", r"街道(?:办事处|办)?$|地区办事处$"),
    ("township", r"(?:镇|乡|苏木|民族乡)(?:人民政府|政府)?$"),
    ("department", r"(?:局|厅|委员会|委|办公室|办|署|中心|队|院|处|站|所|社|会|馆|台)$"),
    ("province", r"(?:省|自治区|(?:北京|天津|上海|重庆)市)(?:人民政府|政府)?$"),
    ("prefecture", r"(?:自治州|地区|盟|市)(?:人民政府|政府|行政公署)?$"),
    ("county", r"(?:县|自治县|区|旗|自治旗)(?:人民政府|政府)?$"),
)
_STATE = re.compile(
    r"^(?:中华人民共和国|国家|国务院)|^(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|自然资源|生态环境|交通运输|水利|农业农村|商务|应急管理)部$|^(?:中国人民银行|审计署|海关总署)$"
)
# a city inside a prefecture-level name or under a province's county is told by the division in front of it
_UNDER_PREFECTURE = re.compile(r"(?:市|州|盟|地区)[\u4e00-\u9fff]{1,8}市(?:人民政府|政府)?$")


def organ_class(name: str) -> str:
    """One of `state_council_department`, `province`, `prefecture`, `county`, `township`, `subdistrict`, `department`,
    `zone_committee`, `authorised_body`; the last where the name has none of the official endings."""
    if _STATE.search(name):
        return "state_council_department"
    if _UNDER_PREFECTURE.search(name):
        return "county"
    for kind, ending in _ENDINGS:
        if re.search(ending, name):
            return kind
    return "authorised_body"
