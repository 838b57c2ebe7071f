"""Conversions that are kept for a while: made ahead for many documents at once, and taken when each is read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from giar_lark.readers.limits import Limits
from giar_lark.readers.office.convert import Job, Result, convert

# the oldest go, where more is kept than this
_MOST_BYTES = 128 << 20


class Conversions:
    """What became of documents, by their content."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._results: dict[bytes, Result] = {}
        self._bytes = 0

    def ahead(self, program: str, jobs: Sequence[Job], limits: Limits) -> None:
        """Convert documents that are to be read soon."""
        wanted = {key: job for job in jobs if (key := _key(job)) not in self._results}
        if wanted:
            results = convert(program, list(wanted.values()), limits.seconds)
            for key, result in zip(wanted, results, strict=True):
                self._keep(key, result)

    def of(self, program: str, job: Job, limits: Limits) -> Result:
        """What becomes of a document."""
        key = _key(job)
        if key not in self._results:
            self.ahead(program, [job], limits)
        return self._results[key]

    def _keep(self, key: bytes, result: Result) -> None:
        self._results[key] = result
        self._bytes += len(result)
        while self._bytes > _MOST_BYTES and len(self._results) > 1:
            self._bytes -= len(self._results.pop(next(iter(self._results))))


def _key(job: Job) -> bytes:
    return hashlib.sha256(job.data).digest()


CONVERSIONS = Conversions()
