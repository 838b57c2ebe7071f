"""Sums and their parts in the sentences of a report: N 条，其中 a、b、c; N 条（a、b、c）; a、b，合计 N 条."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, takewhile

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.narrative.figure import Figure, When

# nobody divides a whole into more, and a text without end must not take time without end
_MOST_PARTS = 40
_UNITS_OF_SHARES = ("%", "百分点", "")
# words in which documents and events are counted, one beside the other
_OF_THINGS = frozenset(("次", "期", "场", "篇次", "条次", "件次", *"件条篇份个项则部"))
_SEVERAL = lazy_pattern(r"(?:[两二三四五六几以上]*[类项者种个]?)?")
# what a sentence begins with that divides the number of the one before
_OF_WHICH = lazy_pattern("[。；]\\s*其中")
_BY_KIND = lazy_pattern("[。；]\\s*按[^，。；：:]{1,8}(?:看|分|划分|分类|统计)[：:，,]")
_COUNTED = {char: count for count, char in enumerate("零一二三四五六七八九")} | {"两": 2}


class Breakdown(NamedTuple):
    """A whole and its parts, two or more or one that exceeds it; `is_complete` where the sentence says that these are all."""

    whole: Figure
    parts: tuple[Figure, ...]
    is_complete: bool

    @property
    def tolerance(self) -> Decimal:
        """How far the parts may miss the whole because they are rounded: 31.6万, 22.4万."""
        return sum((figure.quantity.step for figure in (self.whole, *self.parts)), start=Decimal(0)) / 2


def breakdowns(figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """The breakdowns of a paragraph, in its order."""
    before: list[Figure] = []
    for _, group in groupby(enumerate(figures), key=lambda pair: pair[1].sentence):
        sentence = list(group)
        yield from _wholes_first(sentence)
        yield from _whole_last([figure for _, figure in sentence])
        yield from _whole_before(before, [figure for _, figure in sentence])
        before = [figure for _, figure in sentence]


def goes_on(breakdown: Breakdown, figures: Sequence[Figure]) -> bool:
    """Whether a list that falls short goes on: behind its semicolon, where more parts make the whole, or with a rounded part."""
    last, unit = breakdown.parts[-1], breakdown.whole.quantity.unit
    rest = breakdown.whole.quantity.value - sum(part.quantity.value for part in breakdown.parts)
    if rest < 0:
        return False
    stop = last.text.find("。", last.end)
    behind = [
        figure
        for figure in figures
        if last.end <= figure.start and (stop < 0 or figure.end <= stop) and figure.quantity.unit == unit
    ]
    if not breakdown.is_complete and any(
        not figure.quantity.exact and figure.sentence == last.sentence for figure in behind
    ):
        return True
    more = (figure.quantity.value for figure in behind if not figure.aside and _counts(figure))
    return rest in accumulate(more)


def divides_a_list(breakdown: Breakdown, figures: Sequence[Figure]) -> bool:
    """Whether the parts make what the whole and the numbers in front of it come to: 建议9件、提案14件，其中主办17件、会办6件."""
    whole, total = breakdown.whole, sum(part.quantity.value for part in breakdown.parts)
    alike = [each for each in figures if each.sentence == whole.sentence and each.quantity.unit == whole.quantity.unit]
    before = [each.quantity.value for each in alike if each.start <= whole.start and _counts(each)][-_MOST_PARTS:]
    return total in list(accumulate(reversed(before)))[1:]


def _wholes_first(sentence: list[tuple[int, Figure]]) -> Iterator[Breakdown]:
    parts: dict[tuple[int, bool], list[Figure]] = {}
    for _, figure in sentence:
        if figure.part and figure.base is not None:
            parts.setdefault((figure.base, figure.aside), []).append(figure)
    divided = {base for base, _ in parts}
    for number, whole in sentence:
        if number not in divided or (whole.total and not whole.phrase):
            continue
        behind = [figure for at, figure in sentence if at > number]
        for aside in (False, True):
            yield from _divided(whole, parts.get((number, aside), []), behind)


def _whole_before(before: Sequence[Figure], sentence: Sequence[Figure]) -> Iterator[Breakdown]:
    """The only number of its unit and year in the sentence before one that begins with 其中, or with 按类别看 and a list:
    公开信息432条。其中，网站210条……."""
    among = list(takewhile(lambda figure: figure.among and figure.base is None, sentence))
    parts = among or [*sentence[:1], *takewhile(lambda figure: figure.listed, sentence[1:])]
    sign = _OF_WHICH if among else _BY_KIND
    if len(parts) < 2 or not before or not sign.search(parts[0].text, before[-1].end, parts[0].start):
        return
    own = [figure for figure in before if _counts(figure) and figure.quantity.unit == parts[0].quantity.unit]
    wholes = [figure for figure in own if figure.when is When.THIS]
    if len(wholes) == 1 and not wholes[0].part and _is_meant(wholes[0], by_kind=not among):
        yield from _divided(wholes[0], parts, [*before[before.index(wholes[0]) + 1 :], *sentence])


def _is_meant(whole: Figure, *, by_kind: bool) -> bool:
    """Whether a number surely is the one that the next sentence divides: not 新收67件；上年结转3件。其中网上提交41件……."""
    if not by_kind:
        return whole.subject.event != "CARRIED_IN"
    begin = whole.text.rfind("。", 0, whole.start) + 1
    return whole.subject.thing != "APPLICATION" and whole.text.find("；", begin, whole.start) < 0


def _divided(whole: Figure, listed: Sequence[Figure], behind: Sequence[Figure]) -> Iterator[Breakdown]:
    """The breakdown of a whole to what is listed as its parts, if these are more than an example."""
    if not _counts(whole):
        return
    found = _one_list([part for part in listed if _fits(part, whole)])[:_MOST_PARTS]
    # 共188条。其中目录公开1条、其他101条，共发布102条；……: parts of a part
    if not found or any(part.total for part in listed) or _may_be_of_a_change(found, behind) or _are_borders(found):
        return
    if len(found) > 1 or found[0].quantity.value > whole.quantity.value:
        strangers = _counted_otherwise(listed, found)
        if not strangers or not _adds_up([*strangers, *found], whole):
            yield Breakdown(whole, tuple(found), not strangers and _is_complete(found))


def _are_borders(parts: Sequence[Figure]) -> bool:
    """Whether a list has what came from the year before and what goes to the next: 60件（上年结转1件，结转下年5件）."""
    events = {part.subject.event for part in parts}
    return "CARRIED_IN" in events and not events.isdisjoint(("CARRIED_FORWARD", "CARRIED_INTO"))


def _counted_otherwise(listed: Sequence[Figure], parts: Sequence[Figure]) -> list[Figure]:
    """What stands among the parts and is counted in another word: 328条，其中公文13件、解读315条."""
    return [
        figure
        for figure in listed
        if figure.start < parts[-1].start
        and figure.quantity.unit in _OF_THINGS
        and figure not in parts
        and _counts(figure)
    ]


def _may_be_of_a_change(parts: Sequence[Figure], behind: Sequence[Figure]) -> bool:
    """Whether parts may divide the change that is told between them and the whole: 846条，较上年增加57条，其中……."""
    changes = [figure for figure in behind if figure.growth and figure.start < parts[0].start]
    return any(sum(part.quantity.value for part in parts) <= change.quantity.value for change in changes)


def _is_complete(parts: Sequence[Figure]) -> bool:
    """Whether a list says that these are all: it names a rest, or stands in brackets without 其中 and 等."""
    last = parts[-1]
    is_open = last.text.startswith("等", last.end)
    return any(part.rest for part in parts) or (last.aside and not last.among and len(parts) > 1 and not is_open)


def _one_list(parts: list[Figure]) -> list[Figure]:
    """The parts up to where another way of dividing begins: a list with 、 ends at its first comma."""
    commas = [part.listed for part in parts]
    if True in commas[1:]:
        first = commas.index(True, 1)
        end = next((at for at in range(first, len(parts)) if not parts[at].listed), len(parts))
        return parts[:end]
    return parts


def _whole_last(sentence: list[Figure]) -> Iterator[Breakdown]:
    """A sum behind its parts: 合计, 两类合计."""
    for at, whole in enumerate(sentence):
        if not (whole.total and _counts(whole) and not whole.part and _SEVERAL.fullmatch(whole.phrase)):
            continue
        near = sentence[max(0, at - _MOST_PARTS) : at]
        counted = [figure for figure in near if not figure.aside and not figure.total and _counts(figure)]
        before = [figure for figure in counted if _fits(figure, whole)]
        count = _how_many(near, whole)
        parts = before[-count:] if count else before
        # 8篇、55条，合计63条: a sum may be of things that are counted in different words
        if len(parts) > 1 and not any(_ends_in_sum(figures, whole) for figures in (before, counted)):
            yield Breakdown(whole, tuple(parts), is_complete=True)


def _ends_in_sum(figures: Sequence[Figure], whole: Figure) -> bool:
    """Whether the last of some figures, two or more, add up to a whole."""
    return any(_adds_up(figures[-some:], whole) for some in range(2, len(figures) + 1))


def _adds_up(parts: Sequence[Figure], whole: Figure) -> bool:
    return sum(part.quantity.value for part in parts) == whole.quantity.value


def _how_many(before: Sequence[Figure], whole: Figure) -> int:
    """How many the sentence says that there are (两类合计); 0 if it does not."""
    last = before[-1] if before else None
    if last is not None and last.quantity.unit in ("类", "项", "个") and last.clause == whole.clause:
        return int(last.quantity.value)
    return _COUNTED.get(whole.phrase[:1], 0)


def _counts(figure: Figure) -> bool:
    """Whether a number is one of things: exact, or rounded to a known step."""
    return (
        (figure.quantity.exact or figure.quantity.step > 0)
        and not figure.growth
        and figure.quantity.unit not in _UNITS_OF_SHARES
    )


def _fits(part: Figure, whole: Figure) -> bool:
    return _counts(part) and part.quantity.unit == whole.quantity.unit and part.when is whole.when
