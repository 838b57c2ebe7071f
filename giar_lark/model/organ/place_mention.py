"""Places that a text names: those of the official list, and others by their endings where the name surely begins."""

from __future__ import annotations

import re

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.organ.division import COUNTY, PREFECTURE, PROVINCE, TOWNSHIP, stem_of
from giar_lark.model.organ.gazetteer import lengths_of_names, level_of

# 市场, 区域, 县级, 城镇化, 乡村: no places
_ENDING = lazy_pattern(
    r"自治[区州县旗]|街道|苏木|省(?!级|直|内|外)|市(?![场民容值直级内区外]|政(?!府|协))|州(?!市)|盟|县(?![级域城内外])|区(?![域间划块县内外])|旗"
    r"|镇(?![化村])|乡(?![镇村])"
)
_LEVELS = {"省": PROVINCE, "自治区": PROVINCE, "自治州": PREFECTURE, "州": PREFECTURE, "盟": PREFECTURE, "市": None}
_LEVELS |= dict.fromkeys(("自治县", "自治旗", "县", "区", "旗"), COUNTY) | dict.fromkeys(
    ("街道", "苏木", "镇", "乡"), TOWNSHIP
)
_HAN = lazy_pattern(r"[\u4e00-\u9fff]")
_NO_HAN = lazy_pattern(r"[^\u4e00-\u9fff]")
# names of the list that are words as well
_WORDS = frozenset(
    {"城区", "郊区", "矿区", "东区", "西区", "新城区", "老城区", "开平区", "新市区", "市中区", "城中区", "港口区"}
)
_STEM_CHARS = range(2, 4)
_SHORT = 2
_WINDOW_CHARS = 8
# what ends in front of a name that is in no list
_BEFORE = lazy_pattern(
    r"围绕|结合|根据|立足|聚焦|紧扣|按照|依据|遵照|推动|推进|促进|提升|提高|加强|加快|做好|完善|落实|服务|建设|打造|依托|通过|利用|使用"
    r"|网站|网页|门户|平台|以及|来自|涉及|关于|全面|深入|积极|成立|制定|印发|公开|公布|发布|更新|展示|反映|体现|宣传|报道|借鉴|学习|参照|前往|组织|了解|参加|支持"
    r"|协助|配合|联合|会同|邀请|接受|指导|督促|代表|作为|位于|地处|考察|赴"
    r"|[压抓做落夯]实|抓[好牢紧]|明确|负责|牵头|统筹|协调|承担|部署|实施|执行|贯彻|调度|检查|监督|考核|审核|研究|草拟|拟定|出台|完成|优化|丰富|拓[宽展]|创新|维护|更新|保障"
    r"|强化|筑牢|助力|回顾|总结|汇总|梳理|年度|关注|点击|登[录陆记]|搜索|扫码|查[询阅]|咨询|反馈|回[复应]|答复|办结|依[法规]|切实|扎实|认真|有效|准确|不断|坚决|大力"
    r"|首先|最终|另外|必要|集中|评[价估]|统计|分析|研判|预警|纠正|删除|下架|归档|保存|编写|起草|撰写|掌握|调整|推广|注[册销]|取消|减少|新增|增设|配备|选派|特邀|委托|授权|遵守"
    r"|(?<=\d)年|公示|推送|走[进访]|链接|[在对为由从向以将把与和及同跟据按经至到于了的是使让给被我本该各其现并而或等因自就每省市县区州盟旗]"
)
# 依靠县政府, 去年省里: a word in front of a place without a name. Listed names that end so are found in the list.
_WORD_ENDS = (
    "好办理靠合总照给成了过来去到回出入年月日后前时期间下里并及性化型类级批次均都也还又已未不无有可能会应须需请让令受获得取送报交接收发布传印"
    "制定订立设建置用采选列编排查看读说讲述论议评测考核审督促导引领率带管控治防护保障服务供求帮助支持扶配协调动推进展开启闭停止续延扩缩增减加"
    "强提升降改革换替补充完善优转移迁搬拆修缮占称学育陷矿港属直辖驻寄循席彻行聚担标身余括如别着盖射达通系访集筹一现格范证固放"
    "况作息面容题项目门员众企业策件告事网站栏录案书信函电话邮箱微博表单位个家人民政府党委局室会议厅部院所队组科处"
)
_NO_NAME = lazy_pattern(
    r"^[全我本该各每某此外邻他两多几数十百一二三四五六七八九]|贫困|试点|示范|重点|先进|优秀|人口|农业|工业|牧业|产业|兄弟|周边|相邻"
    r"|[城片以正东西南北][东西南北中]$|功能|保护|开发|居住|生活|办公|物流|核心|主城|城镇|乡镇|建制|特色|所在|区县|省市"
)
_NO_NAME_ENDS = frozenset(
    _WORD_ENDS
    + "强大级城都超夜早菜股楼门上入开本地山郊牧农林渔园社小片辖景校厂库灾街商分专特军战老新旧名重古集乡村边域误禁盲雷时选病防营院疫下返家故侨之"
    "全我本各该"
)


class PlaceMention(NamedTuple):
    """A place in a text: where, its name, its level (None: a city of open level), and whether it is in the list."""

    start: int
    end: int
    name: str
    level: str | None
    is_known: bool

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return stem_of(self.name)


@remembered
def place_mentions(text: str) -> tuple[PlaceMention, ...]:
    """The places in a text without white space, in order. Names of which the beginning is not sure are passed over."""
    found = [_known(text, match.end()) or _by_ending(text, match) for match in _ENDING.finditer(text)]
    return tuple([place for place in found if place is not None])


def _known(text: str, end: int) -> PlaceMention | None:
    for length in lengths_of_names(text[max(end - _SHORT, 0) : end]):
        start = end - length
        name = text[start:end] if start >= 0 else ""
        level = level_of(name)
        if level is not None and name not in _WORDS and (len(name) > _SHORT or _begins_name(text, start)):
            return PlaceMention(start, end, name, level, True)
    return None


def _begins_name(text: str, start: int) -> bool:
    """Whether a name surely begins at a place: 岚县 is in the list, and the end of 青岚县 as well."""
    before = text[max(start - _WINDOW_CHARS, 0) : start]
    return not before or _HAN.match(before[-1]) is None or any(m.end() == len(before) for m in _BEFORE.finditer(before))


def _by_ending(text: str, match: re.Match[str]) -> PlaceMention | None:
    end = match.start()
    if text[end - 1 : end] in _NO_NAME_ENDS:
        return None
    start = max(end - _WINDOW_CHARS, 0)
    for other in _NO_HAN.finditer(text, start, end):
        start = other.end()
    cut = start if end - start < _WINDOW_CHARS else None
    for before in _BEFORE.finditer(text, start, end):
        cut = before.end()
    # longer names than of two characters are in the list, but for towns
    longest = _STEM_CHARS.stop - 1 if _LEVELS[match[0]] == TOWNSHIP else _SHORT
    if cut is None or not _STEM_CHARS.start <= end - cut <= longest or _NO_NAME.search(text[cut:end]):
        return None
    return PlaceMention(cut, match.end(), text[cut : match.end()], _LEVELS[match[0]], False)
