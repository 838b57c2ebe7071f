"""A run of terminals, as words stand around a number, and what it says: for that it does not matter which words they are.

What no terminal tells (which year is named, how long the unknown words are) the words themselves tell (`group.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache

from giar_lark.narrative.figure import NOTHING, Subject
from giar_lark.narrative.parser import groups

LEAVES = frozenset(
    {
        "STATE_SECRET", "PROHIBITED_BY_LAW", "SECURITY_STABILITY", "THIRD_PARTY_RIGHTS", "INTERNAL_AFFAIRS",
        "PROCESS_INFORMATION", "ENFORCEMENT_FILE", "INQUIRY_PROCEDURE", "NOT_HELD", "NEEDS_CREATION", "STILL_UNCLEAR",
        "PETITION_COMPLAINT", "REPEATED", "PUBLIC_PUBLICATION", "ABUSIVE_VOLUME", "RECONFIRMATION",
        "NOT_CORRECTED_IN_TIME", "FEE_NOT_PAID",
    }
)  # fmt: skip
APPLICATION_EVENTS = frozenset(
    {"RECEIVE", "COMPLETE", "HANDLE", "SUBMIT", "CARRIED_IN", "CARRIED_FORWARD", "CARRIED_INTO", "CARRY"}
)
_CARRIED = frozenset({"CARRIED_IN", "CARRIED_FORWARD", "CARRIED_INTO"})
_YEARS = frozenset({"YEAR", "THIS_YEAR"})
_HEADS = frozenset({"event", "thing", "outcome", "result"})
_NOUNS = frozenset({"thing", "outcome"})
_PARTIAL = frozenset({"PARTIAL", "CHANNEL"})
_CHANGES = frozenset({"GROWTH", "FALL"})
_FILLERS = frozenset({"LIGHT", "OF", "TOTAL", "ON_DISCLOSURE", "REST", "OF_WHICH", "COMPARED"})
# a modifier that is none of these does not part unknown words from the number that they stand before
_PARTING = frozenset({"NEGATION", "CHANNEL", "PARTIAL"})
# so many runs are kept: few follow one another in so many ways that more would come again
_KEPT = 4096


class Run:
    """Terminals that follow one another, and what they say. Places are those in the run.

    `amounts`, `times` and `years` are the places of those, `words` the places of more than times, fillers and sums. `head` is the
    place of the first word that says what is counted, `cue` that where the words of a number begin: the first, or the word for a
    change. `loose` are the places of unknown words behind the last that means something, `narrowing` of those directly before a
    noun or an outcome (交通类行政处罚). `growth` is + or - for a change. `has_unknown`: there are words that the grammar does not
    know; `is_partial`: a word says that not all are counted (延期, 网上, 撤销).
    """

    __slots__ = (
        "amounts", "cue", "groups", "growth", "has_unknown", "head", "is_partial", "kinds", "loose", "narrowing", "only_speaks_of_them",
        "subject", "times", "types", "words", "years",
    )  # fmt: skip

    def __init__(self, types: tuple[str, ...]) -> None:
        """Look at each terminal once."""
        self.types, self.kinds = types, frozenset(types)
        self.groups = tuple(map(_group_by_type().__getitem__, types))
        there = frozenset(self.groups)
        self.has_unknown = "other" in there
        self.amounts = self._places({"amount"}) if "amount" in there else ()
        self.times = self._places({"time"}) if "time" in there else ()
        self.years = tuple([at for at in self.times if types[at] in _YEARS])
        self.words = tuple([at for at, kind in enumerate(types) if kind not in _FILLERS and at not in self.times])
        self.growth = "+" if "GROWTH" in self.kinds else "-" if "FALL" in self.kinds else ""
        self.cue = next((at for at, kind in enumerate(types) if kind in _CHANGES), 0) if types else None
        self.loose = tuple(self._loose()) if self.has_unknown else ()
        self.narrowing = tuple(self._narrowing()) if self.has_unknown and not there.isdisjoint(_NOUNS) else ()
        self.head = None if there.isdisjoint(_HEADS) else self._places(_HEADS)[0]
        self.subject = NOTHING if self.head is None and "applicant" not in there else self._subject()
        # 收到的9件未到期限: received applications are only spoken of, for something else to be told of them
        self.only_speaks_of_them = "RECEIVE" in self.kinds and self._weighty()[-2:] == ["RECEIVE", "OF"]
        self.is_partial = self.only_speaks_of_them or not self.kinds.isdisjoint(_PARTIAL)

    def _places(self, groups: Collection[str]) -> tuple[int, ...]:
        return tuple([at for at, group in enumerate(self.groups) if group in groups])

    def _weighty(self) -> list[str]:
        return [kind for kind in self.types if kind != "LIGHT"]

    @property
    def begins_with_share(self) -> bool:
        """Whether the first word with a weight is that for a share."""
        return self._weighty()[:1] == ["SHARE"]

    def _subject(self) -> Subject:
        """What the words say is counted: the last of each kind, and of outcomes a leaf of table 3 rather than its group."""
        last = dict(zip(self.groups, self.types, strict=True))
        outcomes = _counted([self.types[at] for at in self._places({"outcome"})]) if "outcome" in last else ()
        event = self._event(self._places({"event"})) if "event" in last else None
        return Subject(event, last.get("thing"), outcomes, last.get("applicant"), last.get("result"))

    def _event(self, numbers: Sequence[int]) -> str | None:
        """The last event; one that only describes a noun (收到的申请) counts where there is no other."""
        plain = [number for number in numbers if not self._describes(number)]
        chosen = [self.types[number] for number in plain or numbers]
        # 结转至2024年办理: to handle it is what it is carried over for
        if chosen[-1:] == ["HANDLE"] and chosen[:-1] and chosen[-2] in _CARRIED:
            chosen.pop()
        return chosen[-1] if chosen else None

    def _describes(self, number: int) -> bool:
        return self.types[number + 1 : number + 2] == ("OF",) and self.groups[number + 2 : number + 3] == ("thing",)

    def _loose(self) -> Iterator[int]:
        for at in reversed(range(len(self.types))):
            if self.groups[at] == "other":
                yield at
            elif self.groups[at] != "modifier" or self.types[at] in _PARTING:
                return

    def _narrowing(self) -> Iterator[int]:
        for noun in self._places(_NOUNS):
            at = noun - 1
            while at > 0 and self.types[at] == "OF":
                at -= 1
            if at >= 0 and self.groups[at] == "other":
                yield at


@cache
def _group_by_type() -> dict[str, str]:
    """The group of each type of items: of a terminal as the grammar has it, and of what brackets hold."""
    return {**groups(), "ASIDE": "aside"}


@lru_cache(_KEPT)
def run_of(types: tuple[str, ...]) -> Run:
    """The run of some terminals."""
    return Run(types)


def _counted(outcomes: Sequence[str]) -> tuple[str, ...]:
    """The outcome that is counted; several where they are joined by 和."""
    leaves = [name for name in outcomes if name in LEAVES]
    if leaves:
        return (leaves[-1],)
    return tuple(dict.fromkeys(name for name in outcomes if name != "NOT_IN_TABLE"))
