"""A fault of the program on something it was given, as a value: the others go on, and it is told in its turn."""

from __future__ import annotations

from typing import Self

from giar_lark.records import dataclass

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

        return cls(where, reason_of(error), "".join(traceback.format_exception(error)))


def reason_of(error: BaseException) -> str:
    """An error in a line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:_REASON_CHARS]
