"""What a sentence says is not: 未收到政府信息公开申请, 没有发生行政复议、行政诉讼, 行政诉讼：无."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Denial, Subject, When
from giar_lark.narrative.group import APPLICATION_EVENTS, Group, time_of
from giar_lark.narrative.tree import Item, Sentence
from giar_lark.records import dataclass

# what is denied in a list stands so near; a sentence without end must not take time without end
_NEAR_CLAUSES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialReader:
    """Reads the denials of the clauses of one sentence, which is the passage."""

    passage: Passage
    year: int | None
    sentence: Sentence

    def read(self, clause: int, items: Sequence[Item], when: When, thing: str | None) -> Iterator[Denial]:
        """The denials of a clause; `thing` is what the words before were about, `when` the year they were of."""
        for at, item in enumerate(items):
            if item.type != "NEGATION":
                continue
            scope = _scope(items[at + 1 :])
            subjects = tuple(self._denied(clause, items, at, scope, thing))
            if subjects:
                yield self._denial(clause, items, at, scope, subjects, when)

    def _denial(
        self,
        clause: int,
        items: Sequence[Item],
        at: int,
        scope: Sequence[Item],
        subjects: Iterable[Subject],
        when: When,
    ) -> Denial:
        text = self.passage.text
        before = items[:at]
        applicant = next((item.type for item in reversed(before) if item.group == "applicant"), None)
        return Denial(
            passage=self.passage,
            sentence=0,
            start=items[at].start,
            end=scope[-1].end if scope else items[at].end,
            subjects=tuple(subject.of(applicant) for subject in subjects),
            when=time_of([*before, *scope], text, self.year, when),
            restricted=_is_narrow([*before, *scope]),
            closed=_is_closed(items[at + 1 + len(scope) :]),
        )

    def _denied(
        self, clause: int, items: Sequence[Item], at: int, scope: Sequence[Item], thing: str | None
    ) -> Iterable[Subject]:
        own = Group(scope).subject
        is_end = _is_closed(items[at + 1 + len(scope) :])
        things = [item.type for item in scope if item.group == "thing"]
        if things or own.event:
            things += self._listed_behind(clause)
        if not things and (own.is_empty or own.event == "HAPPEN"):
            return [Subject(thing=name) for name in self._things_before(clause, items[:at])] if is_end else []
        if not things and own.event in APPLICATION_EVENTS and is_end:
            things = [thing or ""]
        return [own._replace(thing=name) for name in dict.fromkeys(things) if name]

    def _listed_behind(self, clause: int) -> list[str]:
        """Things that a list goes on with: 未发生行政复议、行政诉讼."""
        found: list[str] = []
        for other in self.sentence.clauses[clause + 1 : clause + 1 + _NEAR_CLAUSES]:
            if other.separator != "ENUMERATION" or any(item.group == "amount" for item in other.items):
                break
            found += _things(other.items)
        return found

    def _things_before(self, clause: int, before: Sequence[Item]) -> list[str]:
        """The things told before, as far as nothing was said of them yet: 行政复议、行政诉讼，本年没有发生."""
        found = _things(before)
        if any(item.group == "amount" for item in before):
            return []
        for other in reversed(self.sentence.clauses[max(0, clause - _NEAR_CLAUSES) : clause]):
            if any(item.group == "amount" or item.type == "NEGATION" for item in other.items):
                break
            found = _things(other.items) + found
        return found


def _things(items: Iterable[Item]) -> list[str]:
    return [item.type for item in items if item.group == "thing"]


def _scope(items: Sequence[Item]) -> list[Item]:
    """What a denying word denies: the known words behind it, up to the first that is unknown, or an amount."""
    scope: list[Item] = []
    for item in items:
        if item.group in ("other", "amount", "aside") or item.type == "NEGATION":
            break
        scope.append(item)
    return scope


def _is_closed(rest: Sequence[Item]) -> bool:
    return all(item.group == "modifier" for item in rest)


def _is_narrow(items: Sequence[Item]) -> bool:
    words = Group(items)
    return words.is_partial or words.has("ELSE", "REST", "SOME", "COMPARED")
