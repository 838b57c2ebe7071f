"""One converter in a process of its own, so that it can be stopped: `python -m generator.converters.worker NAME OUT FILE…`.

OUT gets the texts as a JSON list; what the converter itself prints goes astray into the standard streams.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.converters.registry import CONVERTERS

_START_SECONDS, _FILE_SECONDS = 90, 8


class ConversionError(Exception):
    """A converter that failed or did not come to an end."""


def converted_apart(name: str, paths: Sequence[Path]) -> list[str]:
    """The texts of files from the converter of a name, run in a process of its own.

    Raises: ConversionError.
    """
    with TemporaryDirectory() as folder:
        out = Path(folder) / "texts.json"
        command = [sys.executable, "-m", __name__, name, str(out), *map(str, paths)]
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        ) as process:
            errors = _waited_for(process, _START_SECONDS + _FILE_SECONDS * len(paths))
        if process.returncode != 0:
            raise ConversionError(f"{name}: {errors.strip().rpartition(chr(10))[2]}")
        texts: list[str] = json.loads(out.read_text("utf-8"))
        return texts


def _waited_for(process: subprocess.Popen[bytes], seconds: int) -> str:
    """What a process says among its errors; one that takes too long is ended with all that it has started."""
    try:
        return process.communicate(timeout=seconds)[1].decode("utf-8", errors="replace")
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return f"stopped after {seconds} seconds"


def main(name: str, out: str, *paths: str) -> None:
    """Convert files and write their texts."""
    (converter,) = [converter for converter in CONVERTERS if converter.name == name]
    texts = converter.convert([Path(path) for path in paths])
    Path(out).write_text(json.dumps(texts), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
