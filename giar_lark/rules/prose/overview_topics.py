"""The five topics of 一、总体情况, as headed paragraphs or in running text.

Source: 国办公开办函〔2021〕30号, annex: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设, 监督保障.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from giar_lark.lang import Text
from giar_lark.lean.compiled import compiled
from giar_lark.lean.memo import remembered
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.model.flow import Flow, sentences_of
from giar_lark.rules.phrases.forms import without_one


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: what it is called, and what tells that a report treats it.

    `named` is its name in any form, `headed` other words that a paragraph on it may begin with, `told` what running text
    has of it where nothing is headed, `certain` what can be said of nothing else (None: all may be said in passing).
    """

    name: Text
    named: re.Pattern[str]
    headed: re.Pattern[str]
    told: re.Pattern[str]
    certain: re.Pattern[str] | None = None


class Lead(NamedTuple):
    """The first words of a paragraph, a numbered part (`is_part` for both) or a clause: where they begin, and what they are."""

    start: int
    words: str
    is_part: bool


TOPICS = (
    Topic(
        Text("主动公开", "proactive disclosure"),
        lazy_pattern("主动公开"),
        lazy_pattern("公开内容|重点领域|信息发布|公开力度|公开信息"),
        lazy_pattern(r"公开[^，。；]{0,12}信息|信息[^，。；]{0,12}公开|公布|发布|登出|登载|刊登|上网|推送|张贴|公示"),
        lazy_pattern(r"(?:公开|发布|公布|登载|更新)[^，。；]{0,20}\d+(?:余|多)?[条篇期项]"),
    ),
    Topic(
        Text("依申请公开", "disclosure on application"),
        lazy_pattern(r"依(?:法)?申请|申请公开|公开申请"),
        lazy_pattern(r"申请"),
        lazy_pattern(
            r"(?:收|受理|接到|提出|办理)[^。；]{0,20}申请|申请[^。；]{0,12}(?:[\d一二两三四五六七八九十]+件|\d|答复|受理|办理)|申请人"
        ),
        lazy_pattern(r"(?:收|受理|接到|提出|办理)[^。；]{0,20}申请|申请[^。；]{0,12}(?:\d|答复|受理|办理)"),
    ),
    Topic(
        Text("政府信息管理", "information management"),
        lazy_pattern("信息管理"),
        lazy_pattern("管理|审查|审核|制度|规范|目录|公文|档案|保密|属性|资源|清理"),
        lazy_pattern(
            "审查|审核|保密|属性|目录|指南|清理|归档|档案|台账|动态调整|规范性文件|先审|审签|三审|签发|定密|脱敏|打码|隐去|遮盖|核对|把关|更新维护|统一管理|归口"
        ),
    ),
    Topic(
        Text("平台建设", "platforms"),
        lazy_pattern(r"平台(?:的)?(?:建设|管理|运行|维护|运维)|公开平台"),
        lazy_pattern("平台|渠道|载体|阵地|网站|新媒体|公众号|专栏|栏目|公报|形式|方式"),
        lazy_pattern(
            "平台|网站|新媒体|公众号[^，。；]{0,8}(?:建设|运|管理|维护|开通)|(?:公示|公开|公告|宣传|展示)[栏屏]|查阅|专栏|专区|公报|资料柜"
        ),
    ),
    Topic(
        Text("监督保障", "supervision"),
        lazy_pattern(r"监督(?:和|与|、)?保障|保障监督"),
        lazy_pattern("监督|保障|考核|评议|责任|领导|队伍|培训|机制|组织|监管"),
        lazy_pattern(
            "监督|考核|评议|追责|问责|追究|督查|督促|督导|检查|抽查|培训|领导小组|专人|专职|分管|承办|牵头|抓总|负责|责任人|打分|通报"
        ),
    ),
)
_SUPERVISION = TOPICS[-1]
_NAMES = tuple(topic.name.zh for topic in TOPICS)

_NUMBERING = (
    r"[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十]{1,2}[是、]|[第其][一二三四五六七八九][，,、]"
    r"|\d{1,2}[.．、](?!\d)|【|——|[①-⑩]"
)
_NUMBER = lazy_pattern(_NUMBERING)
# in running text a number stands in brackets, or is a sign of its own
_NUMBER_INSIDE = lazy_pattern(
    r"[（(【①-⑩—](?:(?<=[【①-⑩])|(?<=—)—|(?<=[（(])(?<!第.)[一二三四五六七八九十\d]{1,2}[）)])"
)
# behind any of these, a topic may begin by its name; behind a colon with a number
_PAUSE = lazy_pattern(rf"[。；，;,：:](?:(?<![：:])|(?={_NUMBERING}))")
_LEAD_END = lazy_pattern(r"[。；，：,;:]")
_LEAD_CHARS = 18
# a name further behind than this is no beginning
_NAME_CHARS = 12
# so many topics under their own names make the others be expected so
_HEADED_TOPICS = 3
# a sentence that only lists topics, or the parts of the report, says nothing of them
_DIGIT = lazy_pattern(r"\d")
_CHAPTERS = lazy_pattern(r"其他需要报告的?事项|部(?:(?<=[六等]部)|(?<=[六几]个部))分(?:组成|构成)")
_LISTED_TOPICS = 3


def missing_topics(flow: Flow) -> tuple[Topic, ...]:
    """The topics that section 一 leaves out. Where most are headed by name, a word in passing does not make up for one."""
    return _missing(flow.text, flow.starts)


@remembered
def _missing(text: str, paragraphs: tuple[int, ...]) -> tuple[Topic, ...]:
    # most reports head a paragraph on each topic as the format does, and then nothing else need be looked at
    if len(_headed(_leads(text, paragraphs, paragraphs))) == len(TOPICS):
        return ()
    leads = _leads(text, _beginnings(text, paragraphs), paragraphs)
    own, said = _headed(leads), _without_lists(text)
    if len(own) >= _HEADED_TOPICS:
        return tuple(topic for topic in TOPICS if topic not in own and not _is_led_or_told(topic, leads, said))
    return tuple(topic for topic in TOPICS if not (topic.named.search(said) or topic.told.search(said)))


def supervision_place(flow: Flow) -> Lead | None:
    """Where the paragraph on supervision begins; None if none is headed so."""
    leads = _leads(flow.text, _beginnings(flow.text, flow.starts), flow.starts)
    return next((lead for lead in leads if _is_headed(lead, _SUPERVISION)), None)


def _headed(leads: Iterable[Lead]) -> list[Topic]:
    """The topics that are named at some beginnings."""
    named = [lead for lead in leads if _may_be_headed(lead)]
    return [topic for topic in TOPICS if any(_is_headed(lead, topic) for lead in named)]


def _is_headed(lead: Lead, topic: Topic) -> bool:
    """Whether a topic is named at the beginning, if need be with a character lost: that is no missing topic."""
    found = topic.named.search(lead.words)
    return (found is not None and found.start() <= _NAME_CHARS) or _begins_with_slip(lead, topic.name.zh)


def _may_be_headed(lead: Lead) -> bool:
    """Whether any topic may be named at a beginning, so that it is worth asking for each."""
    return _any_name().search(lead.words) is not None or _begins_with_slip(lead, *_NAMES)


def _begins_with_slip(lead: Lead, *names: str) -> bool:
    """Whether a lead begins with a name that has lost a character; that of a part may have it anywhere."""
    slip = _slip_of(names)
    return (slip.search(lead.words) if lead.is_part else slip.match(lead.words)) is not None


@cache
def _slip_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return compiled("|".join(slip for name in names for slip in without_one(name)))


@cache
def _any_name() -> re.Pattern[str]:
    return compiled("|".join(topic.named.pattern for topic in TOPICS))


def _is_led_or_told(topic: Topic, leads: list[Lead], text: str) -> bool:
    """Whether a numbered part is on a topic under another name, or running text has what only this topic has."""
    numbered = (lead for lead in leads if topic.headed.search(lead.words) and _NUMBER.match(lead.words))
    if any(not any(_is_headed(lead, own) for own in TOPICS) for lead in numbered):
        return True
    return topic.certain is not None and topic.certain.search(text) is not None


def _beginnings(text: str, paragraphs: Iterable[int]) -> set[int]:
    """Where paragraphs, numbered parts and clauses begin."""
    numbers = [match.start() for match in _NUMBER_INSIDE.finditer(text)]
    return {*paragraphs, *numbers, *[match.end() for match in _PAUSE.finditer(text)]}


def _leads(text: str, starts: Iterable[int], paragraphs: Sequence[int]) -> list[Lead]:
    """The leads that begin at some places, in order; none in a sentence that lists topics."""
    lists = _lists_in(text)
    begins = set(paragraphs)
    return [
        _lead(text, start, start in begins)
        for start in sorted(starts)
        if not any(first <= start < end for first, end in lists)
    ]


def _lead(text: str, start: int, is_paragraph: bool) -> Lead:
    number = _NUMBER.match(text, start)
    begin = number.end() if number else start
    pause = _LEAD_END.search(text, begin, begin + _LEAD_CHARS)
    stop = pause.start() if pause else begin + _LEAD_CHARS
    return Lead(start, text[start:stop], number is not None or is_paragraph)


def _without_lists(text: str) -> str:
    """A text without the sentences that merely list topics, as a preamble does."""
    cuts = [0, *(place for listed in _lists_in(text) for place in listed), len(text)]
    return "".join([text[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True)])


@remembered
def _lists_in(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences that list topics, or the parts of a report."""
    chapters = _CHAPTERS.search(text) is not None
    return tuple(
        (start, end)
        for start, end in sentences_of(text)
        if _lists_topics(text[start:end]) or (chapters and _CHAPTERS.search(text, start, end))
    )


def _lists_topics(sentence: str) -> bool:
    if "、" not in sentence or _DIGIT.search(sentence) or not _any_name().search(sentence):
        return False
    return sum(topic.named.search(sentence) is not None for topic in TOPICS) >= _LISTED_TOPICS
