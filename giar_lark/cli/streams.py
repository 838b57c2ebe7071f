"""The standard streams: no character stops the program, and a reader that leaves early is no error."""

from __future__ import annotations

import codecs
import os
import signal
import sys
from io import TextIOWrapper
from typing import NoReturn, TextIO

from giar_lark.containers.names import as_text
from giar_lark.lean.pattern import lazy_pattern

_NOT_ASCII = lazy_pattern(r"[^\x00-\x7f]")


# how to write what an encoding lacks, for whatever opens a text
LENIENT = "giar-lark-lenient"


def _lenient(error: UnicodeError) -> tuple[str, int]:
    """A question mark for each character, and `\\xb2` for a byte of a file's name that is no text."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(written if (written := as_text(char)) != char else "?" for char in lacking), error.end


codecs.register_error(LENIENT, _lenient)


def prepare_streams() -> None:
    """Let both streams write something for what their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=LENIENT)


def end_with_the_reader() -> None:
    """Let the program end like any other when the reader of its output has gone, as in `giar-lark check . | head`."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def gone_with_the_reader() -> NoReturn:
    """End as said, where the reader has gone while the program was deaf to that, for there were other processes to speak to."""
    end_with_the_reader()
    if hasattr(signal, "SIGPIPE"):
        signal.raise_signal(signal.SIGPIPE)
    os._exit(1)


def write_json(value: object, *, indent: int | None = None, end: str = "\n") -> None:
    """A value as JSON on stdout."""
    sys.stdout.write(json_text(value, sys.stdout, indent=indent) + end)


def json_text(value: object, stream: TextIO, *, indent: int | None = None) -> str:
    """A value as JSON for a stream; where its encoding is not Unicode, in escapes, so that nothing is lost."""
    from giar_lark.export.json import to_json

    text = to_json(value, indent=indent)
    if (stream.encoding or "").lower().startswith("utf"):
        return text
    from json import dumps

    return _NOT_ASCII.sub(lambda match: dumps(match[0])[1:-1], text)


def write_text(text: str) -> None:
    """Text on stdout."""
    sys.stdout.write(text)
