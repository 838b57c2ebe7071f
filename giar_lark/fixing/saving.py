"""A fixed source back into its file: same encoding, same mode, all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from giar_lark.findings import Text
from giar_lark.source import Source, encode


def save(path: str, before: Source, after: Source) -> Text | None:
    """Write a source into the file that it was read from; None if it is written, else why it is not.

    The file has to hold what was read, byte for byte: one that has changed meanwhile, or that could not be given back
    without loss, is left alone. A link is followed.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.read_bytes() != encode(before):
            return Text(
                "文件在检查之后有变化，或无法按原编码写回",
                "it has changed since, or cannot be written back in its encoding",
            )
        if not os.access(target, os.W_OK):
            return Text("文件是只读的", "the file is read-only")
        _replace(target, encode(after))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Text(f"写不进去：{reason}", f"it cannot be written: {reason}")
    return None


def _replace(target: Path, data: bytes) -> None:
    """Put a new file in the place of an old one, in one step."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(target, name)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
