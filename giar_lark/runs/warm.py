"""Imported by the process that workers are copies of: they all begin with what it has loaded."""

from __future__ import annotations

import signal
import sys
from types import TracebackType

from giar_lark.runs.worker import warm_up


def _unless_left(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell why a worker cannot begin; nothing, where the program has just ended, and taken away what it was to begin with."""
    if not issubclass(kind, (OSError, EOFError)):
        sys.__excepthook__(kind, error, trace)


signal.signal(signal.SIGINT, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
sys.excepthook = _unless_left
warm_up()
