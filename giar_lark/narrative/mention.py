"""What a clause says to be without a number: 收到的申请均已答复, 均获维持, 结转下年度, 信息不存在, 原因是本机关不掌握."""

from __future__ import annotations

from collections.abc import Iterator

from giar_lark.lean.named_tuple import NamedTuple
from giar_lark.lean.records import dataclass
from giar_lark.narrative.figure import Mention, Subject, When
from giar_lark.narrative.group import Group
from giar_lark.narrative.run import LEAVES
from giar_lark.narrative.tree import Item, Sentence

# what can be said to be without a number
_TOLD_ALONE = frozenset({"RECEIVE", "CARRIED_FORWARD", "CARRIED_INTO", "UPHELD"})
_NOT_IN_TABLE, _OTHERWISE = "NOT_IN_TABLE", "OTHERWISE"
# a clause without any of these has no mention
MENTIONED = LEAVES | _TOLD_ALONE | {_NOT_IN_TABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionReader:
    """Reads the mentions of the clauses of one sentence, which is the text and speaks of `things`."""

    text: str
    year: int | None
    things: tuple[str, ...]

    def read(self, group: Group, when: When, thing: str | None) -> Iterator[Mention]:
        """The mentions of a clause; `thing` is what the words before were about.

        A clause with a number tells of what it counts there; only outcomes that the table does not know are told all the same,
        and what those counted as other really were (其他处理的1件为重复申请).
        """
        items, run = group.items, group.run
        clause = self._clause(group, when)
        for item in items:
            if item.type == _NOT_IN_TABLE:
                yield clause.mention(item, Subject(outcomes=(item.type,)))
        others = next((at for at, item in enumerate(items) if item.type == _OTHERWISE), None)
        if run.amounts and (others is None or others > run.amounts[0]):
            return
        leaf = next((item for item in items[max(run.amounts, default=0) :] if item.type in LEAVES), None)
        if leaf is not None:
            yield clause.mention(leaf, Subject(outcomes=(leaf.type,)))
        if run.amounts:
            return
        told = next((item for item in items if item.type in _TOLD_ALONE), None)
        if told is not None and "NEGATION" not in run.kinds:
            yield clause.mention(told, _subject(told, group, thing))

    def _clause(self, group: Group, inherited: When) -> _Clause:
        return _Clause(
            self,
            quantifier=next((item for item in group.items if item.type == "ALL"), None),
            when=group.time(self.text, self.year, inherited),
            dated=group.is_dated(self.text, self.year),
        )


class _Clause(NamedTuple):
    """What all mentions of a clause share: its word for "all", and its time."""

    reader: MentionReader
    quantifier: Item | None
    when: When
    dated: bool

    def mention(self, item: Item, subject: Subject) -> Mention:
        """What a word of the clause says of a subject."""
        quantifier = self.quantifier
        # 均获维持: the word for "all" belongs to what is said
        leads = quantifier is not None and item.type == "UPHELD" and quantifier.end <= item.start
        return Mention(
            text=self.reader.text,
            sentence=0,
            start=quantifier.start if leads and quantifier is not None else item.start,
            end=item.end,
            subject=subject,
            things=self.reader.things,
            when=self.when,
            dated=self.dated,
            all=quantifier is not None,
        )


def _subject(item: Item, group: Group, thing: str | None) -> Subject:
    own = group.run.subject
    event = item.type if item.group == "event" else own.event
    return own._replace(event=event, thing=own.thing or thing)


def things_of(sentence: Sentence) -> tuple[str, ...]:
    """All that a sentence speaks of, each once, in its order."""
    found = (item.type for clause in sentence.clauses for item in clause.items if item.group == "thing")
    return tuple(dict.fromkeys(found))
