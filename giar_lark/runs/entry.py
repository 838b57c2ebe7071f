"""What is written down of each document of a run: a line of the manifest."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Self

from giar_lark.lean.records import dataclass


class Status(StrEnum):
    """What became of a document: the first four were read to their end, the others were not."""

    OK = "ok"
    FINDINGS = "findings"
    UNREADABLE = "unreadable"
    OVERSIZE = "oversize"
    CRASH = "crash"
    TIMEOUT = "timeout"
    UNREACHED = "unreached"

    @property
    def has_failed(self) -> bool:
        """Whether the document was given up, and may be tried again."""
        return self in (Status.CRASH, Status.TIMEOUT, Status.UNREACHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document of a run.

    `id` is its number among all documents of the run, from 1, `run` what tells this run from others, `sha256` that of its
    bytes, None where they could not be had whole. `reason` says why it has failed, in the words of the system, or was not read,
    in those of a finding.
    """

    id: int
    name: str
    sha256: str | None
    status: Status
    seconds: float
    version: str
    run: str
    reason: str | None = None

    def to_json(self) -> str:
        """The entry as a line, without its end."""
        return _encoded(self.to_dict())

    def to_dict(self) -> dict[str, object]:
        """The entry as an object of JSON."""
        return {name: getattr(self, name) for name in _NAMES}

    @classmethod
    def of(cls, values: dict[str, object]) -> Self:
        """The entry in an object that was read from such a line."""
        return cls(**{**values, "status": Status(str(values["status"]))})  # type: ignore[arg-type]


_NAMES = tuple(Entry.__annotations__)
_encoded = json.JSONEncoder(ensure_ascii=False).encode
