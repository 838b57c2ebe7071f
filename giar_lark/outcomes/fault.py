"""A fault of the program on something it was given, as a value: the others go on, and it is told in its turn."""

from __future__ import annotations

from typing import Self

from giar_lark.lean.records import dataclass
from giar_lark.stores.address import shown_text

_REASON_CHARS = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """What it was about, the reason in a line, and how it came about in many.

    `is_loss` says that the process at work was ended from outside, and the reason is all that is known.
    """

    where: str
    reason: str
    trace: str = ""
    is_loss: bool = False

    @classmethod
    def of(cls, error: BaseException, where: str) -> Self:
        """The fault that an error is."""
        import traceback

        return cls(where, reason_of(error), shown_text("".join(traceback.format_exception(error))))


def reason_of(error: BaseException) -> str:
    """An error in a line, without what an address in it would let one into."""
    return " ".join(shown_text(f"{type(error).__name__}: {error}").split())[:_REASON_CHARS]
