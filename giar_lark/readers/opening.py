"""Opening files that a user names: only ordinary ones, so that nothing waits for a pipe or reads a device."""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Callable
from functools import partial

from giar_lark.lang import Text
from giar_lark.source.source import Remark
from giar_lark.stores.address import is_remote

# a pipe without a writer would else be waited for; systems without these have no such pipes either
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CHUNK_BYTES = 1 << 16
_REASONS = {
    errno.EACCES: Text("没有读取权限", "no permission to read it"),
    errno.EPERM: Text("没有读取权限", "no permission to read it"),
    errno.ENOENT: Text("文件已经不在了", "the file is gone"),
    errno.ELOOP: Text("链接绕成了圈", "its links go in a circle"),
    errno.EISDIR: Text("是文件夹", "it is a folder"),
    errno.EIO: Text("磁盘读取出错", "the disk cannot read it"),
    errno.ENAMETOOLONG: Text("文件名太长", "its name is too long"),
    errno.EMFILE: Text("同时打开的文件太多", "too many files are open"),
}


class NotAnOrdinaryFile(OSError):
    """A folder, pipe, socket or device where a file was expected."""


def open_file(path: str, buffer_bytes: int = io.DEFAULT_BUFFER_SIZE) -> io.BufferedReader:
    """An ordinary file, or one in a store, open for reading.

    Raises: OSError, where it cannot be opened, or is no ordinary file.
    """
    if is_remote(path):
        from giar_lark.stores.reading import open_remote

        return open_remote(path, buffer_bytes)
    return io.BufferedReader(io.FileIO(_opened(path)), buffer_bytes)


def _opened(path: str) -> int:
    """The descriptor of an ordinary file on the disk, open for reading.

    Raises: OSError, where it cannot be opened, or is no ordinary file.
    """
    try:
        _refuse_others(path, os.stat(path).st_mode)
        opened = os.open(path, _FLAGS)
    except ValueError:  # no system has names with this character
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None
    if not stat.S_ISREG(os.fstat(opened).st_mode):  # it may have been changed in between
        os.close(opened)
        raise NotAnOrdinaryFile(path)
    return opened


def _refuse_others(path: str, mode: int) -> None:
    """Raise NotAnOrdinaryFile for what is none; of a folder that cannot be looked into, what keeps one from it."""
    if stat.S_ISDIR(mode):
        os.scandir(path).close()
    if not stat.S_ISREG(mode):
        raise NotAnOrdinaryFile(path)


def read_up_to(stream: io.BufferedReader, most: int) -> bytes:
    """What is in a stream, as far as a limit."""
    return _joined(stream.read, most)


def _joined(read: Callable[[int], bytes], most: int) -> bytes:
    """What is read, as far as a limit. In pieces: asked for all at once, it would take the memory of the limit first."""
    pieces = []
    while most and (piece := read(min(most, _CHUNK_BYTES))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def read_file(path: str, most: int) -> bytes:
    """What is in a file, as far as a limit.

    Raises: OSError, where it cannot be opened or read to its end, or is no ordinary file.
    """
    if is_remote(path):
        from giar_lark.stores.reading import read_remote

        return read_remote(path, most)
    opened = _opened(path)
    try:
        return _joined(partial(os.read, opened), most)
    finally:
        os.close(opened)


def unopened(error: OSError) -> Remark:
    """What is said of a file that cannot be opened or read to its end."""
    from giar_lark.stores.trouble import NoDriverError, StoreError

    if isinstance(error, StoreError):
        code = "RD-15" if isinstance(error, NoDriverError) else "RD-01"
        return Remark(code, error.reason, error.help, passing=True)
    reason = _reason(error)
    return Remark(
        "RD-01",
        Text(f"文件打不开：{reason.zh}", f"the file cannot be opened: {reason.en}"),
        Text("检查文件权限，或文件是否正被移动、删除", "check its permissions; it may be moving"),
    )


def _reason(error: OSError) -> Text:
    if isinstance(error, NotAnOrdinaryFile):
        return Text("不是普通文件", "it is no ordinary file")
    known = _REASONS.get(error.errno or 0)
    other = error.strerror or type(error).__name__
    return known or Text(other, other)
