"""申请的计量单位前后不一。

查什么
    正文里政府信息公开申请的数量，单位是否一会儿“件”，一会儿“条”“次”“起”“件次”“人次”。只看收到、办结、答复、结转和各类办理结果的数量；
    公开信息的条数、接待的人次、咨询的次数不算。
为什么
    表三的单位是件，一件申请一个结果。换了单位，读者不知道是不是同一个数。
依据
    国办公开办函〔2021〕30号附件表三：按件统计。
怎么改
    申请的数量一律用“件”。
何时不必理会
    确实另有所指，如“当面申请2人次”。

Applications are counted in different units.

What it checks
    Whether the prose counts applications now in 件, now in 条, 次, 起, 件次 or 人次. Only numbers received, settled, answered and
    carried over, and those of outcomes; items disclosed, visitors and inquiries are something else.
Why it matters
    Table 3 counts in 件, one application with one outcome. In another unit nobody knows whether it is the same number.
Basis
    Letter 30 (2021), annex, table 3: counted in 件.
How to mend
    Count applications in 件 throughout.
When to ignore
    When something else is really counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from giar_lark.findings import Finding, Fix, Related, Severity
from giar_lark.lang import Text
from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.manual import Fault
from giar_lark.model.flow import sentences_of
from giar_lark.rules.clauses import FORMAT
from giar_lark.rules.context import Context
from giar_lark.rules.example import Example
from giar_lark.rules.occasions.occasion import asked_where
from giar_lark.rules.occasions.sought import sought_in_flows
from giar_lark.rules.rule import Rule
from giar_lark.source.span import Edit, Span

RULE = Rule(
    code="FM-08",
    name="mixed-units",
    severity=Severity.INFO,
    summary=Text("申请的计量单位前后不一", "applications counted in different units"),
    clause=FORMAT,
    fault=Fault.INACCURATE,
    example=Example(
        wrong="全年收到申请16件，办结17条，答复均在法定期限内。",
        right="全年收到申请16件，办结17件，答复均在法定期限内。",
        instead_of="规范登记、审核、办理、答复各环节，答复均在法定期限内。",
    ),
    fixable="suggested",
)

# what is said of applications, a number, and the unit at the end of a clause
_COUNT = lazy_pattern(
    r"(?:申请公开|申请|新收|收到|受理|办结|结转|结转下年|结转下年度|结转下年度继续办理|上年结转|上年度结转|答复|不掌握相关(?:政府)?信息|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)"
    r"(?:信息公开申请|申请)?(?:了|共|共计|的|数量为)?(?:\d[\d,，]*|[〇零一二两三四五六七八九十百]+)余?"
    r"(?P<unit>件次|人次|件|条|次|起|宗|例|份|项|个)(?=[，。；、：:（(,;]|$|其中|均|已)"
)
# 1件予以公开: the number in front, of which only the usual unit is certain to be of applications (22条不予公开 may be of information)
_USUAL_COUNT = lazy_pattern(
    r"件(?<=\d件)(?=(?:已|均|作)?(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|结转))"
)
# what is said of nothing but applications
_OF_APPLICATIONS = lazy_pattern("结转|部分公开|不予公开|无法提供|不予处理|其他处理|不掌握")
_OFFICIAL = "件"


class _Count(NamedTuple):
    """Where the unit of a count stands in a text, the unit, and whether its own words say that it is of applications."""

    start: int
    end: int
    unit: str
    is_of_applications: bool


@sought_in_flows(_COUNT, _USUAL_COUNT)
def _counts(text: str) -> tuple[_Count, ...]:
    """The counts of applications: in words that are said of nothing else, or in a sentence that has such a count or speaks of them."""
    found = [
        _Count(*match.span("unit"), match["unit"], _OF_APPLICATIONS.search(match[0]) is not None)
        for match in _COUNT.finditer(text)
    ]
    found += [_Count(*match.span(), _OFFICIAL, True) for match in _USUAL_COUNT.finditer(text)]
    sure = [count.end for count in found if count.is_of_applications]
    told = [
        (start, end)
        for start, end in (sentences_of(text) if found else ())
        if text.find("申请", start, end) >= 0 or any(start < at <= end for at in sure)
    ]
    return tuple(count for count in found if any(start < count.end <= end for start, end in told))


@sought_in_flows(_COUNT)
def _unofficial(text: str) -> tuple[_Count, ...]:
    """Those in another unit than the usual one: without any there are no two."""
    return tuple([count for count in _counts(text) if count.unit != _OFFICIAL])


@asked_where(_unofficial)
def check(context: Context) -> Iterator[Finding]:
    """One finding, at the first unit that is not the usual one."""
    counts = [count for _, found in context.in_flows(_counts) for count in found]
    units = [count.unit for count in counts]
    if len(set(units)) < 2:
        return
    usual = _OFFICIAL if _OFFICIAL in units else Counter(units).most_common(1)[0][0]
    places = [(flow.span_of(*count[:2]), count.unit) for flow, found in context.in_flows(_counts) for count in found]
    span, odd = next(place for place in places if place[1] != usual)
    yield _finding(span, odd, next(place for place, unit in places if unit == usual), usual)


def _finding(span: Span, odd: str, other: Span, usual: str) -> Finding:
    here = Related(span=other, message=Text(f"这里用“{usual}”", f"“{usual}” here"))
    return RULE.finding(
        Text(f"申请的单位“{odd}”与“{usual}”混用", f"applications are counted in “{odd}” and in “{usual}”"),
        span,
        label=Text(f"别处用“{usual}”", f"elsewhere “{usual}”"),
        related=(here,),
        help=Text(f"申请的数量一律用“{_OFFICIAL}”", f"count applications in “{_OFFICIAL}” throughout"),
        fix=Fix(edits=(Edit(span=span, text=_OFFICIAL),), safe=False) if usual == _OFFICIAL else None,
        anchor=odd,
    )
