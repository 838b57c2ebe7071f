"""The words around a number as a group, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.narrative.figure import NOTHING, Subject, When
from giar_lark.narrative.tree import Item

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
_PART = frozenset({"MONTH", "PART_OF_YEAR"})
# the most frequent of those that name nothing
_SILENT = frozenset({"GAP", "WORD", "WORD_COMPOUND", "LIGHT", "OF", "COUNT", "NUMBER", "PERCENT", "YEAR", "THIS_YEAR"})
# a word or two of no weight may stand between a noun and its number: 余 in 其余的, 着, 起
_SHORT_GAP = 1


class Group:
    """Items that belong together, and what they say."""

    __slots__ = ("items", "types")

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.types = {item.type for item in items}

    def has(self, *types: str) -> bool:
        """Whether one of some terminals is among them."""
        return not self.types.isdisjoint(types)

    @property
    def names_year(self) -> bool:
        """Whether a year is named by its number, or as the present one."""
        return "YEAR" in self.types or "THIS_YEAR" in self.types

    @property
    def subject(self) -> Subject:
        """What the words say is counted: the last of each kind, and of outcomes a leaf of table 3 rather than its group."""
        if self.types <= _SILENT:
            return NOTHING
        thing = applicant = result = None
        outcomes: list[str] = []
        events: list[int] = []
        for number, item in enumerate(self.items):
            match item.group:
                case "event":
                    events.append(number)
                case "thing":
                    thing = item.type
                case "outcome":
                    outcomes.append(item.type)
                case "applicant":
                    applicant = item.type
                case "result":
                    result = item.type
        event = self._event(events) if events else None
        return Subject(event, thing, _counted(outcomes) if outcomes else (), applicant, result)

    def _event(self, numbers: Sequence[int]) -> str | None:
        """The last event; one that only describes a noun (收到的申请) counts where there is no other."""
        plain = [number for number in numbers if not self._describes(number)] if "OF" in self.types else numbers
        chosen = [self.items[number].type for number in plain or numbers]
        # 结转至2024年办理: to handle it is what it is carried over for
        if chosen[-1:] == ["HANDLE"] and chosen[:-1] and chosen[-2] in _CARRIED:
            chosen.pop()
        return chosen[-1] if chosen else None

    def _describes(self, number: int) -> bool:
        return (
            number + 2 < len(self.items)
            and self.items[number + 1].type == "OF"
            and self.items[number + 2].group == "thing"
        )

    @property
    def is_unclear(self) -> bool:
        """Whether unknown words stand where a noun would narrow down what is counted.

        Between the last known word and the number, or directly before the noun or the outcome (交通类行政处罚).
        """
        if self._loose_end() > _SHORT_GAP:
            return True
        heads = [number for number, item in enumerate(self.items) if item.group in ("thing", "outcome")]
        return any(self._narrows(number) for number in heads)

    def _loose_end(self) -> int:
        """How many unknown characters stand behind the last word that means something."""
        loose = 0
        for item in reversed(self.items):
            if item.group == "other":
                loose += item.end - item.start
            elif item.group != "modifier" or item.type in ("NEGATION", "CHANNEL", "PARTIAL"):
                break
        return loose

    def _narrows(self, number: int) -> bool:
        before = self.items[number - 1] if number else None
        while before is not None and before.type == "OF" and number > 1:
            number -= 1
            before = self.items[number - 1]
        return before is not None and before.group == "other" and before.end - before.start > _SHORT_GAP

    @property
    def is_partial(self) -> bool:
        """Whether a word says that not all are counted: 延期, 网上, 撤销."""
        return self.has("PARTIAL", "CHANNEL") or self.only_speaks_of_them

    @property
    def only_speaks_of_them(self) -> bool:
        """Whether received applications are only spoken of, for something else to be told of them: 收到的9件未到期限."""
        if not self.has("RECEIVE"):
            return False
        return [item.type for item in self.items if item.type != "LIGHT"][-2:] == ["RECEIVE", "OF"]


def _counted(outcomes: Sequence[str]) -> tuple[str, ...]:
    """The outcome that is counted; several where they are joined by 和."""
    leaves = [name for name in outcomes if name in LEAVES]
    if leaves:
        return (leaves[-1],)
    return tuple(dict.fromkeys(name for name in outcomes if name != "NOT_IN_TABLE"))


def time_of(items: Sequence[Item], text: str, year: int | None, inherited: When) -> When:
    """The year that some items are of: the last time among them, else that of the words before."""
    when = inherited
    for item in items:
        if item.group != "time":
            continue
        if item.type == "YEAR":
            written = int(text[item.start : item.start + 4])
            when = When.THIS if year is None or written == year else When.LAST if written == year - 1 else When.OTHER
        elif item.type == "THIS_YEAR":
            when = When.THIS
        elif item.type == "LAST_YEAR":
            when = When.LAST
        elif item.type in ("NEXT_YEAR", "SINCE"):
            when = When.OTHER
        elif item.type in _PART:
            when = When.PART
    return when


def is_dated(items: Sequence[Item], text: str, year: int | None) -> bool:
    """Whether some items name the year reported on."""
    return time_of(years_in(items), text, year, When.OTHER) is When.THIS


def years_in(items: Sequence[Item]) -> list[Item]:
    """The years that items name by their number, or as the present one."""
    return [item for item in items if item.group == "time" and item.type in ("YEAR", "THIS_YEAR")]
