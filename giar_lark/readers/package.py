"""A zip file of XML parts, as office programs write them, opened with care: nothing is unpacked, and what is beyond the limits is refused."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree

from giar_lark.lang import Text
from giar_lark.lean.pattern import lazy_pattern
from giar_lark.lean.records import dataclass
from giar_lark.readers.limits import Limits
from giar_lark.readers.reader import refused
from giar_lark.source.source import Source

_ENCRYPTED = 0x1
# a tag costs the more memory the shorter it is; no report comes near
_MOST_TAGS = 3_000_000
# parts so small unfold to nothing that matters, however well they are packed
_SMALL_BYTES = 1 << 20
# a document type says what entities stand for: no office program writes one, and bombs need it
_DOCTYPE = lazy_pattern(rb"<\0?!\0?D\0?O\0?C\0?T\0?Y\0?P\0?E")

ANEW = Text("用办公软件打开，另存一份后再检查", "open it with an office program, save it anew, and check that")
AGAIN = Text("重新下载或导出后再检查", "download or export it again, and check that")


class Unfit(Exception):
    """A document that cannot be read, with the rule that says so, what is wrong, and what to do."""

    def __init__(self, code: str, message: Text, help: Text) -> None:
        """Raised inside a reader, and never out of it."""
        super().__init__(message.en)
        self.code, self.message, self.help = code, message, help

    def source(self, name: str, format: str) -> Source:
        """The source without text that stands for the document."""
        return refused(name, format, self.code, self.message, self.help)


def damaged() -> Unfit:
    """A document that is not whole, or contradicts itself."""
    return Unfit("RD-14", Text("文件已经损坏，读不出来", "the file is damaged and cannot be read"), AGAIN)


def unsafe(message: Text) -> Unfit:
    """A document that no office program would write."""
    return Unfit("RD-16", message, ANEW)


def encrypted() -> Unfit:
    """A document that opens with a password only."""
    return Unfit(
        "RD-13",
        Text("文件有打开密码，无法读取", "the file is locked with a password and cannot be read"),
        Text("取消密码后另存，再检查", "save it without the password, and check that"),
    )


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document, by their names."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    limits: Limits

    def bytes(self, name: str) -> bytes:
        """A part.

        Raises: Unfit, where it is not there or damaged.
        """
        try:
            return self.archive.read(name)
        except (
            KeyError,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
            NotImplementedError,
            zipfile.BadZipFile,
            zlib.error,
        ):
            raise damaged() from None

    def xml(self, name: str) -> ElementTree.Element:
        """The root element of a part.

        Raises: Unfit, where it is not there, damaged, or declares entities.
        """
        return parse_xml(self.bytes(name), self.limits)


def open_package(data: bytes, limits: Limits) -> Package:
    """The package in some bytes; its parts are unfolded when they are asked for.

    Raises: Unfit.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (ValueError, OSError, EOFError, NotImplementedError, zipfile.BadZipFile):
        raise damaged() from None
    if len(parts) > limits.parts:
        raise unsafe(
            Text(f"文件里有 {len(parts)} 个部件，没有读取", f"the file has {len(parts)} parts inside and was not read")
        )
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise encrypted()
    _check_size(parts, limits)
    return Package(archive, frozenset(part.filename for part in parts), limits)


def parse_xml(data: bytes, limits: Limits) -> ElementTree.Element:
    """The root element of some XML.

    Raises: Unfit, where it is damaged, declares entities, or is nested deeper than the limit.
    """
    if _DOCTYPE.search(data):
        raise unsafe(Text("文件里声明了 XML 实体，没有读取", "the file declares XML entities and was not read"))
    try:
        return _root(data, limits.depth)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise damaged() from None


def _root(data: bytes, most: int) -> ElementTree.Element:
    """The root element.

    Raises: Unfit, where the nesting is too deep; ParseError, where it is no XML.
    """
    if data.count(b"<") > _MOST_TAGS:
        raise unsafe(
            Text(
                f"内容超过 {_MOST_TAGS} 个标签，没有读取",
                f"it has more than {_MOST_TAGS} tags and was not read",
            )
        )
    root = ElementTree.XML(data)
    # level by level: asking the parser for each tag would take as long as all else
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise unsafe(
        Text(
            f"内容嵌套超过 {most} 层，没有读取",
            f"its content is nested deeper than {most} levels and was not read",
        )
    )


def _check_size(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unfolded = sum(part.file_size for part in parts)
    steep = any(part.file_size > _SMALL_BYTES and part.file_size > part.compress_size * limits.ratio for part in parts)
    if unfolded > limits.expanded_bytes or steep:
        most = limits.expanded_bytes >> 20
        raise unsafe(
            Text(
                f"压缩得极小、展开后极大（上限 {most} MB），没有读取",
                f"it is tiny when packed and unfolds beyond all measure (the limit is {most} MB); it was not read",
            )
        )
