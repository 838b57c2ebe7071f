"""What the process that reads PDFs answers, and its way through a pipe."""

from __future__ import annotations

import json
from enum import StrEnum

from giar_lark.lean.records import dataclass
from giar_lark.source.address import Box


class Reason(StrEnum):
    """Why a document is not read."""

    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    LONG = "long"
    SCANNED = "scanned"
    UNMAPPED = "unmapped"
    EMPTY = "empty"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The text, and where each spot begins in it, its page and its box; which pages are pictures without text, what
    stands on pages where nobody sees it or is struck out, and how many pages there are. Where there is a reason, there is
    no text.
    """

    text: str = ""
    starts: tuple[int, ...] = ()
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    textless: tuple[int, ...] = ()
    hidden: tuple[tuple[int, str], ...] = ()
    struck: tuple[tuple[int, str], ...] = ()
    count: int = 0
    reason: Reason | None = None

    def packed(self) -> bytes:
        """The answer as bytes."""
        return json.dumps(self.__dict__).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Answer:
        """The answer in some bytes."""
        fields = json.loads(data)
        return cls(
            text=fields["text"],
            starts=tuple(fields["starts"]),
            pages=tuple(fields["pages"]),
            boxes=tuple((left, top, right, bottom) for left, top, right, bottom in fields["boxes"]),
            textless=tuple(fields["textless"]),
            hidden=tuple((page, text) for page, text in fields["hidden"]),
            struck=tuple((page, text) for page, text in fields["struck"]),
            count=fields["count"],
            reason=Reason(fields["reason"]) if fields["reason"] else None,
        )
