"""Being asked to stop: by Ctrl-C, by the system that is shut down, or by a scheduler whose time is up."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Stopped(KeyboardInterrupt):
    """The program was asked to stop. `code` is what it ends with, by the custom of shells.

    It is an interrupt, for while a library waits within itself, as Ray does, it lets no other exception through.
    """

    def __init__(self, number: int) -> None:
        """By the number of the signal."""
        super().__init__(number)
        self.code = 128 + number


@contextmanager
def stoppable() -> Iterator[None]:
    """Raise Stopped at such a signal, and go deaf to further ones, so that what has to be put away is.

    What the program was begun deaf to, by `nohup` say, it stays deaf to.
    """
    asked: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped(number)

    numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
    before = {number: handler for number in numbers if (handler := signal.getsignal(number)) != signal.SIG_IGN}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    except KeyboardInterrupt:
        # of a library it comes as a plain interrupt
        raise Stopped(asked[0] if asked else signal.SIGINT) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
