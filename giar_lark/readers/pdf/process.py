"""The process beside this one that reads PDFs: started for the first, asked about one after the other, ended when one takes too long."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress

from giar_lark.readers.pdf.answer import Answer
from giar_lark.readers.pdf.worker import ANSWER, QUESTION

# a library leaks: behind so many documents a new process takes over
_DOCUMENTS = 200


class Broken(Exception):
    """The process came to its end over a document."""


class Late(Exception):
    """A document took longer than the limit, and the process was ended."""


class _Process:
    """A process that reads, and which process it belongs to: a copy of that must not share its pipes."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.documents = 0
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "giar_lark.readers.pdf.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # what this process can import, the other one can
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def is_usable(self) -> bool:
        """Whether it may be asked about one more document."""
        return self.owner == os.getpid() and self.documents < _DOCUMENTS and self.process.poll() is None

    def ask(self, data: bytes, most_pages: int) -> bytes:
        """The answer about a document; empty if the process ends over it."""
        assert self.process.stdin and self.process.stdout
        self.documents += 1
        with suppress(OSError):
            self.process.stdin.write(QUESTION.pack(len(data), most_pages) + data)
            self.process.stdin.flush()
            head = self.process.stdout.read(ANSWER.size)
            if len(head) == ANSWER.size:
                return self.process.stdout.read(*ANSWER.unpack(head))
        return b""

    def end(self) -> None:
        """End the process, unless it is another's."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


_lock = threading.Lock()
_current: _Process | None = None


def ask(data: bytes, most_pages: int, seconds: float) -> Answer:
    """The answer about the bytes of a document.

    Raises: Broken, Late.
    """
    with _lock:
        process = _usable()
        if seconds <= 0:
            process.end()
            raise Late
        timer = threading.Timer(seconds, process.process.kill)
        timer.start()
        answer = process.ask(data, most_pages)
        late = not timer.is_alive()
        timer.cancel()
        if not answer:
            process.end()
            raise Late if late else Broken
        return Answer.unpacked(answer)


def _usable() -> _Process:
    global _current
    if _current is None or not _current.is_usable():
        if _current is not None:
            _current.end()
        _current = _Process()
    return _current


@atexit.register
def _end() -> None:
    if _current is not None:
        _current.end()
