"""A fixed source back into its file, or into a copy beside it: same encoding, same mode, all of it or nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from giar_lark.lang import Text
from giar_lark.source.encodings import encode
from giar_lark.source.source import Source

# a document that others edit and sign is left as it is; its corrected copy goes beside it
_COPIED = frozenset({"docx"})


def destination(path: str, source: Source) -> Path:
    """The file that a source is written into after its fixes: its own, a link followed, or `NAME.fixed.docx` beside it."""
    if source.origin is None or source.origin.format not in _COPIED:
        return Path(os.path.realpath(path))
    own = Path(path)
    return own.with_name(f"{own.stem}.fixed{own.suffix or '.' + source.origin.format}")


def save(path: str, before: Source, after: Source) -> Text | None:
    """Write a source into the file that it was read from, or into its copy; None if it is written, else why it is not.

    The file has to hold what was read, byte for byte: one that has changed meanwhile, or that could not be given back
    without loss, is left alone; so is a copy in which somebody has gone on writing.
    """
    own, target, data = Path(os.path.realpath(path)), destination(path, before), encode(after)
    try:
        if own.read_bytes() != encode(before):
            return Text(
                "文件在检查之后有变化，或无法按原编码写回",
                "it has changed since, or cannot be written back in its encoding",
            )
        if target != own and target.exists():
            return None if target.read_bytes() == data else _taken(target)
        if target == own and not os.access(target, os.W_OK):
            return Text("文件是只读的", "the file is read-only")
        _replace(target, data, own)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Text(f"写不进去：{reason}", f"it cannot be written: {reason}")
    return None


def _taken(target: Path) -> Text:
    return Text(
        f"旁边已有内容不同的 {target.name}，请先把它移走或改名",
        f"there is another {target.name} beside it; move or rename that first",
    )


def _replace(target: Path, data: bytes, own: Path) -> None:
    """Put a new file in the place of an old one, in one step, with the mode of the file that was read."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        shutil.copymode(own, name)
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise
