"""文中的自称与报告机关的级别、类型不符。

查什么
    乡的报告里写“我镇”“镇政府”，镇的报告里写“我乡”；乡镇、街道或政府的报告里写“我局”“局机关”；局的报告里写“我镇”“我委”；
    学校、医院、企业的报告里写“我局”“我镇”；区的报告里写“我县”“县委、县政府”，县的报告里写“我区”。上级的称呼（全省、全市）、书名号和引号里的话不查；自治区内的
    “我区”“全区”不查。同一类词只提示一次。
为什么
    自称写错，多半是整段从别的单位或旧材料抄来的，读者一眼就能看出。
依据
    国办公开办函〔2021〕30号：年度报告须准确，不得敷衍、雷同。
怎么改
    改成本机关的自称，并通读这一段，看是否还有抄来的内容。
何时不必理会
    所说的确是别的单位，只是没有写出它的名称时。

Words for the organ itself do not fit its level or kind.

What it checks
    我镇 or 镇政府 in the report of a 乡, 我乡 in that of a 镇; 我局 or 局机关 in the report of a township or a government; 我镇 or 我委 in
    that of a bureau; 我局 or 我镇 in that of a school, hospital or company; 我县 or 县委 in a district, 我区 in a county. Words
    for those above (全省, 全市) and what is quoted are not looked at, nor 我区 and 全区 within an autonomous region. Words of one kind are told once.
Why it matters
    A wrong word for oneself mostly means that the passage was copied from another organ, and every reader sees it.
Basis
    Letter 30 (2021): reports must be accurate, and neither perfunctory nor copied.
How to mend
    Write the word that fits, and read the passage for more that was copied.
When to ignore
    Where another body is meant whose name is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from giar_lark.findings import Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.manual import Fault
from giar_lark.model.organ import Organ
from giar_lark.model.organ.gazetteer import places_named
from giar_lark.rules.clauses import ACCURACY
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.names.self_words import SelfWord, fitting_unit, unfit_words
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.prose.quotation import is_quoted
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="ID-03",
    name="wrong-level-word",
    severity=Severity.WARNING,
    summary=Text("自称与机关的级别、类型不符", "words for itself that do not fit the organ"),
    clause=ACCURACY,
    fault=Fault.DUPLICATED,
    example=Example(
        wrong="（五）监督保障。我镇组织业务培训",
        right="（五）监督保障。我局组织业务培训",
        instead_of="（五）监督保障。组织业务培训",
    ),
    fixable="suggested",
)

_SHOWN = 5


class _Place(NamedTuple):
    """A word that does not fit, where it stands, and the unit that would fit (None: not told)."""

    written: str
    span: Span
    fitting: str | None

    def fitted(self, unit: str) -> str:
        """The word with the unit that fits."""
        return self.written.replace(unit, self.fitting or unit, 1)


@asked_where(unfit_words)
def check(context: Context) -> Iterator[Finding]:
    """One finding for each unit that does not fit, at its first place."""
    organ = context.organ
    if organ is None:
        return
    places: dict[str, list[_Place]] = {}
    for passage, words in context.by_organ(unfit_words):
        for word in words:
            if not is_quoted(passage.text, word.start) and not _may_be_the_region(word, context, organ):
                written, span = passage.text[word.start : word.end], passage.span_of(word.start, word.end)
                places.setdefault(word.unit, []).append(_Place(written, span, fitting_unit(word, organ)))
    for unit, found in places.items():
        yield _finding(organ, unit, found)


def _may_be_the_region(word: SelfWord, context: Context, organ: Organ) -> bool:
    """Whether a word fits anybody there: 区 in an autonomous region, by the list of divisions, or by what the report says."""
    return word.unit == "区" and ("自治区" in context.text or _lies_in_autonomous_region(organ))


@lru_cache(maxsize=512)
def _lies_in_autonomous_region(organ: Organ) -> bool:
    places = [place for division in organ.divisions for place in places_named(division.name)]
    return any(name.endswith("自治区") for place in places for name in (place.name, *place.above))


def _finding(organ: Organ, unit: str, found: list[_Place]) -> Finding:
    words = [*dict.fromkeys(place.written for place in found)]
    listed = Text("".join(f"“{word}”" for word in words), ", ".join(f"“{word}”" for word in words))
    often = Text(f"（共 {len(found)} 处）", f" ({len(found)} times)") if len(found) > len(words) else Text("", "")
    kind = organ.home.name if organ.is_township and organ.home else organ.name
    edits = tuple(Edit(span=place.span, text=place.fitted(unit)) for place in found if place.fitting)
    return RULE.finding(
        Text(
            f"报告机关是{kind}，文中却有{listed.zh}{often.zh}",
            f"the organ is {kind}, yet the text has {listed.en}{often.en}",
        ),
        found[0].span,
        label=Text(f"应为“{edits[0].text}”？", f"“{edits[0].text}”?")
        if edits
        else Text("与机关不符", "does not fit the organ"),
        related=tuple(
            Related(span=place.span, message=Text(f"“{place.written}”", f"“{place.written}”"))
            for place in found[1 : _SHOWN + 1]
        ),
        help=Text(
            "改成本机关的自称，并看这一段是否抄自别处",
            "write the word that fits, and see whether the passage was copied",
        ),
        fix=Fix(edits=edits, safe=False) if edits else None,
        anchor=unit,
    )
