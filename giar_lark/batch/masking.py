"""A sentence without what honest reports differ in, and whether it is one that every report contains."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache

from giar_lark.batch.prose import Prose
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.model.organ import Organ
from giar_lark.source.span import Span

_MEASURES = "余?多?(?:万|亿)?(?:件|条|次|篇|期|场|人|个|起|项|份|名|部|家|天|元|处|类|种|例|宗|年|月|日|%)"
_NUMBER = lazy_pattern(rf"\d[\d,.]*|[一二两三四五六七八九十百千万零〇]+(?={_MEASURES})|百分之[一二三四五六七八九十点]+")
_SELF = lazy_pattern(r"(?:我|本|全)(?:省|市|县|区|旗|州|盟|镇|乡|街道|街|局|委|办|厅|院|队|所|站|单位|机关|部门|中心)")
_ONE = lazy_pattern(r"@+(?:人民政府|政府)?")
_ORDINAL = lazy_pattern(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十][，,、])"
)
_NOT_WORDS = lazy_pattern(r"[^\u4e00-\u9fffA-Za-z#@]")
# sentences that the format, the law or the facts dictate: who writes them copies nobody
_DICTATED = lazy_pattern(
    r"(?:未|没有|无|不存在|均为)[^@]{0,12}(?:收到|发生|产生|收取|发出|受理|涉及|出现|制发|结转|被申请|提起|引发)"
    r"|(?:未|没有|无|不存在)[^@]{0,20}(?:申请|复议|诉讼|收费|费用|投诉|举报|追究|问责|事项|情况|案件|情形)"
    r"|信息处理费|政府信息公开条例|统计期限|年度报告|编制本报告|国办公开办函|由[^@]{0,20}部分组成|勾稽关系"
    r"|联系(?:电话|地址|我们|方式)|下载|网址"
    r"|^(?:政府)?信息(?:公开)?(?:工作)?(?:平台建设|管理|监督保障)(?:情况|方面)?[。：:]?$"
)
# what political and official language puts in front of a sentence
_FORMULA = lazy_pattern(
    r"(?:坚持)?以习近平[^，,。；]{0,20}思想为指导|(?:全面|深入|认真)?(?:学习)?贯彻(?:落实|执行)?[^，,。；]{0,30}(?:精神|要求|部署|决策部署)"
    r"|在[^，,。；]{0,20}的?(?:正确|坚强)领导下|(?:坚持)?以公开为常态[，,、]?(?:以)?不公开为例外"
)
# the sections whose words are compared with those of other reports
COMPARED = OVERVIEW, PROBLEMS = "overview", "problems_improvements"
# a sentence of fewer words than this says nothing of its own
_SHORTEST_CHARS = 8


class Masked(NamedTuple):
    """A sentence as it is compared, and its place in the source."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of a section that count, packed: a line a sentence, and the places of all."""

    lines: str
    places: array[int]

    @classmethod
    def of(cls, sentences: Iterable[Masked]) -> Words:
        """The words of some sentences."""
        masked = tuple(sentences)
        places = array("I", (offset for sentence in masked for offset in sentence.span))
        return cls("\n".join(sentence.text for sentence in masked), places)

    @property
    def text(self) -> str:
        """All as one text."""
        return self.lines.replace("\n", "")

    @property
    def texts(self) -> tuple[str, ...]:
        """Each sentence as it is compared."""
        return tuple(self.lines.split("\n")) if self.places else ()

    def sentences(self) -> tuple[Masked, ...]:
        """Each sentence as it is compared, with its place."""
        places = iter(self.places)
        return tuple(map(Masked, self.texts, map(Span, places, places)))


def masked_sentences(prose: Prose | None, names: tuple[str, ...]) -> Iterator[Masked]:
    """The sentences of a section that count, each as it is compared; `names` are those of the report's own organ."""
    for sentence in prose.sentences() if prose else ():
        text = mask(sentence.text, names)
        if text:
            yield Masked(text, sentence.span)


def mask(sentence: str, names: tuple[str, ...]) -> str:
    """A sentence with numbers as `#` and the organ's own names as `@`, without punctuation; empty if it does not count.

    What is dictated does not count, nor what is too short to be anybody's own.
    """
    text = _ORDINAL.sub("", _FORMULA.sub("", sentence))
    text = _ONE.sub("@", _SELF.sub("@", _names(names).sub("@", text)))
    if _DICTATED.search(text):
        return ""
    text = _NOT_WORDS.sub("", _NUMBER.sub("#", text))
    return text if len(text) >= _SHORTEST_CHARS else ""


def own_names(organ: Organ | None) -> tuple[str, ...]:
    """The names by which a report means its own organ and the divisions it lies in, the longest first."""
    if organ is None:
        return ()
    places = {name for division in organ.divisions for name in (division.name, division.stem)}
    names = {name for name in (organ.name, organ.office, *places) if len(name) > 1}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@lru_cache(maxsize=64)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, names)) or r"(?!)")
