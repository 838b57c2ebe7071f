"""Full names of persons in prose: where one stands, as far as its surname and the words around it settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giar_lark.lean.pattern import lazy_pattern
from giar_lark.model.flow import sentence_near

# surnames, without those that rather begin a word behind 申请人: 应, 任, 单, 安, 于
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许吕张孔曹金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤俞袁柳鲍史唐廉岑薛雷贺倪汤滕殷罗毕郝"
    "邬傅卞齐伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄臧戴宋茅庞熊舒屈项董梁杜阮蓝闵席麻贾路娄江童颜郭林钟徐邱骆夏蔡樊胡凌霍柯卢莫裘缪丁邓郁杭洪"
    "石崔吉钮龚邢裴陆翁荀甄曲靳段焦侯宫仇栾甘厉戎符刘詹龙叶韶黎薄蒲卓蔺屠池乔翟谭姬冉雍桑桂牛寿扈燕冀尚庄晏柴瞿阎慕艾廖耿匡寇欧沃蔚聂晁敖"
    "冷辛简饶曾肖佟仝岳帅况涂闫高何方康田严万程管虞芮赖任武白"
)
_DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|宇文|鲜于"
# characters that stand in no given name, but behind one
_NOT_GIVEN = "的向要求提因于在对和与及为是等某就将已未不被来去说自至由以或并其该共人们位个件次须需能会"
# words that begin like a name
_WORDS = (
    "何部|史志|夏令|江苏|江西|江南|江北|高度|高效|高校|高频|高速|高铁|高新|高标|高层|高龄|高中|高考|高温|高等|方案|方法|方向|方针|方位|卫健|田地|林木|林区|林草|林长|路灯|路面|路网|管网|管线|管护|管辖|管控|洪涝|"
    "何人|何种|何时|何事|方便|方面|方式|方能|康复|田间|田土|严重|严格|万元|万余|万一|程序|程度|管理|周边|周围|周期|"
    "许可|许多|黄金|江边|石油|马上|马路|路过|路段|曲解|史料|简单|简易|曾经|曾多|尚有|辛苦|冷静|龙头|项目|项下|范围|章程|章节|林业|林地|"
    "林场|林权|牛羊|余下|余款|童年|段落|顾虑|夏季|金额|金融|毕竟|毕业|齐全|苗木|蓝图|席位|洪水|庄稼|欧盟|符合|卫生|尤其|钱款|孙女|杜绝|"
    "颜色|陆续|薄弱|况且|严肃|万户|管道|石材|江河|任何|任意|任一|任职|武装|武警|白天|白白"
)
# what ends the name of a place or an organ
_PLACES = "州河湖营办村庄屯镇乡县市区店沟湾厂院所社局司组户会商企行校部站队家"

_NAME = (
    rf"(?P<name>(?!{_WORDS})(?:(?:{_DOUBLE_SURNAMES})|[{_SURNAMES}])"
    rf"(?!先生|女士|小姐|老师|同志|大爷|大妈|大姐|阿姨|姓)(?:(?![{_NOT_GIVEN}])[\u4e00-\u9fff]){{1,2}})(?<![{_PLACES}])"
)
# who stands in front of a name, and what a person does behind it
_PERSONS = (
    "申请人",
    "投诉人",
    "举报人",
    "信访人",
    "原告",
    "第三人",
    "当事人",
    "村民",
    "居民",
    "市民",
    "公民",
    "业主",
    "自然人",
)
_LISTS = ("申请人", "申请人信息", "具体信息", "申请人姓名")
_ACTS = (
    "要求|提出|提交|提起|申请|请求|来信|来访|来电|来函|通过|不服|认为|反映|询问|咨询|邮寄|寄来|起诉|举报|投诉|补正|撤回|的(?:申请|诉求|请求)"
    r"|就|对|向|因|于|以|\d+件|等(?![待级候])|[（(，,](?:身份证|电话|手机|联系电话|联系方式|男[，,）)]|女[，,）)]|住)|[）)]"
)


# what a person does, and from whom or for whom: each act is looked for, and a name in front of it behind one of these words
_DEEDS = lazy_pattern(
    "申请公开(?<!依申请公开)|要求公开|不服|诉(?<!投诉)(?=[本我该])|提交|提出|递交|邮寄|送达|的申请|女士|先生"
)
_LED = lazy_pattern(rf"(?P<lead>^|由(?<![自理事缘案]由)|收到|其中|[对向]|答复|[市居村]民|[。；，：、]){_NAME}$")
_LONGEST_LEAD = 6
_BY_LEAD = {
    "对": ("申请公开", "提出", "邮寄", "送达", "的申请"),
    "向": ("邮寄", "送达"),
    "答复": ("女士", "先生"),
}
_ALONE = ("申请公开", "要求公开", "不服", "诉", "女士", "先生")
_GIVER = ("由", "收到", "其中", "市民", "居民", "村民")
# who lectures or guides is named in honour
_IN_HONOUR = lazy_pattern("授课|讲座|专家|律师|教授|讲师|主讲|嘉宾|代表|委员|慰问|表彰|先进|模范")


def _not_passive(words: Iterable[str]) -> str:
    """Any of some words without 被 in front; each begins with its own character, for which a text is searched."""
    return "|".join(f"{word[0]}(?<!被{word[0]}){word[1:]}" for word in words)


# any of these words, by its last character, which is the rarer one, or a deed behind a surname
NAMED = lazy_pattern(
    "|".join(f"{word[-1]}(?<={word})" for word in dict.fromkeys((*_PERSONS, *_LISTS))) + f"|{_DEEDS.pattern}"
)
_ACTING = lazy_pattern(rf"(?:{_not_passive(_PERSONS)}){_NAME}(?={_ACTS})")
_LISTED = lazy_pattern(
    rf"(?:{_not_passive(_LISTS)})(?:分别)?(?:为|是|如下)?(?:(?<=[为是])|[：:]){_NAME}(?=[、，,。；;（()）和及]|{_ACTS})"
)


def named_persons(text: str) -> list[tuple[int, int]]:
    """Where a person who applies, complains or sues is named in full; not 张某, and nobody who holds an office."""
    found = {match.span("name") for pattern in (_ACTING, _LISTED) for match in pattern.finditer(text)}
    return sorted(found.union(_by_deed(text)))


def _by_deed(text: str) -> Iterator[tuple[int, int]]:
    """The names directly in front of what a person does, where what stands in front of them can only be followed by one."""
    for deed in _DEEDS.finditer(text):
        name = _LED.search(text, max(0, deed.start() - _LONGEST_LEAD), deed.start())
        if name is None or "某" in name["name"] or _IN_HONOUR.search(sentence_near(text, deed.start())):
            continue
        lead = name["lead"]
        acts = _BY_LEAD.get(lead, _ALONE)
        if lead in _GIVER or deed[0] in acts:
            yield name.span("name")
