"""The words around a number as a group, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence

from giar_lark.narrative.figure import Subject, When
from giar_lark.narrative.tree import Item
from giar_lark.records import dataclass

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
# a word or two of no weight may stand between a noun and its number: 余 in 其余的, 着, 起
_SHORT_GAP = 1


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, and the text they stand in."""

    items: Sequence[Item]
    text: str

    def has(self, *types: str) -> bool:
        """Whether one of some terminals is among them."""
        return any(item.type in types for item in self.items)

    def last(self, group: str) -> Item | None:
        """The last item of a group of terminals."""
        return next((item for item in reversed(self.items) if item.group == group), None)

    def of(self, group: str) -> list[Item]:
        """All items of a group of terminals."""
        return [item for item in self.items if item.group == group]

    @property
    def subject(self) -> Subject:
        """What the words say is counted."""
        applicant = self.last("applicant")
        result = self.last("result")
        return Subject(
            self._event(),
            self._thing(),
            self._outcomes(),
            applicant.type if applicant else None,
            result.type if result else None,
        )

    def _event(self) -> str | None:
        """The last event; one that only describes a noun (收到的申请) counts where there is no other."""
        events = [(number, item) for number, item in enumerate(self.items) if item.group == "event"]
        plain = [item for number, item in events if not self._describes(number)]
        chosen = [item.type for item in plain or [item for _, item in events]]
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

    def _thing(self) -> str | None:
        things = self.of("thing")
        return things[-1].type if things else None

    def _outcomes(self) -> tuple[str, ...]:
        """The outcome that is counted: a leaf of table 3 rather than its group; several that are joined by 和."""
        found = [item.type for item in self.of("outcome") if item.type != "NOT_IN_TABLE"]
        leaves = [name for name in found if name in LEAVES]
        if leaves:
            return (leaves[-1],)
        return tuple(dict.fromkeys(found))

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
        return [item.type for item in self.items if item.type != "LIGHT"][-2:] == ["RECEIVE", "OF"]


def time_of(items: Sequence[Item], text: str, year: int | None, inherited: When) -> When:
    """The year that some items are of: the last time among them, else that of the words before."""
    when = inherited
    for item in items:
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
    times = [item for item in items if item.type in ("YEAR", "THIS_YEAR")]
    return bool(times) and time_of(times, text, year, When.OTHER) is When.THIS
