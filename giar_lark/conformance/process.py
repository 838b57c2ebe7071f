"""A parser as a process that is asked for one text after another, each within its time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Protocol

from giar_lark.conformance.adapter import Adapter

_SHOWN_CHARS = 300


class Timeout(Exception):
    """The parser did not answer in time, and was stopped."""


class Crash(Exception):
    """The parser ended without an answer."""


class Process(Protocol):
    """A parser that can be asked."""

    def ask(self, text: Path, timeout: float) -> str:
        """The JSON that the parser gives for a text. Units: seconds.

        Raises: Timeout, Crash.
        """

    def close(self) -> None:
        """Stop the parser."""


def process_for(adapter: Adapter) -> Process:
    """The process of an adapter; nothing is started before it is asked."""
    return _Staying(adapter) if adapter.stream else _StartedEachTime(adapter)


class _StartedEachTime:
    """A command that is started for each text and reads it on standard input."""

    def __init__(self, adapter: Adapter) -> None:
        self.adapter = adapter

    def ask(self, text: Path, timeout: float) -> str:
        try:
            done = subprocess.run(
                self.adapter.arguments(),
                input=text.read_bytes(),
                capture_output=True,
                cwd=self.adapter.folder,
                env=_environment(),
                timeout=timeout,
            )
        except subprocess.TimeoutExpired:
            raise Timeout from None
        except OSError as error:
            raise Crash(f"cannot be started: {error.strerror}") from None
        if done.returncode:
            raise Crash(f"exit code {done.returncode}: {_last_line(done.stderr)}")
        return done.stdout.decode("utf-8", errors="replace")

    def close(self) -> None:
        pass


class _Staying:
    """A command that stays, and answers each path with a line."""

    def __init__(self, adapter: Adapter) -> None:
        self.adapter = adapter
        self.running: subprocess.Popen[bytes] | None = None

    def ask(self, text: Path, timeout: float) -> str:
        running = self.running = self.running or self._started()
        late = threading.Event()
        clock = threading.Timer(timeout, _stop, (running, late))
        clock.start()
        try:
            line = _answer(running, str(text.resolve()))
        finally:
            clock.cancel()
        if line.endswith(b"\n"):
            return line.decode("utf-8", errors="replace")
        self.close()
        if late.is_set():
            raise Timeout
        raise Crash(f"exit code {running.returncode}")

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.adapter.arguments(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=self.adapter.folder,
            env=_environment(),
        )

    def close(self) -> None:
        if self.running is not None:
            self.running.kill()
            self.running.communicate()
            self.running = None


def _stop(running: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    running.kill()


def _answer(running: subprocess.Popen[bytes], path: str) -> bytes:
    """The line that comes back for a path; cut short if the process ends."""
    try:
        _pipe(running.stdin).write(path.encode("utf-8") + b"\n")
        _pipe(running.stdin).flush()
        return _pipe(running.stdout).readline()
    except OSError:
        return b""


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "the process was started with pipes"
    return pipe


def _environment() -> dict[str, str]:
    """The surroundings of this program, with itself on the path of a Python that may run elsewhere."""
    here = str(Path(__file__).resolve().parents[2])
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [here, os.environ.get("PYTHONPATH", "")])),
        "PYTHONUTF8": "1",
    }


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode(sys.stderr.encoding or "utf-8", errors="replace").strip().split("\n")
    return lines[-1][:_SHOWN_CHARS]
