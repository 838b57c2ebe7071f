"""One run at a time for an output in a store, which has no locks: a file says who writes, and is written anew for as long as it is so.

No clocks are compared: a lease that does not change while one looks at it has been left behind.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from time import monotonic, sleep
from uuid import uuid4

from giar_lark.lean.records import dataclass, replace
from giar_lark.runs.trouble import taken
from giar_lark.stores.address import beside, last_name, shown
from giar_lark.stores.store import store_of
from giar_lark.stores.trouble import StoreError

# between two signs of life, and how long none is waited for
BEAT_SECONDS = 15.0
STALE_SECONDS = 50.0
_LOOK_SECONDS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """What stands in the file: which machine and process, and what tells this sign from others of it."""

    host: str
    process: int
    run: str
    beat: int = 0

    def to_json(self) -> bytes:
        """The sign as it is written down."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def of(cls, data: bytes | None) -> _Sign | None:
        """The sign in a file; None where it has none of this program."""
        try:
            return cls(**json.loads(data or b""))
        except (ValueError, TypeError):
            return None

    @property
    def who(self) -> str:
        """Whose it is, for people."""
        return f"{self.host}, PID {self.process}"

    @property
    def is_left_behind(self) -> bool:
        """Whether it is of a process of this machine that is no more; of others that is not known at once."""
        if self.host != socket.gethostname() or sys.platform == "win32":
            return False
        try:
            os.kill(self.process, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
        return self.process == os.getpid()


@contextmanager
def leased(output: str, waits: Callable[[str], None]) -> Iterator[Lease]:
    """The lease on an output, renewed for as long as it is needed. `waits` is told whose it was, before that is waited for.

    Raises: TakenError, where another run has it; StoreError.
    """
    lease = Lease(output)
    lease.take(waits)
    beating = threading.Thread(target=lease.renew_until_over, daemon=True)
    beating.start()
    try:
        yield lease
    finally:
        lease.over.set()
        beating.join()
        with suppress(StoreError):
            lease.give_back()


class Lease:
    """The right to write to an output in a store, by a file beside it."""

    def __init__(self, output: str) -> None:
        """Take nothing yet."""
        self.over = threading.Event()
        self._output, self._store = output, store_of(output)
        self._path = beside(output, f".{last_name(output)}.lease")
        self._own = _Sign(host=socket.gethostname(), process=os.getpid(), run=uuid4().hex)
        self._lost_to: _Sign | None = None

    def take(self, waits: Callable[[str], None] = lambda _: None) -> None:
        """Take it; of two that do so at once, one has it then."""
        there = self._sign()
        if there is not None and not there.is_left_behind:
            waits(there.who)
            self._wait_for_life(there)
        self._store.write(self._path, self._own.to_json())
        self._look()
        self.check()

    def check(self) -> None:
        """Raise TakenError, where another run has taken it meanwhile."""
        if self._lost_to is not None:
            raise self._taken_by(self._lost_to)

    def renew_until_over(self) -> None:
        """Write it anew from time to time; a store that does not answer is asked the next time."""
        beat = 0
        while not self.over.wait(BEAT_SECONDS) and self._lost_to is None:
            beat += 1
            with suppress(StoreError):
                self._look()
                if self._lost_to is None:
                    self._store.write(self._path, replace(self._own, beat=beat).to_json())

    def give_back(self) -> None:
        """Let others have it."""
        if self._lost_to is None:
            self._store.remove(self._path)

    def _look(self) -> None:
        there = self._sign()
        if there is not None and there.run != self._own.run:
            self._lost_to = there

    def _wait_for_life(self, there: _Sign) -> None:
        until = monotonic() + STALE_SECONDS
        while monotonic() < until:
            sleep(_LOOK_SECONDS)
            now = self._sign()
            if now is None:
                return
            if now != there:
                raise self._taken_by(now)

    def _sign(self) -> _Sign | None:
        [data] = self._store.read([self._path])
        return _Sign.of(data)

    def _taken_by(self, sign: _Sign) -> Exception:
        return taken(shown(self._output), sign.who)
