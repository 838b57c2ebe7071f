"""Where a report names the organ that reports: 现公布…年度报告, 由…编制, …（以下简称本局）, 单位名称：…, 请与…联系."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern

ANNOUNCED, COMPILED, SHORTENED, LABELLED, SUBJECT, CONTACT = (
    "announced",
    "compiled",
    "shortened",
    "labelled",
    "subject",
    "contact",
)
_HAN = r"[\u4e00-\u9fff·]"
_LONGEST = 40
_NO_HAN = lazy_pattern(r"[^\u4e00-\u9fff·]")
# what is announced; each alternative begins with a character, so that a text is searched for these
_WORK = r"(?:政府|政务)信息公开(?:工作)?(?!条例|规定|办法|办公室|指南|目录)"
_REPORT = lazy_pattern(rf"20\d\d年度?(?:的?{_WORK}|(?:信息公开|政务公开)(?:工作)?)|{_WORK}")
_COMPILED = lazy_pattern(
    rf"由(?<!自由)(?P<organ>{_HAN}{{3,{_LONGEST}}}?)(?:(?:按照|根据|依据|依照)[^。；]{{1,80}}?)?"
    rf"(?:负责)?(?:组织)?(?:编制|编写|撰写|发布|公布|起草)"
)
_COMPILING = lazy_pattern(r"编制(?:了|形成)?(?:本报告|本年度报告|本年报|20\d\d年)")
_SHORTENED = lazy_pattern(r"[（(]以下(?:统)?简称[：:]?[“\"]?(?:我|本)")
_LABELLED = lazy_pattern(
    rf"(?:单位名称|编制单位|报告单位|填报单位|报送单位|编制机关|公开单位)[（(]?(?:盖章|公章)?[）)]?[：:](?P<organ>{_HAN}{{3,{_LONGEST}}}?)"
    r"(?=单位|填报|负责|联系|日期|[^\u4e00-\u9fff·]|$)"
)
_STOP = lazy_pattern("[。；]")
# what a sentence begins with that tells what an organ did
_TIMES = r"20\d\d年(?:度|以来|来)?[，,]?|今年以来，|一年来，|全年，?"
_TIME = lazy_pattern(_TIMES)
_SUBJECT = lazy_pattern(
    rf"(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．])?(?:{_TIMES})"
    rf"(?P<organ>{_HAN}{{3,{_LONGEST}}}?)(?=(?:紧紧|紧密|牢牢|严格|认真|坚持|高度重视|始终|深入|全面|积极|扎实|切实|不断|按照|按|以|在)"
    r"|(?:依法)?(?:主动公开|贯彻|落实|学习|政府信息公开|政务公开|围绕))"
)
# what an organ does or has done, directly behind its name; the sentence begins with that, or says before only when
_ACTS = lazy_pattern(
    r"高度重视|认真(?:贯彻|落实|执行|按照|做好)|严格(?:按照|落实|执行)|坚持(?:以|把|将)|将(?:进一步|继续|加强|加大|持续|严格|认真)"
    r"|未(?:收取|发出|产生|收到)|没有(?:收取|发出|收到)|共(?:主动公开|公开|收到|受理|发布)|主动公开(?:政府)?信息\d"
)
_OPENS = lazy_pattern(rf"(?:^|[。；：）)、.．]|(?:下一步|接下来|今后|下(?:一)?阶段|{_TIMES})[，,]?)$")
_OPENING_CHARS = 12
_CONTACT = lazy_pattern(
    rf"请(?:直接)?(?:与|和|同|向|联系|致电|致函|垂询|咨询)(?P<organ>{_HAN}{{3,{_LONGEST}}}?)(?=联系|咨询|反映|索取|提出|询问|[，。；（(：:]|$)"
)
# what may stand in front of a name; 和 and 及 do not count, for names have them
_LEFT = lazy_pattern(
    r"公布|发布|成立|(?<!政务)(?<!信息)公开|编制|编写|撰写|起草|形成|提交|报送|现将|现就|现由|现(?!代)|按|特将|向社会|了解|反映|介绍|总结|说明|汇报|报告"
    r"|做好|推进|推动|加强|规范|开展|提升|深化|强化|组织|关于|根据|按照|依据|遵照|参照|通过|围绕|结合|年度?|向(?!阳)|[在由是为对的了]"
)
# 和平区 and the like begin with it, too
_AND = lazy_pattern(r"以及|及|并|和(?![平田龙静硕布政顺县林])")
_ENDING = lazy_pattern(
    r"(?:政府|委员会|管委会|局|厅|委|办公室|办公厅|办事处|中心|署|队|院|集团|公司|街道|苏木|[镇乡县市区省州盟旗处所站社会行馆])$"
)
_ENDING_CHARS = 3
_GENERIC = lazy_pattern(
    r"^(?:我|本|全|各|该|此|其|贵|某|两|每|上级|有关|相关|所属|下属|直属|辖区|本级|同级|其他|行政机关|单位|部门|政府$|人民政府$|国务院)"
)
# 县政府网站镇政府信息公开专栏: words that no name of an organ has
_NO_NAME = lazy_pattern("网站|网页|专栏|栏目|平台|公众号|微信|微博|客户端|窗口|大厅|公示栏|公开栏")


class SelfName(NamedTuple):
    """A name in the place of the reporting organ's: where it stands, and how it is used."""

    start: int
    end: int
    role: str


@remembered
def self_names(text: str) -> tuple[SelfName, ...]:
    """The names in the places where the reporting organ names itself, in text without white space."""
    return (*_announcing(text), *_standing(text))


def _announcing(text: str) -> Iterator[SelfName]:
    """Names in front of what is announced, or of the short name that is given to the organ."""
    for match in _REPORT.finditer(text):
        yield from _before(text, match.start(), ANNOUNCED)
    for match in _SHORTENED.finditer(text):
        yield from _before(text, match.start(), SHORTENED)
    for match in _COMPILING.finditer(text):
        yield from _before(text, match.start(), COMPILED)
    for match in _ACTS.finditer(text):
        for name in _before(text, match.start(), SUBJECT):
            if _OPENS.search(text, max(name.start - _OPENING_CHARS, 0), name.start):
                yield name


def labelled_names(text: str) -> Iterator[SelfName]:
    """The names behind a label for the reporting organ, in text without white space: 单位名称：…."""
    return _named(LABELLED, _LABELLED.finditer(text))


def _standing(text: str) -> Iterator[SelfName]:
    """Names in a place of their own."""
    yield from _named(COMPILED, _COMPILED.finditer(text))
    yield from labelled_names(text)
    yield from _named(SUBJECT, _subjects(text) if _TIME.search(text) else ())
    yield from _named(CONTACT, _CONTACT.finditer(text))


def _named(role: str, matches: Iterable[re.Match[str]]) -> Iterator[SelfName]:
    return (SelfName(*match.span("organ"), role) for match in matches if is_organ_name(match["organ"]))


def _subjects(text: str) -> list[re.Match[str]]:
    """The beginnings of sentences that tell who did something in the year."""
    starts = [0, *[stop.end() for stop in _STOP.finditer(text)]]
    return [match for start in starts if (match := _SUBJECT.match(text, start)) is not None]


def is_organ_name(name: str) -> bool:
    """Whether words are the name of one organ, and not of organs in general (各级人民政府, 本局)."""
    is_name = _ENDING.search(name) is not None and _GENERIC.match(name) is None and _NO_NAME.search(name) is None
    return len(name) >= 3 and is_name


def _before(text: str, end: int, role: str) -> Iterator[SelfName]:
    """The name that ends at a place, if one does: cut at punctuation and at the verb in front of it."""
    if not _ENDING.search(text, max(end - _ENDING_CHARS, 0), end):
        return
    start = max(end - _LONGEST, 0)
    for other in _NO_HAN.finditer(text, start, end):
        start = other.end()
    for left in _LEFT.finditer(text, start, end):
        start = left.end()
    joined = _AND.match(text, start, end)
    start = joined.end() if joined else start
    if is_organ_name(text[start:end]):
        yield SelfName(start, end, role)
