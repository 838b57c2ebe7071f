"""What keeps a container, or something in it, from being read; and the words for it."""

from __future__ import annotations

from giar_lark.lang import Text
from giar_lark.readers.limits import Limits, size_in_words
from giar_lark.source.source import Remark

NOTHING_INSIDE = "RD-18"
_AGAIN = Text("重新下载或导出后再检查", "download or export it again, and check that")
_UNPACK = Text("来历可靠的，请解压后检查文件夹", "if you trust it, unpack it and check the folder")


class Trouble(Exception):
    """Something at a path cannot be read, for a reason that is told there once."""

    def __init__(self, path: str, remark: Remark) -> None:
        """Raised and caught inside this package."""
        super().__init__(path, remark.message.en)
        self.path, self.remark = path, remark


def damaged(path: str) -> Trouble:
    """An archive or a member that is not whole, or contradicts itself."""
    message = Text("文件不完整或已损坏，读不下去", "the file is damaged or not whole, and cannot be read on")
    return Trouble(path, Remark("RD-14", message, _AGAIN))


def encrypted(path: str) -> Trouble:
    """An archive or a member that opens with a password only."""
    message = Text("压缩包加了密，无法读取", "the archive is locked with a password and cannot be read")
    return Trouble(path, Remark("RD-13", message, Text("用密码解压后检查文件夹", "unpack it and check the folder")))


def bomb(path: str, limits: Limits) -> Trouble:
    """What unfolds to far more than it has packed."""
    message = Text(
        f"展开后超过原大小的 {limits.ratio} 倍，没有读取",
        f"it unfolds to more than {limits.ratio} times its size and was not read",
    )
    return Trouble(path, Remark("RD-16", message, _raise("ratio")))


def too_deep(path: str, limits: Limits) -> Trouble:
    """Archives in archives beyond the limit."""
    message = Text(
        f"压缩包套了 {limits.nesting} 层以上，没有读取",
        f"archives are nested deeper than {limits.nesting} and were not read",
    )
    return Trouble(path, Remark("RD-16", message, _raise("nesting")))


def too_many(path: str, limits: Limits) -> Trouble:
    """More members than the limit."""
    message = Text(
        f"压缩包里的文件超过 {limits.members} 个，其余没有读取",
        f"the archive has more than {limits.members} members; the others were not read",
    )
    return Trouble(path, Remark("RD-16", message, _raise("members")))


def too_large(path: str, limits: Limits) -> Trouble:
    """A document, or an archive inside an archive, beyond the limit for a file."""
    most = size_in_words(limits.file_bytes)
    message = Text(f"文件超过 {most}，没有读取", f"the file has more than {most} and was not read")
    return Trouble(path, Remark("RD-10", message, _raise("file-bytes")))


def leads_outside(path: str, name: str, count: int) -> Trouble:
    """Members that would be written elsewhere, if anyone unpacked them."""
    others = f"等 {count} 个" if count > 1 else ""
    message = Text(
        f"“{name}”{others}指向压缩包之外，没有读取",
        f"“{name}”{f' and {count - 1} more' if count > 1 else ''} would lead out of the archive and was not read",
    )
    help = Text("不要解压；向报送单位重新索取", "do not unpack it; ask for it again")
    return Trouble(path, Remark("RD-16", message, help))


def overlapping(path: str) -> Trouble:
    """A zip file whose members share their bytes, so that little is many times a lot."""
    message = Text("压缩包里的文件互相重叠，没有读取", "the members of the archive overlap, and it was not read")
    return Trouble(path, Remark("RD-16", message, Text("向报送单位重新索取", "ask for it again")))


def needs_unpacking(path: str, format: str) -> Trouble:
    """An archive in a format that only other programs unfold."""
    message = Text(f"{format} 不能直接读取", f"{format} cannot be read directly")
    return Trouble(path, Remark("RD-15", message, Text("解压后检查文件夹", "unpack it and check the folder")))


def needs_extra(path: str, extra: str) -> Trouble:
    """A format that a library reads which is not installed."""
    message = Text(f"读取 {extra} 需要另外安装", f"{extra} needs a library that is not installed")
    line = f"pip install 'giar-lark[{extra}]'"
    return Trouble(path, Remark("RD-15", message, Text(f"请运行：{line}", f"run: {line}")))


def not_an_object(path: str) -> Trouble:
    """A line of JSON Lines that is no object."""
    message = Text("这一行不是完整的 JSON 对象", "this line is no whole JSON object")
    return Trouble(path, Remark("RD-14", message, _AGAIN))


def nothing_inside(path: str) -> Trouble:
    """An archive without documents."""
    message = Text("里面没有可以检查的文件", "there is nothing inside that could be checked")
    return Trouble(
        path, Remark(NOTHING_INSIDE, message, Text("看看是否选错了文件", "see whether it is the wrong file"))
    )


def no_such_member(path: str) -> Trouble:
    """A document that was named and is not in its file."""
    message = Text("压缩包里没有这个文件", "there is no such file in the archive")
    return Trouble(path, Remark(NOTHING_INSIDE, message, Text("检查名称", "check the name")))


def no_text_column(path: str, column: str | None, known: list[str]) -> Trouble:
    """A table in which no column has texts, or not the one that is asked for."""
    named = "、".join(known[:8]) or "（没有）"
    if column is not None:
        message = Text(f"没有“{column}”这一列", f"there is no column “{column}”")
    else:
        message = Text("看不出哪一列是正文", "none of the columns is known to hold texts")
    help = Text(f"用 --column 指明正文的列；现有：{named}", f"name it with --column; there are: {', '.join(known[:8])}")
    return Trouble(path, Remark(NOTHING_INSIDE, message, help))


def _raise(name: str) -> Text:
    return Text(f"{_UNPACK.zh}，或用 --limit {name}=… 调高上限", f"{_UNPACK.en}, or raise the limit: --limit {name}=…")
