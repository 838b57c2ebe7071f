"""What a clause says to be without a number: 收到的申请均已答复, 均获维持, 结转下年度, 信息不存在, 原因是本机关不掌握."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giar_lark.model.passage import Passage
from giar_lark.narrative.figure import Mention, Subject, When
from giar_lark.narrative.group import LEAVES, Group, is_dated, time_of
from giar_lark.narrative.tree import Item, Sentence
from giar_lark.records import dataclass, replace

# what can be said to be without a number
_TOLD_ALONE = frozenset({"RECEIVE", "CARRIED_FORWARD", "CARRIED_INTO", "UPHELD"})
_NOT_IN_TABLE = "NOT_IN_TABLE"
# a clause without any of these has no mention
MENTIONED = LEAVES | _TOLD_ALONE | {_NOT_IN_TABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionReader:
    """Reads the mentions of the clauses of one sentence, which speaks of `things`."""

    passage: Passage
    year: int | None
    number: int
    things: tuple[str, ...]

    def read(self, items: Sequence[Item], when: When, thing: str | None) -> Iterator[Mention]:
        """The mentions of a clause; `thing` is what the words before were about.

        A clause with a number tells of what it counts there; only outcomes that the table does not know are told all the same.
        """
        group = Group(items, self.passage.text)
        for item in items:
            if item.type == _NOT_IN_TABLE:
                yield self._mention(item, Subject(outcomes=(item.type,)), group, when)
        if group.of("amount"):
            return
        leaf = next((item for item in items if item.type in LEAVES), None)
        if leaf is not None:
            yield self._mention(leaf, Subject(outcomes=(leaf.type,)), group, when)
        told = next((item for item in items if item.type in _TOLD_ALONE), None)
        if told is not None and not group.has("NEGATION"):
            yield self._mention(told, _subject(told, group, thing), group, when)

    def _mention(self, item: Item, subject: Subject, group: Group, when: When) -> Mention:
        text = self.passage.text
        quantifier = next((other for other in group.items if other.type == "ALL"), None)
        # 均获维持: the word for "all" belongs to what is said
        leads = quantifier is not None and item.type == "UPHELD" and quantifier.end <= item.start
        return Mention(
            passage=self.passage,
            sentence=self.number,
            start=quantifier.start if leads and quantifier is not None else item.start,
            end=item.end,
            subject=subject,
            things=self.things,
            when=time_of(group.items, text, self.year, when),
            dated=is_dated(group.items, text, self.year),
            all=quantifier is not None,
        )


def _subject(item: Item, group: Group, thing: str | None) -> Subject:
    own = group.subject
    event = item.type if item.group == "event" else own.event
    return replace(own, event=event, thing=own.thing or thing)


def things_of(sentence: Sentence) -> tuple[str, ...]:
    """All that a sentence speaks of, each once, in its order."""
    found = (item.type for clause in sentence.clauses for item in clause.items if item.group == "thing")
    return tuple(dict.fromkeys(found))
