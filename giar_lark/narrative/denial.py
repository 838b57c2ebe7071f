"""What a sentence says is not: 未收到政府信息公开申请, 没有发生行政复议、行政诉讼, 行政诉讼：无."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from giar_lark.lean.records import dataclass
from giar_lark.narrative.figure import Denial, Subject, When
from giar_lark.narrative.group import group_of
from giar_lark.narrative.run import APPLICATION_EVENTS
from giar_lark.narrative.tree import Item, Sentence

# what is denied, and what it is denied of, stands so near; a sentence without end must not take time without end
_NEAR_CLAUSES = 12
_NEAR_ITEMS = 60
# 依申请公开的事项: words that name nothing else
_VAGUE = frozenset({"事项", "信息", "文件", "材料"})
# words that say that not all is denied
_NARROW = frozenset({"ELSE", "REST", "SOME", "COMPARED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialReader:
    """Reads the denials of the clauses of one sentence, which is the text."""

    text: str
    year: int | None
    sentence: Sentence

    def read(self, clause: int, items: Sequence[Item], when: When, thing: str | None) -> Iterator[Denial]:
        """The denials of a clause; `thing` is what the words before were about, `when` the year they were of."""
        ends = _end_of_meaning(items)
        for at, item in enumerate(items):
            if item.type != "NEGATION":
                continue
            before, scope = items[max(0, at - _NEAR_ITEMS) : at], _scope(items, at + 1)
            closed = at + 1 + len(scope) >= ends
            subjects = tuple(self._denied(clause, before, scope, thing, closed=closed))
            if subjects:
                yield self._denial(item, before, scope, subjects, when, closed=closed)

    def _denial(
        self,
        item: Item,
        before: Sequence[Item],
        scope: Sequence[Item],
        subjects: Iterable[Subject],
        when: When,
        *,
        closed: bool,
    ) -> Denial:
        applicant = next((item.type for item in reversed(before) if item.group == "applicant"), None)
        words = group_of([*before, *scope])
        return Denial(
            text=self.text,
            sentence=0,
            start=item.start,
            end=scope[-1].end if scope else item.end,
            subjects=tuple(subject.of(applicant) for subject in subjects),
            when=words.time(self.text, self.year, when),
            restricted=words.run.is_partial or not words.run.kinds.isdisjoint(_NARROW),
            closed=closed,
        )

    def _denied(
        self, clause: int, before: Sequence[Item], scope: Sequence[Item], thing: str | None, *, closed: bool
    ) -> Iterable[Subject]:
        own = group_of(scope).run.subject
        things = _things(self._headed(scope))
        if things or own.event:
            things += self._listed_behind(clause)
        if not things and (own.is_empty or own.event == "HAPPEN"):
            return map(_of_thing, dict.fromkeys(self._things_before(clause, before))) if closed else ()
        if not things and own.event in APPLICATION_EVENTS and closed:
            things = [thing or ""]
        return [own._replace(thing=name) for name in dict.fromkeys(things) if name]

    def _headed(self, scope: Sequence[Item]) -> Sequence[Item]:
        """What is denied, without what only says of it what it is about: 未收到依申请公开的投诉 denies complaints."""
        for at, (item, behind) in enumerate(pairwise(scope)):
            named = self.text[behind.start : behind.end]
            if item.type == "OF" and behind.type == "ANOTHER_THING" and named not in _VAGUE:
                return scope[at + 1 :]
        return scope

    def _listed_behind(self, clause: int) -> list[str]:
        """Things that a list goes on with: 未发生行政复议、行政诉讼."""
        found: list[str] = []
        for other in self.sentence.clauses[clause + 1 : clause + 1 + _NEAR_CLAUSES]:
            near = other.items[:_NEAR_ITEMS]
            if other.separator != "ENUMERATION" or any(item.group == "amount" for item in near):
                break
            found += _things(near)
        return found

    def _things_before(self, clause: int, before: Sequence[Item]) -> list[str]:
        """The things told before, as far as nothing was said of them yet: 行政复议、行政诉讼，本年没有发生."""
        found = _things(before)
        if any(item.group == "amount" for item in before):
            return []
        for other in reversed(self.sentence.clauses[max(0, clause - _NEAR_CLAUSES) : clause]):
            near = other.items[-_NEAR_ITEMS:]
            if any(item.group == "amount" or item.type == "NEGATION" for item in near):
                break
            found = _things(near) + found
        return found


def _of_thing(name: str) -> Subject:
    return Subject(thing=name)


def _things(items: Iterable[Item]) -> list[str]:
    return [item.type for item in items if item.group == "thing"]


def _scope(items: Sequence[Item], start: int) -> list[Item]:
    """What a denying word denies: the known words behind it, up to the first that is unknown, or an amount."""
    scope: list[Item] = []
    for number in range(start, len(items)):
        item = items[number]
        if item.group in ("other", "amount", "aside") or item.type == "NEGATION":
            break
        scope.append(item)
    return scope


def _end_of_meaning(items: Sequence[Item]) -> int:
    """How many items there are up to the last that says more than a modifier."""
    return next((at + 1 for at in reversed(range(len(items))) if items[at].group != "modifier"), 0)
